"""Text with a name, and the way from an offset in it to a line and a column."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple


class Span(NamedTuple):
    """A piece of a text: from `start` up to, not including, `end`, counted in characters."""

    start: int
    end: int


class Position(NamedTuple):
    """A place as editors show it: line and column, both counted from 1, columns in characters."""

    line: int
    column: int


@dataclass(frozen=True)
class Source:
    """A file's text under the path that messages name it by.

    Everything inside works with offsets; lines and columns are computed only where a finding
    is shown, because a page without faults never needs them.
    """

    path: str
    """Path as messages show it: relative to the site's pages, with forward slashes."""
    text: str
    """The whole file, decoded, with `\\n` line ends."""

    @cached_property
    def _line_starts(self) -> array[int]:
        """Offsets as bare numbers: a site keeps those of every page that has a finding."""
        starts = array("I", [0])
        find = self.text.find
        newline = find("\n")
        while newline >= 0:
            starts.append(newline + 1)
            newline = find("\n", newline + 1)
        return starts

    def position(self, offset: int) -> Position:
        """Line and column of an offset; one past the end counts as the end."""
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self._line_starts, offset)
        return Position(line, offset - self._line_starts[line - 1] + 1)

    def offset(self, line: int, column: int = 1) -> int:
        """Offset of a line and column, the inverse of `position`, kept inside the text."""
        if line > len(self._line_starts):
            return len(self.text)
        return min(self._line_starts[max(line, 1) - 1] + column - 1, len(self.text))

    def line(self, number: int) -> str:
        """Text of a line without its line end; empty beyond the last line."""
        if not 1 <= number <= len(self._line_starts):
            return ""
        start = self._line_starts[number - 1]
        end = self.text.find("\n", start)
        return self.text[start : end if end >= 0 else len(self.text)]
