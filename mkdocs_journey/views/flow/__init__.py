"""The flow of a map: how a campaign or a process runs, or else the stages in their order."""

from __future__ import annotations

from mkdocs_journey.atlas import Map
from mkdocs_journey.views.flow.derived import derived
from mkdocs_journey.views.flow.nodes import (
    END,
    Branch,
    Edge,
    Flow,
    FlowKind,
    Group,
    Node,
    NodeKind,
    Place,
    Way,
    walk,
)
from mkdocs_journey.views.flow.written import written

__all__ = [
    "END",
    "Branch",
    "Edge",
    "Flow",
    "FlowKind",
    "Group",
    "Node",
    "NodeKind",
    "Place",
    "Way",
    "flow",
    "walk",
]


def flow(map: Map) -> Flow:
    """The flow that a map writes, or the one that its stages make.

    References that lead nowhere stay as they were written: checks report them, the view draws the
    rest. Time and memory grow with the map's text; the reader bounds how deep blocks may nest.
    """
    if not map.journey.flow:
        return Flow("derived", derived(map.journey))
    nodes = written(map.journey)
    return Flow(_kind(nodes), (Group(nodes),))


def _kind(nodes: tuple[Node, ...]) -> FlowKind:
    """A campaign is named for what it starts from; a flow without an audience is a process."""
    first = next((node for node in walk(nodes) if node.kind in ("audience", "trigger")), None)
    if first is None:
        return "process"
    return "segment-based campaign" if first.form == "segment" else "trigger-based campaign"
