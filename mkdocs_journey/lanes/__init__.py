"""The lanes of a map: one declaration each, from which everything about lanes is assembled."""

from __future__ import annotations

from mkdocs_journey.lanes.declaration import Lane, LaneShape
from mkdocs_journey.lanes.registry import (
    BLUEPRINT_LINES,
    LANES,
    blueprint_lanes,
    default_lanes,
    find_lane,
    lane_ids,
)
from mkdocs_journey.lanes.table import LaneFields

__all__ = [
    "BLUEPRINT_LINES",
    "LANES",
    "Lane",
    "LaneFields",
    "LaneShape",
    "blueprint_lanes",
    "default_lanes",
    "find_lane",
    "lane_ids",
]
