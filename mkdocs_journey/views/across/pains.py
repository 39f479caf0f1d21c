"""The backlog of pains: all maps' pains, the worst first, with what answers them."""

from __future__ import annotations

from mkdocs_journey.model import Evidence
from mkdocs_journey.queries import Field, FieldKind, Order, flag, number, prose, word
from mkdocs_journey.translations import mark, mark_count
from mkdocs_journey.views.across.fields import SEVERITIES, WHO, WORK, map_fields, place_fields
from mkdocs_journey.views.across.listing import Fact, Listing
from mkdocs_journey.views.across.overview import Overview
from mkdocs_journey.views.across.rows import PainRow


def _pains(overview: Overview) -> tuple[PainRow, ...]:
    return overview.pains


def sources_of(row: PainRow) -> tuple[Evidence, ...]:
    """Sources of its map that a pain rests on."""
    known = row.map.found.journey.sources
    return tuple(known[id] for id in row.spot.pain.sources if id in known)


def _answers(row: PainRow) -> int:
    """Answers or cases that all its sources together count."""
    return sum(source.n or 0 for source in sources_of(row))


def _is_answered(row: PainRow) -> tuple[bool, ...]:
    """Neither yes nor no for what nothing answers on an archived map: nothing has to."""
    return (row.is_answered,) if row.is_answered or row.is_open else ()


PAINS: Listing[PainRow] = Listing(
    name="pains",
    says=mark(
        "Pain points of all journeys, ranked by severity times how bad the moment feels, times "
        "how often it happens."
    ),
    rows=_pains,
    fields=(
        prose("pain", lambda row: row.spot.pain.text),
        number("rank", lambda row: row.spot.score),
        word("severity", lambda row: (row.spot.severity,), SEVERITIES),
        word("who", lambda row: (row.spot.pain.who or "customer",), WHO),
        number("frequency", lambda row: row.spot.share),
        Field("answered", FieldKind.FLAG, _is_answered),
        word(
            "status",
            lambda row: tuple(item.work.item.status or "" for item in row.works),
            WORK,
            "work",
        ),
        word("owner", lambda row: tuple(dict.fromkeys(item.work.item.owner for item in row.works))),
        flag("sourced", lambda row: bool(sources_of(row))),
        number("answers", _answers),
        *place_fields(lambda row: row.spot.place, lambda row: row.spot.feeling),
        *map_fields(lambda row: row.map, whose="map_"),
    ),
    columns=(
        "rank",
        "pain",
        "severity",
        "moment",
        "evidence",
        "work",
        "feeling",
        "frequency",
        "who",
        "channel",
        "map",
    ),
    shown=("rank", "pain", "severity", "evidence", "work"),
    facets=("severity", "answered", "status", "owner", "kind", "channel", "phase", "persona"),
    facts=(
        Fact(mark_count("{n} pain point", "{n} pain points")),
        Fact(
            mark_count("nothing answers {n} of them", "nothing answers {n} of them"),
            lambda row: int(row.is_open),
        ),
        Fact(
            mark_count("{n} rests on no source", "{n} rest on no source"),
            lambda row: int(not sources_of(row)),
        ),
    ),
    sort=(Order("rank", is_descending=True),),
)
