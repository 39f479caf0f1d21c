"""The backlog of pains as a table."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_journey.queries import Query
from mkdocs_journey.render.across.desk import Desk
from mkdocs_journey.render.across.frame import framed
from mkdocs_journey.render.across.parts import (
    channel_names,
    map_link,
    mood,
    place_link,
    placed_pain,
    source_list,
    work_list,
)
from mkdocs_journey.render.across.table import Cell, draw_table
from mkdocs_journey.render.across.words import WHO_LABELS
from mkdocs_journey.render.escape import Html, escape
from mkdocs_journey.render.parts import severity
from mkdocs_journey.translations import half_up
from mkdocs_journey.views.across.listing import answer
from mkdocs_journey.views.across.pains import PAINS, sources_of
from mkdocs_journey.views.across.rows import PainRow


def draw_pains(query: Query, desk: Desk) -> Html:
    """The backlog that a query asks for."""
    found = answer(PAINS, query, desk.overview)
    return framed(desk, found, lambda group: draw_table(desk, found, group, CELLS, "pain"))


def _rank(desk: Desk, row: PainRow) -> Html:
    number = escape(desk.context.translator.number(half_up(row.spot.score)))
    share = row.spot.score / 20
    bar = f'<span class="journey-bar" style="--v:{share:.2f}" aria-hidden="true"></span>'
    return Html(f"<b>{number}</b>{bar}")


def _severity(desk: Desk, row: PainRow) -> Html:
    badge = severity(desk.context.translator, row.spot.severity)
    if not row.spot.lacks_severity:
        return badge
    return Html(f"{badge}<small>{desk.label('no severity: counts as medium')}</small>")


def _frequency(desk: Desk, row: PainRow) -> Html:
    if row.spot.share is not None:
        return escape(desk.context.translator.percent(row.spot.share))
    return desk.at(row.map.path).markdown(str(row.spot.pain.frequency or ""))


def _who(desk: Desk, row: PainRow) -> Html:
    return desk.label(WHO_LABELS[row.spot.pain.who]) if row.spot.pain.who else Html("–")


def _channel(desk: Desk, row: PainRow) -> Html:
    touchpoint = row.spot.place.touchpoint
    return channel_names(desk, touchpoint.all_channels if touchpoint else ())


CELLS: Mapping[str, Cell[PainRow]] = {
    "rank": _rank,
    "pain": placed_pain,
    "severity": _severity,
    "moment": lambda desk, row: place_link(desk, row.spot.place, row.moment_address),
    "evidence": lambda desk, row: source_list(desk, row.map, sources_of(row)),
    "work": lambda desk, row: work_list(desk, row.works),
    "feeling": lambda desk, row: mood(desk, row.spot.feeling),
    "frequency": _frequency,
    "who": _who,
    "channel": _channel,
    "map": lambda desk, row: map_link(desk, row.map),
}
"""How each column is drawn."""
