"""What a map says about each moment, and where it is blank."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from enum import StrEnum

from mkdocs_journey.catalog import Catalog
from mkdocs_journey.lanes import LANES, Lane, blueprint_lanes
from mkdocs_journey.model import Journey
from mkdocs_journey.views.columns import Column, Holder
from mkdocs_journey.views.grid import grid_lanes
from mkdocs_journey.views.insights.numbers import scores
from mkdocs_journey.views.insights.places import scored

ASKED = frozenset({"doing", "thinking", "feeling", "pains", "opportunities"})
"""Lanes that a map is asked for, also where all of a lane is blank: what the customer does, thinks
and feels, what hurts, and what could be better."""

OF_STAGES = frozenset({"goal", "health", "checkpoint"})
"""Lanes that belong to stages: no touchpoint lacks them."""

OF_WHERE_WRITTEN = frozenset({"feeling", "image", "links", "metrics"})
"""Lanes that say nothing about every moment where they stand on the whole map."""


_TIMES = frozenset({"duration", "elapsed", "wait"})
_LANES = frozenset(LANES)


class Filled(StrEnum):
    """Whether a lane says something about a moment."""

    HERE = "here"
    STAGE = "stage"
    """Its stage or the whole map says it for all its moments."""
    BLANK = "blank"


_HERE, _STAGE, _BLANK = Filled


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One lane along the map."""

    lane: Lane
    cells: tuple[Filled, ...]
    """One a column."""

    @property
    def count(self) -> int:
        """Moments that the lane says something about."""
        return len(self.cells) - self.cells.count(_BLANK)


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
    whole = said_on(journey) - OF_WHERE_WRITTEN
    above = [whole | said_on(stage) for stage in journey.stages]
    moments = [(said_on(column.holder), above[column.stage_index]) for column in columns]
    asked = frozenset(journey.lanes) or ASKED
    wanted = asked.union(*above, *[own for own, _ in moments])
    rows = [
        CoverageRow(lane, _cells(moments, lane.id))
        for lane in _lanes(journey, catalog)
        if lane.id in wanted
    ]
    return Coverage(tuple(columns), tuple(rows))


def _cells(moments: Sequence[tuple[Set[str], Set[str]]], lane_id: str) -> tuple[Filled, ...]:
    """What a lane says of each moment, by what is said there and what above it."""
    return tuple(
        [_HERE if lane_id in own else _STAGE if lane_id in above else _BLANK
         for own, above in moments]
    )  # fmt: skip


def _lanes(journey: Journey, catalog: Catalog) -> list[Lane]:
    lanes = {lane.id: lane for lane in (*grid_lanes(journey, catalog), *blueprint_lanes())}
    return [lane for lane_id, lane in lanes.items() if lane_id not in OF_STAGES]


def said_on(holder: Holder) -> set[str]:
    """Ids of the lanes that say something on a holder; neither a metric without a value does, nor
    a survey without an answer."""
    # All that is written at once: a map asks for many lanes, and most moments fill few.
    written = vars(holder)
    said = set(_LANES.intersection(written))
    if custom := written.get("custom"):
        said |= {lane_id for lane_id, cards in custom.items() if cards and lane_id not in LANES}
    if not _TIMES.isdisjoint(written):
        said.add("times")
    if "feeling" in said and not scored(holder):
        said.remove("feeling")
    if "metrics" in said and all(metric.value is None for metric in holder.metrics.values()):
        said.remove("metrics")
    if (feedback := written.get("feedback")) and scores(feedback):
        said.add("metrics")
    return said
