"""Two states of one map: its header, its stages and moments, what hurts there, its flow."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from mkdocs_journey.differences.change import Change, Kind, Spot
from mkdocs_journey.differences.flows import compare_flows
from mkdocs_journey.differences.notes import NOTES, Holder, compare_notes
from mkdocs_journey.differences.pairing import Pairing, alike, find_moved, named_alike, pair
from mkdocs_journey.differences.parts import Trail, compare_parts, place
from mkdocs_journey.differences.values import meaning, one_line
from mkdocs_journey.lanes.table import LaneFields
from mkdocs_journey.model import Journey, Stage, Touchpoint

_LEAST_IN_COMMON = 2
"""Things that two moments must share before they count as one under another name: that both are on
the web says little."""


@dataclass(frozen=True)
class _Moment:
    """A touchpoint in its stage."""

    touchpoint: Touchpoint
    stage: Stage
    stage_key: int
    """The same for a stage of both states: its place in the later one; of a removed one below 0."""
    index: int
    """Place in its stage."""

    @cached_property
    def contents(self) -> frozenset[Hashable]:
        """What is written on it, without what it is called."""
        return _contents(self.touchpoint)

    @property
    def spot(self) -> Spot:
        """Where what is written on it stands."""
        return Spot(one_line(self.stage.name), one_line(self.touchpoint.name))


def compare_journeys(one: Journey, other: Journey) -> tuple[Change, ...]:
    """Every change from one state of a map to the other, each once, in reading order.

    The header comes first, then the stages with their moments as the later state has them, what
    was removed, what hurts, and the flow. What stands on a moment or stage that was added or
    removed is part of it, unless it was moved.
    """
    stages = pair(one.stages, other.stages, (_stage_id, _stage_name), _stages_alike)
    old, new = _moments(one, other, stages)
    moments = pair(old, new, _MOMENT_KEYS, _moments_alike)
    return (
        *compare_parts(one, other, Trail(), ("stages", "flow", *NOTES)),
        *_compare_stages(one, other, stages),
        *_compare_moments(old, new, moments, stages),
        *compare_notes(
            _holders(one, old, stages.old_keys, moments.old_keys),
            _holders(other, new, range(len(other.stages)), range(len(new))),
        ),
        *compare_flows(one.flow, other.flow),
    )


def _stage_id(stage: Stage) -> str:
    return stage.id


def _stage_name(stage: Stage) -> str:
    return one_line(stage.name).casefold()


def _stages_alike(one: Stage, other: Stage) -> float:
    mine, its = (
        _contents(stage) | {_moment_name(moment) for moment in stage.touchpoints}
        for stage in (one, other)
    )
    return max(named_alike(one.name, other.name), alike(mine, its))


def _moment_name(touchpoint: Touchpoint) -> str:
    return one_line(touchpoint.name).casefold()


def _contents(holder: LaneFields) -> frozenset[Hashable]:
    """What is written on a stage or touchpoint, but for its name and its touchpoints."""
    fields = (name for name in type(holder).model_fields if name not in _NAMING)
    said = ((name, meaning(getattr(holder, name))) for name in fields)
    return frozenset(item for item in said if item[1] is not None)


_NAMING = frozenset({"id", "name", "touchpoints"})
_MOMENT_KEYS = (
    lambda moment: (moment.stage_key, moment.touchpoint.id),
    lambda moment: (moment.stage_key, _moment_name(moment.touchpoint)),
    lambda moment: moment.touchpoint.id,
    lambda moment: _moment_name(moment.touchpoint),
)


def _moments_alike(one: _Moment, other: _Moment) -> float:
    has_enough = len(one.contents & other.contents) >= _LEAST_IN_COMMON
    likeness = alike(one.contents, other.contents) if has_enough else 0.0
    return max(likeness, named_alike(one.touchpoint.name, other.touchpoint.name))


def _moments(
    one: Journey, other: Journey, stages: Pairing
) -> tuple[tuple[_Moment, ...], tuple[_Moment, ...]]:
    """Moments of both states, with keys that are the same for a stage of both."""
    return (
        tuple(_in_stages(zip(stages.old_keys, one.stages, strict=True))),
        tuple(_in_stages(enumerate(other.stages))),
    )


def _in_stages(stages: Iterable[tuple[int, Stage]]) -> Iterator[_Moment]:
    for key, stage in stages:
        for index, touchpoint in enumerate(stage.touchpoints):
            yield _Moment(touchpoint, stage, key, index)


def _compare_stages(one: Journey, other: Journey, stages: Pairing) -> Iterator[Change]:
    moved = find_moved([old for old, _ in stages.pairs])
    origins = {new: (old, index in moved) for index, (old, new) in enumerate(stages.pairs)}
    for new, stage in enumerate(other.stages):
        name = one_line(stage.name)
        trail = Trail(Spot(), "stage", name)
        if new not in origins:
            yield trail.change(Kind.ADDED, after=_names(stage))
            continue
        old, is_moved = origins[new]
        before = one.stages[old]
        if one_line(before.name) != name:
            yield trail.change(Kind.RENAMED, one_line(before.name), name)
        if is_moved:
            yield trail.change(Kind.MOVED, place(old), place(new))
        yield from compare_parts(before, stage, Trail(Spot(name)), (*_NAMING, *NOTES))
    for old in stages.removed:
        gone = one.stages[old]
        yield Trail(Spot(), "stage", one_line(gone.name)).change(Kind.REMOVED, _names(gone))


def _names(stage: Stage) -> str:
    return ", ".join(one_line(touchpoint.name) for touchpoint in stage.touchpoints)


def _compare_moments(
    old: tuple[_Moment, ...], new: tuple[_Moment, ...], moments: Pairing, stages: Pairing
) -> Iterator[Change]:
    added = set(stages.added)
    origins = {at: origin for origin, at in moments.pairs}
    moved = _moved_within(old, new, moments)
    for at, moment in enumerate(new):
        trail = _trail(moment)
        if at in origins:
            before = old[origins[at]]
            if before.spot.moment != moment.spot.moment:
                yield trail.change(Kind.RENAMED, before.spot.moment, moment.spot.moment)
            if before.stage_key != moment.stage_key:
                yield trail.change(Kind.MOVED, before.spot.stage, moment.spot.stage)
            elif at in moved:
                yield trail.change(Kind.MOVED, place(before.index), place(moment.index))
            parts = before.touchpoint, moment.touchpoint
            yield from compare_parts(*parts, Trail(moment.spot), (*_NAMING, *NOTES))
        elif moment.stage_key not in added:
            yield trail.change(Kind.ADDED)
    for at in moments.removed:
        if old[at].stage_key >= 0:
            yield _trail(old[at]).change(Kind.REMOVED)


def _trail(moment: _Moment) -> Trail:
    """The moment as a thing that stands in its stage."""
    return Trail(replace(moment.spot, moment=""), "moment", moment.spot.moment)


def _moved_within(
    old: tuple[_Moment, ...], new: tuple[_Moment, ...], moments: Pairing
) -> frozenset[int]:
    """Places in the later state of moments that stand elsewhere in the same stage."""
    by_stage: dict[int, list[tuple[int, int]]] = {}
    for origin, at in moments.pairs:
        if old[origin].stage_key == new[at].stage_key:
            by_stage.setdefault(new[at].stage_key, []).append((origin, at))
    return frozenset(
        pairs[index][1]
        for pairs in by_stage.values()
        for index in find_moved([origin for origin, _ in pairs])
    )


def _holders(
    journey: Journey,
    moments: tuple[_Moment, ...],
    stage_keys: Sequence[int],
    moment_keys: Sequence[int],
) -> tuple[Holder, ...]:
    """All that notes are written on in one state."""
    return (
        Holder("map", journey, Spot()),
        *(
            Holder(f"stage {key}", stage, Spot(one_line(stage.name)))
            for key, stage in zip(stage_keys, journey.stages, strict=True)
        ),
        *(
            Holder(f"moment {key}", moment.touchpoint, moment.spot)
            for key, moment in zip(moment_keys, moments, strict=True)
        ),
    )
