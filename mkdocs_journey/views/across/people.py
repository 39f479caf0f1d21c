"""Personas of a whole site as rows, each with how they feel in the journeys they appear in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from math import fsum

from mkdocs_journey.atlas import Atlas, Who
from mkdocs_journey.model import Persona
from mkdocs_journey.queries import Scalar
from mkdocs_journey.views.across.rows import MapRow, address_of
from mkdocs_journey.views.insights.places import Place
from mkdocs_journey.views.persona import Felt, felt_by


def persona_key(who: Who, path: str) -> str:
    """What tells a persona of the map at `path` from all others of the site.

    It is the id of a persona who has a page. One whom a map describes in place is that map's own,
    `ana (maps/first-order.md)`: nothing says that another map's Ana is the same one.
    """
    return who.id if who.page else f"{who.id} ({path})"


def persona_id(key: Scalar) -> str:
    """A persona's id in the maps: ids are slugs, which have no space."""
    return str(key).partition(" ")[0]


@dataclass(frozen=True)
class PersonaJourney:
    """A journey in which a persona appears, as that persona feels it."""

    map: MapRow
    id: str
    """The persona's id in the journey."""

    @cached_property
    def felt(self) -> Felt:
        """The persona's curve and worst moment; what no persona is named for counts as theirs."""
        return felt_by(self.map.found.journey, self.id)

    def address_of(self, moment: Place) -> str:
        """Where one of its moments stands, from the root of the site's pages."""
        return address_of(self.map.path, moment)


@dataclass(frozen=True)
class PersonaRow:
    """A persona: one with a page, or one that a map describes in place."""

    id: str
    key: str
    """What tells them from all others: see `persona_key`."""
    persona: Persona
    page: str | None
    """Path of the persona's page; `None` where a map describes the persona."""
    journeys: tuple[PersonaJourney, ...]
    """Journeys in which the persona appears, in the order of their paths."""

    @property
    def path(self) -> str:
        """Path of the page on which the persona is described, a map's where it has none."""
        return self.page or self.journeys[0].map.path

    @cached_property
    def feeling(self) -> float | None:
        """Mean over all moments of all their journeys; `None` where nothing is known."""
        means = [
            mean
            for journey in self.journeys
            for mean in journey.felt.curve.means
            if mean is not None
        ]
        return fsum(means) / len(means) if means else None

    @cached_property
    def lowest(self) -> PersonaJourney | None:
        """The journey with their worst moment, the first of several."""
        known = [
            (journey.felt.lowest.score, at, journey)
            for at, journey in enumerate(self.journeys)
            if journey.felt.lowest is not None
        ]
        return min(known)[2] if known else None

    @cached_property
    def worst_first(self) -> tuple[PersonaJourney, ...]:
        """Their journeys, the worst felt first; those without a feeling last."""
        return tuple(sorted(self.journeys, key=_mean))


def _mean(journey: PersonaJourney) -> float:
    mean = journey.felt.curve.mean
    return float("inf") if mean is None else mean


def people(atlas: Atlas, maps: Iterable[MapRow]) -> tuple[PersonaRow, ...]:
    """All personas: those with a page in the order of their paths, then those in maps.

    Two maps that describe a persona of the same name in place describe two personas: nothing says
    that both mean the same one.
    """
    by_page: dict[str, list[PersonaJourney]] = {}
    in_place: list[PersonaRow] = []
    for row in maps:
        for who in row.found.personas:
            journey = PersonaJourney(row, who.id)
            if who.page is None:
                key = persona_key(who, row.path)
                in_place.append(PersonaRow(who.id, key, who.persona, None, (journey,)))
            else:
                by_page.setdefault(who.page, []).append(journey)
    with_page = (
        PersonaRow(
            page.persona_id, page.persona_id, page.persona, path, tuple(by_page.get(path, ()))
        )
        for path, page in sorted(atlas.pages.items())
        if page.persona is not None
    )
    return (*with_page, *in_place)


def names_of(rows: Iterable[PersonaRow]) -> dict[str, str]:
    """What personas are called, by their keys: by more than the name where others share it.

    More is the id of one with a page (`Ana (ana-2)`), and the title of the map that describes one
    in place (`Ana (First order)`), or its path where the title does not tell them apart either.
    """
    forms: dict[str, tuple[str, ...]] = {}
    for row in rows:
        more = (row.id,) if row.page else (row.journeys[0].map.found.title, row.path)
        name = row.persona.name
        forms.setdefault(row.key, (name, *(f"{name} ({text})" for text in more)))
    counts = Counter(form for said in forms.values() for form in said)
    return {
        key: next((form for form in said if counts[form] == 1), said[-1])
        for key, said in forms.items()
    }
