"""What a map has to do with others: the way up and down, and moments that it shares with them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from mkdocs_journey.queries.tests import fold
from mkdocs_journey.views.across.family import Detail
from mkdocs_journey.views.across.overview import Overview
from mkdocs_journey.views.across.rows import MapRow, address_of
from mkdocs_journey.views.across.sharing import NOBODY_SAID, Felt, Key, Kind, Sharing, gather
from mkdocs_journey.views.insights.places import place_of_column

MOST = 8
"""Maps of one relation that are shown; of the others the number is."""
MOST_SHARED = 3
"""Touchpoints, systems and personas that are shown, of each the rarest."""
MOST_MOMENTS = 3
"""Moments of other maps that are shown of each, the worst first."""

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


class OtherMoment(NamedTuple):
    """A moment of another map, as far as a link to it shows it."""

    map: MapRow
    name: str
    address: str
    """Where it stands, from the root of the site's pages."""
    feeling: float | None


class Shared(NamedTuple):
    """Something that a map shares with moments of other maps."""

    kind: Kind
    name: str
    moments: tuple[OtherMoment, ...]
    """Moments of other maps, the worst felt first; of a persona, each map's worst moment."""
    total: int
    """All such moments, of which `moments` shows some."""


class Related(NamedTuple):
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
    feelings: Mapping[str, float | None]
    """How the maps of the site feel, by their paths."""

    @property
    def has_family(self) -> bool:
        """It has a map above, below or beside it."""
        return bool(self.above or self.below or self.improves or self.improved_by)


@dataclass(frozen=True)
class Relations:
    """All maps' moments by what they share, gathered once, so that each map finds its own."""

    overview: Overview
    _shown: dict[Felt, OtherMoment] = field(default_factory=dict, init=False, compare=False)

    @cached_property
    def _sharing(self) -> Sharing:
        return gather(self.overview)

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
        near: Counter[Key] = Counter()
        for item in close:
            near.update(self._sharing.keys[item])
        common = list(self._common(path, near))
        return Related(
            above=above[:MOST],
            siblings=tuple([row for row in siblings[: MOST + 1] if row.path != path][:MOST]),
            siblings_total=max(0, len(siblings) - 1),
            below=below[:MOST],
            below_total=len(below),
            improves=rows[improved] if improved else None,
            improved_by=tuple(answers[:MOST]),
            improved_by_total=len(answers),
            shared=tuple([self._share(path, item, close, near) for item in _rarest(common)]),
            shared_total=len(common),
            feelings=self._sharing.feelings,
        )

    def _common(self, path: str, near: Counter[Key]) -> Iterator[_Common]:
        """What a map has in common with other moments than those of maps that are close to it."""
        moments = self._sharing.moments
        for key in dict.fromkeys(self._sharing.keys[path]):
            kind = _KINDS.get(key[0])
            if kind is None:
                continue
            keys: tuple[Key, ...] = (key,)
            total = len(moments[key]) - near[key]
            if kind == "touchpoint":
                id, name = keys = (("id", key[1]), ("name", key[2]))
                both = total
                total = len(moments[id]) - near[id] + len(moments[name]) - near[name] - both
            if total > 0:
                yield _Common(kind, key, keys, total)

    def _share(
        self, path: str, common: _Common, close: Container[str], near: Counter[Key]
    ) -> Shared:
        worst = [self._sharing.moments[key][: MOST_MOMENTS + near[key]] for key in common.keys]
        ordered = worst[0] if len(worst) == 1 else sorted(set().union(*worst))
        others = [moment for moment in ordered if moment[1] not in close][:MOST_MOMENTS]
        moments = tuple([self._other(moment) for moment in others])
        return Shared(common.kind, self._name(path, common.key), moments, common.total)

    def _other(self, moment: Felt) -> OtherMoment:
        """A moment as several pages show it: the worst of a site stand on many of them."""
        known = self._shown.get(moment)
        if known is None:
            feeling, path, column = moment
            row = self.overview.by_path[path]
            place = place_of_column(row.found.journey, column)
            felt = None if feeling == NOBODY_SAID else feeling
            known = OtherMoment(row, place.name, address_of(path, place), felt)
            self._shown[moment] = known
        return known

    def _name(self, path: str, key: Key) -> str:
        """What the map at a path calls what it shares."""
        if key[0] == "system":
            return self._sharing.systems[key[1]].label
        if key[0] == "persona":
            persona = self.overview.atlas.pages[key[1]].persona
            return persona.name if persona else ""
        _, id, name = key
        return next(
            touchpoint.name
            for stage in self.overview.atlas.maps[path].journey.stages
            for touchpoint in stage.touchpoints
            if touchpoint.id == id and fold(touchpoint.name) == name
        )


def _rarest(common: Iterable[_Common]) -> Iterator[_Common]:
    """Of each kind those with the fewest moments elsewhere: what all maps share says least."""
    kinds: Mapping[str, list[_Common]] = {"touchpoint": [], "system": [], "persona": []}
    for item in common:
        kinds[item.kind].append(item)
    for items in kinds.values():
        yield from sorted(items, key=lambda item: item.total)[:MOST_SHARED]
