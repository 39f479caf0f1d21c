"""All maps of a site read together: the rows that views across maps choose from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import groupby

from mkdocs_journey.atlas import Atlas
from mkdocs_journey.views.across.family import Family
from mkdocs_journey.views.across.people import PersonaRow, names_of, people
from mkdocs_journey.views.across.rows import MapRow, Moment, PainRow, WorkRow


@dataclass(frozen=True)
class Overview:
    """A site's maps on a day; each list is made once, when a view first asks for it."""

    atlas: Atlas
    today: date

    @cached_property
    def maps(self) -> tuple[MapRow, ...]:
        """Maps in the order of their paths."""
        catalog = self.atlas.catalog
        return tuple(MapRow(found, catalog, self.today) for found in self.atlas.maps.values())

    @cached_property
    def by_path(self) -> dict[str, MapRow]:
        """Maps by the paths of their pages."""
        return {row.path: row for row in self.maps}

    @cached_property
    def family(self) -> Family:
        """Which map details which."""
        return Family(self.atlas, self.by_path)

    @cached_property
    def moments(self) -> tuple[Moment, ...]:
        """Moments of all maps, map after map."""
        return tuple(moment for row in self.maps for moment in row.moments())

    @cached_property
    def personas(self) -> tuple[PersonaRow, ...]:
        """Personas with their journeys, those with a page first."""
        return people(self.atlas, self.maps)

    @cached_property
    def persona_names(self) -> dict[str, str]:
        """Names of the personas by their keys, those that maps describe in place included."""
        return names_of(self.personas)

    @cached_property
    def pains(self) -> tuple[PainRow, ...]:
        """Pains of all maps with what answers them, map after map."""
        works = self._works_by_target
        return tuple(
            PainRow(row, spot, works.get((row.path, spot.pain.id), ()) if spot.pain.id else ())
            for row in self.maps
            for spot in row.pains
        )

    def pains_of(self, path: str) -> tuple[PainRow, ...]:
        """Pains of one map in reading order."""
        return self._pains_by_path.get(path, ())

    @cached_property
    def _pains_by_path(self) -> dict[str, tuple[PainRow, ...]]:
        groups = groupby(self.pains, key=lambda row: row.map.path)
        return {path: tuple(rows) for path, rows in groups}

    @cached_property
    def opportunities(self) -> tuple[WorkRow, ...]:
        """Opportunities of all maps with the pains that they solve, map after map."""
        return self._linked([WorkRow(row, work) for row in self.maps for work in row.opportunities])

    @cached_property
    def actions(self) -> tuple[WorkRow, ...]:
        """Actions of all plans with the pains that they solve, map after map."""
        return self._linked([WorkRow(row, work) for row in self.maps for work in row.actions])

    @cached_property
    def _works_by_target(self) -> dict[tuple[str, str], tuple[WorkRow, ...]]:
        """Work by the path and id of what it solves: of its own map, or of its neighbours."""
        found: dict[tuple[str, str], list[WorkRow]] = {}
        for row in self.maps:
            ideas = [WorkRow(row, work) for work in row.opportunities]
            tasks = [WorkRow(row, work) for work in row.actions]
            for idea in ideas:
                carried = [task for task in tasks if idea.work.item.id in task.work.item.solves]
                self._enter(found, row, [replace(idea, carried_by=tuple(carried)), *carried], idea)
            for task in tasks:
                self._enter(found, row, [task], task)
        return {key: _each_once(works) for key, works in found.items()}

    def _enter(
        self,
        found: dict[tuple[str, str], list[WorkRow]],
        row: MapRow,
        works: list[WorkRow],
        named_by: WorkRow,
    ) -> None:
        for target in named_by.work.item.solves:
            for path in self._answered(row):
                found.setdefault((path, target), []).extend(works)

    def _answered(self, row: MapRow) -> tuple[str, ...]:
        """Paths of the maps whose pains a map may answer, its own first."""
        return (row.path, *(found.path for found in self.atlas.neighbours(row.path)))

    def _linked(self, works: Iterable[WorkRow]) -> tuple[WorkRow, ...]:
        by_id = {
            (pain.map.path, pain.spot.pain.id): pain for pain in self.pains if pain.spot.pain.id
        }
        linked = []
        for work in works:
            paths = self._answered(work.map)
            wanted = ((path, item) for item in work.work.item.solves for path in paths)
            solved = tuple(by_id[key] for key in wanted if key in by_id)
            linked.append(replace(work, solves=solved, carried_by=self._carriers(work)))
        return tuple(linked)

    def _carriers(self, row: WorkRow) -> tuple[WorkRow, ...]:
        """Actions of its own map that carry an opportunity out."""
        own = row.work.item.id
        if row.is_action or not own:
            return ()
        tasks = (task for task in row.map.actions if own in task.item.solves)
        return tuple(WorkRow(row.map, task) for task in tasks)


def _each_once(works: Iterable[WorkRow]) -> tuple[WorkRow, ...]:
    return tuple({id(row.work): row for row in works}.values())
