"""An edit: a piece of a text, and what comes in its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mkdocs_journey.source import Span


class RefusedError(Exception):
    """One sentence that says why a text is left as it is, and what to do by hand."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One piece of a text that is replaced; an empty span inserts."""

    span: Span
    text: str
    depth: int = 0
    """How deep the part stands that it changes: of several that insert at one place, what belongs
    to the deeper part comes first, because that part ends first."""


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text with all edits, whose spans are those of the text as it is.

    Raises `RefusedError` where two of them change the same piece.
    """
    kept: list[str] = []
    at = 0
    for edit in sorted(edits, key=lambda edit: (edit.span.start, edit.span.end, -edit.depth)):
        if edit.span.start < at:
            raise RefusedError("two changes meet in one place: make one of them, then the other")
        kept += [text[at : edit.span.start], edit.text]
        at = edit.span.end
    return "".join([*kept, text[at:]])
