"""Highest and lowest moments, the largest drop, the mean feeling, moments of truth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from mkdocs_journey.model.claims import cards_of
from mkdocs_journey.values.feelings import Feeling
from mkdocs_journey.views.columns import Column
from mkdocs_journey.views.curve import Point
from mkdocs_journey.views.insights.places import NEUTRAL, Place
from mkdocs_journey.views.layout import FeelingLine, Layout


class Spot(NamedTuple):
    """A moment and what is felt there."""

    column: Column
    feeling: Feeling
    """The feeling whose score it is; `score` is known."""

    @property
    def score(self) -> float:
        """1 (worst) to 5 (best)."""
        return self.feeling.score or 0.0


@dataclass(frozen=True, slots=True)
class Fall:
    """The largest fall between two neighbouring moments that both have a feeling."""

    start: Spot
    end: Spot
    points: float
    """Points of score lost, above zero."""


class Mood(NamedTuple):
    """How the map feels to one persona."""

    persona: str
    """Id of the persona; `EVERYONE` where feelings name nobody."""
    highest: tuple[Spot, ...]
    """Every moment with the best score; empty where all moments feel alike."""
    lowest: tuple[Spot, ...]
    drop: Fall | None
    mean: float
    """Unweighted mean of the moments' means."""
    scores: tuple[float, ...]
    """Mean of each moment that has a feeling, in the map's order."""
    missing: int
    """Moments without a feeling: they count in no mean."""

    @property
    def below_neutral(self) -> int:
        """Moments whose mean is below the middle of the scale."""
        return sum(score < NEUTRAL for score in self.scores)


@dataclass(frozen=True, slots=True)
class Truth:
    """A moment that decides, because its touchpoint or a card in it says so."""

    place: Place
    score: float | None
    pains: int


def moods(layout: Layout) -> tuple[Mood, ...]:
    """Mood of each persona that has a curve; personas without any feeling are left out."""
    return tuple(_mood(layout.columns, line) for line in layout.lines)


def _mood(columns: Sequence[Column], line: FeelingLine) -> Mood:
    curve, felt = line.curve, line.feelings
    assert curve.mean is not None  # no line is without a feeling

    def spot(point: Point) -> Spot:
        feeling = next(f for f in felt[point.column] if f.score == point.score)
        return Spot(columns[point.column], feeling)

    def spots(points: Sequence[Point]) -> tuple[Spot, ...]:
        return tuple({point.column: spot(point) for point in points}.values())

    drop = curve.drop
    scores = tuple([mean for mean in curve.means if mean is not None])
    return Mood(
        persona=line.id,
        highest=spots(curve.highest),
        lowest=spots(curve.lowest),
        drop=Fall(spot(drop.start), spot(drop.end), drop.fall) if drop else None,
        mean=curve.mean,
        scores=scores,
        missing=len(columns) - len(scores),
    )


def truths(layout: Layout) -> tuple[Truth, ...]:
    """Moments of truth in the map's order."""
    found, on_cards = [], "moment_of_truth" in layout.on_cards
    for column in layout.columns:
        holder = column.holder
        if column.is_moment_of_truth or (
            on_cards and any(card.moment_of_truth for card in cards_of(holder))
        ):
            place = Place(layout.journey, column.stage, column.touchpoint)
            found.append(Truth(place, place.score, len(holder.pains)))
    return tuple(found)
