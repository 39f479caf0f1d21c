"""The backlog of opportunities: a chart of impact and effort, then a table."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_journey.queries import Query
from mkdocs_journey.render.across.desk import Desk
from mkdocs_journey.render.across.folded import folded
from mkdocs_journey.render.across.frame import framed
from mkdocs_journey.render.across.parts import (
    channel_names,
    map_link,
    mood,
    place_link,
    ticket,
    work_list,
    work_place,
)
from mkdocs_journey.render.across.table import Cell, draw_table
from mkdocs_journey.render.across.weighing import draw_weighing
from mkdocs_journey.render.across.work import horizon, owner, pain_line, status
from mkdocs_journey.render.escape import Html, escape
from mkdocs_journey.render.insights.panel import gap
from mkdocs_journey.render.parts import level_meter
from mkdocs_journey.translations import half_up
from mkdocs_journey.views.across.listing import answer
from mkdocs_journey.views.across.opportunities import MOST, OPPORTUNITIES, rank_of
from mkdocs_journey.views.across.rows import WorkRow


def draw_opportunities(query: Query, desk: Desk) -> Html:
    """The backlog that a query asks for."""
    found = answer(OPPORTUNITIES, query, desk.overview)
    return framed(
        desk,
        found,
        lambda group: draw_table(desk, found, group, CELLS, "opportunity"),
        lead=draw_weighing(desk, found),
    )


def _rank(desk: Desk, row: WorkRow) -> Html:
    rank = rank_of(row)
    number = escape(desk.context.translator.score(half_up(rank)))
    bar = f'<span class="journey-bar" style="--v:{rank / MOST:.2f}" aria-hidden="true"></span>'
    return Html(f"<b>{number}</b>{bar}")


def _opportunity(desk: Desk, row: WorkRow) -> Html:
    text = desk.link(row.address, desk.at(row.map.path).in_link(row.work.item.text))
    return Html(f"{text}<small>{work_place(desk, row)}</small>")


def _level(desk: Desk, name: str | None) -> Html:
    if name is None:
        return gap(desk.text("missing: counts as medium"))
    return level_meter(desk.context.translator, name)


def _solves(desk: Desk, row: WorkRow) -> Html:
    if not row.solves:
        return gap(desk.text("No pain point linked"))
    return folded(desk, [pain_line(desk, pain, row.map) for pain in row.solves])


def _carried(desk: Desk, row: WorkRow) -> Html:
    return work_list(desk, row.carried_by) if row.carried_by else gap(desk.text("No action yet"))


def _channel(desk: Desk, row: WorkRow) -> Html:
    touchpoint = row.work.place.touchpoint
    return channel_names(desk, touchpoint.all_channels if touchpoint else ())


CELLS: Mapping[str, Cell[WorkRow]] = {
    "rank": _rank,
    "opportunity": _opportunity,
    "impact": lambda desk, row: _level(desk, row.work.item.impact),
    "effort": lambda desk, row: _level(desk, row.work.item.effort),
    "status": status,
    "owner": owner,
    "ticket": lambda desk, row: ticket(desk, row) or Html("–"),
    "solves": _solves,
    "carried": _carried,
    "horizon": horizon,
    "moment": lambda desk, row: place_link(desk, row.work.place, row.address),
    "feeling": lambda desk, row: mood(desk, row.work.place.score),
    "channel": _channel,
    "map": lambda desk, row: map_link(desk, row.map),
}
"""How each column is drawn."""
