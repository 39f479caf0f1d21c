"""One plugin instance that builds again and again, as under `mkdocs serve`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.config import load_config

from mkdocs_journey.plugin import JourneyPlugin
from mkdocs_journey.render.assets import SCRIPT, STYLESHEET
from tests.builds import MAP, build, write_site


class Served:
    """A site that is built again after each change, with the plugins that it began with."""

    def __init__(self, root: Path, pages: dict[str, str | bytes], **settings: Any) -> None:
        self.root = root
        self.config = load_config(
            str(write_site(root, pages, **settings)), site_dir=str(root / "built")
        )
        self.config.plugins.on_startup(command="serve", dirty=False)
        self.build()

    def build(self) -> None:
        """Build as `serve` does: with a configuration read anew that keeps the old plugins."""
        config = load_config(str(self.root / "mkdocs.yml"), site_dir=str(self.root / "built"))
        config.plugins = self.config.plugins
        build_with_mkdocs(config, serve_url="http://127.0.0.1:8000/")

    def change(self, path: str, text: str) -> None:
        """Write a page, and build."""
        (self.root / "docs" / path).write_text(text, encoding="utf-8")
        self.build()

    def read(self, path: str) -> str:
        """A file of the built site."""
        return (self.root / "built" / path).read_text(encoding="utf-8")


def test_a_changed_map_is_drawn_anew(tmp_path: Path) -> None:
    site = Served(tmp_path, {})
    assert "Product page" in site.read("map/index.html")
    site.change("map.md", MAP.replace("Product page", "Tasting"))
    page = site.read("map/index.html")
    assert "Tasting" in page and "Product page" not in page
    assert "Tasting" in site.read("map/map.csv")


def test_what_other_pages_say_is_drawn_anew(tmp_path: Path) -> None:
    pages = {"other.md": "---\njourney: other.journey.yml\n---\n\n# Other\n"}
    pages["other.journey.yml"] = "stages: [{name: Before, feeling: 2}]\n"
    site = Served(tmp_path, {**pages})
    assert 'id="before"' in site.read("other/index.html")
    site.change("other.journey.yml", "stages: [{name: After, feeling: 2}]\n")
    assert 'id="after"' in site.read("other/index.html")
    assert "Ana Martins" in site.read("map/index.html")
    site.change("personas/ana.md", "---\npersona: {name: Ana Souza}\n---\n\n# Ana\n")
    assert "Ana Souza" in site.read("map/index.html")
    site.change("map.md", "# No map any more\n")
    page = site.read("map/index.html")
    assert "Product page" not in page and "No map any more" in page


def test_drafts_are_drawn_while_they_are_written(tmp_path: Path) -> None:
    site = Served(tmp_path, {"drafts/a.md": MAP.replace("shop.md", "../shop.md")},
                  draft_docs="drafts/")  # fmt: skip
    page = site.read("drafts/a/index.html")
    assert "Product page" in page and "DRAFT" in page
    assert "Product page" in site.read("drafts/a/a.csv")


def test_configuration_may_be_read_again(tmp_path: Path) -> None:
    config = load_config(str(write_site(tmp_path, {})))
    plugin = config.plugins["journey"]
    assert isinstance(plugin, JourneyPlugin)
    for _ in range(3):
        assert plugin.on_config(config) is config
    assert config.extra_css.count(STYLESHEET) == 1
    assert [str(script) for script in config.extra_javascript].count(SCRIPT) == 1
    assert config.markdown_extensions.count(plugin.extension) == 1


def test_a_site_that_is_built_after_one_was_served_shows_no_drafts(tmp_path: Path) -> None:
    pages: dict[str, str | bytes] = {"draft.md": "---\njourney: {stages: [{name: Secret}]}\n---\n"}
    served = Served(tmp_path / "served", pages, draft_docs="draft.md")
    assert "draft/" in served.read("journeys.json")
    built = build(tmp_path / "built", pages, draft_docs="draft.md")
    assert "draft/" not in built.read("journeys.json")
