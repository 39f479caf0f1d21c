"""YAML as plain values that still know where they stand."""

from __future__ import annotations

from array import array
from typing import Any, NamedTuple

from mkdocs_journey.source import Span


class Quoted(str):
    """A scalar written in quotes or as a block of text: it is text, whatever it looks like.

    A scalar without either is a bare `str`, and what it means depends on where it stands: `4` is
    a number where a score is expected and text where a name is; `no` is false where a yes or no
    is expected. Reading it by place, not by its looks, is what keeps YAML's own conversions out of
    people's maps (the idea of StrictYAML).
    """

    __slots__ = ()


class Marks(NamedTuple):
    """Where an entry of a mapping or list stands; a list's entries have their value as key."""

    key_start: int
    key_end: int
    start: int
    end: int

    @property
    def key(self) -> Span:
        """Span of the key."""
        return Span(self.key_start, self.key_end)

    @property
    def value(self) -> Span:
        """Span of the value."""
        return Span(self.start, self.end)


class Mapping(dict[str, Any]):
    """A YAML mapping that knows where each of its entries stands.

    A map has some hundred entries and mostly no fault, while only faults and edits ask for places:
    until then they are numbers among those of the whole text.
    """

    __slots__ = ("_first", "_marks", "_places", "flow")

    def __init__(self, flow: bool = False) -> None:
        self._places: array[int] | None = None
        self._first = 0
        self._marks: dict[str, Marks] | None = None
        self.flow = flow
        """Written inside braces, where a comma ends a text."""

    @property
    def marks(self) -> dict[str, Marks]:
        """Places of the entries by key, in the order of writing.

        Made when they are first asked for, so ask before keys are taken out.
        """
        if self._marks is None:
            own = (self._places or _NO_PLACES)[self._first : self._first + 4 * len(self)]
            entries = zip(self, own[::4], own[1::4], own[2::4], own[3::4], strict=False)
            self._marks = {key: Marks(*offsets) for key, *offsets in entries}
        return self._marks

    @marks.setter
    def marks(self, marks: dict[str, Marks]) -> None:
        self._marks = marks

    def place(self, places: array[int], first: int) -> None:
        """Say where all entries stand: four offsets each, as `Marks` has them, from `first` on."""
        self._places, self._first = places, first


class Sequence(list[Any]):
    """A YAML list that knows where each of its entries stands, as `Mapping` does."""

    __slots__ = ("_first", "_marks", "_places", "flow")

    def __init__(self, flow: bool = False) -> None:
        self._places: array[int] | None = None
        self._first = 0
        self._marks: list[Marks] | None = None
        self.flow = flow
        """Written inside brackets, which belong to its place."""

    @property
    def marks(self) -> list[Marks]:
        """Places of the entries, made when they are first asked for."""
        if self._marks is None:
            own = (self._places or _NO_PLACES)[self._first : self._first + 2 * len(self)]
            items = zip(own[::2], own[1::2], strict=True)
            self._marks = [Marks(*offsets, *offsets) for offsets in items]
        return self._marks

    @marks.setter
    def marks(self, marks: list[Marks]) -> None:
        self._marks = marks

    def place(self, places: array[int], first: int) -> None:
        """Say where all entries stand: two offsets each, from `first` on."""
        self._places, self._first = places, first


_NO_PLACES = array("I")


def locate(value: Any, path: tuple[str | int, ...], whole: Span, *, key: bool = False) -> Span:
    """Span of what stands at a path inside a value, or of the nearest thing that was written.

    Steps that were never written are skipped: a lone value that the model takes for a list of
    one, or a text that it takes for a card, is found where it stands. With `key` the last step's
    key is meant, not its value.
    """
    span = whole
    for step in path:
        if isinstance(value, Mapping) and isinstance(step, str) and step in value:
            marks = value.marks.get(step)
            value = value[step]
        elif isinstance(value, Sequence) and isinstance(step, int) and step < len(value):
            marks = value.marks[step]
            value = value[step]
        else:
            continue
        if marks is not None:
            span = marks.key if key else marks.value
    return span
