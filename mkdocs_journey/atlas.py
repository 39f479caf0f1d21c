"""All maps and personas of a site together."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from mkdocs_journey.catalog import Catalog
from mkdocs_journey.model import Journey, Persona
from mkdocs_journey.pages import Page
from mkdocs_journey.surroundings import UNKNOWN, Surroundings
from mkdocs_journey.values.files import named_file
from mkdocs_journey.values.paths import resolve


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
    names: Mapping[str, str] = field(default_factory=dict)
    """Titles of the maps that the journey names, by their paths as it writes them."""
    details: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    """Address, as its page would write it, and title of the maps that say that they detail one of
    its stages, by the stage's id; a map that the stage names itself is not among them."""


@dataclass(frozen=True)
class Atlas:
    """Maps and personas of a site, by the paths of their pages."""

    catalog: Catalog
    pages: Mapping[str, Page]
    """Every page that has (or was meant to have) a map or persona, by path."""
    surroundings: Surroundings = UNKNOWN
    trusted: frozenset[str] = frozenset()
    """Paths of pages of which somebody says that links of theirs to no file are in order."""

    @cached_property
    def missing_faces(self) -> frozenset[str]:
        """Paths that personas name as their pictures, and that are known not to be there."""
        around, files = self.surroundings, self.surroundings.faces
        if files is None:
            return frozenset()
        named = {
            (page.path, persona.avatar)
            for page in self.pages.values()
            if page.path not in self.trusted
            for persona in _personas_on(page)
            if persona.avatar
        }
        missing = (around.missing(files, path, avatar) for path, avatar in named)
        return frozenset(path for path in missing if path)

    def lacks_face(self, page: str, address: str) -> bool:
        """Whether the picture of a persona, as a page names it, is known not to be there."""
        return bool(self.missing_faces) and named_file(page, address) in self.missing_faces

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
            names=dict(self._names(page, journey)),
            details=self._stage_details.get(page.path, {}),
        )

    @cached_property
    def _stage_details(self) -> Mapping[str, Mapping[str, tuple[tuple[str, str], ...]]]:
        """Maps that name a stage as what they detail, by path and stage of their parent."""
        found: dict[str, dict[str, list[tuple[str, str]]]] = {}
        for path, page in sorted(self.pages.items()):
            parent = page.journey.parent if page.journey else None
            target = self.pages.get(resolve(path, parent.map) or "") if parent else None
            if parent is None or target is None or target.journey is None or target is page:
                continue
            stage = next((own for own in target.journey.stages if own.id == parent.stage), None)
            if stage is not None and resolve(target.path, stage.journey) != path:
                address = posixpath.relpath(path, posixpath.dirname(target.path) or ".")
                stages = found.setdefault(target.path, {})
                stages.setdefault(stage.id, []).append((address, page.title))
        return {
            path: {stage: tuple(named) for stage, named in stages.items()}
            for path, stages in found.items()
        }

    def _names(self, page: Page, journey: Journey) -> Iterator[tuple[str, str]]:
        parent = journey.parent.map if journey.parent else ""
        for written in (parent, journey.improves, *(stage.journey for stage in journey.stages)):
            named = self.pages.get(resolve(page.path, written) or "")
            if named is not None:
                yield written, named.title

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

    def journeys_of(self, persona_page: str) -> tuple[Map, ...]:
        """Maps in which the persona of a page appears, in the order of their paths.

        By page rather than id, because a map may describe another persona of that name in place.
        """
        return self._journeys.get(persona_page, ())

    @cached_property
    def _journeys(self) -> Mapping[str, tuple[Map, ...]]:
        """Maps by the pages of their personas, gathered in one walk, as every page asks."""
        named: dict[str, list[Map]] = {}
        for found in self.maps.values():
            for page in dict.fromkeys(who.page for who in found.personas if who.page is not None):
                named.setdefault(page, []).append(found)
        return {page: tuple(maps) for page, maps in named.items()}

    @cached_property
    def broken_pages(self) -> frozenset[str]:
        """Paths of pages whose map cannot be read: what names them is not to blame."""
        return frozenset(
            path
            for path, page in self.pages.items()
            if page.journey is None and not page.is_persona_page
        )

    @cached_property
    def broken_personas(self) -> frozenset[str]:
        """Ids that personas of pages that cannot be read would have: who names them is right."""
        return frozenset(page.persona_id for page in self.pages.values() if page.is_unreadable)

    @cached_property
    def persona_ids(self) -> Mapping[str, str]:
        """Ids that are right to name: of personas with a page, and of those that are broken."""
        return {**self.persona_pages, **dict.fromkeys(self.broken_personas, "")}

    def parent_of(self, path: str) -> str | None:
        """Path of the map that a map details; `None` where it names none that there is."""
        found = self.maps.get(path)
        if found is None or found.journey.parent is None:
            return None
        target = resolve(path, found.journey.parent.map)
        return target if target in self.maps else None

    def circle_of(self, path: str) -> tuple[str, ...]:
        """The circle of parents that a map stands in, from itself on; empty for most."""
        circle, place = self._circles.get(path, ((), 0))
        return (*circle[place:], *circle[:place])

    @cached_property
    def _circles(self) -> Mapping[str, tuple[tuple[str, ...], int]]:
        """Circles of parents, with each map's place in its own.

        Each map is walked past once: a walk ends where an earlier one has been.
        """
        found: dict[str, tuple[tuple[str, ...], int]] = {}
        settled: set[str] = set()
        for path in self.maps:
            line: dict[str, int] = {}
            at: str | None = path
            while at is not None and at not in settled and at not in line:
                line[at] = len(line)
                at = self.parent_of(at)
            if at is not None and at in line:
                circle = tuple(line)[line[at] :]
                found.update({name: (circle, place) for place, name in enumerate(circle)})
            settled.update(line)
        return found

    def improved_by(self, path: str) -> str | None:
        """Path of the map that a future state answers; `None` where it names no other there is."""
        found = self.maps.get(path)
        target = resolve(path, found.journey.improves) if found and found.journey.improves else None
        return target if target in self.maps and target != path else None

    def improvements_of(self, path: str) -> tuple[Map, ...]:
        """Future states that answer a map, in the order of their paths."""
        return self._improvements.get(path, ())

    @cached_property
    def _improvements(self) -> Mapping[str, tuple[Map, ...]]:
        """Future states of each map, gathered in one walk."""
        named: dict[str, list[Map]] = {}
        for path, found in self.maps.items():
            improved = self.improved_by(path)
            if improved is not None:
                named.setdefault(improved, []).append(found)
        return {path: tuple(answers) for path, answers in named.items()}

    def details_of(self, path: str) -> tuple[Map, ...]:
        """Maps that detail a map or one of its stages, in the order of their paths."""
        return self._details.get(path, ())

    @cached_property
    def _details(self) -> Mapping[str, tuple[Map, ...]]:
        """Maps that detail each map, gathered in one walk: every map is asked for its own."""
        named: dict[str, set[str]] = {}
        for path, found in self.maps.items():
            parent = self.parent_of(path)
            if parent is not None:
                named.setdefault(parent, set()).add(path)
            for stage in found.journey.stages:
                detail = resolve(path, stage.journey) if stage.journey else None
                if detail in self.maps:
                    named.setdefault(path, set()).add(detail or "")
        return {
            path: tuple(self.maps[detail] for detail in sorted(details - {path}))
            for path, details in named.items()
        }

    def neighbours(self, path: str) -> tuple[Map, ...]:
        """Maps whose pains a map may answer, each once: the one it improves, and those below."""
        improved = self.improved_by(path)
        below = (found for found in self.details_of(path) if found.path != improved)
        return (*((self.maps[improved],) if improved else ()), *below)


def _personas_on(page: Page) -> Iterator[Persona]:
    """The personas that a page describes: its own, and those in its map."""
    if page.persona is not None:
        yield page.persona
    for reference in page.journey.personas if page.journey else ():
        if reference.persona is not None:
            yield reference.persona
