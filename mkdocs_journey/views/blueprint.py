"""The service blueprint of a map: what must work behind each moment, layer by layer.

G. L. Shostack, "Designing Services That Deliver", Harvard Business Review 62 (1984), has the fail
points and the line of visibility; the order of layers and lines is Nielsen Norman Group's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mkdocs_journey.lanes import BLUEPRINT_LINES, Lane, LaneShape, blueprint_lanes
from mkdocs_journey.model import Journey
from mkdocs_journey.values.cards import Card
from mkdocs_journey.values.times import Duration
from mkdocs_journey.views.columns import Column
from mkdocs_journey.views.connections import (
    Connected,
    Connections,
    Reference,
    connect,
)
from mkdocs_journey.views.grid import (
    Cell,
    LaneRows,
    Row,
    lane_rows,
)
from mkdocs_journey.views.insights.times import TimeKind, total_times
from mkdocs_journey.views.layout import Layout, Phase, StageHead
from mkdocs_journey.views.rails import Place, Segment
from mkdocs_journey.views.wires import Spot

OWN_LANES = frozenset({"evidence", "frontstage", "backstage", "support", "policy"})
"""Lanes that only a blueprint shows: a map that fills one of them has a blueprint."""

FLOW_LANES = frozenset({"doing", "frontstage", "backstage", "support"})
"""Layers that hand work down to each other; evidence and policy stand beside that."""


@dataclass(frozen=True, slots=True)
class Step:
    """A card in a layer, with its connections."""

    card: Card
    connected: Connected


@dataclass(frozen=True, slots=True)
class LayerCell:
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

    @property
    def has_rails(self) -> bool:
        """Whether rails run here or meet its cards."""
        return bool(self.segments or any(step.connected.rails for step in self.steps))


@dataclass(frozen=True, slots=True)
class Layer:
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
    holders = (
        holder
        for stage in journey.stages
        for holder in (stage, *stage.touchpoints)
    )  # fmt: skip
    return journey.kind == "service-blueprint" or any(
        getattr(holder, lane) for holder in (journey, *holders) for lane in OWN_LANES
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
    spots, below = _spots(every_row), _next_filled(every_row)
    connections = connect(layout.journey, layout.columns, spots, below)
    stack = _Stack(every_row, connections)
    drawn: list[Layer] = []
    for lane in layers:
        for index, row in enumerate(lane.rows):
            at = len(drawn)
            line = "" if index else BLUEPRINT_LINES.get(lane.lane.id, "")
            cells = tuple(_layer_cell(stack, at, cell) for cell in row.cells)
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
            total.kind: total.time for total in total_times(layout.journey) if not total.time.text
        },
        tracks=connections.tracks,
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

    def __init__(self, rows: Sequence[Row], connections: Connections) -> None:
        self.rows = rows
        self.connections = connections
        self.cells = [{column: cell for cell in row.cells for column in _own(cell)} for row in rows]
        """The cell of a column, row by row."""
        self.first: dict[int, int] = {}
        """First row of the flow of work that is filled, by column."""
        self.last: dict[int, int] = {}
        for at, row in enumerate(rows):
            for column, cell in self.cells[at].items():
                if cell.content and row.lane.id in FLOW_LANES:
                    self.first.setdefault(column, at)
                    self.last[column] = at
        self.segments: dict[tuple[int, int], list[Segment]] = {}
        for segment in connections.segments:
            self.segments.setdefault((segment.row, segment.gutter), []).append(segment)
        self.heads_at = {column: self._head_at(column) for column in connections.of_columns}

    def is_filled(self, at: int, column: int) -> bool:
        """Whether a row says something in a column."""
        cell = self.cells[at].get(column)
        return cell is not None and bool(cell.content)

    def is_above(self, at: int, column: int) -> bool:
        """Whether work comes down to a row in a column."""
        return self.first.get(column, at) < at

    def is_below(self, at: int, column: int) -> bool:
        """Whether work goes on below a row in a column."""
        return self.last.get(column, at) > at

    def _head_at(self, column: int) -> int:
        """Row that shows the references of a column: the customer's action, else the first filled.

        A cell that spans other columns too is the last choice.
        """

        def rank(at: int) -> tuple[bool, bool, bool]:
            cell = self.cells[at][column]
            return (
                cell.level != "touchpoint",
                self.rows[at].lane.id != "doing",
                not cell.content,
            )

        return min(range(len(self.rows)), key=rank, default=0)


def _own(cell: Cell) -> range:
    """Columns that a cell spans."""
    return range(cell.start, cell.start + cell.span)


def _next_filled(rows: Sequence[Row]) -> Mapping[tuple[int, int], int]:
    """(row, column) of a filled cell -> the filled row below it, where work is handed down."""
    below: dict[tuple[int, int], int] = {}
    last: dict[int, int] = {}
    for at, row in enumerate(rows):
        if row.lane.id not in FLOW_LANES:
            continue
        for cell in row.cells:
            for column in range(cell.start, cell.start + cell.span):
                if not cell.content:
                    continue
                if column in last:
                    below[last[column], column] = at
                last[column] = at
    return below


def _layer_cell(stack: _Stack, at: int, cell: Cell) -> LayerCell:
    row, connections = stack.rows[at], stack.connections
    is_flow = row.lane.id in FLOW_LANES
    steps = tuple(Step(card, connections.of_card(card)) for card in cell.content or ())
    own = _own(cell)
    return LayerCell(
        cell,
        steps,
        is_in=bool(steps) and is_flow and stack.is_above(at, cell.start),
        is_out=bool(steps) and is_flow and stack.is_below(at, cell.start),
        through=tuple(
            column
            for column in own
            if is_flow and not steps and stack.is_above(at, column) and stack.is_below(at, column)
        ),
        leads_on=bool(steps) and row.lane.id == "doing" and stack.is_filled(at, own.stop),
        segments=tuple(
            segment for gutter in own for segment in stack.segments.get((at, gutter), ())
        ),
        references=tuple(
            reference
            for column in own
            if stack.heads_at.get(column) == at
            for reference in connections.of_columns[column]
        ),
    )
