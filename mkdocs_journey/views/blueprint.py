"""The service blueprint of a map: what must work behind each moment, layer by layer.

G. L. Shostack, "Designing Services That Deliver", Harvard Business Review 62 (1984), has the fail
points and the line of visibility; the order of layers and lines is Nielsen Norman Group's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from mkdocs_journey.lanes import BLUEPRINT_LINES, Lane, LaneShape, blueprint_lanes
from mkdocs_journey.model import Journey
from mkdocs_journey.values.cards import Card
from mkdocs_journey.values.times import Duration
from mkdocs_journey.views.columns import Column, holders_of
from mkdocs_journey.views.connections import (
    UNCONNECTED,
    Connected,
    Connections,
    Reference,
    connect,
)
from mkdocs_journey.views.grid import LaneRows, lane_rows
from mkdocs_journey.views.insights.times import TimeKind, total_times
from mkdocs_journey.views.layout import Cell, Layout, Phase, Row, StageHead
from mkdocs_journey.views.rails import Place, Segment
from mkdocs_journey.views.wires import Spot

Item = TypeVar("Item")

OWN_LANES = frozenset({"evidence", "frontstage", "backstage", "support", "policy"})
"""Lanes that only a blueprint shows: a map that fills one of them has a blueprint."""

FLOW_LANES = frozenset({"doing", "frontstage", "backstage", "support"})
"""Layers that hand work down to each other; evidence and policy stand beside that."""


class Step(NamedTuple):
    """A card in a layer, with its connections."""

    card: Card
    connected: Connected


class LayerCell(NamedTuple):
    """What a layer holds for one moment or stage, and the line that runs through it."""

    cell: Cell
    steps: tuple[Step, ...]
    is_in: bool
    """An arrow comes in from the layer above."""
    is_out: bool
    """A line goes out to a layer below."""
    through: tuple[int, ...]
    """Columns whose line goes through, as it is empty."""
    leads_on: bool
    """The customer's next action stands in the next column."""
    segments: tuple[Segment, ...]
    """Parts of rails that run through it."""
    references: tuple[Reference, ...]
    """Connections of its column that are no card's of the blueprint."""
    has_rails: bool
    """Rails run here or meet its cards."""


class Layer(NamedTuple):
    """One row of the blueprint."""

    lane: Lane
    line: str
    """Msgid of the line above it; empty where there is none."""
    rows: int
    """Rows of its lane where this is the first of them, else 0."""
    cells: tuple[LayerCell, ...]


@dataclass(frozen=True, slots=True)
class Blueprint:
    """A map as a service blueprint."""

    columns: tuple[Column, ...]
    phases: tuple[Phase, ...]
    stages: tuple[StageHead, ...]
    feeling: LaneRows | None
    layers: tuple[Layer, ...]
    times: LaneRows | None
    totals: Mapping[TimeKind, Duration]
    """Sums along the map, which the insights also show; a lone time needs no sum."""
    tracks: int
    """Rails that run side by side in the fullest gutter between columns."""


def has_blueprint(journey: Journey) -> bool:
    """Whether a map shows its blueprint: it is one, or fills one of a blueprint's own lanes."""
    return journey.kind == "service-blueprint" or any(
        not OWN_LANES.isdisjoint(vars(holder)) for holder in holders_of(journey)
    )


def blueprint(layout: Layout) -> Blueprint:
    """The blueprint of a map, without the layers that are empty in all of it."""
    by_lane = {
        lane.id: LaneRows(lane, rows)
        for lane in blueprint_lanes()
        if (rows := lane_rows(layout, lane))
    }
    layers = [lane for lane in by_lane.values() if lane.lane.shape in _LAYER_SHAPES]
    every_row = [row for lane in layers for row in lane.rows]
    stack = _Stack(layout, every_row)
    drawn: list[Layer] = []
    for lane in layers:
        for index, row in enumerate(lane.rows):
            at = len(drawn)
            line = "" if index else BLUEPRINT_LINES.get(lane.lane.id, "")
            cells = _layer_cells(stack, at)
            rows_here = 0 if index else len(lane.rows)
            drawn.append(Layer(row.lane, line, rows_here, cells))
    return Blueprint(
        columns=layout.columns,
        phases=layout.phases,
        stages=layout.stages,
        feeling=by_lane.get("feeling"),
        layers=tuple(drawn),
        times=by_lane.get("times"),
        totals={
            total.kind: total.time
            for total in total_times(layout.journey, layout.written)
            if not total.time.text
        },
        tracks=stack.connections.tracks,
    )


