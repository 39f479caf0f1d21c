"""The systems: which moments of which maps each of them carries, so what breaks if it is down."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from mkdocs_journey.catalog import System
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
    """Systems that the site declares, then those that only cards name.

    A card belongs to the system that it names by `system`, or whose id or label its text equals;
    case and spacing do not matter. A card of a stage counts for all moments of the stage, one of
    the whole journey for all of them.
    """
    cards = [item for row in overview.maps for item in _cards(row)]
    rows = _known(overview, (card for _, _, card in cards))
    by_moment: dict[tuple[str, int], dict[str, SystemRow]] = {}
    for layer, moments, card in cards:
        found = rows.get(fold(card.system or card.text))
        if found is None:
            continue
        found.used_as.add(layer)
        for moment in moments:
            key = (moment.map.path, moment.column.index)
            found.carried[key] = moment
            by_moment.setdefault(key, {})[found.system.id] = found
    for together in by_moment.values():
        for row in together.values():
            row.beside.update((id, other) for id, other in together.items() if other is not row)
    return tuple({id(row): row for row in rows.values()}.values())


def _cards(row: MapRow) -> Iterator[tuple[str, tuple[Moment, ...], ServiceCard]]:
    """Service cards of a map, each with its layer and the moments that it stands for."""
    moments = tuple(row.moments())
    by_stage: dict[int, list[Moment]] = {}
    for moment in moments:
        by_stage.setdefault(moment.column.stage_index, []).append(moment)
    yield from _of(row.found.journey, moments)
    for at, stage in enumerate(row.found.journey.stages):
        yield from _of(stage, tuple(by_stage[at]))
        for moment in by_stage[at]:
            if moment.column.touchpoint:
                yield from _of(moment.column.touchpoint, (moment,))


def _of(
    holder: Holder, moments: tuple[Moment, ...]
) -> Iterator[tuple[str, tuple[Moment, ...], ServiceCard]]:
    for layer in LAYERS:
        for card in getattr(holder, layer):
            yield layer, moments, card


def _known(overview: Overview, cards: Iterator[ServiceCard]) -> Mapping[object, SystemRow]:
    """Systems by their folded ids and labels; an id goes before a label that is the same."""
    declared = [SystemRow(item, True) for item in overview.atlas.catalog.systems.values()]
    found: dict[object, SystemRow] = {fold(row.system.id): row for row in declared}
    for row in declared:
        found.setdefault(fold(row.system.label), row)
    for card in cards:
        if card.system:
            named = System(card.system, card.system)
            found.setdefault(fold(card.system), SystemRow(named, False))
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
