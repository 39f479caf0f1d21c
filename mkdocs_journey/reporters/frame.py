"""The line that a finding stands in, with carets below it."""

from __future__ import annotations

import re
from unicodedata import category, combining, east_asian_width

from mkdocs_journey.diagnostics import Finding
from mkdocs_journey.reporters.paint import SEVERITIES, Paint, Tone, plain

_TAB = "    "
_WIDEST = 100
"""Cells of a line that are shown: with the number of the line they fit most terminals."""
_BEFORE = 60
"""Cells before the finding that are kept of a longer line."""
# They would move the cursor, colour the terminal, or turn the direction of what follows.
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def frame(finding: Finding, paint: Paint = plain) -> str:
    """Draw a finding's line and mark its value, three lines without an end of the last.

    Columns are those of a terminal: wide characters take two, combining ones none, tabs four. Of
    a value that goes on below, its part in the first line is marked.
    """
    line, column = finding.position
    text = finding.source.line(line)
    start = column - 1
    end = min(start + max(finding.span.end - finding.span.start, 1), max(len(text), start + 1))
    first = _first_shown(text, start)
    before, marked = _shown(text[first:start]), _shown(text[start:end])
    whole = before + marked + _shown(text[end:])
    lead, tone = "…" if first else "", SEVERITIES[finding.severity]
    number, shown = str(line), _cut(lead + whole)
    carets = "^" * max(min(width(marked), width(shown) - width(lead + before)), 1)
    margin = " " * len(number)
    rows = (
        (f"{margin} |", ""),
        (f"{number} |", f" {shown}"),
        (f"{margin} |", f" {' ' * width(lead + before)}{paint(carets, tone, Tone.BOLD)}"),
    )
    return "\n".join(f"{paint(gutter, Tone.BLUE)}{rest.rstrip()}" for gutter, rest in rows)


def clean(text: str) -> str:
    """Text without what a terminal would obey instead of showing it."""
    return _UNSEEN.sub("�", text)


def width(text: str) -> int:
    """Cells that a terminal gives a text."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def _cells(character: str) -> int:
    if combining(character) or category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(character) in ("W", "F") else 1


def _shown(text: str) -> str:
    return clean(text.replace("\t", _TAB))


def _first_shown(text: str, start: int) -> int:
    """First character that is shown, so that the finding is in sight on a very long line."""
    if width(_shown(text)) <= _WIDEST or start <= _BEFORE:
        return 0
    return start - _BEFORE


def _cut(text: str) -> str:
    if width(text) <= _WIDEST:
        return text
    cells, kept = 0, []
    for character in text:
        cells += _cells(character)
        if cells >= _WIDEST:
            break
        kept.append(character)
    return "".join(kept) + "…"
