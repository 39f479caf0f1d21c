"""Which things of two states are the same: by what identifies them, else by likeness."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeVar

Item = TypeVar("Item")
Key = Callable[[Item], Hashable]
"""What identifies an item; of items for which it says nothing (`""`, `None`) no two are the same.
"""

ALIKE = 0.6
"""Likeness from which on two things count as one that was changed."""
_MOST_LIKENESSES = 100_000
"""Pairs whose likeness is measured: some tenths of a second. A map with more new and gone things
than that was not edited but replaced, and what is left is told as added and removed."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """Two sequences by their places: what both have, and what only one has."""

    pairs: tuple[tuple[int, int], ...]
    """Place in the old and in the new sequence, in the new one's order."""
    removed: tuple[int, ...]
    added: tuple[int, ...]

    @property
    def old_keys(self) -> tuple[int, ...]:
        """For each old item the place of its twin among the new; below 0 where it has none."""
        twins = dict(self.pairs)
        return tuple(twins.get(at, -1 - at) for at in range(len(self.pairs) + len(self.removed)))


def pair(
    old: Sequence[Item],
    new: Sequence[Item],
    keys: Sequence[Key[Item]],
    likeness: Callable[[Item, Item], float] | None = None,
) -> Pairing:
    """Pair each item with at most one of the other sequence.

    Every key is tried on all that is left before the next one, so that a strong sign is never
    lost to a weak one; of several items with one key, the first pairs with the first. `likeness`,
    from 0 to 1, decides over the rest: the most alike first, and only from `ALIKE` on.
    """
    twins: dict[int, int] = {}
    rest = dict.fromkeys(range(len(old)))
    for key in keys:
        pools: dict[Hashable, deque[int]] = {}
        for place in rest:
            if found := key(old[place]):
                pools.setdefault(found, deque()).append(place)
        for place, item in enumerate(new):
            pool = pools.get(key(item)) if pools and place not in twins else None
            if pool:
                twins[place] = pool.popleft()
                del rest[twins[place]]
    left = [place for place in range(len(new)) if place not in twins]
    if likeness is not None and 0 < len(rest) * len(left) <= _MOST_LIKENESSES:
        likely = ((likeness(old[one], new[other]), one, other) for one in rest for other in left)
        ranked = sorted((-much, one, other) for much, one, other in likely if much >= ALIKE)
        for _, one, other in ranked:
            if one in rest and other not in twins:
                twins[other] = one
                del rest[one]
    return Pairing(
        tuple((twins[place], place) for place in sorted(twins)),
        tuple(rest),
        tuple(place for place in left if place not in twins),
    )


def find_moved(places: Sequence[int]) -> frozenset[int]:
    """Indexes of those places that have to move for all to stand in rising order; as few as can be.

    The others are a longest increasing subsequence, found in n log n (C. Schensted, Canad. J.
    Math. 13 (1961)): a reversed map of thousands of moments costs no more than a sorted one.
    """
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, place in enumerate(places):
        length = bisect_left(tails, place)
        before.append(ends[length - 1] if length else -1)
        tails[length : length + 1] = [place]
        ends[length : length + 1] = [index]
    kept = set()
    index = ends[-1] if ends else -1
    while index >= 0:
        kept.add(index)
        index = before[index]
    return frozenset(range(len(places))) - kept


def alike(one: frozenset[Hashable], other: frozenset[Hashable]) -> float:
    """Share of what two sets have in common, from 0 to 1 (L. R. Dice, Ecology 26 (1945))."""
    whole = len(one) + len(other)
    return 2 * len(one & other) / whole if whole else 0.0


def named_alike(one: str, other: str) -> float:
    """Likeness of two names; one with all words of the other is like it: `Pay`, `Pay later`."""
    mine, its = (set(name.casefold().split()) for name in (one, other))
    is_within = bool(mine and its) and (mine <= its or its <= mine)
    return max(ALIKE if is_within else 0.0, alike(trigrams(one), trigrams(other)))


@lru_cache(maxsize=4096)
def trigrams(text: str) -> frozenset[Hashable]:
    """Every three characters in a row of a text, without regard to case and spacing."""
    padded = f"  {' '.join(text.casefold().split())} "
    return frozenset(padded[at : at + 3] for at in range(len(padded) - 2))
