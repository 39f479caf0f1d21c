"""Who answers for what, as a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mkdocs_journey.queries import Query
from mkdocs_journey.render.across.desk import Desk
from mkdocs_journey.render.across.folded import folded
from mkdocs_journey.render.across.frame import framed
from mkdocs_journey.render.across.parts import due, map_link, place_link, placed_pain
from mkdocs_journey.render.across.table import Cell, draw_table
from mkdocs_journey.render.escape import Html, escape
from mkdocs_journey.render.insights.panel import dotted, gap
from mkdocs_journey.render.parts import work_status
from mkdocs_journey.views.across.listing import answer
from mkdocs_journey.views.across.owners import OWNERS, OwnerRow
from mkdocs_journey.views.across.rows import Moment, WorkRow


def draw_owners(query: Query, desk: Desk) -> Html:
    """The owners that a query asks for."""
    found = answer(OWNERS, query, desk.overview)
    return framed(desk, found, lambda group: draw_table(desk, found, group, CELLS, "owner"))


def _owner(desk: Desk, row: OwnerRow) -> Html:
    return desk.context.in_link(row.name) or gap(desk.text("No owner"))


def _moment(desk: Desk, moment: Moment) -> Html:
    place = place_link(desk, moment.place, moment.address)
    return Html(f"{place}<small>{map_link(desk, moment.map)}</small>")


def _works(desk: Desk, rows: Iterable[WorkRow]) -> Html:
    return folded(desk, [_work(desk, row) for row in rows])


def _work(desk: Desk, row: WorkRow) -> Html:
    name = row.work.item.status
    status = work_status(desk.context.translator, name) if name else Html("")
    text = desk.link(row.address, desk.at(row.map.path).in_link(row.work.item.text))
    return Html(f"{text}<small>{dotted((status, due(desk, row), map_link(desk, row.map)))}</small>")


CELLS: Mapping[str, Cell[OwnerRow]] = {
    "owner": _owner,
    "journeys": lambda desk, row: folded(desk, [map_link(desk, found) for found in row.maps]),
    "moments": lambda desk, row: folded(desk, [_moment(desk, found) for found in row.moments]),
    "systems": lambda desk, row: folded(desk, [escape(found.label) for found in row.systems]),
    "opportunities": lambda desk, row: _works(desk, row.opportunities),
    "actions": lambda desk, row: _works(desk, row.actions),
    "unanswered": lambda desk, row: folded(
        desk, [placed_pain(desk, found) for found in row.unanswered]
    ),
}
"""How each column is drawn."""
