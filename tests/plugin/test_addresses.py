"""Every address of a built site leads somewhere, on each theme and in both forms of addresses."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from tests.builds import make, write_site
from tests.html import Page

SITE = Path(__file__).parents[1] / "engines" / "site" / "docs"
THEMES = {
    "material": {"name": "material", "font": False, "features": ["navigation.instant"]},
    "mkdocs": {"name": "mkdocs", "highlightjs": False},
    "readthedocs": {"name": "readthedocs", "highlightjs": False},
}
CHANNELS = {"channels": {"kiosk": "Kiosk"}, "lanes": {"risks": "Risks"}, "diagrams": "svg",
            "systems": {"payments": "Payments"}, "today": "2026-11-02"}  # fmt: skip
VALIDATION = {"omitted_files": "warn", "absolute_links": "warn", "unrecognized_links": "warn",
              "anchors": "warn"}  # fmt: skip


@pytest.mark.parametrize("is_folders", [True, False], ids=["folders", "files"])
@pytest.mark.parametrize("theme", THEMES)
def test_links_files_and_anchors_are_there(tmp_path: Path, theme: str, is_folders: bool) -> None:
    pages: dict[str, str | bytes] = {
        file.relative_to(SITE).as_posix(): file.read_bytes()
        for file in SITE.rglob("*")
        if file.is_file()
    }
    settings: dict[str, Any] = {"use_directory_urls": is_folders, "validation": VALIDATION}
    built = make(write_site(tmp_path, pages, theme=THEMES[theme], journey=CHANNELS, **settings))
    assert built.complaints() == []
    files = sorted(built.folder.rglob("*.html"))
    read = {file: Page(file.read_text(encoding="utf-8")) for file in files}
    dead = [f"{file.name}: {found}" for file in files for found in _dead(file, built.folder, read)]
    assert dead == []
    buying = built.folder / ("journeys/buying/index.html" if is_folders else "journeys/buying.html")
    addresses = list(_addresses(read[buying]))
    assert sum(address.endswith((".csv", ".json")) for address in addresses) == 2
    assert any(address.endswith("#beans") for address in addresses)


def _addresses(page: Page) -> Iterator[str]:
    for tag, found in page.elements:
        for name in {"a": ("href",), "link": ("href",), "script": ("src",), "img": ("src",)}.get(
            tag, ()
        ):
            if name in found:
                yield found[name]


def _dead(file: Path, root: Path, read: dict[Path, Page]) -> Iterator[str]:
    """Addresses of a page that lead to no file of the site, or to no element of its page."""
    for address in _addresses(read[file]):
        parts = urlsplit(address)
        if parts.scheme or parts.netloc:
            continue
        path = unquote(parts.path)
        # What cannot know where it stands counts from the site's root: the page for errors.
        start = root if path.startswith("/") else file.parent
        target = (start / path.lstrip("/")).resolve() if path else file
        target = target / "index.html" if target.is_dir() else target
        if not target.is_file():
            yield address
        elif parts.fragment and target in read:
            id = unquote(parts.fragment)
            # Themes lead to the top of a page by a name that no element needs to have.
            if id not in read[target].ids and id not in ("", "top", "__toc"):
                yield address
