"""What a map has to do with others: the way up and down, and moments that it shares with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from heapq import merge
from itertools import islice
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeAlias

from mkdocs_journey.queries.tests import fold
from mkdocs_journey.views.across.family import Detail
from mkdocs_journey.views.across.overview import Overview
from mkdocs_journey.views.across.rows import MapRow, Moment
from mkdocs_journey.views.across.systems import SystemRow, systems
from mkdocs_journey.views.columns import feelings_by_column
from mkdocs_journey.views.insights.places import mean

MOST = 8
"""Maps of one relation that are shown; of the others the number is."""
MOST_SHARED = 4
"""Touchpoints, systems and personas that are shown, of each the rarest."""
MOST_MOMENTS = 4
"""Moments of other maps that are shown of each, the worst first."""

Key: TypeAlias = tuple[str, ...]
"""What moments can share: `("id", "checkout")`, `("system", "crm")`."""

Kind: TypeAlias = Literal["touchpoint", "system", "persona"]
_KINDS: Mapping[str, Kind] = MappingProxyType(
    {"both": "touchpoint", "system": "system", "persona": "persona"}
)
"""What is shared by the first word of its key; an id or a name alone is no touchpoint yet."""


class _Common(NamedTuple):
    """Something that a map shares, before the moments are looked up that it shares it with."""

    kind: Kind
    key: Key
    keys: tuple[Key, ...]
    """Moments under any of them share it; `key` is all of them."""
    total: int
    """Moments of other maps that do."""


@dataclass(frozen=True, slots=True)
class Shared:
    """Something that a map shares with moments of other maps."""

    kind: Kind
    name: str
    moments: tuple[Moment, ...]
    """Moments of other maps, the worst felt first; of a persona, each map's worst moment."""
    total: int
    """All such moments, of which `moments` shows some."""


@dataclass(frozen=True, slots=True)
class Related:
    """Maps and moments that have to do with a map; each list with how many it would have."""

    above: tuple[Detail, ...]
    """What it details."""
    siblings: tuple[MapRow, ...]
    """Other maps that detail the same stage."""
    siblings_total: int
    below: tuple[Detail, ...]
    """Maps that detail its stages, in the order of these."""
    below_total: int
    improves: MapRow | None
    improved_by: tuple[MapRow, ...]
    improved_by_total: int
    shared: tuple[Shared, ...]
    """What it shares: touchpoints, then systems, then personas."""
    shared_total: int

    @property
    def has_family(self) -> bool:
        """It has a map above, below or beside it."""
        return bool(self.above or self.below or self.improves or self.improved_by)


