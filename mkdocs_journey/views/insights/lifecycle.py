"""A customer's life after the sale: health, checkpoints, alerts, readiness for more."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_journey.model import Journey
from mkdocs_journey.values.measures import Criterion
from mkdocs_journey.views.insights.alerts import Watch
from mkdocs_journey.views.insights.places import Place, places_with
from mkdocs_journey.views.insights.plan import Work

HIGH_HEALTH = 80
"""From here on a stage's customers are healthy enough to be offered more.

The language gives no bound, and customer-success teams commonly colour 80 to 100 green.
"""


@dataclass(frozen=True, slots=True)
class HealthReport:
    """Health of a stage (or of the map or a touchpoint that has one), 0 to 100."""

    place: Place
    value: float
    previous: float | None

    @property
    def change(self) -> float | None:
        """Points gained since the time before; below 0 where they were lost."""
        return None if self.previous is None else self.value - self.previous


@dataclass(frozen=True, slots=True)
class Rung:
    """The checkpoint of a stage: one rung of the maturity ladder."""

    place: Place
    """The stage."""
    criteria: tuple[Criterion, ...]
    """Its own and its touchpoints', in order."""

    @property
    def met(self) -> int:
        """Criteria that are met; one that nobody has judged is not."""
        return sum(criterion.met is True for criterion in self.criteria)

    @property
    def missing(self) -> tuple[Criterion, ...]:
        """Criteria that are not met, or not judged."""
        return tuple(criterion for criterion in self.criteria if criterion.met is not True)

    @property
    def is_passed(self) -> bool:
        """All its criteria are met."""
        return not self.missing


@dataclass(frozen=True, slots=True)
class Readiness:
    """A healthy stage, and what speaks against offering more there."""

    health: HealthReport
    held_back_by: tuple[Watch, ...]
    """Warnings that have been crossed in the stage or at its touchpoints."""
    offers: tuple[Work, ...]
    """Opportunities of the stage that solve no pain: what could be offered."""

    @property
    def is_ready(self) -> bool:
        """Nothing speaks against it."""
        return not self.held_back_by


def healths(journey: Journey) -> tuple[HealthReport, ...]:
    """Healths that are known, in reading order."""
    return tuple(
        [
            HealthReport(place, health.value, health.previous)
            for place in places_with(journey, "health")
            if (health := place.holder.health) and health.value is not None
        ]
    )


def ladder(journey: Journey) -> tuple[Rung, ...]:
    """Rungs of the stages that have criteria, from the first to the last."""
    rungs = []
    for stage in journey.stages:
        own = [criterion for tp in stage.touchpoints for criterion in tp.checkpoint]
        criteria = (*stage.checkpoint, *own)
        if criteria:
            rungs.append(Rung(Place(journey, stage), criteria))
    return tuple(rungs)


def blocking(rungs: tuple[Rung, ...]) -> Rung | None:
    """The first rung that is not passed: a ladder is climbed from below, so it stops the rest."""
    return next((rung for rung in rungs if not rung.is_passed), None)


def readiness(
    found: tuple[HealthReport, ...], watches: tuple[Watch, ...], ideas: tuple[Work, ...]
) -> tuple[Readiness, ...]:
    """Stages with a health of `HIGH_HEALTH` or more, ready or held back by a crossed warning.

    A rung that is not passed yet does not hold a stage back: it says how far the customers are,
    not how they are.
    """
    return tuple(
        Readiness(
            health=report,
            held_back_by=tuple(w for w in watches if w.is_warning and _inside(w.place, report)),
            offers=tuple(w for w in ideas if not w.item.solves and _inside(w.place, report)),
        )
        for report in found
        if report.place.stage and report.value >= HIGH_HEALTH
    )


def _inside(place: Place | None, report: HealthReport) -> bool:
    stage = report.place.stage
    return place is not None and place.stage is not None and stage is not None and (
        place.stage.id == stage.id
    )  # fmt: skip
