"""What a map says about each moment, and where it is blank."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from mkdocs_journey.catalog import Catalog
from mkdocs_journey.lanes import Lane, blueprint_lanes
from mkdocs_journey.model import Journey, Touchpoint
from mkdocs_journey.views.columns import Column, Holder
from mkdocs_journey.views.grid import grid_lanes, lane_content
from mkdocs_journey.views.insights.numbers import scores
from mkdocs_journey.views.insights.places import scored

ASKED = frozenset({"doing", "thinking", "feeling", "pains", "opportunities"})
"""Lanes that a map is asked for, also where all of a lane is blank: what the customer does, thinks
and feels, what hurts, and what could be better."""

OF_STAGES = frozenset({"goal", "health", "checkpoint"})
"""Lanes that belong to stages: no touchpoint lacks them."""

OF_WHERE_WRITTEN = frozenset({"feeling", "image", "links", "metrics"})
"""Lanes that say nothing about every moment where they stand on the whole map."""


class Filled(StrEnum):
    """Whether a lane says something about a moment."""

    HERE = "here"
    STAGE = "stage"
    """Its stage or the whole map says it for all its moments."""
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One lane along the map."""

    lane: Lane
    cells: tuple[Filled, ...]
    """One a column."""

    @property
    def count(self) -> int:
        """Moments that the lane says something about."""
        return sum(cell is not Filled.BLANK for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Coverage:
    """Lanes × moments."""

    columns: tuple[Column, ...]
    rows: tuple[CoverageRow, ...]

    @property
    def share(self) -> float:
        """Share of filled cells, 0 to 1."""
        cells = len(self.rows) * len(self.columns)
        return sum(row.count for row in self.rows) / cells if cells else 0.0


def coverage(journey: Journey, columns: Sequence[Column], catalog: Catalog) -> Coverage:
    """Coverage of a map's lanes; one that is blank everywhere counts only where it is asked for.

    A map that names its lanes asks for these, another one for `ASKED`.
    """
    rows = (
        CoverageRow(lane, tuple(_filled(journey, columns, lane)))
        for lane in _lanes(journey, catalog)
    )
    asked = set(journey.lanes) or ASKED
    return Coverage(tuple(columns), tuple(row for row in rows if row.count or row.lane.id in asked))


def _lanes(journey: Journey, catalog: Catalog) -> list[Lane]:
    lanes = {lane.id: lane for lane in (*grid_lanes(journey, catalog), *blueprint_lanes())}
    return [lane for lane_id, lane in lanes.items() if lane_id not in OF_STAGES]


def _filled(journey: Journey, columns: Sequence[Column], lane: Lane) -> Iterator[Filled]:
    whole = lane.id not in OF_WHERE_WRITTEN and has(journey, lane)
    stages = [whole or has(stage, lane) for stage in journey.stages]
    for column in columns:
        if has(column.holder, lane):
            yield Filled.HERE
        else:
            yield Filled.STAGE if stages[column.stage_index] else Filled.BLANK


def has(holder: Holder, lane: Lane) -> bool:
    """Whether a holder's lane says something; neither a metric without a value does, nor a survey
    without an answer."""
    if lane.id == "feeling":
        return bool(scored(holder))
    if lane.id == "metrics":
        feedback = holder.feedback if isinstance(holder, Touchpoint) else None
        is_counted = feedback is not None and bool(scores(feedback))
        return is_counted or any(metric.value is not None for metric in holder.metrics.values())
    return bool(lane_content(holder, lane))
