"""Maps of tests, read as a site reads them."""

from __future__ import annotations

from pathlib import Path

import yaml

from mkdocs_journey.catalog import BUILT_IN
from mkdocs_journey.model import Journey
from mkdocs_journey.pages import Page, read_page
from mkdocs_journey.source import Source

DATA = Path(__file__).with_name("data")


def page(text: str, path: str = "map.md") -> Page:
    """A page of a text, which must be one without a fault."""
    found = read_page(Source(path, text), BUILT_IN, lambda _: None)
    assert found is not None
    assert found.findings == ()
    return found


def stored(name: str) -> Page:
    """A page of the folder `data`, as if it stood at one path."""
    return page((DATA / name).read_text(encoding="utf-8"))


def journey(**keys: object) -> Journey:
    """A map of some keys."""
    front = yaml.safe_dump({"journey": keys}, allow_unicode=True, sort_keys=False)
    found = page(f"---\n{front}---\n").journey
    assert found is not None
    return found
