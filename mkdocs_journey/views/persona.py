"""A persona's page: the card, the day, and the journeys in which the persona appears."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_journey.atlas import Map
from mkdocs_journey.catalog import Catalog, Channel, Status
from mkdocs_journey.model import Hour, Journey, Persona
from mkdocs_journey.values.feelings import EVERYONE, Feeling
from mkdocs_journey.views.columns import feelings_by_column, find_channel
from mkdocs_journey.views.curve import Curve, curve
from mkdocs_journey.views.header import KIND_LABELS, NumberedSource, initials, status_of
from mkdocs_journey.views.insights.places import Place, place_of_column


@dataclass(frozen=True, slots=True)
class Lowest:
    """The worst moment of a journey for a persona."""

    place: Place
    feeling: Feeling
    score: float

    @property
    def name(self) -> str:
        """What the moment is called."""
        return self.place.name


@dataclass(frozen=True, slots=True)
class Felt:
    """A journey as one persona feels it."""

    curve: Curve
    lowest: Lowest | None
    """`None` where nobody says how they feel."""


@dataclass(frozen=True, slots=True)
class JourneyLine:
    """A journey in which a persona appears."""

    title: str
    address: str
    """Path of the map's page, as the persona's page would write it."""
    kind: str
    """Msgid of the kind's name."""
    status: Status
    curve: Curve
    lowest: Lowest | None


@dataclass(frozen=True, slots=True)
class PersonaView:
    """What a persona's page shows."""

    persona: Persona
    initials: str
    channels: tuple[Channel, ...]
    hours: tuple[Hour, ...]
    day: Curve
    """Feelings of the hours, one column each."""
    sources: tuple[NumberedSource, ...]
    journeys: tuple[JourneyLine, ...]


def persona_view(persona: Persona, path: str, maps: Sequence[Map], catalog: Catalog) -> PersonaView:
    """A persona's page by its path; `maps` are those in which the persona appears."""
    return PersonaView(
        persona=persona,
        initials=initials(persona.name),
        channels=tuple(find_channel(catalog, channel) for channel in persona.channels),
        hours=persona.day,
        day=curve([[felt.score for felt in feelings_of(hour) if felt.score is not None]
                   for hour in persona.day]),
        sources=tuple(map(NumberedSource, range(1, len(persona.sources) + 1),
                          persona.sources.values())),
        journeys=tuple(_line(found, path, catalog) for found in maps),
    )  # fmt: skip


def feelings_of(hour: Hour) -> tuple[Feeling, ...]:
    """Feelings of an hour, whoever's name they were written under."""
    return tuple(feeling for moment in hour.feeling.values() for feeling in moment)


def felt_by(journey: Journey, persona: str) -> Felt:
    """A journey as a persona feels it: their own feelings, else everybody's."""
    felt = feelings_by_column(journey, persona)
    drawn = curve([[feeling.score or 0 for feeling in moment] for moment in felt])
    if not drawn.points:
        return Felt(drawn, None)
    point = min(drawn.points, key=lambda point: point.score)
    at = drawn.moments[point.column].index(point)
    place = place_of_column(journey, point.column)
    return Felt(drawn, Lowest(place, felt[point.column][at], point.score))


def _line(found: Map, path: str, catalog: Catalog) -> JourneyLine:
    persona = next((who.id for who in found.personas if who.page == path), EVERYONE)
    felt = felt_by(found.journey, persona)
    return JourneyLine(
        title=found.title,
        address=posixpath.relpath(found.path, posixpath.dirname(path) or "."),
        kind=KIND_LABELS[found.journey.kind or "current-state"],
        status=status_of(found.journey, catalog),
        curve=felt.curve,
        lowest=felt.lowest,
    )
