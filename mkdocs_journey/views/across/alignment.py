"""Two sequences side by side: what both have, in an order that both keep."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Item = TypeVar("Item")


def align(
    one: Sequence[Item], other: Sequence[Item], likeness: Callable[[Item, Item], int]
) -> Iterator[tuple[Item | None, Item | None]]:
    """Pairs of like items, and items that only one sequence has, beside `None`.

    `likeness` is how much speaks for a pair, 0 where the two are not the same. Of all ways to pair
    them without crossing, the one with most likeness is taken; between two pairs, what only `one`
    has comes first. This is the longest common subsequence, weighted (S. B. Needleman and C. D.
    Wunsch, J. Mol. Biol. 48 (1970), without a cost for gaps); it takes time and memory by the
    product of the two lengths.
    """
    like = [[likeness(mine, its) for its in other] for mine in one]
    best = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i in range(len(one) - 1, -1, -1):
        for j in range(len(other) - 1, -1, -1):
            paired = like[i][j] + best[i + 1][j + 1] if like[i][j] else 0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    i = j = 0
    while i < len(one) and j < len(other):
        if like[i][j] and best[i][j] == like[i][j] + best[i + 1][j + 1]:
            yield one[i], other[j]
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            yield one[i], None
            i += 1
        else:
            yield None, other[j]
            j += 1
    yield from ((mine, None) for mine in one[i:])
    yield from ((None, its) for its in other[j:])


def named_alike(one_id: str, one_name: str, other_id: str, other_name: str) -> int:
    """How much speaks for two parts of maps being the same: the id more than the name."""
    same_name = one_name.casefold().split() == other_name.casefold().split()
    return 2 * (one_id == other_id) + same_name
