"""Mappings and lists of which the end has not been read yet."""

from __future__ import annotations

from collections.abc import Callable
from sys import intern
from typing import Any

from mkdocs_journey.front_matter.nodes import Mapping, Sequence
from mkdocs_journey.source import Span

Doubled = Callable[[str, int, Span], None]
"""Told of a key that stands twice: the key, where it stood first, where it stands again."""


class UnfinishedSequence:
    """A list that takes its items one by one; offsets are those of the source."""

    __slots__ = ("places", "value")

    def __init__(self, flow: bool) -> None:
        self.value = Sequence(flow)
        self.places: list[int] = []
        """Where each item begins and ends, one after the other."""

    def add(self, value: Any, start: int, end: int) -> None:
        """Take an item and where it stands."""
        self.value.append(value)
        self.places += (start, end)

    def finish(self) -> int | None:
        """Say where the items stand; returns where the last one ends."""
        self.value.place(self.places)
        return self.places[-1] if self.places else None


class UnfinishedMapping:
    """A mapping that takes its keys and values in turn; offsets are those of the source."""

    __slots__ = ("doubled", "first", "key", "key_end", "key_start", "merged", "places", "value")

    def __init__(self, flow: bool, doubled: Doubled) -> None:
        self.value = Mapping(flow)
        self.doubled = doubled
        self.key: str | None = None
        """The key whose value comes next."""
        self.key_start = self.key_end = 0
        self.places: list[int] = []
        """Four offsets an entry, as `Marks` has them."""
        self.first: dict[str, int] | None = None
        """Where each key stands, once one is doubled."""
        self.merged: tuple[Any, ...] = ()
        """What stands under YAML's `<<`."""

    def add(self, value: Any, start: int, end: int) -> None:
        """Take a key or a value and where it stands; of a key that is there already, neither."""
        key = self.key
        if key is None:
            self.key, self.key_start, self.key_end = _key(value), start, end
            return
        self.key = None
        if key in self.value:
            self._report(key)
        elif key == "<<":
            self.merged += (value,)
        else:
            self.value[key] = value
            self.places += (self.key_start, self.key_end, start, end)
            if self.first is not None:
                self.first[key] = self.key_start

    def finish(self) -> int | None:
        """Merge, and say where the entries stand; returns where the last one's value ends."""
        for value in self.merged:
            self._merge(value)
        self.value.place(self.places)
        return self.places[-1] if self.places else None

    def _report(self, key: str) -> None:
        if self.first is None:
            self.first = dict(zip(self.value, self.places[::4], strict=True))
        self.doubled(key, self.first[key], Span(self.key_start, self.key_end))

    def _merge(self, merged: Any) -> None:
        """Entries of other mappings stand here where the mapping has none itself."""
        for mapping in merged if isinstance(merged, Sequence) else [merged]:
            if isinstance(mapping, Mapping):
                for key, value in mapping.items():
                    if key not in self.value:
                        self.value[key] = value
                        self.places += mapping.marks[key]


def _key(value: Any) -> str:
    """A key as text: lists and mappings as keys have no meaning in a map, only a place."""
    if value is None:
        return ""
    # One text for all maps: a key stands in a site some thousand times.
    return intern(str(value)) if isinstance(value, str) else "?"
