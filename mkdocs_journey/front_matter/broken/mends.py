"""Mends of broken YAML, so that reading goes on and the faults below are told in the same run.

They are guesses for the reader of findings, never written to a file. Each says how far it is to
be trusted, because a guess about structure must not be drawn as if somebody had written it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import IntEnum
from typing import NamedTuple

from mkdocs_journey.source import Span

_COMMENT = re.compile(r"(?:^|[ \t])#")
_ENTRY = re.compile(r"[ \t]*(?:-[ \t]|-?$|#|[\w-]+:(?:[ \t]|$))")
MARGIN = re.compile(r"[ \t]*(?:-(?:[ \t]+|$))*")
"""What a line begins with before its text."""


Level = tuple[int, bool]
"""A column, and whether a list's dash stands there."""


class Trust(IntEnum):
    """How sure it is that mended text says what its author meant."""

    MEANT = 0
    """The text stands as it was written: it lacked a quote, a space or a bracket."""
    MOVED = 1
    """All text is there, but where it belongs is a guess."""
    LOST = 2
    """Text was left out."""


class Edit(NamedTuple):
    """Text that stands instead of a span."""

    span: Span
    text: str


class Mend(NamedTuple):
    """Edits that let a parser go on, in the order of their places."""

    edits: tuple[Edit, ...]
    trust: Trust = Trust.MEANT

    def apply(self, text: str) -> str:
        """The text with the edits made."""
        pieces: list[str] = []
        at = 0
        for edit in self.edits:
            pieces += (text[at : edit.span.start], edit.text)
            at = edit.span.end
        return "".join([*pieces, text[at:]])


class Line(NamedTuple):
    """A line of a text, without its line end."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """Offset behind its last character."""
        return self.start + len(self.text)

    @property
    def indent(self) -> int:
        """How many spaces and tabs it begins with."""
        return len(self.text) - len(self.text.lstrip(" \t"))

    @property
    def first_word(self) -> int:
        """Offset of its first word, behind dashes."""
        return self.start + len(self.text) - len(self.text.lstrip(" \t-"))

    @property
    def is_empty(self) -> bool:
        """Nothing but space or a comment."""
        return self.text.lstrip(" \t")[:1] in ("", "#")

    @property
    def content_end(self) -> int:
        """Offset where its text ends, before a comment."""
        comment = _COMMENT.search(self.text)
        return self.start + len(self.text[: comment.start() if comment else None].rstrip())


def line_at(text: str, offset: int) -> Line:
    """The line that an offset stands in."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    return Line(start, text[start : end if end >= 0 else len(text)])


def lines_below(text: str, line: Line) -> Iterator[Line]:
    """Lines that follow one."""
    while line.end < len(text):
        line = line_at(text, line.end + 1)
        yield line


def lines_above(text: str, line: Line) -> Iterator[Line]:
    """Lines before one, the nearest first."""
    while line.start > 0:
        line = line_at(text, line.start - 1)
        yield line


def insert(offset: int, text: str, trust: Trust = Trust.MEANT) -> Mend:
    """Text put in at an offset."""
    return Mend((Edit(Span(offset, offset), text),), trust)


def replace(span: Span, text: str, trust: Trust = Trust.MEANT) -> Mend:
    """Text put in the place of other text."""
    return Mend((Edit(span, text),), trust)


def quote(text: str, span: Span, trust: Trust = Trust.MEANT) -> Mend:
    """A span as one text in single quotes, within which YAML knows no other mark."""
    value = text[span.start : span.end]
    if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"":
        value = value[1:-1]
    return replace(span, "'" + value.replace("'", "''") + "'", trust)


def in_quotes(text: str) -> str:
    """A text in the quotes that it needs none changed for, as messages show it."""
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def quote_line(text: str, start: int, trust: Trust = Trust.MEANT) -> list[Mend]:
    """A value quoted to the end of its line, and as far as deeper lines may carry it on."""
    return [quote(text, Span(start, end), trust) for end in value_ends(text, start) if end > start]


