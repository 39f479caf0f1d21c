"""The improvement plan of a whole site: the actions of all maps, the next that are due first."""

from __future__ import annotations

from mkdocs_journey.queries import Order, day, flag, prose, word
from mkdocs_journey.translations import mark, mark_count
from mkdocs_journey.views.across.fields import LEVELS, WORK, map_fields
from mkdocs_journey.views.across.listing import Fact, Listing
from mkdocs_journey.views.across.overview import Overview
from mkdocs_journey.views.across.rows import WorkRow
from mkdocs_journey.views.insights.plan import Work


def carried_out(row: WorkRow) -> tuple[WorkRow, ...]:
    """Opportunities of its own map that an action carries out, in reading order."""
    known = row.map.opportunities_by_id
    named = [known[name] for name in dict.fromkeys(row.work.item.solves) if name in known]
    return tuple(WorkRow(row.map, work) for work in sorted(named, key=_number))


def _number(work: Work) -> int:
    return work.number or 0


def _actions(overview: Overview) -> tuple[WorkRow, ...]:
    return overview.actions


ACTIONS: Listing[WorkRow] = Listing(
    name="actions",
    says=mark("The improvement plan of all journeys: what is open first, by the day it is due."),
    rows=_actions,
    fields=(
        prose("action", lambda row: row.work.item.text),
        day("due", lambda row: row.due),
        flag("overdue", lambda row: row.work.is_overdue),
        flag("open", lambda row: row.is_open),
        word("status", lambda row: (row.work.item.status or "",), WORK, "work"),
        word("owner", lambda row: (row.work.item.owner,)),
        word("impact", lambda row: (row.work.item.impact or "",), LEVELS, "level"),
        word("effort", lambda row: (row.work.item.effort or "",), LEVELS, "level"),
        prose("ticket", lambda row: row.work.item.ticket),
        prose("horizon", lambda row: row.work.item.horizon),
        flag("linked", lambda row: bool(row.solves or carried_out(row))),
        *map_fields(lambda row: row.map, whose="map_"),
    ),
    columns=(
        "due",
        "action",
        "status",
        "owner",
        "solves",
        "ticket",
        "impact",
        "effort",
        "horizon",
        "map",
    ),
    shown=("due", "action", "status", "owner", "solves", "ticket"),
    facets=("overdue", "status", "owner", "kind", "persona"),
    facts=(
        Fact(mark_count("{n} action", "{n} actions")),
        Fact(mark_count("{n} is overdue", "{n} are overdue"), lambda row: int(row.work.is_overdue)),
        Fact(
            mark_count("{n} is done", "{n} are done"),
            lambda row: int(row.work.item.status == "done"),
        ),
        Fact(
            mark_count("{n} has no owner", "{n} have no owner"),
            lambda row: int(not row.work.item.owner),
        ),
    ),
    sort=(Order("open", is_descending=True), Order("due")),
)
