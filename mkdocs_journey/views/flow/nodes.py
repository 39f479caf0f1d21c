"""What a flow is made of: one value that is a tree for reading and a graph for drawing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple, TypeAlias

from mkdocs_journey.model.flow import BlockKind
from mkdocs_journey.values.times import Date, Duration

FlowKind: TypeAlias = Literal["segment-based campaign", "trigger-based campaign", "process",
                              "derived"]  # fmt: skip
NodeKind: TypeAlias = BlockKind | Literal["any", "stage"]
"""A block's kind; `any` for several audiences or triggers of which one is enough; `stage` for a
stage without touchpoints."""
Way: TypeAlias = Literal["next", "yes", "no", "share", "or", "path"]

END = 0
"""Where an edge leads that leaves the flow: nodes are numbered from 1."""


class Edge(NamedTuple):
    """One way from a node to the one that comes next."""

    start: int
    end: int
    """Number of the next node, or `END`."""
    way: Way = "next"
    share: float | None = None
    """Part of 1 that goes this way out of a split, where it was written."""
    paths: tuple[str, ...] = ()
    """Labels of the map's paths that run here, where not all of them do."""
    is_jump: bool = False
    """A `goto` leads here, not the order of the blocks."""


class Place(NamedTuple):
    """The stage or touchpoint of the map that a node stands for."""

    stage: str
    touchpoint: str | None
    """`None` for a stage without touchpoints."""


@dataclass(frozen=True, slots=True)
class Branch:
    """One way out of a node, with the nodes on it."""

    way: Way
    share: float | None
    nodes: tuple[Node, ...]
    onward: Edge | None
    """How its end goes on behind the branches; `None` where its last node says that itself: it
    ends, jumps or branches."""


class Node(NamedTuple):
    """One block of the flow."""

    number: int
    """Place in the order of writing, from 1."""
    kind: NodeKind
    name: str = ""
    """What it is called, a condition, or a `goto`'s target as it was written; literal text."""
    owner: str = ""
    channel: str = ""
    """Id of the channel, where the block or its touchpoint says one."""
    place: Place | None = None
    paths: tuple[str, ...] = ()
    """Labels of the map's paths that its touchpoint lies on; empty for all."""
    exits: tuple[Edge, ...] = ()
    """Ways on; none after an `end`, or a `goto` to a block that is not there."""
    form: str = ""
    """Of an audience, a trigger or an action: which one, such as `record` or `create_lead`."""
    content: str = ""
    """What a message says."""
    time: Duration | Date | None = None
    """How long or until when it waits; of an `if` the time-out."""
    branches: tuple[Branch, ...] = ()

    @property
    def is_drawn(self) -> bool:
        """Part of the graph: a `goto` that leads somewhere is an edge there, not a node."""
        return self.kind != "goto" or not self.exits


class Group(NamedTuple):
    """Nodes that stand together."""

    nodes: tuple[Node, ...]
    name: str = ""
    """Name of the stage in a derived flow; empty for a flow that was written."""
    stage: str = ""
    """Id of that stage."""


@dataclass(frozen=True)
class Flow:
    """How a campaign, a process or the stages run."""

    kind: FlowKind
    groups: tuple[Group, ...]
    """Stages of a derived flow; all nodes in one of a flow that was written."""

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """Every node in the order of writing, those of branches after the node that branches."""
        return tuple([node for group in self.groups for node in walk(group.nodes)])

    @cached_property
    def by_number(self) -> dict[int, Node]:
        """Every node by its number."""
        return {node.number: node for node in self.nodes}

    @cached_property
    def edges(self) -> tuple[Edge, ...]:
        """Every edge between the nodes that are drawn, in the order of their starts."""
        return tuple([edge for node in self.nodes if node.is_drawn for edge in node.exits])


def walk(nodes: Iterable[Node]) -> list[Node]:
    """Nodes and those of their branches, in the order of writing."""
    found: list[Node] = []
    waiting = [*nodes][::-1]
    while waiting:
        node = waiting.pop()
        found.append(node)
        if node.branches:
            inner = [inner for branch in node.branches for inner in branch.nodes]
            waiting += reversed(inner)
    return found