_LAYER_SHAPES = frozenset({LaneShape.CARDS, LaneShape.STEPS})


def _spots(rows: Sequence[Row]) -> list[Spot]:
    return [
        Spot(card, Place(at, cell.start, cell.span, number, len(cell.content)))
        for at, row in enumerate(rows)
        for cell in row.cells
        for number, card in enumerate(cell.content or ())
    ]


class _Stack:
    """What stands where in a blueprint's rows, gathered once: every cell asks."""

    def __init__(self, layout: Layout, rows: Sequence[Row]) -> None:
        self.rows = rows
        self.filled = _filled(rows)
        self.connections = Connections()
        if "to" in layout.on_cards:  # most maps have no card that connects to something
            spots = _spots(rows)
            self.connections = connect(layout.journey, layout.columns, spots, self.filled)
        self.segments: dict[tuple[int, int], list[Segment]] = {}
        """By row and gutter."""
        for segment in self.connections.segments:
            self.segments.setdefault((segment.row, segment.gutter), []).append(segment)
        self.references = {
            (self._head_at(column), column): references
            for column, references in self.connections.of_columns.items()
        }
        """By row and column."""

    def _head_at(self, column: int) -> int:
        """Row that shows the references of a column: the customer's action, else the first filled.

        A cell that spans other columns too is the last choice.
        """

        def rank(at: int) -> tuple[bool, bool, bool]:
            row = self.rows[at]
            cell = next(cell for cell in row.cells if column in _own(cell))
            return (cell.level != "touchpoint", row.lane.id != "doing", not cell.content)

        return min(range(len(self.rows)), key=rank, default=0)


def _own(cell: Cell) -> range:
    """Columns that a cell spans."""
    return range(cell.start, cell.start + cell.span)


def _filled(rows: Sequence[Row]) -> Mapping[int, Sequence[int]]:
    """Rows of the flow of work that are filled, from above, by column."""
    filled: dict[int, list[int]] = {}
    for at, row in enumerate(rows):
        if row.lane.id not in FLOW_LANES:
            continue
        for cell in row.cells:
            if cell.content:
                for column in range(cell.start, cell.start + cell.span):
                    filled.setdefault(column, []).append(at)
    return filled


def _layer_cells(stack: _Stack, at: int) -> tuple[LayerCell, ...]:
    row, filled = stack.rows[at], stack.filled
    of_cards, has_tracks = stack.connections.of_cards, stack.connections.tracks > 0
    is_flow, is_actions = row.lane.id in FLOW_LANES, row.lane.id == "doing"
    found = []
    for cell in row.cells:
        start, end = cell.start, cell.start + cell.span
        steps: tuple[Step, ...] = ()
        through: tuple[int, ...] = ()
        is_in = is_out = False
        if cell.content:
            steps = tuple(
                [Step(card, of_cards.get(id(card), UNCONNECTED)) for card in cell.content]
            )
            if is_flow:
                work = filled[start]
                is_in, is_out = work[0] < at, at < work[-1]
        elif is_flow:
            through = tuple(
                [own for own in range(start, end) if _runs_through(filled.get(own), at)]
            )
        leads_on = is_actions and bool(steps) and at in filled.get(end, ())
        segments = _at(stack.segments, at, cell) if stack.segments else ()
        references = _at(stack.references, at, cell) if stack.references else ()
        has_rails = has_tracks and (bool(segments) or any(step.connected.rails for step in steps))
        found.append(
            LayerCell(
                cell, steps, is_in, is_out, through, leads_on, segments, references, has_rails
            )
        )
    return tuple(found)


def _runs_through(filled: Sequence[int] | None, at: int) -> bool:
    """Whether work runs from one filled row of a column to another past a row between."""
    return filled is not None and filled[0] < at < filled[-1]


def _at(items: Mapping[tuple[int, int], Sequence[Item]], at: int, cell: Cell) -> tuple[Item, ...]:
    """What stands in a row at any of a cell's columns."""
    return tuple([item for column in _own(cell) for item in items.get((at, column), ())])
