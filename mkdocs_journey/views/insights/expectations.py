"""What customers expect, beside what happens."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_journey.model import Journey
from mkdocs_journey.values.cards import Card
from mkdocs_journey.values.feelings import Feeling
from mkdocs_journey.views.insights.pains import HotSpot
from mkdocs_journey.views.insights.places import Place, places_with


@dataclass(frozen=True, slots=True)
class Expectation:
    """A moment that somebody expects something of.

    It says no verdict: whether an expectation is met is the reader's to judge, from what stands
    beside it.
    """

    place: Place
    expecting: tuple[Card, ...]
    doing: tuple[Card, ...]
    """What happens: a moment's actions, else its description."""
    feelings: tuple[Feeling, ...]
    """With a score, of all personas; a stage's where the moment has none."""
    pains: tuple[HotSpot, ...]


@dataclass(frozen=True, slots=True)
class Expectations:
    """Expectations of a map."""

    beforehand: tuple[str, ...]
    """What is expected of the whole journey, as inline Markdown."""
    moments: tuple[Expectation, ...]


def expectations(journey: Journey, pains: tuple[HotSpot, ...]) -> Expectations:
    """Expectations in reading order; `pains` are those of the map."""
    moments = [
        Expectation(
            place=place,
            expecting=holder.expecting,
            doing=holder.doing or holder.description,
            feelings=place.feelings,
            pains=tuple([spot for spot in pains if spot.place.holder is holder]),
        )
        for place in places_with(journey, "expecting")
        if place.stage and (holder := place.holder).expecting
    ]
    whole = [card.text for card in journey.expecting]
    return Expectations((*journey.expectations, *whole), tuple(moments))
