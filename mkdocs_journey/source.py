"""Text with a name, and the way from an offset in it to a line and a column."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
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

    def position(self, offset: int) -> Position:
        """Line and column of an offset; one past the end counts as the end."""
        text = self.text
        starts = _line_starts(text)
        offset = max(0, min(offset, len(text)))
        line = bisect_right(starts, offset)
        return Position(line, offset - starts[line - 1] + 1)

    def offset(self, line: int, column: int = 1) -> int:
        """Offset of a line and column, the inverse of `position`, kept inside the text."""
        text = self.text
        starts = _line_starts(text)
        if line > len(starts):
            return len(text)
        return min(starts[max(line, 1) - 1] + column - 1, len(text))

    def line(self, number: int) -> str:
        """Text of a line without its line end; empty beyond the last line."""
        text = self.text
        starts = _line_starts(text)
        if not 1 <= number <= len(starts):
            return ""
        start = starts[number - 1]
        end = text.find("\n", start)
        return text[start : end if end >= 0 else len(text)]

    @property
    def at_hand(self) -> Source:
        """The same with its text in memory, for who asks for it again and again."""
        return self


class StoredSource(Source):
    """A text that is kept elsewhere, and fetched whenever somebody asks for it.

    A host keeps all pages of a site until it is built, and hardly ever asks for the text of one
    that was read.
    """

    def __init__(self, path: str, fetch: Callable[[], str]) -> None:
        object.__setattr__(self, "path", path)
        object.__setattr__(self, "_fetch", fetch)

    @property
    def text(self) -> str:
        """The whole text, fetched anew."""
        fetch: Callable[[], str] = vars(self)["_fetch"]
        return fetch()

    @property
    def at_hand(self) -> Source:
        """A text that was fetched once."""
        return Source(self.path, self.text)


@lru_cache(maxsize=16)
def _line_starts(text: str) -> array[int]:
    """Offset of each line of a text; findings of a page are told together."""
    starts = array("I", [0])
    newline = text.find("\n")
    while newline >= 0:
        starts.append(newline + 1)
        newline = text.find("\n", newline + 1)
    return starts
