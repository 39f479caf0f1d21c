"""Moments of two maps side by side: which are the same, which are new, gone or moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby
from typing import TypeAlias

from mkdocs_journey.differences.pairing import pair
from mkdocs_journey.model import Stage
from mkdocs_journey.queries.tests import fold
from mkdocs_journey.views.across.alignment import align, named_alike
from mkdocs_journey.views.across.rows import MapRow, Moment
from mkdocs_journey.views.columns import Holder


class Presence(StrEnum):
    """In which of two maps a moment is."""

    KEPT = "kept"
    """In both; also where the other map has its stage, but none of its touchpoints."""
    NEW = "new"
    REMOVED = "removed"
    MOVED = "moved"
    """In both, but in another place: it stands in both places."""


@dataclass(frozen=True, slots=True)
class Step:
    """One moment of a comparison; in one map, in the other, or in both."""

    future: Moment | None
    current: Moment | None
    stage_index: int
    """Place of its stage among those of both maps, from 0."""
    presence: Presence
    twin: Moment | None = None
    """Of one that moved: the same moment where it stands in the other map."""

    @property
    def moment(self) -> Moment:
        """The future's moment, else the current one; a touchpoint rather than a whole stage."""
        sides = [side for side in (self.future, self.current) if side is not None]
        return next((side for side in sides if side.column.touchpoint), sides[0])

    @property
    def stage(self) -> Stage:
        """Its stage in the map that `moment` is of."""
        return self.moment.column.stage

    @property
    def before(self) -> Moment | None:
        """The current moment that the future's one is compared with."""
        return self.current or (self.twin if self.future else None)

    @property
    def change(self) -> float | None:
        """By how much it feels better than now, in points; `None` where one side is not known.

        A touchpoint is not compared with a whole stage.
        """
        future, before = self.future, self.before
        if future is None or before is None or future.feeling is None or before.feeling is None:
            return None
        if (future.column.touchpoint is None) != (before.column.touchpoint is None):
            return None
        return round(future.feeling - before.feeling, 6)

    @property
    def holders(self) -> tuple[Holder, ...]:
        """What its lanes are written on, in either map."""
        return tuple(side.column.holder for side in (self.future, self.current) if side)

    @property
    def stages(self) -> tuple[Stage, ...]:
        """Its stage in either map."""
        return tuple(side.column.stage for side in (self.future, self.current) if side)


def steps_of(future: MapRow, current: MapRow) -> tuple[Step, ...]:
    """Moments of both maps in one order."""
    stages = align(_by_stage(future), _by_stage(current), _stages_alike)
    steps: list[Step] = []
    for at, (new, old) in enumerate(stages):
        steps += _stage_steps(at, new or (), old or ())
    return tuple(_with_moves(steps))


def stage_pairs(steps: Sequence[Step]) -> Iterator[tuple[Stage, Stage]]:
    """Stages of the current map with the same ones of the future map, wherever these stand."""
    current = {step.stage_index: step.current.column.stage for step in steps if step.current}
    future = {step.stage_index: step.future.column.stage for step in steps if step.future}
    yield from ((stage, future[at]) for at, stage in current.items() if at in future)
    old = [stage for at, stage in current.items() if at not in future]
    new = [stage for at, stage in future.items() if at not in current]
    moved = pair(old, new, (lambda stage: stage.id, lambda stage: str(fold(stage.name))))
    yield from ((old[one], new[other]) for one, other in moved.pairs)


_Stage: TypeAlias = tuple[Moment, ...]
"""A stage as its moments."""


def _by_stage(row: MapRow) -> list[_Stage]:
    """Moments of a map, stage by stage."""
    groups = groupby(row.moments(), key=lambda moment: moment.column.stage_index)
    return [tuple(group) for _, group in groups]


def _stages_alike(one: _Stage, other: _Stage) -> int:
    mine, its = one[0].column.stage, other[0].column.stage
    return named_alike(mine.id, mine.name, its.id, its.name)


def _moments_alike(one: Moment, other: Moment) -> int:
    mine, its = one.column.touchpoint, other.column.touchpoint
    if mine is None or its is None:
        return int(mine is its)
    return named_alike(mine.id, mine.name, its.id, its.name)


def _stage_steps(at: int, new: Sequence[Moment], old: Sequence[Moment]) -> Iterator[Step]:
    """Steps of one stage, which either map may lack."""
    if new and old and (_is_whole(new) or _is_whole(old)):
        yield from _beside_whole(at, new, old)
        return
    for future, current in align(new, old, _moments_alike):
        if future and current:
            yield Step(future, current, at, Presence.KEPT)
        else:
            yield Step(future, current, at, Presence.NEW if future else Presence.REMOVED)


def _is_whole(moments: Sequence[Moment]) -> bool:
    return moments[0].column.touchpoint is None


def _beside_whole(at: int, new: Sequence[Moment], old: Sequence[Moment]) -> Iterator[Step]:
    """Steps of a stage that one map does not split into touchpoints: it stands at the middle one.

    What that map does not say is neither new nor removed.
    """
    middle = (max(len(new), len(old)) - 1) // 2
    for place in range(max(len(new), len(old))):
        future = new[0] if _is_whole(new) and place == middle else None
        current = old[0] if _is_whole(old) and place == middle else None
        future = future if _is_whole(new) else new[place]
        current = current if _is_whole(old) else old[place]
        yield Step(future, current, at, Presence.KEPT)


def _with_moves(steps: Sequence[Step]) -> Iterator[Step]:
    """Steps in which a moment that only changed its place is neither new nor removed."""
    removed = [step for step in steps if step.presence is Presence.REMOVED]
    new = [step for step in steps if step.presence is Presence.NEW]
    twins: dict[int, Moment] = {}
    for old_at, new_at in pair(removed, new, (_id_key, _name_key)).pairs:
        old, now = removed[old_at], new[new_at]
        twins[id(old)], twins[id(now)] = now.moment, old.moment
    for step in steps:
        twin = twins.get(id(step))
        yield replace(step, presence=Presence.MOVED, twin=twin) if twin else step


def _id_key(step: Step) -> tuple[bool, str]:
    """What a moment is called by; a whole stage is never the same as a touchpoint."""
    column = step.moment.column
    return column.touchpoint is None, (column.touchpoint or column.stage).id


def _name_key(step: Step) -> tuple[bool, str]:
    """What it is called by where its id differs."""
    column = step.moment.column
    return column.touchpoint is None, str(fold((column.touchpoint or column.stage).name))
