"""Pains of a map, ranked by how much they hurt."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from mkdocs_journey.model import Journey
from mkdocs_journey.values.choices import SeverityName
from mkdocs_journey.values.notes import Pain
from mkdocs_journey.views.columns import Placed, placed_pains
from mkdocs_journey.views.insights.places import NEUTRAL, Place, place_of

WEIGHTS: dict[SeverityName, int] = {"low": 1, "medium": 2, "high": 3, "critical": 4}
"""What a severity counts in a pain's score."""


class HotSpot(NamedTuple):
    """A pain and its score.

    score = severity (1 low to 4 critical) × (6 − feeling of its moment) × frequency, where the
    frequency counts only as a share. It goes from 0 to 20: severity and mood alone would hide that
    a middling pain in a bad moment hurts more than a grave one in a good moment.
    """

    number: int
    """Place among the pains of the map in reading order, from 1: its key on the page."""
    pain: Pain
    place: Place
    severity: SeverityName
    """As written, else `medium`."""
    feeling: float | None
    """Score of its moment; neutral counts where it is not known."""

    @property
    def share(self) -> float | None:
        """How often it happens, 0 to 1; `None` where words or nothing say it."""
        return self.pain.frequency if isinstance(self.pain.frequency, float) else None

    @property
    def score(self) -> float:
        """What it is ranked by."""
        mood = 6 - (NEUTRAL if self.feeling is None else self.feeling)
        return WEIGHTS[self.severity] * mood * (1.0 if self.share is None else self.share)

    @property
    def lacks_severity(self) -> bool:
        """Nobody wrote how bad it is; medium counts."""
        return self.pain.severity is None

    @property
    def lacks_feeling(self) -> bool:
        """Nobody wrote how the moment feels; neutral counts."""
        return self.feeling is None


def pains(journey: Journey) -> tuple[HotSpot, ...]:
    """Pains of a map in reading order, with their numbers."""
    return hot_spots(journey, placed_pains(journey))


def hot_spots(journey: Journey, numbered: Iterable[Placed[Pain]]) -> tuple[HotSpot, ...]:
    """The same of pains that have been numbered."""
    found = []
    for placed in numbered:
        pain, place = placed.item, place_of(journey, placed)
        severity = pain.severity or "medium"
        found.append(HotSpot(placed.number, pain, place, severity, place.score))
    return tuple(found)


def rank(found: tuple[HotSpot, ...]) -> tuple[HotSpot, ...]:
    """The worst first; pains of one score keep the map's order."""
    return tuple(sorted(found, key=lambda spot: -spot.score))
