"""The service blueprint as an HTML table: layers, the lines between them, arrows and times."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from mkdocs_journey.atlas import Map
from mkdocs_journey.lanes import Lane
from mkdocs_journey.render.cells import draw_actor, draw_flags, draw_times, time_labels
from mkdocs_journey.render.connections import (
    draw_arrow,
    draw_flow,
    draw_neighbours,
    draw_rails,
    draw_references,
    draw_segments,
)
from mkdocs_journey.render.context import Context
from mkdocs_journey.render.escape import Html, escape
from mkdocs_journey.render.grid import draw_feeling_rows, draw_row
from mkdocs_journey.render.inline import plain
from mkdocs_journey.render.parts import icon
from mkdocs_journey.render.quantities import amount_html, duration_text, sum_text
from mkdocs_journey.render.rows import Rows, cell_attributes
from mkdocs_journey.render.sheet import Sheet, href_of
from mkdocs_journey.render.table import (
    Head,
    draw_head,
    draw_lane_head,
    draw_table,
    nothing_shown,
)
from mkdocs_journey.values.cards import ServiceCard
from mkdocs_journey.values.times import Duration
from mkdocs_journey.views.blueprint import Blueprint, Layer, LayerCell, Step
from mkdocs_journey.views.connections import UNCONNECTED, Connected
from mkdocs_journey.views.insights.times import TimeKind

_LINES = {"frontstage": "interaction", "backstage": "visibility", "support": "internal"}


def draw_blueprint(
    sheet: Sheet, found: Map, view: Blueprint, *, is_main: bool = False
) -> Sequence[str]:
    """The whole blueprint, in parts; it holds the stages' headings only where it stands alone."""
    context = sheet.context
    cells = [cell.cell for layer in view.layers for cell in layer.cells]
    rows = Rows.of_table(2 * len(view.layers) + 5, view.columns, view.stages, cells)
    head = Head(
        view.columns, view.phases, view.stages, is_main, shows_when=True,
        paths=found.journey.paths,
    )  # fmt: skip
    content, at = [draw_head(sheet, head, rows), '<tbody role="rowgroup">'], 0
    if view.feeling is not None:
        content.append(draw_feeling_rows(sheet, view.columns, view.feeling, rows, at, compact=True))
        at += 2
    for layer in view.layers:
        if layer.line:
            line = _line(context, layer, rows, at, view)
            content.append(f'</tbody><tbody role="rowgroup">{line}')
        content.append(_layer(sheet, view, layer, rows, at + 1))
        at += 2
    content += _times(sheet, view, rows, at), "</tbody>"
    caption = context.text(
        "Service blueprint of “{title}”. Columns are touchpoints grouped by stage; rows are "
        "layers of the service.",
        title=found.title,
    )
    label = context.text("Service blueprint")
    none = context.text("No layer of the service is filled yet.")
    name = " journey-map--blueprint" + (f" journey-tracks-{view.tracks}" if view.tracks else "")
    table = draw_table(context, name, label, caption, rows, len(view.columns), content)
    return table if view.layers else (nothing_shown(none), *table)


def _line(context: Context, layer: Layer, rows: Rows, at: int, view: Blueprint) -> str:
    label = context.label(layer.line)
    kind = _LINES[layer.lane.id]
    return (
        f'<tr class="journey-line journey-line--{kind}" role="row" '
        f'style="--r:{rows.of("touchpoint", at)}">'
        f'<th scope="rowgroup" colspan="{len(view.columns) + 1}" role="rowheader">'
        f"<span>{label}</span></th></tr>"
    )


def _label(context: Context, lane: Lane) -> Html:
    return context.label(lane.blueprint_label or lane.label)


def _layer(sheet: Sheet, view: Blueprint, layer: Layer, rows: Rows, at: int) -> str:
    context = sheet.context
    label = _label(context, layer.lane)
    is_actions = layer.lane.id == "doing"
    drawn = draw_lane_head(context, layer.lane, rows=layer.rows, label=label) if layer.rows else ""
    for cell in layer.cells:
        drawn += _cell(sheet, view, cell, label, rows, at, is_actions=is_actions)
    name = "actions" if is_actions else layer.lane.id
    return draw_row(name, "", rows.of("touchpoint", at), drawn)


def _cell(
    sheet: Sheet,
    view: Blueprint,
    layer: LayerCell,
    label: Html,
    rows: Rows,
    at: int,
    *,
    is_actions: bool,
) -> str:
    cell = layer.cell
    attributes = cell_attributes(rows, cell, at, _states(layer))
    extra = ""
    if is_actions and cell.level == "touchpoint":
        extra = _fail_points(sheet, layer)
    if layer.references:
        extra += draw_references(sheet.context, view.columns, layer.references)
    steps = ""
    for step in layer.steps[:-1]:
        steps += _step(sheet, view, layer, step)
    if layer.steps:
        steps += _step(sheet, view, layer, layer.steps[-1], extra)
    elif extra:
        steps = f'<span class="journey-step__meta">{extra}</span>'
    filled = f' data-label="{label}"' if steps else ""
    lines = draw_segments(view.columns, layer) if layer.segments else ""
    if layer.through and cell.span > 1:
        lines += draw_flow(layer)
    return f"<td{attributes}{filled}>{steps}{lines}</td>"


def _states(layer: LayerCell) -> str:
    states = " is-in" if layer.is_in else ""
    if layer.is_out:
        down = layer.steps[-1].connected.down
        states += " is-out" + (f" is-{down.way}" if down and down.way != "to" else "")
    if layer.through and layer.cell.span == 1:
        states += " is-through"
    if layer.has_rails:
        states += " has-rails"
    return states + " is-next" if layer.leads_on else states


