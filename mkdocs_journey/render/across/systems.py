"""What each system carries, as a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mkdocs_journey.queries import Query
from mkdocs_journey.render.across.desk import Desk
from mkdocs_journey.render.across.folded import folded
from mkdocs_journey.render.across.frame import framed
from mkdocs_journey.render.across.parts import channel_names, map_link, mood, place_link
from mkdocs_journey.render.across.table import Cell, draw_table
from mkdocs_journey.render.across.words import LAYER_LABELS
from mkdocs_journey.render.escape import Html, escape
from mkdocs_journey.render.insights.panel import dotted, gap, listed
from mkdocs_journey.render.parts import hidden, icon
from mkdocs_journey.render.quantities import count_html
from mkdocs_journey.views.across.listing import answer
from mkdocs_journey.views.across.rows import MapRow, Moment
from mkdocs_journey.views.across.systems import SYSTEMS, SystemRow


def draw_systems(query: Query, desk: Desk) -> Html:
    """The systems that a query asks for."""
    found = answer(SYSTEMS, query, desk.overview)
    return framed(desk, found, lambda group: draw_table(desk, found, group, CELLS, "system"))


def _system(desk: Desk, row: SystemRow) -> Html:
    system, label = row.system, escape(row.system.label)
    named = desk.link_written(system.url, label) if system.url else label
    small = desk.context.markdown(system.description)
    return Html(f"{named}<small>{small}</small>") if small else named


def _layers(desk: Desk, row: SystemRow) -> Html:
    return listed(desk.label(LAYER_LABELS[layer]) for layer in row.layers) or Html("–")


def _moments(desk: Desk, row: SystemRow) -> Html:
    """Moments map by map, after how many they are."""
    if not row.carried:
        return gap(desk.text("Named in no journey"))
    n = len(row.carried)
    count = count_html(desk.context.translator.count("{n} touchpoint", "{n} touchpoints", n))
    return Html(f"{count}{folded(desk, [_of_map(desk, *found) for found in row.by_map])}")


def _of_map(desk: Desk, row: MapRow, moments: Sequence[Moment]) -> Html:
    names = dotted(_moment(desk, moment) for moment in moments)
    return Html(f"{map_link(desk, row)}<small>{names}</small>")


def _moment(desk: Desk, moment: Moment) -> Html:
    name = place_link(desk, moment.place, moment.address)
    if not moment.column.is_moment_of_truth:
        return name
    star = icon("star", "journey-icon journey-star")
    words = hidden(f" ({desk.text('Moment of truth')})")
    return Html(f"{star}{name}{words}")


def _beside(desk: Desk, row: SystemRow) -> Html:
    return folded(desk, [escape(other.system.label) for other in row.beside.values()])


def _truths(desk: Desk, row: SystemRow) -> Html:
    return escape(desk.context.translator.number(row.truths)) if row.truths else Html("–")


CELLS: Mapping[str, Cell[SystemRow]] = {
    "system": _system,
    "layer": _layers,
    "moments": _moments,
    "truths": _truths,
    "feeling": lambda desk, row: mood(desk, row.feeling),
    "owner": lambda desk, row: (
        desk.context.markdown(row.system.owner) or gap(desk.text("No owner"))
    ),
    "beside": _beside,
    "journeys": lambda desk, row: folded(desk, [map_link(desk, found) for found, _ in row.by_map]),
    "channel": lambda desk, row: channel_names(desk, row.channels),
}
"""How each column is drawn."""
