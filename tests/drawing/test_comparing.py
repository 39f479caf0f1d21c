"""Blocks that compare two maps: what is said where there are not two."""

import pytest

from mkdocs_journey.blocks import find_blocks
from mkdocs_journey.drawing import check_blocks
from mkdocs_journey.source import Source
from tests.views.across.atlases import overview_of

SITE = overview_of(
    {
        "maps/now.md": "journey: {stages: [{name: Buy, feeling: 2}]}",
        "maps/then.md": "journey: {kind: future-state, improves: now.md, stages: [{name: Buy}]}",
        "maps/alone.md": "journey: {stages: [{name: Buy}]}",
    }
)


def findings(path: str, *options: str) -> list[tuple[str, str, int]]:
    lines = ["/// journey | compare", *(f"    {option}" for option in options), "///", ""]
    source = Source(path, "\n".join(lines))
    blocks, faults = find_blocks(source)
    assert not faults
    return [
        (found.rule.code, found.message, source.position(found.span.start).line)
        for found in check_blocks(SITE, source, blocks)
    ]


@pytest.mark.parametrize(
    ("path", "options"),
    [
        ("maps/then.md", ()),
        ("maps/now.md", ()),
        ("index.md", ("of: maps/now.md",)),
        ("maps/alone.md", ("with: now.md", "where: {change: {at_least: 1}}", "sort: -change")),
    ],
)
def test_two_maps_are_compared(path: str, options: tuple[str, ...]) -> None:
    assert findings(path, *options) == []


@pytest.mark.parametrize(
    ("path", "options", "code", "words", "line"),
    [
        ("index.md", (), "J505", "this page has no map", 1),
        ("index.md", ("of: nowhere.md",), "J505", "`nowhere.md` has no map", 2),
        ("maps/now.md", ("with: nowhere.md",), "J505", "`nowhere.md` has no map", 2),
        ("maps/alone.md", (), "J507", "`maps/alone.md` improves no map", 1),
        ("maps/now.md", ("with: now.md",), "J507", "compared with itself", 2),
        ("maps/now.md", ("where: {chnge: 1}",), "J508", "unknown field `chnge`", 2),
        ("maps/now.md", ("where: {presence: newish}",), "J509", "did you mean `new`", 2),
        ("maps/now.md", ("columns: [sovled]",), "J508", "did you mean `solved`", 2),
    ],
)
def test_a_missing_map_or_field_is_said_at_its_place(
    path: str, options: tuple[str, ...], code: str, words: str, line: int
) -> None:
    ((found, message, at),) = findings(path, *options)
    assert (found, at) == (code, line)
    assert words in message
