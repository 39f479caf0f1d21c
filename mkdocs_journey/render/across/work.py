"""Cells on opportunities and actions, which several views show."""

from __future__ import annotations

from mkdocs_journey.render.across.desk import Desk
from mkdocs_journey.render.across.parts import map_link
from mkdocs_journey.render.escape import Html, escape
from mkdocs_journey.render.insights.panel import dotted, gap
from mkdocs_journey.render.parts import severity, work_status
from mkdocs_journey.views.across.rows import MapRow, PainRow, WorkRow


def owner(desk: Desk, row: WorkRow) -> Html:
    """Who answers for a piece of work; words where nobody does."""
    return desk.at(row.map.path).markdown(row.work.item.owner) or gap(desk.text("No owner"))


def status(desk: Desk, row: WorkRow) -> Html:
    """How far a piece of work has come."""
    name = row.work.item.status
    return work_status(desk.context.translator, name) if name else Html("–")


def horizon(desk: Desk, row: WorkRow) -> Html:
    """When it is meant for, in the team's words."""
    return desk.at(row.map.path).markdown(row.work.item.horizon) or Html("–")


def pain_line(desk: Desk, row: PainRow, reader: MapRow) -> Html:
    """A pain by its key and text, linked; with its map where `reader` is another one."""
    text = _keyed(desk, row.map, "P", row.spot.number, row.spot.pain.text)
    elsewhere = map_link(desk, row.map) if row.map.path != reader.path else Html("")
    small = dotted((severity(desk.context.translator, row.spot.severity), elsewhere))
    return Html(f"{desk.link(row.address, text)}<small>{small}</small>")


def opportunity_line(desk: Desk, row: WorkRow) -> Html:
    """An opportunity by its key and text, linked."""
    text = _keyed(desk, row.map, "O", row.work.number or 0, row.work.item.text)
    return desk.link(row.address, text)


def _keyed(desk: Desk, row: MapRow, kind: str, number: int, text: str) -> Html:
    said = desk.at(row.path).in_link(text)
    return Html(f'<span class="journey-key">{escape(f"{kind}{number}")}</span> {said}')
