"""A file's text with the line ends and the byte order mark that it has on disk."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from mkdocs_journey.edits.edit import Edit, RefusedError, apply
from mkdocs_journey.source import Source, Span

_MARK = "\ufeff"
_PAIR = re.compile("\r\n")


@dataclass(frozen=True)
class Document:
    """A file as it stands, and as the rest of the code reads it: with `\\n` line ends."""

    path: str
    raw: str
    """The file's text, decoded and otherwise untouched."""

    @cached_property
    def source(self) -> Source:
        """The text with `\\n` line ends, whose offsets edits have."""
        text = self.raw.removeprefix(_MARK).replace("\r\n", "\n").replace("\r", "\n")
        return Source(self.path, text)

    @cached_property
    def _pairs(self) -> list[int]:
        """Offsets in the source of line ends that are two characters in the file."""
        found = _PAIR.finditer(self.raw.removeprefix(_MARK))
        return [match.start() - number for number, match in enumerate(found)]

    def apply(self, edits: Iterable[Edit]) -> str:
        """The file's text with edits of its source, new lines ended as the others are."""
        is_paired = 2 * len(self._pairs) > self.source.text.count("\n")
        end = "\r\n" if is_paired else "\n"
        return apply(
            self.raw,
            [
                Edit(
                    Span(self._raw(edit.span.start), self._raw(edit.span.end)),
                    edit.text.replace("\n", end),
                    edit.depth,
                )
                for edit in edits
            ],
        )

    def _raw(self, offset: int) -> int:
        return self.raw.startswith(_MARK) + offset + bisect_left(self._pairs, offset)


def read_document(path: str, content: bytes) -> Document:
    """A file in UTF-8; raises `RefusedError` for any other, whose bytes could not be kept."""
    try:
        return Document(path, content.decode("utf-8"))
    except UnicodeDecodeError:
        message = f"{path} is not in UTF-8: save it as UTF-8 in your editor first"
        raise RefusedError(message) from None
