"""Rails: lines in the gutters between the columns of a blueprint, for cards that are no neighbours.

A rail leaves a card towards a gutter, runs up or down there, and enters the other card from it.
Several rails in one gutter run side by side, each on a track of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

Side: TypeAlias = Literal["start", "end", "block"]

MOST_TRACKS = 6
"""More rails than this in one gutter leave the cards too little room: the others get a number."""

_SIDE_LINE = 1
"""Port where the line between the first cards of neighbouring cells meets them."""


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
class Rail:
    """A line between two cards; within one row it is a bracket along the row's upper edge."""

    gutter: int
    """Column at whose inline-start it runs."""
    first: int
    """Upper row."""
    last: int
    """Lower row."""
    track: int = 0
    """From 0 beside the column's cards outwards; a bracket takes the next one too."""
    columns: tuple[int, ...] = ()
    """Columns of the cards that stand in one only: without one of them there is no connection."""

    @property
    def is_bracket(self) -> bool:
        """Whether both cards stand in one row."""
        return self.first == self.last

    @property
    def tracks(self) -> range:
        """Tracks that it takes."""
        return range(self.track, self.track + 1 + self.is_bracket)


@dataclass(frozen=True, slots=True)
class Stub:
    """Where a rail meets a card."""

    side: Side
    """Edge of the card; `block` is the upper or lower one, as a wide card spans the gutter."""
    towards: Literal["up", "down", "along"]
    """Where the rail goes from here; a bracket goes up and then along the row."""
    gutter: int
    track: int
    columns: tuple[int, ...] = ()
    """Those of its rail."""
    port: int = 0
    """Place at the card's edge from the top, so that lines do not meet there."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A rail's part that belongs to no card: through a row, or a bracket's upper end."""

    row: int
    gutter: int
    track: int
    columns: tuple[int, ...]
    """Those of its rail."""
    is_bar: bool
    """The upper end of a bracket, from this track to the next."""


def lay_rails(ends: Sequence[tuple[Place, Place]]) -> tuple[Rail | None, ...]:
    """Rails between places; none where the columns are no neighbours or the gutter is full.

    Short rails are laid first and take the free track that is nearest to the cards, so that long
    ones run around them.
    """
    rails = [_find_rail(*pair) for pair in ends]
    order = sorted(
        (rail.last - rail.first, rail.first, index)
        for index, rail in enumerate(rails)
        if rail is not None
    )
    laid: list[Rail | None] = [None] * len(rails)
    gutters: dict[int, _Gutter] = {}
    for _, _, index in order:
        rail = rails[index]
        if rail is not None:
            laid[index] = gutters.setdefault(rail.gutter, _Gutter()).lay(rail)
    return tuple(laid)


def _find_rail(one: Place, other: Place) -> Rail | None:
    before, after = sorted((one, other), key=lambda place: place.column)
    if after.column > before.column + before.span:
        return None
    columns = tuple(sorted({place.column for place in (one, other) if place.span == 1}))
    first, last = min(one.row, other.row), max(one.row, other.row)
    return Rail(after.column, first, last, columns=columns)


@dataclass(slots=True)
class _Gutter:
    """The rails of one gutter."""

    taken: list[Rail] = field(default_factory=list)

    def lay(self, rail: Rail) -> Rail | None:
        """The rail on the first track that is free in all its rows; none where none is."""
        for track in range(MOST_TRACKS):
            tried = replace(rail, track=track)
            if tried.tracks.stop <= MOST_TRACKS and not any(
                _meet(tried, other) for other in self.taken
            ):
                self.taken.append(tried)
                return tried
        return None


def _meet(one: Rail, other: Rail) -> bool:
    in_rows = one.first <= other.last and other.first <= one.last
    return in_rows and bool(set(one.tracks) & set(other.tracks))


def find_stubs(rail: Rail, one: Place, other: Place) -> tuple[Stub, Stub]:
    """Both ends of a rail, in the order of the places.

    A bracket's outer track belongs to the card before the gutter, else to the lower card, so that
    its two sides do not cross.
    """
    if not rail.is_bracket:
        return _stub(rail, one, rail.track), _stub(rail, other, rail.track)
    one_is_outer = (one.column, -one.number) < (other.column, -other.number)
    outer, inner = rail.track + 1, rail.track
    return (
        _stub(rail, one, outer if one_is_outer else inner),
        _stub(rail, other, inner if one_is_outer else outer),
    )


def _stub(rail: Rail, place: Place, track: int) -> Stub:
    side: Side = "block"
    if rail.gutter == place.column:
        side = "start"
    elif rail.gutter == place.column + place.span:
        side = "end"
    if rail.is_bracket:
        return Stub(side, "along", rail.gutter, track, rail.columns)
    towards: Literal["up", "down"] = "up" if place.row == rail.last else "down"
    return Stub(side, towards, rail.gutter, track, rail.columns)


def find_segments(rails: Iterable[Rail]) -> tuple[Segment, ...]:
    """What the rails draw in rows and cells that hold neither of their cards."""
    return tuple(
        Segment(row, rail.gutter, rail.track, rail.columns, rail.is_bracket)
        for rail in rails
        for row in ([rail.first] if rail.is_bracket else range(rail.first + 1, rail.last))
    )


def set_ports(stubs: Sequence[Stub], place: Place) -> tuple[Stub, ...]:
    """The stubs of one card, each at a port of its own at its edge.

    What goes up leaves above what goes down, and of two that go the same way the one that runs
    farther from the card leaves nearer to the other group, so that they do not cross.
    """
    found = list(stubs)
    for side in ("start", "end"):
        outwards = 1 if side == "start" else -1
        order = sorted(
            (index for index, stub in enumerate(stubs) if stub.side == side),
            key=lambda index: _height(stubs[index], outwards),
        )
        free = (port for port in range(len(order) + 1) if place.number or port != _SIDE_LINE)
        for index, port in zip(order, free, strict=False):
            found[index] = replace(found[index], port=port)
    return tuple(found)


def _height(stub: Stub, outwards: int) -> tuple[bool, int]:
    """Sorts stubs of one edge from the top; `outwards` is 1 where tracks count away from it."""
    distance = stub.track * outwards
    is_down = stub.towards == "down"
    return is_down, -distance if is_down else distance
