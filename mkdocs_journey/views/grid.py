"""The grid of a map: stages and touchpoints across, lanes down."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Literal, TypeAlias

from mkdocs_journey.atlas import Map
from mkdocs_journey.catalog import Catalog
from mkdocs_journey.lanes import Lane, LaneShape, default_lanes, find_lane
from mkdocs_journey.model import Journey, Stage
from mkdocs_journey.values.choices import PhaseName
from mkdocs_journey.values.feelings import Feeling
from mkdocs_journey.views.columns import (
    Column,
    Holder,
    columns,
    feelings_by_column,
    personas_of,
)
from mkdocs_journey.views.curve import Curve, curve

Level: TypeAlias = Literal["journey", "stage", "touchpoint"]

MOST_ON_ONE_CURVE = 2
"""More personas than this get a row each, because more lines in one box cannot be told apart."""


@dataclass(frozen=True, slots=True)
class Phase:
    """A band of neighbouring stages in the same phase."""

    name: PhaseName | None
    start: int
    """First column, from 0."""
    span: int
    """Number of columns."""


@dataclass(frozen=True, slots=True)
class StageHead:
    """A stage and the columns that it spans."""

    stage: Stage
    index: int
    """Place of the stage, from 0."""
    start: int
    span: int


@dataclass(frozen=True, slots=True)
class Cell:
    """What one lane says of one touchpoint, stage or journey."""

    start: int
    span: int
    level: Level
    stage_index: int | None
    """Place of its stage; `None` where it spans the whole map."""
    holder: Holder
    """The touchpoint, stage or journey that it speaks of."""
    content: Any
    """The model's value of the lane's shape; false where the cell is empty."""


@dataclass(frozen=True, slots=True)
class FeelingLine:
    """The feelings of one persona, or of everybody, along the map."""

    persona: str
    """Name to tell it apart by; empty where the map has one line."""
    curve: Curve
    feelings: tuple[tuple[Feeling, ...], ...]
    """Feelings behind the curve's points, column by column."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a lane, or a part of a lane that needs several rows."""

    lane: Lane
    cells: tuple[Cell, ...]
    lines: tuple[FeelingLine, ...] = ()
    """What a feeling row draws, one or two lines; its cells then hold the moments' feelings."""


@dataclass(frozen=True, slots=True)
class LaneRows:
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


def grid(found: Map, catalog: Catalog) -> Grid:
    """The grid of a map with the lanes that it names, else those of its kind."""
    journey = found.journey
    across = columns(journey, catalog)
    heads = stage_heads(across)
    rows = (
        LaneRows(lane, lane_rows(found, lane, across, heads))
        for lane in grid_lanes(journey, catalog)
    )
    return Grid(across, phases(heads), heads, tuple(lane for lane in rows if lane.rows))


def grid_lanes(journey: Journey, catalog: Catalog) -> tuple[Lane, ...]:
    """Lanes that a map may show in its grid, in order."""
    if not journey.lanes:
        return default_lanes(catalog, journey.kind or "current-state")
    named = (find_lane(catalog, lane_id) for lane_id in dict.fromkeys(journey.lanes))
    return tuple(lane for lane in named if lane is not None)


def stage_heads(across: Sequence[Column]) -> tuple[StageHead, ...]:
    """Stages with the columns that they span."""
    heads = []
    for index, group in groupby(across, key=lambda column: column.stage_index):
        own = list(group)
        heads.append(StageHead(own[0].stage, index, own[0].index, len(own)))
    return tuple(heads)


def phases(heads: Sequence[StageHead]) -> tuple[Phase, ...]:
    """Bands of neighbouring stages in the same phase; none where no stage names one."""
    if not any(head.stage.phase for head in heads):
        return ()
    bands = []
    for name, group in groupby(heads, key=lambda head: head.stage.phase):
        own = list(group)
        bands.append(Phase(name, own[0].start, sum(head.span for head in own)))
    return tuple(bands)


def lane_content(holder: Holder, lane: Lane) -> Any:
    """What a lane says on a touchpoint, stage or journey; false where it says nothing."""
    if lane.is_custom:
        return holder.custom.get(lane.id, ())
    if lane.shape is LaneShape.TIMES:
        times = (holder.duration, holder.elapsed, holder.wait)
        return times if any(times) else ()
    return getattr(holder, lane.sources[0])


def lane_rows(
    found: Map, lane: Lane, across: Sequence[Column], heads: Sequence[StageHead]
) -> tuple[Row, ...]:
    """Rows of a lane; none where it is empty in the whole map.

    A stage's cell spans its columns. It shares a row with the cells of other stages' touchpoints,
    and stands in a row above where its own touchpoints fill the lane too.
    """
    if lane.shape is LaneShape.FEELING:
        return _feeling_rows(found, lane, across)
    return content_rows(found.journey, lane, lane_content, across, heads)


def content_rows(
    journey: Journey,
    lane: Lane,
    read: Callable[[Holder, Lane], Any],
    across: Sequence[Column],
    heads: Sequence[StageHead],
) -> tuple[Row, ...]:
    """Rows of what is read from a journey, its stages and its touchpoints for a lane."""
    rows: list[Row] = []
    whole = read(journey, lane)
    if whole:
        rows.append(Row(lane, (Cell(0, len(across), "journey", None, journey, whole),)))
    of_stages = {
        head.index: content
        for head in heads
        if head.stage.touchpoints and (content := read(head.stage, lane))
    }
    of_columns = [read(column.holder, lane) for column in across]
    filled = {column.stage_index for column in across if of_columns[column.index]}
    if of_stages.keys() & filled:
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
) -> Iterator[Cell]:
    for head in heads:
        if head.index in spanned and head.stage.touchpoints:
            content = of_stages.get(head.index, ())
            yield Cell(head.start, head.span, "stage", head.index, head.stage, content)
            continue
        for column in across[head.start : head.start + head.span]:
            content = of_columns[column.index]
            yield Cell(column.index, 1, "touchpoint", head.index, column.holder, content)


def _feeling_rows(found: Map, lane: Lane, across: Sequence[Column]) -> tuple[Row, ...]:
    lines = feeling_lines(found, across)
    if not lines:
        return ()
    groups = [lines] if len(lines) <= MOST_ON_ONE_CURVE else [(line,) for line in lines]
    return tuple(
        Row(
            lane,
            tuple(
                Cell(column.index, 1, "touchpoint", column.stage_index, column.holder,
                     tuple(line.feelings[column.index] for line in group))
                for column in across
            ),
            tuple(group),
        )
        for group in groups
    )  # fmt: skip


def feeling_lines(found: Map, across: Sequence[Column]) -> tuple[FeelingLine, ...]:
    """A line for each persona with feelings of its own, else one; none without any feeling."""
    names = persona_names(found)
    lines = []
    for persona in personas_of(found.journey):
        feelings = feelings_by_column(across, persona)
        if any(feelings):
            scores = [[feeling.score or 0 for feeling in moment] for moment in feelings]
            lines.append(FeelingLine(names.get(persona, persona), curve(scores), feelings))
    return tuple(lines)


def persona_names(found: Map) -> dict[str, str]:
    """First names of a map's personas by id; whole names where two share their first one."""
    short = {who.id: who.persona.name.split()[0] for who in found.personas}
    names = list(short.values())
    return {
        who.id: short[who.id] if names.count(short[who.id]) == 1 else who.persona.name
        for who in found.personas
    }
