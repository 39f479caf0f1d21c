"""A flow as the text of a Mermaid flowchart, for Mermaid 11 and 12."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mkdocs_journey.render import mermaid_text
from mkdocs_journey.render.context import Context
from mkdocs_journey.render.flow_words import details_of, kind_of, link_of, name_of, way_of
from mkdocs_journey.render.mermaid_text import Shape
from mkdocs_journey.views.flow import END, Edge, Flow, Node, NodeKind, walk

MOST_CHARACTERS = 50_000
MOST_EDGES = 500
"""Mermaid's own limits (`maxTextSize`, `maxEdges`): beyond them it draws an error."""

# Mermaid 12 lays out with ELK and in a new look unless it is told otherwise.
_HEAD = """---
config:
  layout: dagre
  look: classic
---
flowchart TD"""

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
    if len(_edges(flow)) > MOST_EDGES:
        return None
    source = "\n".join(_lines(flow, context, title, description)) + "\n"
    # Mermaid counts as JavaScript does, in UTF-16 code units.
    return source if len(source.encode("utf-16-le")) // 2 <= MOST_CHARACTERS else None


def _lines(flow: Flow, context: Context, title: str, description: str) -> Iterator[str]:
    yield _HEAD
    for line in (mermaid_text.title(title), mermaid_text.description(description)):
        if line:
            yield f"  {line}"
    for number, group in enumerate(flow.groups, 1):
        nodes = [f"  {_node(node, context)}" for node in walk(group.nodes) if node.is_drawn]
        if group.name and group.nodes[0].kind != "stage":
            yield f"  {mermaid_text.subgraph(f'g{number}', group.name)}"
            nodes = [f"  {node}" for node in nodes] + ["  end"]
        yield from nodes
    edges = _edges(flow)
    if any(edge.end == END for edge in edges):
        yield f"  {mermaid_text.node(_id(END), _SHAPES['end'], context.text('End'))}"
    for edge in edges:
        text = way_of(context, flow.by_number[edge.start], edge) or None
        arrow = mermaid_text.edge(_id(edge.start), _id(edge.end), text, dotted=edge.is_jump)
        yield f"  {arrow}"
    for node in flow.nodes:
        if node.place and (link := mermaid_text.click(_id(node.number), link_of(context, node))):
            yield f"  {link}"


def _edges(flow: Flow) -> tuple[Edge, ...]:
    """Edges to draw: where stages simply run in a row, the last of them is end enough."""
    to_end = sum(edge.end == END for edge in flow.edges)
    if flow.kind == "derived" and to_end == 1:
        return tuple(edge for edge in flow.edges if edge.end != END)
    return flow.edges


def _node(node: Node, context: Context) -> str:
    name = name_of(context, node)
    kind = "" if node.kind in _SAID_BY_SHAPE else kind_of(context, node)
    lines = dict.fromkeys(filter(None, (kind, name, *details_of(context, node))))
    shape = _SHAPES.get(node.kind, "rectangle")
    return mermaid_text.node(_id(node.number), shape, "\n".join(lines))


def _id(number: int) -> str:
    return f"n{number}"
