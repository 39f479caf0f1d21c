"""The header of a map: what it is, whom it is about, what it rests on, how fresh it is."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from mkdocs_journey.atlas import Map, Who
from mkdocs_journey.catalog import Catalog, Status
from mkdocs_journey.model import Evidence, Journey
from mkdocs_journey.translations import mark
from mkdocs_journey.values.feelings import Feeling
from mkdocs_journey.values.paths import relative

KIND_LABELS: Mapping[str, str] = {
    "current-state": mark("Current-state journey"),
    "future-state": mark("Future-state journey"),
    "day-in-the-life": mark("Day in the life"),
    "experience": mark("Experience map"),
    "service-blueprint": mark("Service blueprint"),
    "lifecycle": mark("Lifecycle journey"),
}


class PersonaCard(NamedTuple):
    """A persona as a map's header shows it; addresses are as the map's page would write them."""

    id: str
    name: str
    initials: str
    facts: tuple[str, ...]
    """Role, age and place, as far as they are known."""
    quote: str
    avatar: str
    """Path of a picture; empty where the initials stand in for it."""
    page: str
    """Path of the persona's page; empty where the map describes the persona in place."""


class NumberedSource(NamedTuple):
    """A source with the number by which cells cite it."""

    number: int
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Header:
    """What stands above a map."""

    journey: Journey
    kind: str
    """Msgid of the kind's name."""
    status: Status
    personas: tuple[PersonaCard, ...]
    sources: tuple[NumberedSource, ...]
    is_stale: bool
    """Its review is due."""
    feelings: tuple[tuple[str, tuple[Feeling, ...]], ...]
    """Feelings about the whole journey: persona's name, empty for everybody's, and feelings."""
    map_names: Mapping[str, str]
    """Titles of the maps that it details or answers, by their paths as it writes them."""


def header(found: Map, catalog: Catalog, today: date) -> Header:
    """The header of a map as of a day."""
    journey = found.journey
    names = {who.id: who.persona.name for who in found.personas}
    return Header(
        journey=journey,
        kind=KIND_LABELS[journey.kind or "current-state"],
        status=status_of(journey, catalog),
        personas=tuple(persona_card(who, found.path) for who in found.personas),
        sources=tuple(map(NumberedSource, range(1, len(journey.sources) + 1),
                          journey.sources.values())),
        is_stale=journey.is_stale(today),
        feelings=tuple(
            (names.get(persona, persona), felt) for persona, felt in journey.feeling.items()
        ),
        map_names=found.names,
    )  # fmt: skip


def status_of(journey: Journey, catalog: Catalog) -> Status:
    """Status of a map; one that the site does not know shows its id."""
    return catalog.statuses.get(journey.status) or Status(journey.status, journey.status)


def persona_card(who: Who, map_path: str) -> PersonaCard:
    """A persona's card as seen from a map's page."""
    persona, folder = who.persona, posixpath.dirname(map_path)
    avatar = persona.avatar
    # An address from the server's root stays: seen from a folder it would depend on ours.
    is_from_root = avatar.startswith("/") or "://" in avatar
    if avatar and who.page is not None and not is_from_root:
        avatar = posixpath.join(posixpath.dirname(who.page), avatar)
        avatar = posixpath.relpath(avatar, folder or ".")
    return PersonaCard(
        id=who.id,
        name=persona.name,
        initials=initials(persona.name),
        facts=tuple(filter(None, (persona.role, persona.age, persona.place))),
        quote=persona.quote,
        avatar=avatar,
        page=link_to_persona(who, map_path),
    )


def link_to_persona(who: Who, map_path: str) -> str:
    """Path of a persona's page as a map's page writes it; empty where the persona has none."""
    return "" if who.page is None else relative(who.page, posixpath.dirname(map_path))


def initials(name: str) -> str:
    """First letters of a name's first and last word."""
    words = name.split()
    return "".join(word[0] for word in (words[0], *words[1:][-1:])).upper()
