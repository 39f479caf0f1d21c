"""A copy of a site that is read from disk, with the line that the guide adds for it."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from mkdocs.commands.build import build
from mkdocs.config import load_config

from mkdocs_journey.cli.starter import read_starter
from tests.docs.fences import fences_of

_ADDRESS = re.compile(r'\s(?:href|src)="([^"]*)"')


def test_every_link_of_a_copy_leads_to_a_file(tmp_path: Path) -> None:
    (line,) = (
        fence.text
        for fence in fences_of("maps/guide/index.md", "yaml")
        if "directory_urls" in fence.text
    )
    for path, text in read_starter().items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"{text}\n{line}" if path == "mkdocs.yml" else text, encoding="utf-8")
    build(load_config(str(tmp_path / "mkdocs.yml"), strict=True))
    pages = [page for page in (tmp_path / "site").rglob("*.html") if page.stem != "404"]
    assert len(pages) == len(list((tmp_path / "docs").rglob("*.md")))
    lost = {
        f"{page.name}: {address}"
        for page in pages
        for address in _ADDRESS.findall(page.read_text(encoding="utf-8"))
        if not urlsplit(address).netloc
        if (path := unquote(urlsplit(address).path))
        if not (page.parent / path).is_file()
    }
    assert lost == set()
