"""Two states of a flow: blocks, and the branches that they stand in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from mkdocs_journey.differences.change import Change, Kind, Spot
from mkdocs_journey.differences.pairing import ALIKE, alike, find_moved, pair, trigrams
from mkdocs_journey.differences.parts import Trail, compare_parts, place
from mkdocs_journey.differences.values import show, title_field, title_of
from mkdocs_journey.model import Block, Branch
from mkdocs_journey.values.base import Model

_BRANCHES = ("then", "else_")
_BESIDE = ("id", "owner", "within", "goto")
"""What stands beside the key that says what kind of block it is."""


def compare_flows(
    before: Sequence[Block], after: Sequence[Block], way: tuple[str, ...] = ()
) -> Iterator[Change]:
    """Changes of a row of blocks, then of the branches that lead out of each.

    What stands in branches of a block that was added or removed is part of it.
    """
    trail = Trail(Spot(way=way), "flow")
    paired = pair(before, after, (_id, label), _alike)
    moved = find_moved([one for one, _ in paired.pairs])
    for index, (one, other) in enumerate(paired.pairs):
        old, new = before[one], after[other]
        at = replace(trail, name=label(new))
        if index in moved:
            yield at.change(Kind.MOVED, place(one), place(other))
        yield from _compare_blocks(old, new, at)
    for one in paired.removed:
        yield replace(trail, name=label(before[one])).change(Kind.REMOVED)
    for other in paired.added:
        yield replace(trail, name=label(after[other])).change(Kind.ADDED)


def label(block: Block) -> str:
    """A block in words: `email New beans`, `if clicked a product`, `split`."""
    if block.kind == "split":
        return "split"
    return f"{block.kind} {title_of(_value(block))}"


def _compare_blocks(old: Block, new: Block, trail: Trail) -> Iterator[Change]:
    if label(old) != label(new):
        yield trail.change(Kind.RENAMED, label(old), label(new))
    yield from compare_parts(_only_beside(old), _only_beside(new), trail)
    one, other = _value(old), _value(new)
    if isinstance(one, Model) and type(one) is type(other):
        yield from compare_parts(one, other, trail, (title_field(one), title_field(other)))
    way = (*trail.spot.way, trail.name)
    for branch in _BRANCHES:
        inner = (*way, branch.rstrip("_"))
        yield from compare_flows(getattr(old, branch), getattr(new, branch), inner)
    yield from _compare_ways(old.split, new.split, way)


def _compare_ways(
    before: Sequence[Branch], after: Sequence[Branch], way: tuple[str, ...]
) -> Iterator[Change]:
    """Changes of the ways out of a split, each known by the blocks that it leads through."""
    trail = Trail(Spot(way=way), "branch")
    paired = pair(before, after, (_labels, _share, lambda _: "any"))
    for one, other in paired.pairs:
        at = replace(trail, name=_branch_name(after[other], other))
        yield from compare_parts(before[one], after[other], at, ("do",))
        yield from compare_flows(before[one].do, after[other].do, (*way, at.name))
    for one in paired.removed:
        yield replace(trail, name=_branch_name(before[one], one)).change(Kind.REMOVED)
    for other in paired.added:
        yield replace(trail, name=_branch_name(after[other], other)).change(Kind.ADDED)


def _branch_name(branch: Branch, index: int) -> str:
    """A way out of a split: its share, else its place."""
    return show(branch.share, "share") or f"way {index + 1}"


def _only_beside(block: Block) -> Block:
    """A block without what kind it is and what it leads to."""
    return Block.model_construct(**{name: getattr(block, name) for name in _BESIDE})


def _value(block: Block) -> Any:
    kind = block.kind
    return getattr(block, f"{kind}_" if kind == "if" else kind)


def _id(block: Block) -> str:
    return block.id


def _labels(branch: Branch) -> tuple[str, ...]:
    return tuple(map(label, branch.do))


def _share(branch: Branch) -> str:
    return show(branch.share, "share")


def _alike(one: Block, other: Block) -> float:
    """Blocks of one kind by their words; of two conditions also by what they lead to."""
    if one.kind != other.kind:
        return 0.0
    words = alike(trigrams(label(one)), trigrams(label(other)))
    if one.kind == "wait":
        return max(words, ALIKE)
    inner = (
        frozenset(
            (branch, label(block)) for branch in _BRANCHES for block in getattr(found, branch)
        )
        for found in (one, other)
    )
    return max(words, alike(*inner))
