"""Pains, gains and opportunities of two states: they may move with what they are about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mkdocs_journey.differences.change import Change, Kind, Spot
from mkdocs_journey.differences.pairing import pair
from mkdocs_journey.differences.parts import Trail, compare_item, singular, titles_alike
from mkdocs_journey.differences.values import title_of
from mkdocs_journey.lanes.table import LaneFields
from mkdocs_journey.values.base import Model

NOTES = ("pains", "gains", "opportunities")
"""Lanes whose cards are followed from one moment to another."""


@dataclass(frozen=True, slots=True)
class Holder:
    """What notes are written on: a journey, a stage or a touchpoint."""

    key: str
    """The same for one of both states."""
    part: LaneFields
    spot: Spot

    @property
    def name(self) -> str:
        """What it is called in a change: its own name, of the journey `the whole map`."""
        return ", ".join(self.spot.names) or "the whole map"


@dataclass(frozen=True, slots=True)
class _Note:
    item: Model
    holder: Holder

    @property
    def id(self) -> str:
        return str(getattr(self.item, "id", ""))

    @property
    def title(self) -> str:
        return title_of(self.item).casefold()


def compare_notes(before: Sequence[Holder], after: Sequence[Holder]) -> Iterator[Change]:
    """Changes of all notes, lane after lane; the order of notes in a cell says nothing."""
    keys = {holder.key for holder in before}
    kept = {holder.key: holder.spot for holder in after if holder.key in keys}
    for lane in NOTES:
        yield from _compare_lane(lane, _notes(before, lane), _notes(after, lane), kept)


def _compare_lane(
    lane: str, before: Sequence[_Note], after: Sequence[_Note], kept: Mapping[str, Spot]
) -> Iterator[Change]:
    """Changes of one lane; what goes or comes with its whole moment is no change of its own."""
    what = singular(lane)
    paired = pair(before, after, _KEYS, _alike)
    for old, new in paired.pairs:
        was, now = before[old], after[new]
        trail = Trail(now.holder.spot, what, title_of(now.item))
        if was.holder.key != now.holder.key:
            yield trail.change(Kind.MOVED, was.holder.name, now.holder.name)
        yield from compare_item(was.item, now.item, trail)
    for old in paired.removed:
        was = before[old]
        if was.holder.key in kept:
            fate = Kind.RESOLVED if lane == "pains" else Kind.REMOVED
            spot = kept[was.holder.key]
            yield Trail(spot, what, title_of(was.item)).change(fate)
    for new in paired.added:
        now = after[new]
        if now.holder.key in kept:
            yield Trail(now.holder.spot, what, title_of(now.item)).change(Kind.ADDED)


_KEYS = (
    lambda note: note.id and (note.holder.key, note.id),
    lambda note: (note.holder.key, note.title),
    lambda note: note.id,
    lambda note: note.title,
)


def _alike(one: _Note, other: _Note) -> float:
    """Another text is the same note only where it stands in the same cell."""
    is_here = one.holder.key == other.holder.key
    return titles_alike(one.item, other.item) if is_here else 0.0


def _notes(holders: Sequence[Holder], lane: str) -> list[_Note]:
    return [_Note(item, holder) for holder in holders for item in getattr(holder.part, lane)]
