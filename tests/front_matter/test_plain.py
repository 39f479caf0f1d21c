"""What is read line by line is what a whole YAML reader reads: values, their kinds and places."""

from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_journey.front_matter import Mapping, Sequence, find_front_matter
from mkdocs_journey.front_matter.parser import parse
from mkdocs_journey.front_matter.plain import read_plain
from mkdocs_journey.source import Source, Span
from tools.corpus import map_page

ROOT = Path(__file__).parents[2]
PAGES = sorted(
    [
        *ROOT.glob("maps/journeys/*.md"),
        *ROOT.glob("maps/personas/*.md"),
        ROOT / "tests/data/example-map.md",
    ]
)
PIECES = [
    *"aé0 -:#'\"{}[],|>&*!%@`?~=.\\/\n\t", "  ", "\n  ", "\n\n", "- ", ": ", " #", ", ", "-5", "''",
    "a: b\n", "- c: d\n", "  - e\n", "key:\n", "key: [a, b]\n", "k: {a: b, c: 'd'}\n", "x y: z\n",
    "null", "yes", "<<: *a\n", "---\n", "...\n", "k: >-\n  ", "k: |\n  a\n   b\n", "\u00a0",
    "\u2028", "\x85", "\ufeff", "\ud800", "\U0001f642",
]  # fmt: skip


def described(value: Any) -> Any:
    """All that a tree says: values with their types, places and brackets."""
    if isinstance(value, Mapping):
        return [(key, described(item)) for key, item in value.items()], value.marks, value.flow
    if isinstance(value, Sequence):
        return [described(item) for item in value], value.marks, value.flow
    return type(value), value


def read_alike(text: str) -> bool:
    """Whether a text is read line by line at all; asserts that it is read as by `parse`."""
    source = Source("a.md", f"---\n{text}")
    span = Span(4, len(source.text))
    plain = read_plain(source, span)
    if plain is None:
        return False
    whole = parse(source, span)
    assert whole.faults == ()
    assert described(plain.value) == described(whole.value)
    assert plain.doubtful == whole.doubtful
    return True


def front_matter(page: str) -> str:
    source = Source("a.md", page)
    found = find_front_matter(source)
    assert found is not None
    return source.text[found[0].start : found[0].end]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_maps_as_people_write_them_are_read_line_by_line(path: Path) -> None:
    assert read_alike(front_matter(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("number", range(40))
def test_generated_maps_are_read_line_by_line(number: int) -> None:
    assert read_alike(front_matter(map_page(number)))


@settings(max_examples=400)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_texts_of_all_kinds_are_read_alike(text: str) -> None:
    read_alike(text)


@settings(max_examples=400)
@given(st.randoms(use_true_random=False), st.lists(st.sampled_from(PIECES), max_size=3))
def test_maps_with_slips_are_read_alike(random: Random, slips: list[str]) -> None:
    lines = front_matter(random.choice(PAGES).read_text(encoding="utf-8")).splitlines(True)
    first = random.randrange(len(lines))
    text = "".join(lines[first : first + random.randint(1, 9)])
    for slip in slips:
        at, end = sorted((random.randrange(len(text) + 1), random.randrange(len(text) + 1)))
        text = text[:at] + slip + text[at if random.random() < 0.7 else min(end, at + 3) :]
    read_alike(text)


@pytest.mark.parametrize(
    "text",
    [
        "stages:\n- name: Buy\n- name: Use\n",
        "a: -5%\nb: it's  so # really\nc:\nd: 'it''s'\n",
        'a: {b: [c, {d: e f }], g: "h"} # i\nj: []\n',
        "bio: >-\n\n  A nurse\n  on nights\n\n   and days\n\nname: Amira",
        "a:\n  - b\n\n  # c\n  - d: e\n    f:\n  -  g: h\n     i: j\n",
    ],
)
def test_what_is_usual_is_read_line_by_line(text: str) -> None:
    assert read_alike(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "a: b\na: c\n",
        "a: b: c\n",
        "a: *b\n",
        "a: b\n  c\n",
        "a: [b,\n  c]\n",
        "\ta: b\n",
        "on: a\n",
        "a: {b: {No: c}}\n",
    ],
)
def test_what_is_unusual_is_left_to_a_whole_reader(text: str) -> None:
    assert not read_alike(text)
