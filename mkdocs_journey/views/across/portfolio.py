"""The portfolio: every map of a site as a card."""

from __future__ import annotations

from datetime import date

from mkdocs_journey.queries import Order, day, number, prose, word
from mkdocs_journey.translations import mark, mark_count
from mkdocs_journey.views.across.fields import map_fields
from mkdocs_journey.views.across.listing import Fact, Listing
from mkdocs_journey.views.across.overview import Overview
from mkdocs_journey.views.across.rows import MapRow


def _maps(overview: Overview) -> tuple[MapRow, ...]:
    return overview.maps


def _channels(row: MapRow) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item.id for column in row.columns for item in column.channels))


def _researched(row: MapRow) -> date | None:
    """Last day of the newest source."""
    newest = row.evidence.newest
    return newest.source.date.last_day if newest and newest.source.date else None


_SHOWN = (
    "kind",
    "status",
    "scenario",
    "curve",
    "lowest",
    "persona",
    "stages",
    "pains",
    "opportunities",
    "owner",
    "reviewed",
    "evidence",
)

PORTFOLIO: Listing[MapRow] = Listing(
    name="portfolio",
    says=mark("Every journey with its curve, its lowest moment and what is open."),
    rows=_maps,
    fields=(
        *map_fields(lambda row: row),
        prose("scenario", lambda row: " ".join(row.found.journey.scenario)),
        word("channel", _channels),
        number("feeling", lambda row: row.curve.mean),
        number("lowest", lambda row: row.lowest.score if row.lowest else None),
        number("stages", lambda row: len(row.found.journey.stages)),
        number("touchpoints", lambda row: len(row.columns)),
        number("pains", lambda row: len(row.pains)),
        number("opportunities", lambda row: row.open_opportunities),
        number("observed", lambda row: row.evidence.observed),
        number("assumed", lambda row: row.evidence.assumed),
        day("researched", _researched),
    ),
    columns=(*_SHOWN, "segment", "tag"),
    shown=_SHOWN,
    facets=("kind", "status", "persona", "segment", "channel", "tag", "owner"),
    facts=(
        Fact(mark_count("{n} journey", "{n} journeys")),
        Fact(
            mark_count("{n} review is overdue", "{n} reviews are overdue"),
            lambda row: int(row.is_stale),
        ),
        Fact(mark_count("{n} pain point", "{n} pain points"), lambda row: len(row.pains)),
        Fact(
            mark_count("{n} open opportunity", "{n} open opportunities"),
            lambda row: row.open_opportunities,
        ),
    ),
    sort=(Order("map"),),
)