def value_ends(text: str, start: int) -> list[int]:
    """Offsets where a value may end: with its line, and with the deeper ones that carry it on."""
    line = line_at(text, start)
    ends = [line.content_end]
    last = line
    for below in lines_below(text, line):
        if below.indent <= content_column(line) or _ENTRY.match(below.text):
            break
        last = below
    if last is not line:
        ends.append(last.content_end)
    return ends


def runs_over_entry(text: str, span: Span) -> bool:
    """Whether a span holds a line below its first that begins a key, an item or a comment."""
    first = line_at(text, span.start)
    for line in lines_below(text, first):
        if line.start >= span.end:
            return False
        is_beside = line.text.strip() and line.indent <= content_column(first)
        if is_beside and _ENTRY.match(line.text):
            return True
    return False


def leave_out(text: str, offset: int) -> list[Mend]:
    """The line of an offset left out: its words, it alone, and with all that stands below it."""
    line = line_at(text, offset)
    lines = [line]
    for below in lines_below(text, line):
        if not below.is_empty and below.indent <= line.indent:
            break
        lines.append(below)
    words = replace(Span(line.start + content_column(line), line.end), "", Trust.LOST)
    return [words, _without(lines[:1]), _without(lines)]


def _without(lines: Iterable[Line]) -> Mend:
    edits = (Edit(Span(line.start + line.indent, line.end), "") for line in lines)
    return Mend(tuple(edits), Trust.LOST)


def reindent(text: str, offset: int) -> list[Mend]:
    """The line of an offset, with what belongs to it, at each level that is open above it."""
    line = line_at(text, offset)
    block = _block(text, line, {column for column, _ in open_levels(text, line)})
    return [
        Mend(tuple(_shifted(item, column - line.indent) for item in block), Trust.MOVED)
        for column in open_columns(text, line)
        if column != line.indent
    ]


def open_columns(text: str, line: Line) -> list[int]:
    """Columns where a line may have been meant to begin, the nearest first, then the deeper."""
    is_item = line.text.lstrip()[:2] in ("-", "- ")
    levels = open_levels(text, line)
    columns = {column for column, is_dash in levels if is_dash == is_item}
    above = next((item for item in lines_above(text, line) if not item.is_empty), None)
    if above is not None and text[: above.content_end].endswith(":"):
        columns.add(content_column(above) + 2)
    return sorted(columns, key=lambda column: (abs(column - line.indent), -column))


def open_levels(text: str, line: Line) -> list[Level]:
    """Columns of the keys and of the list dashes that are open above a line, the deepest first."""
    found: list[Level] = []
    for above in lines_above(text, line):
        if above.is_empty:
            continue
        columns = reversed(levels_of(above))
        found += [level for level in columns if not found or level[0] < found[-1][0]]
        if found[-1][0] == 0:
            break
    return found


def levels_of(line: Line) -> list[Level]:
    """Columns of a line's list dashes, and last that of what stands behind them."""
    end = content_column(line)
    dashes = [(at, True) for at, mark in enumerate(line.text[:end]) if mark == "-"]
    return [*dashes, (end, False)]


def content_column(line: Line) -> int:
    """Column where a line's text begins, behind its dashes."""
    margin = MARGIN.match(line.text)
    assert margin is not None
    return margin.end()


def _block(text: str, line: Line, levels: set[int]) -> list[Line]:
    """A line with those that stand deeper below it, and its neighbours at the same wrong depth."""
    lines = [line]
    for below in lines_below(text, line):
        is_ours = below.indent > line.indent and below.indent not in levels
        if not below.is_empty and below.indent != line.indent and not is_ours:
            break
        lines.append(below)
    return [item for item in lines if item.text.strip()]


def _shifted(line: Line, by: int) -> Edit:
    if by >= 0:
        return Edit(Span(line.start, line.start), " " * by)
    return Edit(Span(line.start, line.start + min(-by, line.indent)), "")
