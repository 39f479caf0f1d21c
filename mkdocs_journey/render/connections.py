"""Connections of a blueprint's cards: arrows to neighbours, rails in the gutters, numbers."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_journey.render.context import Context
from mkdocs_journey.render.escape import escape
from mkdocs_journey.render.inline import plain
from mkdocs_journey.views.blueprint import LayerCell
from mkdocs_journey.views.columns import Column
from mkdocs_journey.views.connections import RailEnd, Reference
from mkdocs_journey.views.layout import Cell
from mkdocs_journey.views.wires import Link

_WAYS = {"to": "→", "from": "←", "both": "↔"}


def draw_arrow(context: Context, columns: Sequence[Column], arrow: Link | None, where: str) -> str:
    """A line to a neighbour in words: what it hands over, and a link to the neighbour.

    The link is for who does not see the line: on a narrow screen there is none.
    """
    if arrow is None:
        return ""
    label = f'<span class="journey-wire__label">{context.markdown(arrow.label)}</span> '
    label = label if arrow.label else ""
    other = _named_link(context, columns, arrow)
    return f'<span class="journey-wire journey-wire--{where}">{label}{other}</span>'


def draw_neighbours(context: Context, columns: Sequence[Column], links: Sequence[Link]) -> str:
    """Links to the neighbours whose lines lead here or come from here, for who sees no line."""
    others = (_named_link(context, columns, link) for link in links)
    return "".join(
        f'<span class="journey-wire journey-wire--rail">{other}</span>' for other in others
    )


def draw_references(
    context: Context, columns: Sequence[Column], references: Sequence[Reference]
) -> str:
    """Numbers of long connections, with the other ends' names for who cannot follow a number.

    On a narrow screen the names are shown, for the same number may stand pages away.
    """
    drawn = ""
    for reference in references:
        label = context.in_link(reference.link.label) if reference.link.label else ""
        number = f'<span class="journey-ref__n">{reference.number}</span>'
        name = f'<span class="journey-ref__name" aria-hidden="true">{_name(reference.link)}</span>'
        after = f" {label} {name}" if label else f" {name}"
        drawn += _link(context, columns, reference.link, "", number, after)
    return drawn


def draw_rails(
    context: Context, columns: Sequence[Column], cell: Cell, ends: Sequence[RailEnd]
) -> str:
    """Rails at a card: where they leave it, what they are called, and a link to the other end.

    The link is for who does not see the rail: on a narrow screen there is none to follow.
    """
    drawn = ""
    for end in ends:
        stub, link = end.stub, end.link
        head = " is-head" if link.way != "to" else ""
        style = f"--p:{stub.port};{_place(columns, cell, stub.gutter, stub.track)}"
        drawn += (
            f'<span class="journey-rail journey-rail--{stub.side} is-{stub.towards}{head}" '
            f'style="{style}"{_depends(cell, stub.columns)}></span>'
        )
        label = ""
        if link.label:
            way = stub.towards + (" is-both" if link.way == "both" else "")
            label = (
                f'<span class="journey-wire__label is-{way}">{context.markdown(link.label)}</span> '
            )
        other = _named_link(context, columns, link)
        drawn += f'<span class="journey-wire journey-wire--rail">{label}{other}</span>'
    return drawn


def draw_segments(columns: Sequence[Column], layer: LayerCell) -> str:
    """Parts of rails that run through a cell."""
    return "".join(
        f'<span class="journey-rail journey-rail--{"bar" if segment.is_bar else "through"}" '
        f'style="{_place(columns, layer.cell, segment.gutter, segment.track)}"'
        f"{_depends(layer.cell, segment.columns)}></span>"
        for segment in layer.segments
    )


def draw_flow(layer: LayerCell) -> str:
    """Lines of the columns through an empty cell that spans them."""
    cell = layer.cell
    return "".join(
        '<span class="journey-rail journey-rail--flow" '
        f'style="--f:{2 * (column - cell.start) + 1}/{2 * cell.span}"'
        f"{_depends(cell, (column,))}></span>"
        for column in layer.through
    )


def _depends(cell: Cell, on: Sequence[int]) -> str:
    """Attribute: columns with which a rail's part is hidden, unless its cell alone says so."""
    if not on or (cell.span == 1 and tuple(on) == (cell.start,)):
        return ""
    return f' data-columns="{" ".join(map(str, on))}"'


def _place(columns: Sequence[Column], cell: Cell, gutter: int, track: int) -> str:
    """Custom properties: track, share of the cell before the gutter, width of the stage's edge."""
    place = f"--t:{track}"
    if cell.start < gutter < cell.start + cell.span:
        place += f";--f:{gutter - cell.start}/{cell.span}"
    if gutter < len(columns) and columns[gutter].is_first:
        place += ";--edge-w:1px"
    return place


def _named_link(context: Context, columns: Sequence[Column], link: Link) -> str:
    """Link to the other end of a line, by its name; on a wide screen only the keyboard finds it."""
    name = f' <span aria-hidden="true">{_name(link)}</span>'
    return _link(context, columns, link, " journey-ref--rail", "", name)


def _name(link: Link) -> str:
    return escape(plain(link.name))


def _link(
    context: Context, columns: Sequence[Column], link: Link, name: str, before: str, after: str
) -> str:
    """Link to the other end of a connection, which says where it leads."""
    if link.card:
        anchor = context.anchors.part(f"card.{link.card}")
    else:
        anchor = _column_anchor(context, columns[link.column])
    said = {
        "to": context.text("leads to {name}", name=plain(link.name)),
        "from": context.text("comes from {name}", name=plain(link.name)),
        "both": context.text("both ways with {name}", name=plain(link.name)),
    }[link.way]
    return (
        f'<a class="journey-ref{name}" href="#{escape(anchor)}" title="{escape(said)}">{before}'
        f'<span aria-hidden="true">{_WAYS[link.way]}</span>{after}'
        f'<span class="journey-sr"> {escape(said)}</span></a>'
    )


def _column_anchor(context: Context, column: Column) -> str:
    if column.touchpoint is None:
        return context.anchors.stage(column.stage.id)
    return context.anchors.touchpoint(column.stage.id, column.touchpoint.id)
