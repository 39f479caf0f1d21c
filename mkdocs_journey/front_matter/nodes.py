"""YAML as plain values that still know where they stand."""

from __future__ import annotations

from typing import Any, NamedTuple

from mkdocs_journey.source import Span


class Plain(str):
    """A scalar written without quotes: what it means depends on where it stands.

    `4` is a number where a score is expected and text where a name is; `no` is false where a
    yes or no is expected. Reading it by place, not by its looks, is what keeps YAML's own
    conversions out of people's maps (the idea of StrictYAML).
    """

    __slots__ = ()


class Marks(NamedTuple):
    """Where an entry of a mapping or list stands; a list's entries have their value as key.

    Offsets instead of spans: a map has some hundred entries, most maps have no fault, and the
    garbage collector looks at every object that is kept.
    """

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
    """A YAML mapping that knows where each of its entries stands."""

    __slots__ = ("flow", "marks")

    def __init__(self, flow: bool = False) -> None:
        super().__init__()
        self.marks: dict[str, Marks] = {}
        self.flow = flow
        """Written inside braces, where a comma ends a text."""


class Sequence(list[Any]):
    """A YAML list that knows where each of its entries stands."""

    __slots__ = ("flow", "marks")

    def __init__(self, flow: bool = False) -> None:
        super().__init__()
        self.marks: list[Marks] = []
        self.flow = flow
        """Written inside brackets, which belong to its place."""


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
