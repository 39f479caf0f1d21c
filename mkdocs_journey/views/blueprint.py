"""The service blueprint of a map: what must work behind each moment, layer by layer.

G. L. Shostack, "Designing Services That Deliver", Harvard Business Review 62 (1984), has the fail
points and the line of visibility; the order of layers and lines is Nielsen Norman Group's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from mkdocs_journey.atlas import Map
from mkdocs_journey.catalog import Catalog
from mkdocs_journey.lanes import BLUEPRINT_LINES, Lane, LaneShape, blueprint_lanes
from mkdocs_journey.model import Journey
from mkdocs_journey.values.cards import Card
from mkdocs_journey.values.times import Duration
from mkdocs_journey.views.columns import Column, columns
from mkdocs_journey.views.connections import (
    Connected,
    Connections,
    Reference,
    connect,
)
from mkdocs_journey.views.grid import (
    Cell,
    LaneRows,
    Phase,
    Row,
    StageHead,
    lane_rows,
    phases,
    stage_heads,
)
from mkdocs_journey.views.insights.times import TimeKind, total_times
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


def blueprint(found: Map, catalog: Catalog) -> Blueprint:
    """The blueprint of a map, without the layers that are empty in all of it."""
    across = columns(found.journey, catalog)
    heads = stage_heads(across)
    by_lane = {
        lane.id: LaneRows(lane, rows)
        for lane in blueprint_lanes()
        if (rows := lane_rows(found, lane, across, heads))
    }
    layers = [lane for lane in by_lane.values() if lane.lane.shape in _LAYER_SHAPES]
    every_row = [row for lane in layers for row in lane.rows]
    spots, below = _spots(every_row), _next_filled(every_row)
    connections = connect(found.journey, across, spots, below)
    heads_at = {column: _head_at(every_row, column) for column in connections.of_columns}
    drawn: list[Layer] = []
    for lane in layers:
        for index, row in enumerate(lane.rows):
            at = len(drawn)
            line = "" if index else BLUEPRINT_LINES.get(lane.lane.id, "")
            cells = tuple(
                _layer_cell(every_row, at, cell, connections, heads_at) for cell in row.cells
            )
            rows_here = 0 if index else len(lane.rows)
            drawn.append(Layer(row.lane, line, rows_here, cells))
    return Blueprint(
        columns=across,
        phases=phases(heads),
        stages=heads,
        feeling=by_lane.get("feeling"),
        layers=tuple(drawn),
        times=by_lane.get("times"),
        totals={
            total.kind: total.time for total in total_times(found.journey) if not total.time.text
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


def _filled(row: Row, column: int) -> bool:
    return any(cell.content for cell in row.cells if cell.start <= column < cell.start + cell.span)


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


def _head_at(rows: Sequence[Row], column: int) -> int:
    """Row that shows the references of a column: the customer's action, else the first filled.

    A cell that spans other columns too is the last choice.
    """

    def rank(at: int) -> tuple[bool, bool, bool]:
        cell = next(
            cell for cell in rows[at].cells if cell.start <= column < cell.start + cell.span
        )
        return cell.level != "touchpoint", rows[at].lane.id != "doing", not cell.content

    return min(range(len(rows)), key=rank, default=0)


def _layer_cell(
    rows: Sequence[Row],
    at: int,
    cell: Cell,
    connections: Connections,
    heads_at: Mapping[int, int],
) -> LayerCell:
    row = rows[at]
    is_flow = row.lane.id in FLOW_LANES
    above = is_flow and _any_filled(rows[:at], cell.start)
    below = is_flow and _any_filled(rows[at + 1 :], cell.start)
    steps = tuple(Step(card, connections.of_card(card)) for card in cell.content or ())
    end = cell.start + cell.span
    own = range(cell.start, end)
    return LayerCell(
        cell,
        steps,
        is_in=bool(steps) and above,
        is_out=bool(steps) and below,
        through=tuple(
            column
            for column in own
            if is_flow
            and not steps
            and _any_filled(rows[:at], column)
            and _any_filled(rows[at + 1 :], column)
        ),
        leads_on=bool(steps) and row.lane.id == "doing" and _filled(row, end),
        segments=tuple(
            segment
            for segment in connections.segments
            if segment.row == at and segment.gutter in own
        ),
        references=tuple(
            reference
            for column, references in connections.of_columns.items()
            if column in own and heads_at[column] == at
            for reference in references
        ),
    )


def _any_filled(rows: Iterable[Row], column: int) -> bool:
    return any(row.lane.id in FLOW_LANES and _filled(row, column) for row in rows)
