"""The values that a map was made of, when they are read again."""

from __future__ import annotations

from typing import Any

import pytest

from mkdocs_journey.catalog import BUILT_IN
from mkdocs_journey.front_matter import Mapping, Sequence
from mkdocs_journey.pages import read_page
from mkdocs_journey.source import Source

MAP = """\
kind: "lifecycle"
owner:
stages:
  - name: Buy
    doing: [Looks, none, {text: Pays, to: buy}]
  -
  - {name: Use, feeling: 4}
"""
INDENTED = "".join(f"  {line}\n" for line in MAP.splitlines())


def described(value: Any) -> Any:
    """All that a tree says: values with their types, places and braces."""
    if isinstance(value, Mapping):
        inner = [(key, described(item)) for key, item in value.items()]
        return inner, value.marks, value.flow
    if isinstance(value, Sequence):
        return [described(item) for item in value], value.marks, value.flow
    return type(value), value


@pytest.mark.parametrize(
    ("text", "file"),
    [
        (f"---\ntitle: Buying\njourney:\n{INDENTED}---\n", ""),
        ("---\njourney: buy.yml\n---\n", MAP),
        ("---\njourney: buy.yml\n---\n", f"journey:\n{INDENTED}"),
        ("---\npersona: {name: Ana, goals: [Coffee, none]}\n---\n", ""),
    ],
)
def test_values_are_read_again_as_they_were(text: str, file: str) -> None:
    page = read_page(Source("a.md", text), BUILT_IN, lambda _: file.encode())
    assert page is not None
    assert page.findings == ()
    let_go = page.without_values()
    assert let_go.values is None
    assert described(let_go.data) == described(page.data) != described(Mapping())


def test_what_is_at_fault_keeps_its_values() -> None:
    page = read_page(
        Source("a.md", "---\npersona: {name: Ana, aeg: 34}\n---\n"), BUILT_IN, lambda _: None
    )
    assert page is not None
    assert page.without_values() is page


def test_a_page_without_a_map_has_none() -> None:
    page = read_page(Source("a.md", "---\njourney: 4\n---\n"), BUILT_IN, lambda _: None)
    assert page is not None
    assert page.data == {}
