"""The line of a finding, with carets below its value as a terminal shows them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journey.diagnostics import find
from mkdocs_journey.model.rules import UNKNOWN_KEY
from mkdocs_journey.reporters.frame import frame, width
from mkdocs_journey.source import Source, Span


def _frame(text: str, start: int, end: int) -> list[str]:
    return frame(find(UNKNOWN_KEY, Source("a.md", text), Span(start, end), "m")).split("\n")


@pytest.mark.parametrize(
    ("line", "value", "shown", "carets"),
    [
        ("name: Buy", "Buy", "name: Buy", "      ^^^"),
        ("名前: 購入 x", "購入", "名前: 購入 x", "      ^^^^"),
        ("a: e\u0301e\u0301 x", "e\u0301e\u0301", "a: e\u0301e\u0301 x", "   ^^"),
        ("a: 👍 x", "x", "a: 👍 x", "      ^"),
        ("\ta: x", "x", "    a: x", "       ^"),
        ("a: \x1b[2J", "\x1b[2J", "a: �[2J", "   ^^^^"),
        ("a: \u202ex", "x", "a: �x", "    ^"),
    ],
)
def test_carets_stand_below_the_value(line: str, value: str, shown: str, carets: str) -> None:
    start = 4 + line.index(value)
    assert _frame(f"one\n{line}\nend", start, start + len(value)) == [
        "  |",
        f"2 | {shown}",
        f"  | {carets}",
    ]


def test_a_value_of_several_lines_is_marked_in_its_first() -> None:
    assert _frame("a: b\nc: d\n", 3, 9) == ["  |", "1 | a: b", "  |    ^"]


def test_a_place_behind_the_text_has_a_caret() -> None:
    assert _frame("a:\n", 2, 2) == ["  |", "1 | a:", "  |   ^"]
    assert _frame("", 0, 1) == ["  |", "1 |", "  | ^"]


def test_of_a_long_line_the_part_around_the_value_is_shown() -> None:
    text = "x" * 500 + "HERE" + "y" * 500
    _, line, carets = _frame(text, 500, 504)
    assert line[carets.index("^") :].startswith("HERE")
    assert line.startswith("1 | …") and line.endswith("…")
    assert width(line) <= 110


@given(st.text(st.characters(exclude_characters="\r\n"), max_size=300), st.data())
def test_any_line_is_framed_within_its_width(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    lines = _frame(text, start, end)
    assert len(lines) == 3
    assert "^" in lines[2]
    assert all(width(line) <= 110 for line in lines)
    assert "\x1b" not in lines[1]
