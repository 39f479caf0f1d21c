"""Stages of lifecycles as a table."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_journey.queries import Query
from mkdocs_journey.render.across.desk import Desk
from mkdocs_journey.render.across.frame import framed
from mkdocs_journey.render.across.parts import map_link, mood, place_link
from mkdocs_journey.render.across.table import Cell, draw_table
from mkdocs_journey.render.escape import Html, escape, join
from mkdocs_journey.render.insights.alerts import crossing
from mkdocs_journey.render.insights.lifecycle import change_mark
from mkdocs_journey.render.insights.panel import dotted, fill, gap, tag
from mkdocs_journey.render.parts import hidden, icon
from mkdocs_journey.render.table import PHASE_LABELS
from mkdocs_journey.translations import half_up
from mkdocs_journey.views.across.lifecycle import LIFECYCLE, StageRow
from mkdocs_journey.views.across.listing import answer
from mkdocs_journey.views.across.rows import WorkRow, address_of
from mkdocs_journey.views.insights.alerts import Watch
from mkdocs_journey.views.insights.lifecycle import Readiness

_NONE = Html("–")


def draw_lifecycle(query: Query, desk: Desk) -> Html:
    """The stages that a query asks for."""
    found = answer(LIFECYCLE, query, desk.overview)
    return framed(desk, found, lambda group: draw_table(desk, found, group, CELLS, "stage"))


def _stage(desk: Desk, row: StageRow) -> Html:
    text = desk.at(row.map.path).in_link
    segments = dotted(text(name) for name in row.map.found.journey.all_segments)
    small = dotted((map_link(desk, row.map), segments))
    return Html(f"{place_link(desk, row.place, row.address)}<small>{small}</small>")


def _health(desk: Desk, row: StageRow) -> Html:
    if row.health is None:
        return gap(desk.text("no data"))
    number = escape(desk.context.translator.number(half_up(row.health.value)))
    share = min(1.0, max(0.0, row.health.value / 100))
    drawn = f"<b>{number}</b>{hidden(' ' + desk.text('of 100'))}"
    drawn += f'<span class="journey-bar" style="--v:{share:.2f}" aria-hidden="true"></span>'
    if row.health.place.touchpoint is not None:
        place = row.health.place
        link = place_link(desk, place, address_of(row.map.path, place))
        drawn += f"<small>{link}</small>"
    return Html(drawn)


def _checkpoint(desk: Desk, row: StageRow) -> Html:
    if row.rung is None:
        return _NONE
    number, context = desk.context.translator.number, desk.at(row.map.path)
    met = desk.text("{n} of {all} met", n=number(row.rung.met), all=number(len(row.rung.criteria)))
    stop = f" {tag(desk.text('Blocks here'), 'gone')}" if row.blocks else ""
    missing = join((context.markdown(criterion.text) for criterion in row.rung.missing), "; ")
    small = f"<small>{desk.label('Missing:')} {missing}</small>" if missing else ""
    sign = icon("check") if row.rung.is_passed else ""
    return Html(f'<span class="journey-with-icon">{sign}<b>{escape(met)}</b></span>{stop}{small}')


def _alerts(desk: Desk, row: StageRow) -> Html:
    items = join(Html(f"<li>{_watch(desk, row, watch)}</li>") for watch in row.crossed)
    if items:
        return Html(f'<ul class="journey-plain journey-list">{items}</ul>')
    return desk.label("Quiet") if row.watches else _NONE


def _watch(desk: Desk, row: StageRow, watch: Watch) -> Html:
    context = desk.at(row.map.path)
    tone = "warning" if watch.is_warning else "delta--pos"
    state = desk.text("Crossed" if watch.is_warning else "Reached")
    who = (
        fill(desk.text("tell {who}"), who=context.markdown(watch.alert.notify))
        if watch.alert.notify
        else Html("")
    )
    small = dotted((context.markdown(watch.alert.then), who))
    return Html(
        f'<b class="journey-{tone}">{escape(state)}:</b> {crossing(watch, context)}'
        f"{f'<small>{small}</small>' if small else ''}"
    )


def _ready(desk: Desk, row: StageRow) -> Html:
    return join((_readiness(desk, row, item) for item in row.ready), " ") or _NONE


def _readiness(desk: Desk, row: StageRow, item: Readiness) -> Html:
    state = desk.text("Ready" if item.is_ready else "Held back")
    context = desk.at(row.map.path)
    offers = join(
        Html(
            f"<li>{desk.link(WorkRow(row.map, work).address, context.in_link(work.item.text))}</li>"
        )
        for work in item.offers
    )
    listed = f'<ul class="journey-plain journey-list">{offers}</ul>' if offers else ""
    return Html(f"{tag(state, 'new' if item.is_ready else 'gone')}{listed}")


def _phase(desk: Desk, row: StageRow) -> Html:
    phase = row.place.stage.phase if row.place.stage else None
    return desk.label(PHASE_LABELS[phase]) if phase else _NONE


CELLS: Mapping[str, Cell[StageRow]] = {
    "stage": _stage,
    "health": _health,
    "change": lambda desk, row: change_mark(row.change, desk.context),
    "checkpoint": _checkpoint,
    "alerts": _alerts,
    "ready": _ready,
    "phase": _phase,
    "segment": lambda desk, row: dotted(
        desk.at(row.map.path).in_link(name) for name in row.map.found.journey.all_segments
    ),
    "persona": lambda desk, row: dotted(
        desk.at(row.map.path).in_link(who.persona.name) for who in row.map.found.personas
    ),
    "feeling": lambda desk, row: mood(desk, row.place.score),
    "map": lambda desk, row: map_link(desk, row.map),
}
"""How each column is drawn."""
