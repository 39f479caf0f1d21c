"""Maps among other extensions, themes and names of files, as MkDocs publishes them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from tests.builds import MAP, write_site
from tests.html import Page

EXTENSIONS: list[Any] = [
    "abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables",
    {"toc": {"permalink": True}}, "pymdownx.arithmatex", "pymdownx.betterem",
    "pymdownx.blocks.tab", "pymdownx.blocks.admonition", "pymdownx.blocks.details",
    "pymdownx.details", "pymdownx.emoji", "pymdownx.smartsymbols", "pymdownx.snippets",
    "pymdownx.superfences", "pymdownx.tasklist", "pymdownx.tilde", {"pymdownx.tabbed":
    {"alternate_style": True}}, "smarty",
]  # fmt: skip
MATERIAL = {"name": "material", "font": False, "features": ["navigation.instant"]}
ODD = """\
---
journey:
  stages:
    - name: "HTML (c) :smile: --> $x$ 'q'"
      touchpoints:
        - name: "~~x~~ --8<-- 1/2 [^1]"
          feeling: 2
          doing: 'HTML +/- (tm) :smile: $y$ "q" ...'
---

# X

*[HTML]: never
[^1]: A note.

Text[^1].
"""
FRONT = "---\njourney: {stages: [{name: Buy, feeling: 2}, {name: Use, feeling: 4}]}\n---\n\n# X\n\n"
CURVE = "/// journey | curve\n///\n"


def indented(text: str) -> str:
    return "".join(f"    {line}\n" for line in text.splitlines())


def test_no_extension_touches_a_map(build_site: Any) -> None:
    with_all = build_site({"odd.md": ODD}, theme=MATERIAL, markdown_extensions=EXTENSIONS)
    page = with_all.read("odd/index.html")
    shown = Page(page).text
    assert "HTML (c) :smile: --> $x$ 'q'" in shown
    assert 'HTML +/- (tm) :smile: $y$ "q" ...' in shown
    assert "x --8<-- 1/2 [^1]" in shown or "~~x~~ --8<-- 1/2 [^1]" in shown
    start = page.index("data-journey")
    assert "<abbr" not in page[start : page.index("A note.")]
    assert [id for id, n in Page(page).ids.items() if n > 1] == []


CONTAINERS = {
    "tab": f"//// tab | One\n\n{CURVE}\n////\n",
    "tab without blank lines": f"//// tab | One\n{CURVE}////\n",
    "old tab": f'=== "One"\n\n{indented(CURVE)}',
    "details": f"//// details | More\n\n{CURVE}\n////\n",
    "old details": f"??? note\n\n{indented(CURVE)}",
    "admonition": f"!!! note\n\n{indented(CURVE)}",
    "list item": f"- Item\n\n{indented(CURVE)}",
    "number": f"1. Item\n\n{indented(CURVE)}",
    "quote": "> /// journey | curve\n> ///\n",
    "html": f'<div markdown="1">\n\n{CURVE}\n</div>\n',
    "end of file": "Text.\n\n/// journey | curve\n///",
    "paragraph": f"Text right above.\n{CURVE}Text right below.\n",
    "option": "/// journey | curve\n    of: map.md\n///\n",
}


@pytest.mark.parametrize("name", CONTAINERS)
def test_a_block_is_drawn_in_any_container(build_site: Any, name: str) -> None:
    after = "" if name == "end of file" else "\n\nThe end.\n"
    pages = {"map.md": FRONT + CONTAINERS[name] + after}
    built = build_site(pages, theme=MATERIAL, markdown_extensions=EXTENSIONS)
    page = built.read("map/index.html")
    assert page.count('class="journey journey--view"') == 1
    assert "///" not in page
    assert page.count("<p>The end.</p>") == bool(after)
    assert not built.complaints()


def test_two_blocks_without_a_line_between(build_site: Any) -> None:
    blocks = "/// journey | curve\n///\n/// journey | flow\n///\nText.\n"
    page = build_site({"map.md": FRONT + blocks}).read("map/index.html")
    assert page.count('class="journey journey--view"') == 2
    assert "///" not in page
    assert "Text." in page


def test_two_pages_show_the_same_map(build_site: Any) -> None:
    block = "# P\n\n/// journey | map\n    of: map.md\n///\n"
    built = build_site({"one.md": block, "two/index.md": block.replace("map.md", "../map.md")})
    for path, shop in (("one", "../shop/#beans"), ("two", "../shop/#beans")):
        page = built.read(f"{path}/index.html")
        assert "Product page" in page
        assert f'href="{shop}"' in page
    assert not built.complaints()


@pytest.mark.parametrize("is_folders", [True, False])
@pytest.mark.parametrize("path", ["maps/ação.md", "a b/c d%20e.md", "maps/index.md", "maps/maps.md",
                                  "#x/100%.md", "README.md"])  # fmt: skip
def test_downloads_lead_to_files_whatever_a_page_is_called(
    build_site: Any, path: str, is_folders: bool
) -> None:
    pages = {path: MAP.replace("shop.md", "/"), "maps/index.md": MAP, "index.md": "# Home\n"}
    if path == "README.md":
        pages.pop("index.md")
    built = build_site({**pages, path: MAP}, use_directory_urls=is_folders)
    found = [file for file in built.folder.rglob("*.html") if "journey-toolbar" in file.read_text()]
    assert len(found) >= 2
    addresses = set()
    for file in found:
        links = [
            attributes["href"]
            for tag, attributes in Page(file.read_text()).elements
            if tag == "a" and "download" in attributes
        ]
        assert [link.rsplit(".", 1)[-1] for link in links] == ["csv", "json"]
        for link in links:
            assert link.isascii() and " " not in link
            target = (file.parent / unquote(link)).resolve()
            assert target.is_file()
            addresses.add(target)
            if link.endswith("json"):
                source = json.loads(target.read_text())["path"].removesuffix(".md")
                assert source.rsplit("/", 1)[-1] in (*file.with_suffix("").parts, "index", "README")
    assert len(addresses) == 2 * len(found)


def test_a_page_that_is_not_published_has_no_downloads(build_site: Any) -> None:
    built = build_site(
        {"drafts/a.md": MAP, "out/b.md": MAP}, exclude_docs="out/", draft_docs="drafts/"
    )
    assert not list(built.folder.rglob("a.*"))
    assert not list(built.folder.rglob("b.*"))


def test_a_site_without_a_map_has_its_assets(build_site: Any) -> None:
    page = {"map.md": "# No map\n", "personas/ana.md": "# Ana\n"}
    built = build_site(page)
    assert "assets/mkdocs-journey/journey.css" in built.read("index.html")
    assert built.read("assets/mkdocs-journey/journey.css")
    assert built.read("assets/mkdocs-journey/journey.js")
    assert not built.complaints()


def test_builds_are_the_same_bytes_on_every_machine(tmp_path: Path) -> None:
    file = write_site(
        tmp_path, {"odd.md": ODD}, theme=MATERIAL, journey={"today": "2026-11-23"},
        markdown_extensions=EXTENSIONS,
    )  # fmt: skip
    found = []
    for seed, locale, zone in (("1", "C", "UTC"), ("2", "de_DE.UTF-8", "Asia/Tokyo")):
        folder = tmp_path / seed
        command = [
            sys.executable,
            "-m",
            "mkdocs",
            "build",
            "-q",
            "-f",
            str(file),
            "-d",
            str(folder),
        ]
        environment = {"PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": zone}
        environment |= {"SOURCE_DATE_EPOCH": "1790000000", "NO_MKDOCS_2_WARNING": "1"}
        subprocess.run(command, check=True, env={**os.environ, **environment})
        files = {path.relative_to(folder): path for path in folder.rglob("*") if path.is_file()}
        found.append({str(name): path.read_bytes() for name, path in files.items()
                      if not name.name.endswith(".gz")})  # fmt: skip
    first, second = found
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []
