"""Names that are all different, whatever was written."""

from __future__ import annotations

from collections.abc import Iterable


class DistinctNames:
    """Gives each name once: where it is taken, with the next number that is free.

    The numbers that were given are kept, so that ten thousand of one name cost no more than ten
    thousand names.
    """

    def __init__(self, taken: Iterable[str], form: str = "{}-{}", first: int = 2) -> None:
        self._taken = set(taken)
        self._form = form
        self._first = first
        self._next: dict[str, int] = {}

    def take(self, name: str) -> str:
        """The name itself where it is free, else a numbered one."""
        if name in self._taken:
            return self.number(name)
        self._taken.add(name)
        return name

    def number(self, name: str) -> str:
        """A numbered form of the name that is free."""
        number = self._next.get(name, self._first)
        while (free := self._form.format(name, number)) in self._taken:
            number += 1
        self._next[name] = number + 1
        self._taken.add(free)
        return free
