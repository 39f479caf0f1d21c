"""A flow as the text of a Mermaid flowchart, for Mermaid 11 and 12."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from mkdocs_journey.render import mermaid_text
from mkdocs_journey.render.context import Context
from mkdocs_journey.render.flow_words import details_of, kind_of, link_of, name_of, way_of
from mkdocs_journey.render.inline import plain
from mkdocs_journey.render.mermaid_text import Shape
from mkdocs_journey.views.flow import END, Edge, Flow, Group, Node, NodeKind, walk

MOST_CHARACTERS = 50_000
MOST_EDGES = 500
"""Mermaid's own limits (`maxTextSize`, `maxEdges`): beyond them it draws an error."""

# Mermaid 12 lays out with ELK and in a new look unless it is told otherwise.
_HEAD = """---
config:
  layout: dagre
  look: classic
---"""

_SHAPES: Mapping[NodeKind, Shape] = {
    "audience": "stadium",
    "trigger": "flag",
    "wait": "hexagon",
    "wait_until": "hexagon",
    "if": "rhombus",
    "split": "rhombus",
    "action": "subroutine",
    "touchpoint": "rounded",
    "stage": "rounded",
    "any": "circle",
    "goto": "parallelogram",
    "end": "stadium",
}
"""Messages and steps are rectangles."""

_SAID_BY_SHAPE: frozenset[NodeKind] = frozenset({"if", "step", "touchpoint", "stage", "end"})


def flowchart(flow: Flow, context: Context, title: str, description: str) -> str | None:
    """Return the flowchart, or `None` for a flow that is too large for Mermaid to draw.

    A part of a flow would be a wrong picture, so nothing is shortened. Colours are the theme's.
    """
    # Stages that run in one row stand side by side, their moments below each other; the last of
    # them is end enough.
    is_row = flow.kind == "derived" and all(edge.way == "next" for edge in flow.edges)
    edges = [edge for edge in flow.edges if edge.end != END] if is_row else flow.edges
    if len(edges) > MOST_EDGES:
        return None
    lines = [
        _HEAD,
        "flowchart LR" if is_row else "flowchart TD",
        *_described(title, description),
        *_nodes(flow, context, is_row),
        *_arrows(flow, context, edges, _row_ends(flow) if is_row else {}),
        *_links(flow, context),
    ]
    source = "\n".join(lines) + "\n"
    # Mermaid counts as JavaScript does, in UTF-16 code units.
    return source if len(source.encode("utf-16-le")) // 2 <= MOST_CHARACTERS else None


def _described(title: str, description: str) -> list[str]:
    lines = mermaid_text.title(title), mermaid_text.description(description)
    return [f"  {line}" for line in lines if line]


def _nodes(flow: Flow, context: Context, is_row: bool) -> list[str]:
    """Nodes, those of a stage in a subgraph of their own."""
    lines = []
    for number, group in enumerate(flow.groups, 1):
        nodes = [_node(node, context) for node in walk(group.nodes) if node.is_drawn]
        if not _is_subgraph(group):
            lines += [f"  {node}" for node in nodes]
            continue
        lines.append(f"  {mermaid_text.subgraph(f'g{number}', plain(group.name))}")
        if is_row:
            lines.append("    direction TB")
        lines += [f"    {node}" for node in nodes]
        lines.append("  end")
    return lines


def _arrows(
    flow: Flow,
    context: Context,
    edges: Sequence[Edge],
    ends: Mapping[tuple[int, int], tuple[str, str]],
) -> list[str]:
    """Edges, with the flow's end before them where one leads there; `ends` renames theirs."""
    lines = []
    if any(edge.end == END for edge in edges):
        lines.append(f"  {mermaid_text.node(_id(END), _SHAPES['end'], context.text('End'))}")
    for edge in edges:
        way = way_of(context, flow.by_number[edge.start], edge)
        text = (plain(way) or None) if way else None
        start, end = ends.get((edge.start, edge.end)) or (_id(edge.start), _id(edge.end))
        lines.append(f"  {mermaid_text.edge(start, end, text, dotted=edge.is_jump)}")
    return lines


def _links(flow: Flow, context: Context) -> list[str]:
    """Where nodes lead that stand for a stage or a touchpoint."""
    links = [
        mermaid_text.click(_id(node.number), link_of(context, node))
        for node in flow.nodes
        if node.place
    ]
    return [f"  {link}" for link in links if link]


def _is_subgraph(group: Group) -> bool:
    """A stage with moments; one without any is a node itself."""
    return bool(group.name) and group.nodes[0].kind != "stage"


def _row_ends(flow: Flow) -> dict[tuple[int, int], tuple[str, str]]:
    """Ends of the edges between stages: the stages themselves.

    Mermaid lets a subgraph have a direction of its own only where no edge from outside leads to
    one of its nodes, and such an edge would cross the subgraph's name.
    """
    ids = [
        f"g{number}" if _is_subgraph(group) else _id(group.nodes[0].number)
        for number, group in enumerate(flow.groups, 1)
    ]
    return {
        (before.nodes[-1].number, after.nodes[0].number): ends
        for (before, after), ends in zip(pairwise(flow.groups), pairwise(ids), strict=True)
    }


def _node(node: Node, context: Context) -> str:
    name = name_of(context, node)
    kind = "" if node.kind in _SAID_BY_SHAPE else kind_of(context, node)
    words = [plain(word) for word in (kind, name, *details_of(context, node)) if word]
    lines = dict.fromkeys([word for word in words if word])
    shape = _SHAPES.get(node.kind, "rectangle")
    return mermaid_text.node(_id(node.number), shape, "\n".join(lines))


def _id(number: int) -> str:
    return f"n{number}"
