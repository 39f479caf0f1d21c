"""Which connections a blueprint has: cards that point to cards, touchpoints or stages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from mkdocs_journey.model import Journey
from mkdocs_journey.model.claims import cards_of
from mkdocs_journey.values.cards import Card, Connection
from mkdocs_journey.views.columns import Column
from mkdocs_journey.views.insights.places import places
from mkdocs_journey.views.rails import Place

Way: TypeAlias = Literal["to", "from", "both"]


@dataclass(frozen=True, slots=True)
class Spot:
    """A card and its place."""

    card: Card
    place: Place


@dataclass(frozen=True, slots=True)
class Link:
    """What one end of a connection says of the other."""

    name: str
    """Text of the card, or name of the touchpoint or stage, at the other end."""
    label: str
    way: Way
    card: str
    """Id of the card at the other end; empty where that has no place of its own to link to."""
    column: int
    """Column of the other end."""


@dataclass(frozen=True, slots=True)
class End:
    """Where a connection starts or leads."""

    name: str
    column: int
    spot: Spot | None = None
    """Its card in the blueprint; none where only the column can be shown."""

    def link(self, label: str, way: Way) -> Link:
        """What the other end says of this one."""
        return Link(self.name, label, way, self.spot.card.id if self.spot else "", self.column)


@dataclass(frozen=True, slots=True)
class Wire:
    """A connection with both of its ends."""

    start: End
    end: End
    label: str
    is_two_way: bool

    @property
    def links(self) -> tuple[Link, Link]:
        """What the start says of the end, and the end of the start."""
        out: Way = "both" if self.is_two_way else "to"
        back: Way = "both" if self.is_two_way else "from"
        return self.end.link(self.label, out), self.start.link(self.label, back)


def find_wires(journey: Journey, across: Sequence[Column], spots: Sequence[Spot]) -> Iterator[Wire]:
    """Connections that lead somewhere, in the order of the cards that they leave."""
    starts = list(_starts(journey, across, spots))
    if not starts:
        return
    ends = _ends(journey, across) | {
        spot.card.id: End(spot.card.text, spot.place.column, spot) for spot in spots if spot.card.id
    }
    for start, connections in starts:
        for connection in connections:
            if end := ends.get(connection.id):
                yield Wire(start, end, connection.label, bool(connection.two_way))


def _starts(
    journey: Journey, across: Sequence[Column], spots: Sequence[Spot]
) -> Iterator[tuple[End, Sequence[Connection]]]:
    """Cards with connections: the blueprint's own, then those of other lanes, by their column."""
    for spot in spots:
        if spot.card.to:
            yield End(spot.card.text, spot.place.column, spot), spot.card.to
    own = {id(spot.card) for spot in spots}
    at = _columns_of(across)
    for place in places(journey):
        for card in cards_of(place.holder):
            if card.to and id(card) not in own:
                yield End(card.text, at.get(id(place.holder), 0)), card.to


def _columns_of(across: Sequence[Column]) -> dict[int, int]:
    """Column of each touchpoint, and the first column of each stage, by identity."""
    stages = {id(column.stage): column.index for column in reversed(across)}
    return stages | {id(column.holder): column.index for column in across}


def _ends(journey: Journey, across: Sequence[Column]) -> dict[str, End]:
    """Cards of any lane, touchpoints and stages by their ids, in this order where two have one.

    A stage is shown by the first of its columns, and a card of the whole map by the map's first.
    """
    at = _columns_of(across)
    found: dict[str, End] = {}
    for place in places(journey):
        for card in cards_of(place.holder):
            if card.id:
                found.setdefault(card.id, End(card.text, at.get(id(place.holder), 0)))
    for column in across:
        if column.touchpoint is not None:
            end = End(column.name, column.index)
            found.setdefault(column.touchpoint.id, end)
            found.setdefault(f"{column.stage.id}.{column.touchpoint.id}", end)
    for column in across:
        found.setdefault(column.stage.id, End(column.stage.name, at[id(column.stage)]))
    return found