def _fail_points(sheet: Sheet, layer: LayerCell) -> str:
    """Keys of a moment's pains: there the service fails its customers."""
    pains = sheet.pains_of(layer.cell.holder)
    if not pains:
        return ""
    context = sheet.context
    links = " ".join(
        [
            f'<a href="#{escape(context.anchors.pain(pain.number))}" '
            f'title="{escape(plain(pain.item.text))}">P{pain.number}</a>'
            for pain in pains
        ]
    )
    word = context.label("Fail point")
    return (
        f'<span class="journey-fail">{icon("fail")}<span class="journey-sr">{word}: </span>'
        f"{links}</span>"
    )


def _step(sheet: Sheet, view: Blueprint, layer: LayerCell, step: Step, extra: str = "") -> str:
    context, card, connected = sheet.context, step.card, step.connected
    text = context.markdown(card.text)
    if len(card.__dict__) == 1 and connected is UNCONNECTED:  # the text alone, as of most cards
        meta = f'<span class="journey-step__meta">{extra}</span>' if extra else ""
        return f'<div class="journey-step">{text}{meta}</div>'
    cites = sheet.cite(card.sources) if card.sources else ""
    note = f'<small class="journey-note">{context.markdown(card.note)}</small>' if card.note else ""
    meta = _service_facts(context, card) if isinstance(card, ServiceCard) else ""
    meta += draw_flags(context, card)
    side = room = lines = ""
    if connected is not UNCONNECTED:
        meta += draw_references(context, view.columns, connected.references)
        side, room, lines = _wiring(sheet, view, layer, connected)
    meta += extra
    meta = f'<span class="journey-step__meta">{meta}</span>' if meta else ""
    anchor = f' id="{escape(context.anchors.part(f"card.{card.id}"))}"' if card.id else ""
    return (
        f'<div class="journey-step{side}"{anchor}{room}>{draw_actor(context, card)}'
        f"{text}{cites}{note}{meta}{lines}</div>"
    )


def _wiring(
    sheet: Sheet, view: Blueprint, layer: LayerCell, connected: Connected
) -> tuple[str, str, str]:
    """What connections add to a card: a class, room at its edge for lines, and words of each."""
    context, across = sheet.context, view.columns
    right, down, rails = connected.right, connected.down, connected.rails
    ports = max((rail.stub.port + 1 for rail in rails), default=0)
    return (
        f" journey-step--{right.way}" if right else "",
        f' style="--ports:{ports}"' if ports else "",
        f"{draw_arrow(context, across, right, 'right')}{draw_arrow(context, across, down, 'down')}"
        f"{draw_neighbours(context, across, connected.neighbours)}"
        f"{draw_rails(context, across, layer.cell, rails)}",
    )


def _service_facts(context: Context, card: ServiceCard) -> str:
    """System, owner, duration and wait of a service card."""
    facts = ""
    if card.system:
        system = context.catalog.systems.get(card.system)
        name = system.label if system else card.system
        if name != card.text:
            href = href_of(context, system.url) if system and system.url else None
            label = f'<a href="{escape(href)}">{escape(name)}</a>' if href else escape(name)
            facts += f'<span class="journey-with-icon">{icon("support")}{label}</span>'
    if card.owner:
        facts += (
            f'<span class="journey-with-icon">{icon("persona")}<span class="journey-sr">'
            f"{context.label('Owner')} </span>{context.markdown(card.owner)}</span>"
        )
    if card.duration is not None:
        facts += _time(context, "duration", context.label("Duration"), card.duration)
    if card.wait is not None:
        facts += _time(context, "wait", context.label("Wait"), card.wait)
    return facts


def _time(context: Context, name: str, label: Html, time: Duration) -> str:
    return (
        f'<span class="journey-time journey-time--{name}">{icon(name)}'
        f'<span class="journey-sr">{label} </span>'
        f"{amount_html(duration_text(context.translator, time))}</span>"
    )


def _times(sheet: Sheet, view: Blueprint, rows: Rows, at: int) -> str:
    """Row of durations, elapsed times and waits, with their sums beside the lane's name."""
    if view.times is None:
        return ""
    context = sheet.context
    label = _label(context, view.times.lane)
    drawn = ""
    for index, row in enumerate(view.times.rows):
        head = ""
        if not index:
            head = draw_lane_head(
                context, row.lane, rows=len(view.times.rows), label=label,
                extra=_totals(context, view),
            )  # fmt: skip
        cells = ""
        for cell in row.cells:
            attributes = cell_attributes(rows, cell, at + index)
            filled = f' data-label="{label}"' if cell.content else ""
            times = draw_times(sheet, cell.content) if cell.content else ""
            cells += f"<td{attributes}{filled}>{times}</td>"
        drawn += draw_row(row.lane.id, "", rows.of("touchpoint", at + index), head + cells)
    return drawn


def _totals(context: Context, view: Blueprint) -> str:
    sums = ""
    for name, label in zip(get_args(TimeKind), time_labels(context), strict=True):
        if name not in view.totals:
            continue
        text = sum_text(context.translator, view.totals[name])
        sums += (
            f'<span class="journey-time journey-time--{name}">{icon(name)}<span>'
            f'<span class="journey-time__label">{escape(label)}</span> {amount_html(text)}'
            "</span></span>"
        )
    if not sums:
        return ""
    label = context.label("In all")
    return (
        f'<span class="journey-totals"><span class="journey-totals__label">{label}</span>{sums}'
        "</span>"
    )
