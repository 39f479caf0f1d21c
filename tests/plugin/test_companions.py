"""Maps beside other plugins that teams use, each at its work, on a site that builds strictly."""

from __future__ import annotations

import json
import os
import posixpath
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.builds import MAP, PAGES, Built, make, write_site
from tests.html import Page

MATERIAL = {"name": "material", "font": False}
JOURNEY = {"journey": {"diagrams": "svg", "today": "2026-11-02"}}
TAGGED = MAP.replace("title: First order", "title: First order\ntags: [coffee]")
REFERENCES = ("aria-labelledby", "aria-describedby", "headers", "popovertarget", "xlink:href")
POST = """\
---
date: 2026-10-02
---

# What we learned

Before.

/// journey | curve
    of: ../../map.md
///

<!-- more -->

See [the map](../../map.md#buy-checkout).
"""


@pytest.fixture
def build(build_site: Any) -> Any:
    def run(plugin: Any, pages: dict[str, str | bytes] | None = None, **settings: Any) -> Built:
        plugins = ["search", JOURNEY, plugin]
        built: Built = build_site(pages, theme=MATERIAL, plugins=plugins, **settings)
        assert built.complaints() == []
        return built

    return run


def links_of(page: str) -> set[str]:
    return {found.get("href", "") for tag, found in Page(page).elements if tag == "a"}


def test_tags_list_the_page_of_a_map(build: Any) -> None:
    built = build("tags", {"map.md": TAGGED, "tags.md": "# Tags\n\n<!-- material/tags -->\n"})
    assert "../map/" in links_of(built.read("tags/index.html"))
    assert 'class="md-tag"' in built.read("map/index.html")
    assert "Product page" in Page(built.read("map/index.html")).text


@pytest.mark.parametrize("is_first", [True, False], ids=["before", "after"])
def test_a_blog_post_shows_a_view_and_its_excerpt_leaves_it_out(
    build_site: Any, is_first: bool
) -> None:
    posted = f"---\ndate: 2026-10-03\n{MAP.removeprefix('---').lstrip()}"
    pages = {
        "blog/index.md": "# Blog\n",
        "blog/posts/learned.md": POST,
        "blog/posts/untitled.md": POST.replace("# What we learned\n", ""),
        "blog/posts/posted.md": posted.replace("shop.md", "../../shop.md"),
    }
    plugins = ["blog", JOURNEY] if is_first else [JOURNEY, "blog"]
    built = build_site(pages, theme=MATERIAL, plugins=["search", *plugins])
    assert built.complaints() == []
    posts = built.folder / "blog" / "2026" / "10"
    post = (posts / "02" / "what-we-learned" / "index.html").read_text(encoding="utf-8")
    assert post.count('class="journey journey--view"') == 1
    assert "../../../../../map/#buy-checkout" in links_of(post)
    own = next((posts / "03").glob("*/index.html")).read_text(encoding="utf-8")
    assert 'id="buy-checkout"' in own
    blog = built.read("blog/index.html")
    assert "Before." in blog and "///" not in blog and "\x06" not in blog
    assert 'class="journey' not in blog


def test_a_map_s_page_says_when_it_was_changed(tmp_path: Path) -> None:
    dated = {"git-revision-date-localized": {"type": "iso_date"}}
    file = write_site(tmp_path, {}, theme=MATERIAL, plugins=["search", dated, JOURNEY])
    day = dict.fromkeys(("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"), "2026-10-02T12:00:00Z")
    who = ["-c", "user.name=Ana", "-c", "user.email=ana@coffee.example"]
    for command in (["init", "--quiet"], ["add", "."], [*who, "commit", "--quiet", "-m", "Begin"]):
        subprocess.run(["git", *command], cwd=tmp_path, check=True, env={**os.environ, **day})
    built = make(file)
    assert built.complaints() == []
    page = built.read("map/index.html")
    assert "2026-10-02" in page and 'id="buy-checkout"' in page


LANGUAGES = [
    {"locale": "en", "default": True, "name": "English", "build": True},
    {"locale": "pt", "name": "Português", "build": True},
]
PORTUGUESE = MAP.replace("Checkout", "Caixa").replace("Product page", "Página do produto")
PORTFOLIO = "# All\n\n/// journey | portfolio\n///\n"


def by_suffix(root: Path, **settings: Any) -> Path:
    return write_site(root, {"all.md": PORTFOLIO, "map.pt.md": PORTUGUESE}, **settings)


