"""All maps of a site read together: the rows that views across maps choose from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import groupby

from mkdocs_journey.atlas import Atlas
from mkdocs_journey.views.across.family import Family
from mkdocs_journey.views.across.people import PersonaRow, names_of, people
from mkdocs_journey.views.across.rows import MapRow, Moment, PainRow, WorkRow
from mkdocs_journey.views.insights.pains import rank


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
        return tuple(pain for row in self.maps for pain in self._pains(row))

    def _pains(self, row: MapRow) -> Iterator[PainRow]:
        # Of pains that share an id, the worst has what answers it, as on the map's own page.
        worst = {spot.pain.id: spot for spot in reversed(rank(row.pains))}
        for spot in row.pains:
            is_named = bool(spot.pain.id) and worst[spot.pain.id] is spot
            key = (row.path, spot.pain.id)
            yield PainRow(row, spot, self._works_by_target.get(key, ()) if is_named else ())

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
            for work, carriers in row.work():
                carried_by = tuple([WorkRow(row, task) for task in carriers])
                works = (WorkRow(row, work, carried_by=carried_by), *carried_by)
                for target in work.item.solves:
                    for path in self._answered(row):
                        found.setdefault((path, target), []).extend(works)
        return {key: _each_once(works) for key, works in found.items()}

    def _answered(self, row: MapRow) -> tuple[str, ...]:
        """Paths of the maps whose pains a map may answer, its own first."""
        return (row.path, *(found.path for found in self.atlas.neighbours(row.path)))

    def answering(self, path: str) -> tuple[MapRow, ...]:
        """Other maps that may answer a map's pains, in the order of their paths."""
        return self._answering.get(path, ())

    @cached_property
    def _answering(self) -> dict[str, tuple[MapRow, ...]]:
        found: dict[str, list[MapRow]] = {}
        for row in self.maps:
            for answered in self.atlas.neighbours(row.path):
                found.setdefault(answered.path, []).append(row)
        return {path: tuple(rows) for path, rows in found.items()}

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
        return self._carried.get(id(row.work), ())

    @cached_property
    def _carried(self) -> dict[int, tuple[WorkRow, ...]]:
        """Actions by the identity of the opportunity that they carry out."""
        return {
            id(work): tuple([WorkRow(row, task) for task in carriers])
            for row in self.maps
            for work, carriers in row.work()
        }


def _each_once(works: Iterable[WorkRow]) -> tuple[WorkRow, ...]:
    return tuple({id(row.work): row for row in works}.values())
