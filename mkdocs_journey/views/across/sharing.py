"""What moments of different maps have in common: a touchpoint, a system, a persona.

A site has many thousand moments, of which its pages show a few each. So the index holds no rows,
only numbers and names in plain tuples, which cost a garbage collector nothing; where a moment
stands is looked up when it is shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from mkdocs_journey.catalog import System
from mkdocs_journey.model import Journey, Touchpoint
from mkdocs_journey.queries.tests import fold
from mkdocs_journey.values.feelings import EVERYONE
from mkdocs_journey.views.across.overview import Overview
from mkdocs_journey.views.across.rows import MapRow
from mkdocs_journey.views.across.systems import known_systems, service_cards
from mkdocs_journey.views.columns import feelings_by_column, moments_of, personas_of
from mkdocs_journey.views.insights.places import mean

Key: TypeAlias = tuple[str, ...]
"""What moments can share: `("id", "checkout")`, `("name", "check out")`, both, `("system", "crm")`
or `("persona", "ana.md")`."""

Felt: TypeAlias = tuple[float, str, int]
"""A moment: how it feels, the path of its map, its column. The worst sorts first."""

NOBODY_SAID = float("inf")
"""Stands behind all feelings."""

Kind: TypeAlias = Literal["touchpoint", "system", "persona"]


@dataclass(frozen=True, slots=True)
class Sharing:
    """All maps' moments by what they can share."""

    moments: Mapping[Key, Sequence[Felt]]
    """The worst felt first; of a persona, each map's worst moment."""
    keys: Mapping[str, Sequence[Key]]
    """Of each map, by its path: a key as often as a moment of the map has it."""
    systems: Mapping[str, System]
    """Systems by id."""
    feelings: Mapping[str, float | None]
    """How each map feels, by its path."""


def gather(overview: Overview) -> Sharing:
    """Read all maps of a site once."""
    maps, catalog = overview.atlas.maps, overview.atlas.catalog
    known = known_systems(catalog, (found.journey for found in maps.values()))
    systems = {system.id: system for system in known.values()}
    moments: defaultdict[Key, list[Felt]] = defaultdict(list)
    carried: dict[Key, list[Felt]] = {("system", id): [] for id in systems}
    keys: dict[str, list[Key]] = {}
    feelings: dict[str, float | None] = {}
    for path, found in maps.items():
        row = MapRow(found, catalog, overview.today)  # of its own: what it computes goes with it
        scores = [mean(moment) for moment in row.scores]
        felt, feelings[path] = _felt(path, scores), mean(scores)
        shared = [*_touchpoints(found.journey, felt), *_lowest(row, felt)]
        for key, moment in shared:
            moments[key].append(moment)
        keys[path] = [key for key, _ in shared]
        for id, columns in _columns_of_systems(found.journey, known).items():
            carried["system", id] += [felt[column] for column in columns]
    for key, needing in carried.items():
        for _, path, _ in needing:
            keys[path].append(key)
    return Sharing(
        {key: tuple(sorted(found)) for key, found in (moments | carried).items()},
        {path: tuple(own) for path, own in keys.items()},
        systems,
        feelings,
    )


def _felt(path: str, scores: Iterable[float | None]) -> list[Felt]:
    return [
        (NOBODY_SAID if score is None else score, path, column)
        for column, score in enumerate(scores)
    ]


def _touchpoints(journey: Journey, felt: Sequence[Felt]) -> Iterator[tuple[Key, Felt]]:
    for holder, moment in zip(moments_of(journey), felt, strict=True):
        if isinstance(holder, Touchpoint):
            id, name = holder.id, str(fold(holder.name))
            yield ("id", id), moment
            yield ("name", name), moment
            yield ("both", id, name), moment


def _lowest(row: MapRow, felt: Sequence[Felt]) -> Iterator[tuple[Key, Felt]]:
    """What each persona with a page feels worst about in a map."""
    felt_by = personas_of(row.found.journey)
    for who in row.found.personas:
        if not who.page or not felt:
            continue
        if felt_by in ((who.id,), (EVERYONE,)):
            own = felt
        else:
            feelings = feelings_by_column(row.found.journey, who.id)
            own = _felt(row.path, [mean([said.score for said in moment]) for moment in feelings])
        yield ("persona", who.page), min(own)


def _columns_of_systems(
    journey: Journey, known: Mapping[object, System]
) -> Mapping[str, Collection[int]]:
    """Columns of a map that each system carries."""
    found: dict[str, set[int]] = {}
    for _, columns, card in service_cards(journey):
        system = known.get(fold(card.system or card.text))
        if system is not None:
            found.setdefault(system.id, set()).update(columns)
    return found
