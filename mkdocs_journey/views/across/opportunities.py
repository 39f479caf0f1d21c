"""The backlog of opportunities: all maps' ideas, the most impact for the least effort first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mkdocs_journey.queries import Order, flag, number, prose, word
from mkdocs_journey.translations import mark, mark_count
from mkdocs_journey.values.choices import LevelName
from mkdocs_journey.views.across.fields import LEVELS, WORK, map_fields, place_fields
from mkdocs_journey.views.across.listing import Fact, Listing
from mkdocs_journey.views.across.overview import Overview
from mkdocs_journey.views.across.rows import WorkRow

STEPS: Mapping[LevelName | None, int] = {"low": 1, "medium": 2, "high": 3, None: 2}
"""What an impact or effort counts; medium where nobody wrote one."""
MOST = 3.0
"""The highest rank: a high impact for a low effort."""


def rank_of(row: WorkRow) -> float:
    """What an opportunity is ranked by: impact (1 to 3) over effort (1 to 3).

    It goes from a third to 3. Where one of both is missing, medium counts, so that an idea that
    nobody has weighed stands neither first nor last; `missing_of` says what was missing.
    """
    return STEPS[row.work.item.impact] / STEPS[row.work.item.effort]


def missing_of(row: WorkRow) -> tuple[str, ...]:
    """What nobody has weighed yet: `impact`, `effort` or both."""
    item = row.work.item
    known = {"impact": item.impact, "effort": item.effort}
    return tuple(name for name, level in known.items() if level is None)


@dataclass(frozen=True, slots=True)
class Weighing:
    """Open opportunities by what they bring and cost."""

    cells: Mapping[tuple[str, str], tuple[WorkRow, ...]]
    """Opportunities by impact and effort."""
    unweighed: tuple[WorkRow, ...]
    """Those that lack one of both or both."""


def weigh(rows: Iterable[WorkRow]) -> Weighing:
    """Open opportunities in the cells of a chart, each in the order of the list."""
    cells: dict[tuple[str, str], list[WorkRow]] = {}
    unweighed: list[WorkRow] = []
    for row in rows:
        if not row.is_open:
            continue
        item = row.work.item
        if item.impact is None or item.effort is None:
            unweighed.append(row)
        else:
            cells.setdefault((item.impact, item.effort), []).append(row)
    return Weighing({key: tuple(found) for key, found in cells.items()}, tuple(unweighed))


def _opportunities(overview: Overview) -> tuple[WorkRow, ...]:
    return overview.opportunities


OPPORTUNITIES: Listing[WorkRow] = Listing(
    name="opportunities",
    says=mark(
        "Opportunities of all journeys, ranked by impact over effort; those that are done or "
        "dropped stand last."
    ),
    rows=_opportunities,
    fields=(
        prose("opportunity", lambda row: row.work.item.text),
        number("rank", rank_of),
        word("impact", lambda row: (row.work.item.impact or "",), LEVELS, "level"),
        word("effort", lambda row: (row.work.item.effort or "",), LEVELS, "level"),
        word("status", lambda row: (row.work.item.status or "",), WORK, "work"),
        flag("open", lambda row: row.is_open),
        word("owner", lambda row: (row.work.item.owner,)),
        prose("ticket", lambda row: row.work.item.ticket),
        prose("horizon", lambda row: row.work.item.horizon),
        flag("linked", lambda row: bool(row.solves)),
        flag("has_action", lambda row: bool(row.carried_by)),
        *place_fields(lambda row: row.work.place, lambda row: row.work.place.score),
        *map_fields(lambda row: row.map, whose="map_"),
    ),
    columns=(
        "rank",
        "opportunity",
        "impact",
        "effort",
        "status",
        "owner",
        "ticket",
        "solves",
        "carried",
        "horizon",
        "moment",
        "feeling",
        "channel",
        "map",
    ),
    shown=(
        "rank",
        "opportunity",
        "impact",
        "effort",
        "status",
        "owner",
        "ticket",
        "solves",
        "carried",
    ),
    facets=("impact", "effort", "status", "owner", "has_action", "kind", "channel", "persona"),
    facts=(
        Fact(mark_count("{n} opportunity", "{n} opportunities")),
        Fact(mark_count("{n} is open", "{n} are open"), lambda row: int(row.is_open)),
        Fact(
            mark_count("{n} lacks impact or effort", "{n} lack impact or effort"),
            lambda row: int(bool(missing_of(row))),
        ),
        Fact(
            mark_count("{n} is linked to no pain point", "{n} are linked to no pain point"),
            lambda row: int(not row.solves),
        ),
    ),
    sort=(
        Order("open", is_descending=True),
        Order("rank", is_descending=True),
        Order("impact", is_descending=True),
    ),
)
