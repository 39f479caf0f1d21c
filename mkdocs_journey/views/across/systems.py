"""The systems: which moments of which maps each of them carries, so what breaks if it is down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from mkdocs_journey.catalog import Catalog, System
from mkdocs_journey.model import Journey
from mkdocs_journey.queries import Order, flag, number, prose, word
from mkdocs_journey.queries.tests import fold
from mkdocs_journey.translations import mark, mark_count
from mkdocs_journey.values.cards import ServiceCard
from mkdocs_journey.views.across.fields import maps_field
from mkdocs_journey.views.across.listing import Fact, Listing
from mkdocs_journey.views.across.overview import Overview
from mkdocs_journey.views.across.rows import MapRow, Moment
from mkdocs_journey.views.columns import Holder
from mkdocs_journey.views.insights.places import mean

LAYERS = ("frontstage", "backstage", "support")
"""Layers of a blueprint whose cards belong to systems, from the customer down."""


@dataclass(slots=True)
class SystemRow:
    """A system, and the moments that need it."""

    system: System
    """As the site declares it; of one that only cards name, its name."""
    is_declared: bool
    used_as: set[str] = field(default_factory=set)
    carried: dict[tuple[str, int], Moment] = field(default_factory=dict)
    """Moments by path and column."""
    beside: dict[str, SystemRow] = field(default_factory=dict, repr=False)
    """Other systems of the same moments, by id."""

    @property
    def layers(self) -> tuple[str, ...]:
        """Layers in which its cards stand."""
        return tuple(layer for layer in LAYERS if layer in self.used_as)

    @property
    def moments(self) -> tuple[Moment, ...]:
        """Moments that it carries, map after map."""
        return tuple(self.carried[key] for key in sorted(self.carried))

    @property
    def by_map(self) -> tuple[tuple[MapRow, tuple[Moment, ...]], ...]:
        """Maps that need it, each with those moments."""
        found: dict[str, list[Moment]] = {}
        for moment in self.moments:
            found.setdefault(moment.map.path, []).append(moment)
        return tuple((moments[0].map, tuple(moments)) for moments in found.values())

    @property
    def channels(self) -> tuple[str, ...]:
        """Ids of the channels of its moments, each once."""
        moments = self.moments
        return tuple(dict.fromkeys(item.id for found in moments for item in found.column.channels))

    @property
    def truths(self) -> int:
        """Moments of truth among them."""
        return sum(moment.column.is_moment_of_truth for moment in self.carried.values())

    @property
    def feeling(self) -> float | None:
        """Mean feeling of its moments; `None` where nobody said."""
        return mean(moment.feeling for moment in self.moments)


def systems(overview: Overview) -> tuple[SystemRow, ...]:
    """Systems that the site declares, then those that only cards name, with their moments."""
    catalog = overview.atlas.catalog
    known = known_systems(catalog, (row.found.journey for row in overview.maps))
    rows = {item.id: SystemRow(item, item.id in catalog.systems) for item in known.values()}
    by_moment: dict[tuple[str, int], dict[str, SystemRow]] = {}
    for row in overview.maps:
        moments = tuple(row.moments())
        for layer, columns, card in service_cards(row.found.journey):
            system = known.get(fold(card.system or card.text))
            if system is None:
                continue
            found = rows[system.id]
            found.used_as.add(layer)
            for column in columns:
                key = (row.path, column)
                found.carried[key] = moments[column]
                by_moment.setdefault(key, {})[system.id] = found
    for together in by_moment.values():
        for found in together.values():
            found.beside.update((id, other) for id, other in together.items() if other is not found)
    return tuple(rows.values())


def service_cards(journey: Journey) -> Iterator[tuple[str, Sequence[int], ServiceCard]]:
    """Service cards of a map, each with its layer and the columns that it stands for.

    A card of a stage counts for all moments of the stage, one of the whole journey for all of them.
    """
    for holder, columns in _spans(journey):
        written = vars(holder)
        for layer in LAYERS:
            for card in written.get(layer, ()):
                yield layer, columns, card


def _spans(journey: Journey) -> list[tuple[Holder, Sequence[int]]]:
    """All that cards are written on, with the columns that it spans."""
    spans: list[tuple[Holder, Sequence[int]]] = []
    column = 0
    for stage in journey.stages:
        last = column + (len(stage.touchpoints) or 1)
        spans.append((stage, range(column, last)))
        spans += [(touchpoint, (at,)) for at, touchpoint in enumerate(stage.touchpoints, column)]
        column = last
    return [(journey, range(column)), *spans]


def known_systems(catalog: Catalog, journeys: Iterable[Journey]) -> Mapping[object, System]:
    """Systems by their folded ids and labels; an id goes before a label that is the same.

    A card belongs to the system that it names by `system`, or whose id or label its text equals;
    case and spacing do not matter.
    """
    declared = catalog.systems.values()
    found: dict[object, System] = {fold(system.id): system for system in declared}
    for system in declared:
        found.setdefault(fold(system.label), system)
    for journey in journeys:
        for _, _, card in service_cards(journey):
            if card.system:
                found.setdefault(fold(card.system), System(card.system, card.system))
    return found


SYSTEMS: Listing[SystemRow] = Listing(
    name="systems",
    says=mark("Which moments each system carries, so what breaks if it is down."),
    rows=systems,
    fields=(
        word("system", lambda row: (row.system.id,)),
        prose("label", lambda row: row.system.label),
        word("owner", lambda row: (row.system.owner,)),
        word("layer", lambda row: row.layers, LAYERS),
        flag("declared", lambda row: row.is_declared),
        word("path", lambda row: tuple(found.path for found, _ in row.by_map)),
        maps_field(lambda row: (found for found, _ in row.by_map)),
        word("channel", lambda row: row.channels),
        number("journeys", lambda row: len(row.by_map)),
        number("moments", lambda row: len(row.carried)),
        number("truths", lambda row: row.truths),
        number("feeling", lambda row: row.feeling),
    ),
    columns=(
        "system",
        "layer",
        "moments",
        "truths",
        "feeling",
        "owner",
        "beside",
        "journeys",
        "channel",
    ),
    shown=("system", "layer", "moments", "truths", "feeling", "owner"),
    facets=("layer", "owner", "channel"),
    facts=(
        Fact(mark_count("{n} system", "{n} systems")),
        Fact(
            mark_count("{n} carries a moment of truth", "{n} carry a moment of truth"),
            lambda row: int(row.truths > 0),
        ),
        Fact(
            mark_count("{n} is named in no journey", "{n} are named in no journey"),
            lambda row: int(not row.carried),
        ),
    ),
    sort=(
        Order("moments", is_descending=True),
        Order("truths", is_descending=True),
        Order("label"),
    ),
    groups=("layer", "owner", "channel"),
)
