"""All maps and personas of a site together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from mkdocs_journey.catalog import Catalog
from mkdocs_journey.model import Journey, Persona
from mkdocs_journey.pages import Page


@dataclass(frozen=True)
class Who:
    """A persona as a map shows it."""

    id: str
    persona: Persona
    page: str | None
    """Path of the persona's page; `None` where the map describes the persona in place."""


@dataclass(frozen=True)
class Map:
    """A journey on its page, with what it refers to."""

    path: str
    """Path of the page, relative to the site's pages, with forward slashes."""
    title: str
    """Title of the page."""
    journey: Journey
    """The journey, with ids on all stages and touchpoints."""
    personas: tuple[Who, ...] = ()
    """Its personas that exist, in the map's order."""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Atlas:
    """Maps and personas of a site, by the paths of their pages."""

    catalog: Catalog
    pages: Mapping[str, Page]
    """Every page that has (or was meant to have) a map or persona, by path."""
    titles: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def persona_pages(self) -> Mapping[str, str]:
        """Path of each persona's page by the persona's id, which is the page's file name."""
        return {
            page.persona_id: path
            for path, page in sorted(self.pages.items(), reverse=True)
            if page.persona is not None
        }

    @cached_property
    def maps(self) -> Mapping[str, Map]:
        """Maps by path, in the order of their paths."""
        return {
            path: self._map(page, page.journey)
            for path, page in sorted(self.pages.items())
            if page.journey is not None
        }

    def _map(self, page: Page, journey: Journey) -> Map:
        return Map(
            path=page.path,
            title=page.title,
            journey=journey,
            personas=tuple(self._personas(journey)),
            tags=page.tags,
        )

    def _personas(self, journey: Journey) -> list[Who]:
        known: list[Who] = []
        for reference in journey.personas:
            path = self.persona_pages.get(reference.id)
            if reference.persona is not None:
                known.append(Who(reference.id, reference.persona, None))
            elif path is not None:
                persona = self.pages[path].persona
                assert persona is not None
                known.append(Who(reference.id, persona, path))
        return known

    def journeys_of(self, persona_id: str) -> tuple[Map, ...]:
        """Maps in which a persona appears, in the order of their paths."""
        return tuple(
            found
            for found in self.maps.values()
            if any(who.id == persona_id for who in found.personas)
        )
