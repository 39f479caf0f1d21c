"""What a map has to do with others: the way up and down, and moments that it shares with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from heapq import merge
from itertools import islice
from typing import Literal, TypeAlias

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


@dataclass(frozen=True, slots=True)
class Shared:
    """Something that a map shares with moments of other maps."""

    kind: Literal["touchpoint", "system", "persona"]
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
    def _moments(self) -> dict[Key, tuple[Moment, ...]]:
        """Moments by what they can share, the worst felt first."""
        found: dict[Key, list[Moment]] = {}
        for key, moment in self._pairs():
            found.setdefault(key, []).append(moment)
        return {key: tuple(sorted(moments, key=_worst_first)) for key, moments in found.items()}

    @cached_property
    def _counts(self) -> dict[str, Counter[Key]]:
        """How many moments of a map can share what."""
        counts: dict[str, Counter[Key]] = {}
        for key, moment in self._pairs():
            counts.setdefault(moment.map.path, Counter())[key] += 1
        return counts

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
        shared = list(self._shared(path, close))
        return Related(
            above=above[:MOST],
            siblings=tuple(islice((row for row in siblings if row.path != path), MOST)),
            siblings_total=max(0, len(siblings) - 1),
            below=below[:MOST],
            below_total=len(below),
            improves=rows[improved] if improved else None,
            improved_by=tuple(answers[:MOST]),
            improved_by_total=len(answers),
            shared=tuple(_rarest(shared)),
            shared_total=len(shared),
        )

    def _shared(self, path: str, close: set[str]) -> Iterator[Shared]:
        own = self._counts.get(path, Counter[Key]())
        seen: set[Key] = set()
        for key in own:
            if key[0] == "both" and key not in seen:
                seen.add(key)
                _, id, name = key
                yield from self._share("touchpoint", key, (("id", id), ("name", name)), close)
        for key in own:
            if key[0] == "system":
                yield from self._share("system", key, (key,), close)
            elif key[0] == "persona":
                yield from self._share("persona", key, (key,), close)

    def _share(
        self,
        kind: Literal["touchpoint", "system", "persona"],
        key: Key,
        keys: tuple[Key, ...],
        close: set[str],
    ) -> Iterator[Shared]:
        """What moments of other maps have under any of some keys, `key` being all of them."""
        postings = [self._moments[item] for item in keys]
        total = sum(map(len, postings)) - (len(self._moments[key]) if len(keys) > 1 else 0)
        for near in close:
            counts = self._counts.get(near, Counter[Key]())
            total -= sum(counts[item] for item in keys) - (counts[key] if len(keys) > 1 else 0)
        if total <= 0:
            return
        others = (moment for moment in _merged(postings) if moment.map.path not in close)
        moments = tuple(islice(others, MOST_MOMENTS))
        yield Shared(kind, self._name(kind, key, close), moments, total)

    def _name(self, kind: str, key: Key, close: set[str]) -> str:
        if kind == "system":
            return self._systems[key[1]].system.label
        if kind == "persona":
            persona = self.overview.atlas.pages[key[1]].persona
            return persona.name if persona else ""
        return next(m.column.name for m in self._moments[key] if m.map.path in close)


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


def _rarest(shared: Iterable[Shared]) -> Iterator[Shared]:
    """Of each kind those with the fewest moments elsewhere: what all maps share says least."""
    kinds: Mapping[str, list[Shared]] = {"touchpoint": [], "system": [], "persona": []}
    for item in shared:
        kinds[item.kind].append(item)
    for items in kinds.values():
        yield from sorted(items, key=lambda item: item.total)[:MOST_SHARED]
