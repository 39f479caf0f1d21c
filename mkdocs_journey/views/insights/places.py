"""Where in a map something is written, and how that moment feels."""

from __future__ import annotations

from collections.abc import Iterable
from math import fsum
from typing import NamedTuple

from mkdocs_journey.model import Journey, Stage, Touchpoint
from mkdocs_journey.values.feelings import Feeling
from mkdocs_journey.views.columns import Holder, Item, Placed

NEUTRAL = 3.0
"""The score in the middle of 1 to 5."""


class Place(NamedTuple):
    """A touchpoint, a stage, or the whole map: whatever holds lanes.

    A tuple, because a page makes hundreds of them.
    """

    journey: Journey
    stage: Stage | None = None
    """`None` for the whole map."""
    touchpoint: Touchpoint | None = None
    """`None` for a whole stage or the whole map."""

    @property
    def holder(self) -> Holder:
        """Where its lanes are written."""
        return self.touchpoint or self.stage or self.journey

    @property
    def name(self) -> str:
        """What it is called; empty for the whole map."""
        named = self.touchpoint or self.stage
        return named.name if named else ""

    @property
    def feelings(self) -> tuple[Feeling, ...]:
        """Feelings with a score that count here, of all personas: a stage's where it has none."""
        own = scored(self.holder)
        return own or (scored(self.stage) if self.stage else ())

    @property
    def score(self) -> float | None:
        """How the moment feels, 1 to 5: the mean over personas of each one's mean.

        A touchpoint without a feeling has its stage's. A stage or map without one of its own has
        the mean of the moments in it, in which a stage's own counts once where none of its
        touchpoints has one. `None` where nothing is known.
        """
        own = mean_score(self.holder)
        if own is not None:
            return own
        if self.touchpoint:
            return mean_score(self.stage) if self.stage else None
        if self.stage:
            return mean(map(mean_score, self.stage.touchpoints))
        return mean(score for stage in self.journey.stages for score in _moments(stage))


def places(journey: Journey) -> list[Place]:
    """Every place of a map in reading order: the map, then each stage before its touchpoints."""
    found = [Place(journey)]
    for stage in journey.stages:
        found.append(Place(journey, stage))
        found += [Place(journey, stage, touchpoint) for touchpoint in stage.touchpoints]
    return found


def places_with(journey: Journey, *fields: str) -> list[Place]:
    """Places where any of some fields is written, in reading order: most are on few."""
    wanted = frozenset(fields)
    found = [] if wanted.isdisjoint(vars(journey)) else [Place(journey)]
    for stage in journey.stages:
        if not wanted.isdisjoint(vars(stage)):
            found.append(Place(journey, stage))
        found += [
            Place(journey, stage, touchpoint)
            for touchpoint in stage.touchpoints
            if not wanted.isdisjoint(vars(touchpoint))
        ]
    return found


def place_of(journey: Journey, placed: Placed[Item]) -> Place:
    """Where a numbered pain or opportunity of the map is written."""
    stage = None if placed.stage_index is None else journey.stages[placed.stage_index]
    return Place(journey, stage, placed.holder if isinstance(placed.holder, Touchpoint) else None)


def place_of_column(journey: Journey, column: int) -> Place:
    """Where one of the map's columns is written."""
    for stage in journey.stages:
        if column < len(stage.touchpoints):
            return Place(journey, stage, stage.touchpoints[column])
        if column == 0:
            return Place(journey, stage)
        column -= len(stage.touchpoints) or 1
    raise IndexError(column)


def places_by_name(journey: Journey) -> dict[str, Place]:
    """First place of each name: a stage's or touchpoint's id, `stage.touchpoint`; `""` is the map.

    All at once, because every alert of a map asks.
    """
    found: dict[str, Place] = {}
    for place in places(journey):
        stage_id = place.stage.id if place.stage else ""
        if place.touchpoint is None:
            found.setdefault(stage_id, place)
        else:
            found.setdefault(place.touchpoint.id, place)
            found.setdefault(f"{stage_id}.{place.touchpoint.id}", place)
    return found


def scored(holder: Holder) -> tuple[Feeling, ...]:
    """Feelings with a score that are written on a holder, persona after persona."""
    return tuple(
        [feeling for felt in holder.feeling.values() for feeling in felt
         if feeling.score is not None]
    )  # fmt: skip


def _moments(stage: Stage) -> list[float | None]:
    """Scores of a stage's moments."""
    known = [mean_score(touchpoint) for touchpoint in stage.touchpoints]
    return known if any(score is not None for score in known) else [mean_score(stage)]


def mean_score(holder: Holder | None) -> float | None:
    """Mean over personas of each one's mean score on a holder: a change within counts once."""
    felt = list(holder.feeling.values()) if holder else []
    if len(felt) == 1 and len(felt[0]) == 1:
        return felt[0][0].score  # the only one, as most moments have
    return mean([mean([feeling.score for feeling in persona]) for persona in felt])


def mean(values: Iterable[float | None]) -> float | None:
    """Unweighted mean of the values that are known; `None` where none is."""
    known = [value for value in values if value is not None]
    return fsum(known) / len(known) if known else None
