"""Connections between the cards of a blueprint: lines where they are near, else references.

A line needs no script and no measuring within a column and between neighbouring ones: straight to
the next filled layer or to the next column's first card, and along the gutter between the columns
otherwise. Everything further apart gets a number that both ends show.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from mkdocs_journey.model import Journey
from mkdocs_journey.views.columns import Column
from mkdocs_journey.views.rails import (
    Place,
    Rail,
    Segment,
    Stub,
    find_segments,
    find_stubs,
    lay_rails,
    set_ports,
)
from mkdocs_journey.views.wires import Link, Spot, Wire, find_wires


@dataclass(frozen=True, slots=True)
class Reference:
    """One end of a connection that is too long for a line."""

    number: int
    """From 1; the other end shows the same number."""
    link: Link


@dataclass(frozen=True, slots=True)
class RailEnd:
    """One end of a connection that is drawn as a rail."""

    stub: Stub
    link: Link
    """Its label is empty at the card that the connection leads to, as one end shows it."""


@dataclass(frozen=True, slots=True)
class Connected:
    """Connections of one card."""

    right: Link | None = None
    """Line to the neighbour on the right."""
    down: Link | None = None
    """Line to the neighbour below."""
    neighbours: tuple[Link, ...] = ()
    """Other ends of lines that are drawn at neighbours, without their labels."""
    rails: tuple[RailEnd, ...] = ()
    references: tuple[Reference, ...] = ()


UNCONNECTED = Connected()
"""Of a card without connections."""


@dataclass(frozen=True, slots=True)
class Connections:
    """All connections of a blueprint."""

    of_cards: Mapping[int, Connected] = field(default_factory=dict)
    """By the identity of the card."""
    of_columns: Mapping[int, tuple[Reference, ...]] = field(default_factory=dict)
    """References to and from what is no card of the blueprint."""
    segments: tuple[Segment, ...] = ()
    tracks: int = 0
    """Tracks that the fullest gutter needs."""


def connect(
    journey: Journey,
    across: Sequence[Column],
    spots: Sequence[Spot],
    filled: Mapping[int, Sequence[int]],
) -> Connections:
    """Connections of a blueprint's cards, and of what is no card here by column.

    `filled` are the rows of each column that hand work down to each other, from above.
    Connections to what does not exist are left out: the checks report them.
    """
    drawn: dict[int, Connected] = {}
    wires = [
        wire for wire in find_wires(journey, across, spots) if not _draw_line(drawn, wire, filled)
    ]
    rails = _lay(wires)
    for at, rail in rails.items():
        _draw_rail(drawn, wires[at], rail)
    far = [wire for at, wire in enumerate(wires) if at not in rails]
    heads = _number(drawn, far)
    for spot in spots:
        if known := drawn.get(id(spot.card)):
            drawn[id(spot.card)] = replace(known, rails=_set_ports(known.rails, spot.place))
    tracks = max((rail.tracks.stop for rail in rails.values()), default=0)
    return Connections(drawn, heads, find_segments(rails.values()), tracks)


def _number(
    found: dict[int, Connected], wires: Iterable[Wire]
) -> Mapping[int, tuple[Reference, ...]]:
    """Give both ends of each connection its number; what is no card gets it at its column."""
    heads: dict[int, tuple[Reference, ...]] = {}
    for number, wire in enumerate(wires, start=1):
        for end, link in zip((wire.start, wire.end), wire.links, strict=True):
            reference = Reference(number, link)
            if end.spot is None:
                heads[end.column] = (*heads.get(end.column, ()), reference)
                continue
            known = found.get(id(end.spot.card), UNCONNECTED)
            found[id(end.spot.card)] = replace(known, references=(*known.references, reference))
    return heads


def _set_ports(ends: Sequence[RailEnd], place: Place) -> tuple[RailEnd, ...]:
    stubs = set_ports([end.stub for end in ends], place)
    return tuple(replace(end, stub=stub) for end, stub in zip(ends, stubs, strict=True))


def _draw_line(
    found: dict[int, Connected], wire: Wire, filled: Mapping[int, Sequence[int]]
) -> bool:
    """Draw a line between neighbours; false where they are none, or have a line already."""
    start, end = wire.start.spot, wire.end.spot
    if start is None or end is None:
        return False
    one, other = start.place, end.place
    forward = (one.row, one.column) < (other.row, other.column)
    first, second = (start, end) if forward else (end, start)
    arrow, back = wire.links if forward else reversed(wire.links)
    known = found.get(id(first.card), UNCONNECTED)
    if _are_side_by_side(first.place, second.place) and known.right is None:
        found[id(first.card)] = replace(known, right=arrow)
    elif _is_below(first.place, second.place, filled) and known.down is None:
        found[id(first.card)] = replace(known, down=arrow)
    else:
        return False
    other_end = found.get(id(second.card), UNCONNECTED)
    neighbours = (*other_end.neighbours, replace(back, label=""))
    found[id(second.card)] = replace(other_end, neighbours=neighbours)
    return True


def _are_side_by_side(one: Place, other: Place) -> bool:
    """Both begin their cells in neighbouring columns, where the line's height is known."""
    return (
        one.row == other.row
        and one.number == other.number == 0
        and one.column + one.span == other.column
    )


def _is_below(one: Place, other: Place, filled: Mapping[int, Sequence[int]]) -> bool:
    return (
        one.column == other.column
        and one.number == one.count - 1
        and other.number == 0
        and (one.row, other.row) in pairwise(filled.get(one.column, ()))
    )


def _lay(wires: Sequence[Wire]) -> Mapping[int, Rail]:
    """Rails of the wires that have room for one, by their place."""
    near = [
        (at, (wire.start.spot.place, wire.end.spot.place))
        for at, wire in enumerate(wires)
        if wire.start.spot and wire.end.spot
    ]
    laid = lay_rails([pair for _, pair in near])
    return {at: rail for (at, _), rail in zip(near, laid, strict=True) if rail}


def _draw_rail(found: dict[int, Connected], wire: Wire, rail: Rail) -> None:
    start, end = wire.start.spot, wire.end.spot
    if start is None or end is None:
        return
    out, back = wire.links
    one, other = find_stubs(rail, start.place, end.place)
    for spot, rail_end in (
        (start, RailEnd(one, out)),
        (end, RailEnd(other, replace(back, label=""))),
    ):
        known = found.get(id(spot.card), UNCONNECTED)
        found[id(spot.card)] = replace(known, rails=(*known.rails, rail_end))