def by_folder(root: Path, **settings: Any) -> Path:
    pages = {"shop.md": PAGES["shop.md"], "personas/ana.md": PAGES["personas/ana.md"]}
    pages |= {"index.md": PAGES["index.md"], "all.md": PORTFOLIO}
    maps = {"en/map.md": MAP, "pt/map.md": PORTUGUESE}
    both = {f"{folder}/{path}": text for folder in ("en", "pt") for path, text in pages.items()}
    file = write_site(root, {**both, **maps}, **settings)
    for path in PAGES:
        (root / "docs" / path).unlink()
    return file


@pytest.mark.parametrize("write", [by_suffix, by_folder])
def test_one_map_in_two_languages_has_the_labels_of_each(tmp_path: Path, write: Any) -> None:
    structure = str(write.__name__).removeprefix("by_")
    i18n = {"i18n": {"docs_structure": structure, "languages": LANGUAGES}}
    plugins = ["search", i18n, JOURNEY]
    built = make(write(tmp_path, theme=MATERIAL, plugins=plugins))
    assert built.complaints() == []
    for folder, label, moment in (
        ("", "Pain points", "Checkout"),
        ("pt/", "Pontos de dor", "Caixa"),
    ):
        page = Page(built.read(f"{folder}map/index.html")).text
        assert label in page and moment in page
        assert "../map/" in links_of(built.read(f"{folder}all/index.html"))
        data = json.loads(built.read(f"{folder}journeys.json"))
        assert [found["url"] for found in data["maps"]] == ["map/"]
        assert moment in json.dumps(data, ensure_ascii=False)
        assert built.read(posixpath.normpath(f"{folder}{data['$schema']}"))
    assert "Caixa" not in Page(built.read("map/index.html")).text


def test_a_nav_file_orders_the_pages_of_maps(build: Any) -> None:
    order = "nav:\n  - shop.md\n  - map.md\n  - '*'\n"
    page = build("awesome-nav", {".nav.yml": order}).read("map/index.html")
    assert page.index('href="../shop/"') < page.index('href="./"') < page.index('href="../perso')
    assert 'id="buy-checkout"' in page


def test_mermaid_draws_the_flow_beside_charts_of_the_page(build_site: Any) -> None:
    fence = f"{MAP}\n```mermaid\ngraph LR\n  A --> B\n```\n"
    mermaid = {"mermaid2": {"javascript": "mermaid.min.js"}}
    pages = {"map.md": fence, "mermaid.min.js": "// Mermaid"}
    built = build_site(pages, plugins=["search", mermaid, {"journey": {}}])
    page = built.read("map/index.html")
    assert page.count('class="mermaid"') == 2
    assert "A --> B" in Page(page).text


@pytest.mark.parametrize("is_folders", [True, False])
def test_one_page_to_print_holds_all_maps_with_ids_of_their_own(
    build: Any, is_folders: bool
) -> None:
    block = "# Again\n\n/// journey | map\n    of: map.md\n///\n\n[Ana](personas/ana.md)\n"
    pages = {"two.md": MAP.replace("# From", "# Also from"), "again.md": block}
    built = build("print-site", pages, use_directory_urls=is_folders)
    path = "print_page/index.html" if is_folders else "print_page.html"
    page = Page(built.read(path))
    assert [id for id, count in page.ids.items() if count > 1] == []
    assert {"map-buy-checkout", "two-buy-checkout"} < page.ids.keys()
    for tag, found in page.elements:
        for name in REFERENCES:
            named = [word.removeprefix("#") for word in found.get(name, "").split()]
            assert [word for word in named if word not in page.ids] == [], found
        href = found.get("href", "")
        if tag == "a" and len(href) > 1 and href.startswith("#"):
            assert href[1:] in page.ids, href
    assert page.faults == []
    # The pages themselves are as they were, and search finds what it found.
    assert 'id="buy-checkout"' in built.read("map/index.html" if is_folders else "map.html")
    assert any("Fraud check" in text for text in built.search().values())


def test_what_is_published_beside_pages_is_of_shown_pages(build: Any) -> None:
    pages = {"blog/index.md": "# Blog\n", "blog/posts/posted.md": TAGGED}
    pages["blog/posts/posted.md"] = TAGGED.replace("---\n", "---\ndate: 2026-10-02\n", 1).replace(
        "shop.md", "../../shop.md"
    )
    built = build("blog", pages)
    paths = [found["path"] for found in json.loads(built.read("journeys.json"))["maps"]]
    assert paths == ["blog/posts/posted.md", "map.md"]
