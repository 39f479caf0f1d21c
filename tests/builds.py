"""Small sites, built by MkDocs itself."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from mkdocs.commands.build import build as build_with_mkdocs
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

MAP = """\
---
title: First order
journey:
  personas: [ana]
  stages:
    - name: Consider
      touchpoints:
        - name: Product page
          channel: web
          doing: Compares *two* roasts, see [the shop](shop.md#beans)
          feeling: 2
          pains: {text: No grind is named, severity: high}
    - name: Buy
      touchpoints:
        - {name: Checkout, channel: web, feeling: 4, backstage: Fraud check, support: Payments}
---

# From newsletter to first order

What twelve customers told.
"""
PAGES: dict[str, str | bytes] = {
    "index.md": "# Home\n",
    "shop.md": "# Shop\n\n## Beans\n",
    "personas/ana.md": "---\npersona: {name: Ana Martins, role: Office manager}\n---\n\n# Ana\n",
    "map.md": MAP.replace("shop.md", "shop.md"),
}


@dataclass(frozen=True)
class Built:
    """A built site and what MkDocs logged meanwhile."""

    folder: Path
    messages: tuple[str, ...]
    aborted: bool

    def read(self, path: str) -> str:
        """Text of a file of the site."""
        return (self.folder / path).read_text(encoding="utf-8")

    def search(self) -> dict[str, str]:
        """Text of the search index by location."""
        docs = json.loads(self.read("search/search_index.json"))["docs"]
        return {entry["location"]: entry["text"] for entry in docs}

    def complaints(self) -> list[str]:
        """Warnings and errors."""
        return [line for line in self.messages if line.startswith(("WARNING", "ERROR"))]


BuildSite = Callable[..., Built]


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.getMessage()}")


@pytest.fixture
def build_site(tmp_path: Path) -> BuildSite:
    """Build a site of some pages, with the plugin's and MkDocs' settings given."""

    def run(
        pages: dict[str, str | bytes] | None = None, *, name: str = "site", **settings: Any
    ) -> Built:
        return build(tmp_path / name, pages or {}, **settings)

    return run


def build(
    root: Path,
    pages: dict[str, str | bytes],
    *,
    journey: dict[str, Any] | None = None,
    **settings: Any,
) -> Built:
    """Build a site of `PAGES` and some more in a folder."""
    return make(write_site(root, pages, journey=journey, **settings))


def write_site(
    root: Path,
    pages: dict[str, str | bytes],
    *,
    journey: dict[str, Any] | None = None,
    **settings: Any,
) -> Path:
    """Write a site's pages and its configuration, whose path is returned."""
    for path, content in {**PAGES, **pages}.items():
        file = root / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    settings.setdefault("theme", {"name": "mkdocs"})
    settings.setdefault("plugins", ["search", {"journey": journey or {}}])
    file = root / "mkdocs.yml"
    file.write_text(yaml.safe_dump({"site_name": "Test", **settings}), encoding="utf-8")
    return file


def make(file: Path) -> Built:
    """Build the site of a configuration."""
    listener = _Listener()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(listener)
    level = logger.level
    logger.setLevel(logging.INFO)
    try:
        config = load_config(str(file), site_dir=str(file.parent / "built"))
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build_with_mkdocs(config)
            aborted = False
        except Abort:
            aborted = True
        config.plugins.on_shutdown()
    finally:
        logger.removeHandler(listener)
        logger.setLevel(level)
    return Built(file.parent / "built", tuple(listener.lines), aborted)
