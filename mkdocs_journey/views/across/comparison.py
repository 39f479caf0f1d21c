"""Two maps compared: their moments side by side, and what became of their pains."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from itertools import groupby
from typing import TypeAlias

from mkdocs_journey.differences.pairing import pair
from mkdocs_journey.model import Stage
from mkdocs_journey.queries.tests import fold
from mkdocs_journey.values.feelings import Feeling
from mkdocs_journey.views.across.alignment import align, named_alike
from mkdocs_journey.views.across.overview import Overview
from mkdocs_journey.views.across.rows import MapRow, Moment, PainRow
from mkdocs_journey.views.columns import Holder, feelings_by_column, personas_of


class Presence(StrEnum):
    """In which of two maps a moment is."""

    KEPT = "kept"
    """In both; also where the other map has its stage, but none of its touchpoints."""
    NEW = "new"
    REMOVED = "removed"
    MOVED = "moved"
    """In both, but in another place: it stands in both places."""


class Fate(StrEnum):
    """What becomes of a pain."""

    SOLVED = "solved"
    """The future map no longer has it, though it has its stage, or names it as solved; of any two
    maps, the first does not have it."""
    NEW = "new"
    LEFT = "left"
    """It stays, or lies in a stage that the future map says nothing of."""


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


@dataclass(frozen=True, slots=True)
class PainChange:
    """A pain of either map, and what becomes of it."""

    row: PainRow
    """As the future map has it, else as the current one does."""
    fate: Fate


@dataclass(frozen=True)
class Comparison:
    """A map over another one: a future state over the current state, or any two."""

    overview: Overview
    future: MapRow
    current: MapRow

    def felt(self, moment: Moment | None) -> tuple[Feeling, ...]:
        """Feelings of a moment of either map, without their sources, which its page numbers."""
        return self._felt[moment.map.path][moment.column.index] if moment else ()

    @cached_property
    def _felt(self) -> dict[str, tuple[tuple[Feeling, ...], ...]]:
        return {row.path: _feelings(row) for row in (self.future, self.current)}

    @property
    def is_answer(self) -> bool:
        """The one is the future state of the other, not just another map."""
        return self.overview.atlas.improved_by(self.future.path) == self.current.path

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """Moments of both maps in one order."""
        stages = align(_by_stage(self.future), _by_stage(self.current), _stages_alike)
        steps: list[Step] = []
        for at, (new, old) in enumerate(stages):
            steps += _stage_steps(at, new or (), old or ())
        return tuple(_with_moves(steps))

    @cached_property
    def pains(self) -> tuple[PainChange, ...]:
        """Pains of both maps: those of the future map first."""
        future = self.overview.pains_of(self.future.path)
        current = self.overview.pains_of(self.current.path)
        pairs = _pair_pains(future, current)
        paired = {id(old) for _, old in pairs if old is not None}
        gone = (row for row in current if id(row) not in paired)
        return (
            *(PainChange(row, Fate.LEFT if old else Fate.NEW) for row, old in pairs),
            *(PainChange(row, self._fate_of_gone(row)) for row in gone),
        )

    def _fate_of_gone(self, row: PainRow) -> Fate:
        if not self.is_answer:
            return Fate.SOLVED
        stage = row.spot.place.stage
        is_named = any(work.map is self.future for work in row.works)
        is_there = stage is None or id(stage) in self._answered_stages
        return Fate.SOLVED if is_named or is_there else Fate.LEFT

    @cached_property
    def _answered_stages(self) -> frozenset[int]:
        """Identities of the current map's stages whose place the future map has, too."""
        places = {step.stage_index for step in self.steps if step.future}
        return frozenset(
            id(step.current.column.stage)
            for step in self.steps
            if step.current and step.stage_index in places
        )

    @cached_property
    def _pains_by_holder(self) -> dict[int, tuple[PainChange, ...]]:
        found: dict[int, list[PainChange]] = {}
        for change in self.pains:
            found.setdefault(id(change.row.spot.place.holder), []).append(change)
        return {holder: tuple(changes) for holder, changes in found.items()}

    def pains_on(self, holders: Iterable[Holder]) -> tuple[PainChange, ...]:
        """Pains that are written on any of some touchpoints, stages or journeys."""
        once = {id(holder): holder for holder in holders}
        return tuple(change for key in once for change in self._pains_by_holder.get(key, ()))

    def pains_among(self, steps: Sequence[Step]) -> tuple[PainChange, ...]:
        """Pains of some moments and their stages; those of the whole journey among all moments."""
        holders: list[Holder] = [holder for step in steps for holder in step.holders]
        holders += [stage for step in steps for stage in step.stages]
        if len(steps) == len(self.steps):
            holders += [self.future.found.journey, self.current.found.journey]
        return self.pains_on(holders)


def _feelings(row: MapRow) -> tuple[tuple[Feeling, ...], ...]:
    """Feelings of each moment of a map: a lone persona's as written, of several the mean."""
    personas = personas_of(row.found.journey)
    if len(personas) > 1:
        return tuple(tuple(Feeling(score=score) for score in scores) for scores in row.scores)
    return tuple(
        tuple(feeling.model_copy(update={"sources": ()}) for feeling in moment)
        for moment in feelings_by_column(row.columns, personas[0])
    )


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
    twins: dict[int, int] = {}
    removed = [at for at, step in enumerate(steps) if step.presence is Presence.REMOVED]
    by_key: dict[tuple[str, str], list[int]] = {}
    for at in removed:
        for key in _keys(steps[at].moment):
            by_key.setdefault(key, []).append(at)
    for at, step in enumerate(steps):
        if step.presence is Presence.NEW:
            places = (place for key in _keys(step.moment) for place in by_key.get(key, ()))
            twin = next((place for place in places if place not in twins), None)
            if twin is not None:
                twins[at], twins[twin] = twin, at
    for at, step in enumerate(steps):
        if at in twins:
            yield replace(step, presence=Presence.MOVED, twin=steps[twins[at]].moment)
        else:
            yield step


def _keys(moment: Moment) -> tuple[tuple[str, str], ...]:
    touchpoint = moment.column.touchpoint
    if touchpoint is None:
        return ()
    return ("id", touchpoint.id), ("name", str(fold(touchpoint.name)))


def _pair_pains(
    future: Sequence[PainRow], current: Sequence[PainRow]
) -> list[tuple[PainRow, PainRow | None]]:
    """Each pain of the future map with the same one of the current map: by its id, else its text.

    Each is the other of one pain only.
    """
    paired = pair(current, future, (_pain_id, _pain_text))
    twins = {new: current[old] for old, new in paired.pairs}
    return [(row, twins.get(at)) for at, row in enumerate(future)]


def _pain_id(row: PainRow) -> str:
    return row.spot.pain.id


def _pain_text(row: PainRow) -> str:
    return str(fold(row.spot.pain.text))
