"""Connections between the cards of a blueprint: lines where they are near, else references.

A line needs no script and no measuring where both ends are neighbours: the next filled layer of
the same column, or the next column of the same layer. Everything further apart gets a number that
both ends show.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from mkdocs_journey.model import Journey
from mkdocs_journey.values.cards import Card, Connection
from mkdocs_journey.views.columns import Column
from mkdocs_journey.views.insights.evidence import cards
from mkdocs_journey.views.insights.places import places


@dataclass(frozen=True, slots=True)
class Place:
    """Where a card stands in the blueprint."""

    row: int
    column: int
    span: int
    number: int
    """Its place in the cell, from 0."""
    count: int
    """Cards in the cell."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A card and its place."""

    card: Card
    place: Place


@dataclass(frozen=True, slots=True)
class Arrow:
    """A line to the neighbour on the right or below."""

    label: str
    way: Literal["to", "from", "both"]
    """Whether it points to the neighbour, from it, or both ways."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One end of a connection that is too long for a line."""

    number: int
    """From 1; the other end shows the same number."""
    name: str
    """Text of the card, or name of the touchpoint or stage, at the other end."""
    label: str
    way: Literal["to", "from", "both"]
    card: str
    """Id of the card at the other end; empty where that has no place of its own to link to."""
    column: int
    """Column of the other end."""


@dataclass(frozen=True, slots=True)
class Connected:
    """Connections of one card."""

    right: Arrow | None = None
    down: Arrow | None = None
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class End:
    """Where a connection leads."""

    name: str
    column: int
    card: str = ""
    """Id of a card in the blueprint; empty where only the column can be shown."""


def connect(
    journey: Journey,
    across: Sequence[Column],
    spots: Sequence[Spot],
    below: Mapping[tuple[int, int], int],
) -> tuple[Mapping[int, Connected], Mapping[int, Connected]]:
    """Connections of the cards by the cards' identity, and of what is no card here by column.

    `below` leads from the (row, column) of a filled cell to the row that it hands work down to.
    Connections to what does not exist are left out: the checks report them.
    """
    starts = _starts(journey, across, spots)
    if not starts:
        return {}, {}
    by_id = {spot.card.id: spot for spot in spots if spot.card.id}
    ends = _ends(journey, across) | {
        spot.card.id: End(spot.card.text, spot.place.column, spot.card.id)
        for spot in by_id.values()
    }
    drawn: dict[int, Connected] = {}
    heads: dict[int, Connected] = {}
    number = 0
    for start in starts:
        for connection in start.card.to:
            other, end = by_id.get(connection.id), ends.get(connection.id)
            near = start.spot and other and _draw_line(drawn, start.spot, other, connection, below)
            if near or end is None:
                continue
            number += 1
            way: Literal["to", "both"] = "both" if connection.two_way else "to"
            out = Reference(number, end.name, connection.label, way, end.card, end.column)
            back = Reference(
                number, start.card.text, connection.label, "both" if way == "both" else "from",
                start.card.id if start.spot else "", start.column,
            )  # fmt: skip
            for spot, column, reference in (
                (start.spot, start.column, out),
                (other, end.column, back),
            ):
                if spot is not None:
                    _refer(drawn, id(spot.card), reference)
                else:
                    _refer(heads, column, reference)
    return drawn, heads


@dataclass(frozen=True, slots=True)
class _Start:
    """A card that connections leave; without a spot it stands in a lane of the map alone."""

    card: Card
    column: int
    spot: Spot | None


def _starts(journey: Journey, across: Sequence[Column], spots: Sequence[Spot]) -> list[_Start]:
    """Cards with connections: the blueprint's own, then those of other lanes, by their column."""
    starts = [_Start(spot.card, spot.place.column, spot) for spot in spots if spot.card.to]
    own = {id(spot.card) for spot in spots}
    at = _columns_of(across)
    starts.extend(
        _Start(card, at.get(id(place.holder), 0), None)
        for place in places(journey)
        for card in cards(place)
        if card.to and id(card) not in own
    )
    return starts


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
        for card in cards(place):
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


def _refer(found: dict[int, Connected], key: int, reference: Reference) -> None:
    known = found.get(key, Connected())
    found[key] = replace(known, references=(*known.references, reference))


def _draw_line(
    found: dict[int, Connected],
    start: Spot,
    end: Spot,
    connection: Connection,
    below: Mapping[tuple[int, int], int],
) -> bool:
    """Draw a line between neighbours; false where they are none, or have a line already."""
    one, other = start.place, end.place
    forward = (one.row, one.column) < (other.row, other.column)
    first, second = (start, end) if forward else (end, start)
    way: Literal["to", "from", "both"] = "to" if forward else "from"
    arrow = Arrow(connection.label, "both" if connection.two_way else way)
    known = found.get(id(first.card), Connected())
    if _are_side_by_side(first.place, second.place) and known.right is None:
        found[id(first.card)] = replace(known, right=arrow)
        return True
    if _is_below(first.place, second.place, below) and known.down is None:
        found[id(first.card)] = replace(known, down=arrow)
        return True
    return False


def _are_side_by_side(one: Place, other: Place) -> bool:
    """Both begin their cells in neighbouring columns, where the line's height is known."""
    return (
        one.row == other.row
        and one.number == other.number == 0
        and one.column + one.span == other.column
    )


def _is_below(one: Place, other: Place, below: Mapping[tuple[int, int], int]) -> bool:
    return (
        one.column == other.column
        and one.number == one.count - 1
        and other.number == 0
        and below.get((one.row, one.column)) == other.row
    )
