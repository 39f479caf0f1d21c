"""Maps that came, went and moved between two states of a site."""

from __future__ import annotations

from mkdocs_journey.differences import compare_sites
from mkdocs_journey.pages import Page
from tests.differences.pages import page

MAP = "---\ntitle: Order\njourney: {stages: [{name: Buy}, {name: Use}]}\n---\n"
OTHER = "---\ntitle: Return\njourney: {stages: [{name: Send back}]}\n---\n"
PERSONA = "---\ntitle: Ana\npersona: {name: Ana, role: Office manager}\n---\n"


def site(**texts: str) -> dict[str, Page]:
    return {f"{name}.md": page(text, f"{name}.md") for name, text in texts.items()}


def told(before: dict[str, Page], after: dict[str, Page]) -> list[tuple[str, ...]]:
    return [
        (found.path, change.kind.value, change.what, change.before, change.after)
        for found in compare_sites(before, after)
        for change in found.changes
    ]


def test_a_map_that_moved_is_neither_new_nor_gone() -> None:
    assert told(site(a=MAP), site(b=MAP)) == [("b.md", "moved", "map", "a.md", "b.md")]


def test_maps_that_came_and_went() -> None:
    assert told(site(a=MAP), site(b=OTHER)) == [
        ("a.md", "removed", "map", "", ""),
        ("b.md", "added", "map", "", ""),
    ]


def test_the_same_place_counts_more_than_likeness() -> None:
    found = told(site(a=MAP), site(a=OTHER, b=MAP))
    assert ("b.md", "added", "map", "", "") in found
    assert ("a.md", "renamed", "map", "Order", "Return") in found


def test_personas_are_compared_as_well() -> None:
    other = PERSONA.replace("Office manager", "Buyer")
    assert told(site(ana=PERSONA), site(ana=other)) == [
        ("ana.md", "changed", "role", "Office manager", "Buyer")
    ]


def test_a_page_that_becomes_a_map_was_no_map_before() -> None:
    found = told(site(a=PERSONA), site(a=MAP))
    assert [entry[1:3] for entry in found] == [("removed", "persona"), ("added", "map")]


def test_pages_without_a_change_are_not_named() -> None:
    assert compare_sites(site(a=MAP, b=OTHER), site(a=MAP, b=OTHER)) == ()
