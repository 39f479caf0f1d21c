"""The grid of a map: stages and touchpoints across, lanes down."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, NamedTuple

from mkdocs_journey.catalog import Catalog
from mkdocs_journey.lanes import Lane, LaneShape, default_lanes, find_lane
from mkdocs_journey.model import Journey
from mkdocs_journey.views.columns import Column, Holder
from mkdocs_journey.views.layout import Cell, Layout, Phase, Row, StageHead

MOST_ON_ONE_CURVE = 2
"""More personas than this get a row each, because more lines in one box cannot be told apart."""


class LaneRows(NamedTuple):
    """A lane with the rows that show it, at least one."""

    lane: Lane
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A map as a table."""

    columns: tuple[Column, ...]
    phases: tuple[Phase, ...]
    """Empty where no stage names its phase."""
    stages: tuple[StageHead, ...]
    lanes: tuple[LaneRows, ...]
    """Lanes that say something anywhere in the map, in their order."""


def grid(layout: Layout, catalog: Catalog) -> Grid:
    """The grid of a map with the lanes that it names, else those of its kind."""
    lanes = [
        LaneRows(lane, rows)
        for lane in grid_lanes(layout.journey, catalog)
        if (rows := lane_rows(layout, lane))
    ]
    return Grid(layout.columns, layout.phases, layout.stages, tuple(lanes))


def grid_lanes(journey: Journey, catalog: Catalog) -> tuple[Lane, ...]:
    """Lanes that a map may show in its grid, in order."""
    if not journey.lanes:
        return default_lanes(catalog, journey.kind or "current-state")
    named = (find_lane(catalog, lane_id) for lane_id in dict.fromkeys(journey.lanes))
    return tuple(lane for lane in named if lane is not None)


def _reader(lane: Lane) -> Callable[[Holder], Any]:
    """What reads a lane from a touchpoint, stage or journey; false where it says nothing there."""
    if lane.is_custom:
        return lambda holder: holder.custom.get(lane.id, ())
    return _times if lane.shape is LaneShape.TIMES else attrgetter(lane.sources[0])


def _times(holder: Holder) -> Any:
    times = (holder.duration, holder.elapsed, holder.wait)
    return times if any(times) else ()


def lane_rows(layout: Layout, lane: Lane) -> tuple[Row, ...]:
    """Rows of a lane; none where it is empty in the whole map.

    A stage's cell spans its columns. It shares a row with the cells of other stages' touchpoints,
    and stands in a row above where its own touchpoints fill the lane too.
    """
    found = layout.rows.get(lane.id)
    if found is None:
        make = _feeling_rows if lane.shape is LaneShape.FEELING else _held_rows
        found = layout.rows[lane.id] = make(layout, lane)
    return found


def _held_rows(layout: Layout, lane: Lane) -> tuple[Row, ...]:
    """Rows of a lane whose cells hold what was written as it is."""
    fields = ("custom",) if lane.is_custom else lane.sources
    if not layout.across_columns.isdisjoint(fields):
        return content_rows(layout.journey, lane, _reader(lane), layout.columns, layout.stages)
    if layout.in_columns.isdisjoint(fields):
        return ()
    read = _reader(lane)
    cells = tuple(
        [
            Cell(blank.start, 1, "touchpoint", blank.stage_index, blank.holder, content)
            if (content := read(blank.holder))
            else blank
            for blank in layout.blanks
        ]
    )
    return () if cells == layout.blanks else (Row(lane, cells),)


def content_rows(
    journey: Journey,
    lane: Lane,
    read: Callable[[Holder], Any],
    across: Sequence[Column],
    heads: Sequence[StageHead],
) -> tuple[Row, ...]:
    """Rows of what is read from a journey, its stages and its touchpoints for a lane."""
    rows: list[Row] = []
    whole = read(journey)
    if whole:
        rows.append(Row(lane, (Cell(0, len(across), "journey", None, journey, whole),)))
    of_stages = {
        head.index: content
        for head in heads
        if head.stage.touchpoints and (content := read(head.stage))
    }
    of_columns = [read(column.holder) for column in across]
    filled = {column.stage_index for column in across if of_columns[column.index]}
    if not filled.isdisjoint(of_stages):
        rows.append(Row(lane, tuple(_spanning_cells(heads, of_stages))))
        of_stages = {}
    if of_stages or filled:
        spanned = of_stages.keys() if filled else {head.index for head in heads}
        rows.append(Row(lane, tuple(_cells(across, heads, of_stages, of_columns, spanned))))
    return tuple(rows)


def _spanning_cells(heads: Sequence[StageHead], contents: dict[int, Any]) -> Iterator[Cell]:
    for head in heads:
        content = contents.get(head.index, ())
        yield Cell(head.start, head.span, "stage", head.index, head.stage, content)


def _cells(
    across: Sequence[Column],
    heads: Sequence[StageHead],
    of_stages: dict[int, Any],
    of_columns: Sequence[Any],
    spanned: Collection[int],
) -> list[Cell]:
    if not spanned:
        return _column_cells(across, of_columns)
    cells: list[Cell] = []
    for head in heads:
        start, end = head.start, head.start + head.span
        if head.index in spanned and head.stage.touchpoints:
            content = of_stages.get(head.index, ())
            cells.append(Cell(start, head.span, "stage", head.index, head.stage, content))
        else:
            cells += _column_cells(across[start:end], of_columns[start:end])
    return cells


def _column_cells(across: Sequence[Column], contents: Sequence[Any]) -> list[Cell]:
    return [
        Cell(column.index, 1, "touchpoint", column.stage_index, column.holder, content)
        for column, content in zip(across, contents, strict=True)
    ]


def _feeling_rows(layout: Layout, lane: Lane) -> tuple[Row, ...]:
    lines = layout.lines
    if not lines:
        return ()
    groups = [lines] if len(lines) <= MOST_ON_ONE_CURVE else [(line,) for line in lines]
    rows = []
    for group in groups:
        contents = list(zip(*[line.feelings for line in group], strict=True))
        rows.append(Row(lane, tuple(_column_cells(layout.columns, contents)), tuple(group)))
    return tuple(rows)
