"""Two maps compared: their moments side by side, and what became of their pains."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from mkdocs_journey.differences.pairing import pair
from mkdocs_journey.queries.tests import fold
from mkdocs_journey.values.feelings import Feeling
from mkdocs_journey.views.across.overview import Overview
from mkdocs_journey.views.across.rows import MapRow, Moment, PainRow
from mkdocs_journey.views.across.steps import Step, stage_pairs, steps_of
from mkdocs_journey.views.columns import Holder, feelings_by_column, personas_of
from mkdocs_journey.views.insights.plan import answers


class Fate(StrEnum):
    """What becomes of a pain."""

    SOLVED = "solved"
    """The future map no longer has it, though it has its stage, or names it as solved; of any two
    maps, the first does not have it."""
    NEW = "new"
    LEFT = "left"
    """It stays, or lies in a stage that the future map says nothing of."""


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
        return steps_of(self.future, self.current)

    @cached_property
    def pains(self) -> tuple[PainChange, ...]:
        """Pains of both maps: those of the future map first."""
        future = self.overview.pains_of(self.future.path)
        current = self.overview.pains_of(self.current.path)
        # A text may stand at several moments: the same moment's decides before the same stage's.
        keys = (_pain_id, self._text_at_moment, self._text_in_stage, _pain_text)
        paired = pair(current, future, keys)
        stays = {new for _, new in paired.pairs}
        return (
            *(
                PainChange(row, Fate.LEFT if at in stays else Fate.NEW)
                for at, row in enumerate(future)
            ),
            *(PainChange(current[at], self._fate_of_gone(current[at])) for at in paired.removed),
        )

    def _text_at_moment(self, row: PainRow) -> tuple[int, str]:
        holder = id(row.spot.place.holder)
        return self._twins.get(holder, holder), _pain_text(row)

    def _text_in_stage(self, row: PainRow) -> tuple[int, str]:
        stage = id(row.spot.place.stage or row.spot.place.journey)
        return self._twins.get(stage, stage), _pain_text(row)

    def _fate_of_gone(self, row: PainRow) -> Fate:
        if not self.is_answer:
            return Fate.SOLVED
        stage = row.spot.place.stage
        planned = (work.work for work in row.works if work.map is self.future)
        is_named = answers(row.spot.pain.id, planned)
        is_there = stage is None or id(stage) in self._twins
        return Fate.SOLVED if is_named or is_there else Fate.LEFT

    @cached_property
    def _twins(self) -> dict[int, int]:
        """Of the current map's parts that the future map has, too: identities there, by theirs."""
        twins = {id(self.current.found.journey): id(self.future.found.journey)}
        for step in self.steps:
            same = step.future or step.twin
            if step.current and same:
                twins[id(step.current.column.holder)] = id(same.column.holder)
        for old, new in stage_pairs(self.steps):
            twins[id(old)] = id(new)
        return twins

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
        for moment in feelings_by_column(row.found.journey, personas[0])
    )


def _pain_id(row: PainRow) -> str:
    return row.spot.pain.id


def _pain_text(row: PainRow) -> str:
    return str(fold(row.spot.pain.text))
