"""The improvement plan of a whole site as a table."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_journey.queries import Query
from mkdocs_journey.render.across.desk import Desk
from mkdocs_journey.render.across.folded import folded
from mkdocs_journey.render.across.frame import framed
from mkdocs_journey.render.across.parts import map_link, ticket
from mkdocs_journey.render.across.table import Cell, draw_table
from mkdocs_journey.render.across.work import horizon, opportunity_line, owner, pain_line, status
from mkdocs_journey.render.escape import Html
from mkdocs_journey.render.insights.panel import gap, warning
from mkdocs_journey.render.parts import level_meter
from mkdocs_journey.render.quantities import date_html
from mkdocs_journey.views.across.actions import ACTIONS, carried_out
from mkdocs_journey.views.across.listing import answer
from mkdocs_journey.views.across.rows import WorkRow


def draw_actions(query: Query, desk: Desk) -> Html:
    """The plan that a query asks for."""
    found = answer(ACTIONS, query, desk.overview)
    return framed(desk, found, lambda group: draw_table(desk, found, group, CELLS, "action"))


def _due(desk: Desk, row: WorkRow) -> Html:
    due = getattr(row.work.item, "due", None)
    if due is None:
        return gap(desk.text("No date"))
    day = Html(date_html(desk.context.translator, due))
    if not row.work.is_overdue:
        return day
    return Html(f"{day}<small>{warning(desk.text('overdue'))}</small>")


def _action(desk: Desk, row: WorkRow) -> Html:
    text = desk.link(row.address, desk.at(row.map.path).in_link(row.work.item.text))
    return Html(f"{text}<small>{map_link(desk, row.map)}</small>")


def _solves(desk: Desk, row: WorkRow) -> Html:
    ideas = [opportunity_line(desk, idea) for idea in carried_out(row)]
    pains = [pain_line(desk, pain, row.map) for pain in row.solves]
    if not ideas and not pains:
        return gap(desk.text("No pain point linked"))
    return folded(desk, [*ideas, *pains])


CELLS: Mapping[str, Cell[WorkRow]] = {
    "due": _due,
    "action": _action,
    "status": status,
    "owner": owner,
    "solves": _solves,
    "ticket": lambda desk, row: ticket(desk, row) or Html("–"),
    "impact": lambda desk, row: level_meter(desk.context.translator, row.work.item.impact),
    "effort": lambda desk, row: level_meter(desk.context.translator, row.work.item.effort),
    "horizon": horizon,
    "map": lambda desk, row: map_link(desk, row.map),
}
"""How each column is drawn."""
