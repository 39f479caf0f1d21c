"""Lines that are indented with tabs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from mkdocs_journey.front_matter import rules
from mkdocs_journey.front_matter.broken.mends import (
    Edit,
    Level,
    Line,
    Mend,
    Trust,
    content_column,
    levels_of,
    line_at,
    lines_below,
    open_columns,
)
from mkdocs_journey.front_matter.broken.stops import Cause, Stop
from mkdocs_journey.source import Span

_TAB = re.compile(r"[ ]*(?:-[ ]*)*(?P<tab>\t+)")
_WIDTHS = (2, 4, 8)
"""How far apart editors set the stops of a tab; a tab for each level is like the first."""


def find_tab(stop: Stop) -> Cause | None:
    """A tab where the parser expected the spaces of an indentation, with those in lines below."""
    match = _TAB.match(stop.line)
    if match is None:
        return None
    at = stop.start + match.start("tab")
    lines = _indented_with_tabs(stop)
    message = "a tab as indentation: write spaces"
    if len(lines) > 1:
        count = len(lines) - 1
        below = "the line" if count == 1 else f"{count} lines"
        message = f"tabs as indentation, here and in {below} below: write spaces"
    return Cause(Span(at, at + 1), message, _untabbed(lines, stop.text), rules.TAB)


def _indented_with_tabs(stop: Stop) -> list[Line]:
    """The line with the tab and those directly below it that have one, too."""
    lines = [stop.at]
    for line in lines_below(stop.text, stop.at):
        if line.text.strip() and not _TAB.match(line.text):
            break
        lines.append(line)
    return [line for line in lines if line is stop.at or line.text.strip()]


def _untabbed(lines: list[Line], text: str) -> Iterator[Mend]:
    """The lines indented with spaces: by each usual width of a tab, the one that fits best first.

    Then as deep as what is open above.
    """
    for width in sorted(_WIDTHS, key=lambda width: _misfit(lines, text, width)):
        yield _indented(lines, width)
    first = _expanded(lines[0], _WIDTHS[0])
    for column in open_columns(text, lines[0]):
        yield _indented(lines, _WIDTHS[0], column - first.indent)


def _indented(lines: list[Line], width: int, by: int = 0) -> Mend:
    edits: list[Edit] = []
    for line in lines:
        new = _expanded(line, width, by)
        margin = Span(line.start, line.start + content_column(line))
        edits.append(Edit(margin, new.text[: content_column(new)]))
    return Mend(tuple(edits), Trust.MOVED)


def _expanded(line: Line, width: int, by: int = 0) -> Line:
    """A line with spaces for the tabs before its text, moved by some columns."""
    end = content_column(line)
    margin = line.text[:end].expandtabs(width)
    dashes = margin.lstrip(" ")
    return Line(line.start, " " * max(len(margin) - len(dashes) + by, 0) + dashes + line.text[end:])


def _misfit(lines: list[Line], text: str, width: int) -> tuple[int, int, int]:
    """How badly lines stand with a width of tabs: the less, the likelier their author saw it.

    A parser takes several widths, for it only asks that a line stands at some level. So there
    count how many of the lines and the one below them stand at none, then how many of the whole
    text, for an editor has one width for all its tabs; last how far they jump.
    """
    near, far, jumps = 0, 0, 0
    for line, fits, jump in _placed(text, width):
        far += not fits
        if lines[0].start <= line.start <= lines[-1].end + 1:
            near += not fits
        if lines[0].start <= line.start <= lines[-1].start:
            jumps += jump
    return near, far, jumps


def _placed(text: str, width: int) -> Iterator[tuple[Line, bool, int]]:
    """Each line, whether it stands at a level that is open there, and how far from the last."""
    levels: list[Level] = []
    is_opened, last = True, -1
    for line in _lines(text, width):
        is_item = line.text[line.indent : line.indent + 1] == "-"
        fits = line.indent + is_item > last if is_opened else (line.indent, is_item) in levels
        yield line, fits, abs(line.indent - last)
        # A list's dashes may stand below the first letter of the list's key.
        key = (line.indent, False) if is_item else None
        levels = [level for level in levels if level[0] < line.indent or level == key]
        levels += levels_of(line)
        is_opened, last = _opens(line), content_column(line)


def _lines(text: str, width: int) -> Iterator[Line]:
    """All lines that say something, without tabs before their texts."""
    line = line_at(text, 0)
    for item in chain([line], lines_below(text, line)):
        if not item.is_empty:
            yield _expanded(item, width) if _TAB.match(item.text) else item


def _opens(line: Line) -> bool:
    """Whether a line is a key whose value stands below it."""
    return line.text[: line.content_end - line.start].endswith(":")