@dataclass(frozen=True)
class Relations:
    """All maps' moments by what they share, gathered once, so that each map finds its own."""

    overview: Overview

    @cached_property
    def _systems(self) -> dict[str, SystemRow]:
        return {row.system.id: row for row in systems(self.overview)}

    @cached_property
    def _own(self) -> dict[str, dict[Key, list[Moment]]]:
        """Each map's moments by what they can share."""
        found: dict[str, dict[Key, list[Moment]]] = {}
        for key, moment in self._pairs():
            found.setdefault(moment.map.path, {}).setdefault(key, []).append(moment)
        return found

    @cached_property
    def _moments(self) -> dict[Key, tuple[Moment, ...]]:
        """All maps' moments by what they can share, the worst felt first."""
        found: dict[Key, list[Moment]] = {}
        for own in self._own.values():
            for key, moments in own.items():
                found.setdefault(key, []).extend(moments)
        return {key: tuple(sorted(moments, key=_worst_first)) for key, moments in found.items()}

    def _pairs(self) -> Iterator[tuple[Key, Moment]]:
        for moment in self.overview.moments:
            yield from ((key, moment) for key in _touchpoint_keys(moment))
        for id, row in self._systems.items():
            yield from ((("system", id), moment) for moment in row.moments)
        for row_ in self.overview.maps:
            for who in row_.found.personas:
                if who.page and row_.columns:
                    yield ("persona", who.page), _lowest_of(row_, who.id)

    @cached_property
    def _siblings(self) -> dict[tuple[str, int], tuple[MapRow, ...]]:
        """Maps that detail a stage, by its map's path and its identity."""
        found: dict[tuple[str, int], list[MapRow]] = {}
        for path in self.overview.by_path:
            for detail in self.overview.family.below(path):
                if detail.stage is not None:
                    found.setdefault((path, id(detail.stage)), []).append(detail.map)
        return {key: tuple(rows) for key, rows in found.items()}

    def of(self, path: str) -> Related:
        """What the map at a path has to do with others."""
        atlas, rows, family = self.overview.atlas, self.overview.by_path, self.overview.family
        above, below = family.above(path), family.below(path)
        together = [
            self._siblings.get((detail.of.path, id(detail.stage)), ()) for detail in above[:1]
        ]
        siblings = together[0] if together else ()
        improved = atlas.improved_by(path)
        answers = [rows[found.path] for found in atlas.improvements_of(path)]
        # A future state has its moments from the map that it improves: they are compared instead.
        close = {path, *((improved,) if improved else ()), *(row.path for row in answers)}
        common = list(self._common(path, close))
        return Related(
            above=above[:MOST],
            siblings=tuple(islice((row for row in siblings if row.path != path), MOST)),
            siblings_total=max(0, len(siblings) - 1),
            below=below[:MOST],
            below_total=len(below),
            improves=rows[improved] if improved else None,
            improved_by=tuple(answers[:MOST]),
            improved_by_total=len(answers),
            shared=tuple(self._share(item, close) for item in _rarest(common)),
            shared_total=len(common),
        )

    def _common(self, path: str, close: set[str]) -> Iterator[_Common]:
        """What a map has in common with moments of maps that are not close to it."""
        for key in self._own.get(path, ()):
            kind = _KINDS.get(key[0])
            keys: tuple[Key, ...] = (key,)
            counted = 0
            if kind == "touchpoint":
                keys = (("id", key[1]), ("name", key[2]))
                counted = self._count(key, close)  # under both keys
            total = sum(self._count(item, close) for item in keys) - counted
            if kind is not None and total > 0:
                yield _Common(kind, key, keys, total)

    def _count(self, key: Key, close: set[str]) -> int:
        """How many moments of maps that are not close share something."""
        near = sum(len(self._own.get(path, {}).get(key, ())) for path in close)
        return len(self._moments[key]) - near

    def _share(self, common: _Common, close: set[str]) -> Shared:
        postings = [self._moments[key] for key in common.keys]
        others = (moment for moment in _merged(postings) if moment.map.path not in close)
        moments = tuple(islice(others, MOST_MOMENTS))
        return Shared(common.kind, self._name(common, close), moments, common.total)

    def _name(self, common: _Common, close: set[str]) -> str:
        key = common.key
        if common.kind == "system":
            return self._systems[key[1]].system.label
        if common.kind == "persona":
            persona = self.overview.atlas.pages[key[1]].persona
            return persona.name if persona else ""
        own = (moment for path in close for moment in self._own.get(path, {}).get(key, ()))
        return min(own, key=_worst_first).column.name


def _touchpoint_keys(moment: Moment) -> tuple[Key, ...]:
    touchpoint = moment.column.touchpoint
    if touchpoint is None:
        return ()
    name = str(fold(touchpoint.name))
    return ("id", touchpoint.id), ("name", name), ("both", touchpoint.id, name)


def _lowest_of(row: MapRow, persona: str) -> Moment:
    """The moment of a map that one of its personas feels worst about."""
    felt = feelings_by_column(row.columns, persona)
    moments = (
        Moment(row, column, mean(feeling.score for feeling in feelings))
        for column, feelings in zip(row.columns, felt, strict=True)
    )
    return min(moments, key=_worst_first)


def _worst_first(moment: Moment) -> tuple[float, str, int]:
    feeling = float("inf") if moment.feeling is None else moment.feeling
    return feeling, moment.map.path, moment.column.index


def _merged(postings: Iterable[Iterable[Moment]]) -> Iterator[Moment]:
    """Moments of several lists in their order, each once."""
    last: tuple[float, str, int] | None = None
    for moment in merge(*postings, key=_worst_first):
        place = _worst_first(moment)
        if place != last:
            yield moment
        last = place


def _rarest(common: Iterable[_Common]) -> Iterator[_Common]:
    """Of each kind those with the fewest moments elsewhere: what all maps share says least."""
    kinds: Mapping[str, list[_Common]] = {"touchpoint": [], "system": [], "persona": []}
    for item in common:
        kinds[item.kind].append(item)
    for items in kinds.values():
        yield from sorted(items, key=lambda item: item.total)[:MOST_SHARED]
