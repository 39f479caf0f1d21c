"""The personas: everybody whom the maps are about, and how they fare in all their journeys."""

from __future__ import annotations

from mkdocs_journey.queries import Order, flag, number, prose, word
from mkdocs_journey.translations import mark, mark_count
from mkdocs_journey.views.across.fields import maps_field, persona_field
from mkdocs_journey.views.across.listing import Fact, Listing
from mkdocs_journey.views.across.overview import Overview
from mkdocs_journey.views.across.people import PersonaRow


def _personas(overview: Overview) -> tuple[PersonaRow, ...]:
    return overview.personas


def _lowest(row: PersonaRow) -> float | None:
    lowest = row.lowest.felt.lowest if row.lowest else None
    return lowest.score if lowest else None


PERSONAS: Listing[PersonaRow] = Listing(
    name="personas",
    says=mark("Whom the journeys are about, and how each of them feels along the way."),
    rows=_personas,
    fields=(
        prose("name", lambda row: row.persona.name),
        persona_field(lambda row: (row.key,)),
        prose("role", lambda row: row.persona.role),
        prose("quote", lambda row: row.persona.quote),
        word("segment", lambda row: (row.persona.segment,)),
        word("channel", lambda row: row.persona.channels),
        flag("has_page", lambda row: row.page is not None),
        word("path", lambda row: (row.path,)),
        maps_field(lambda row: (journey.map for journey in row.journeys)),
        number("journeys", lambda row: len(row.journeys)),
        number("feeling", lambda row: row.feeling),
        number("lowest", _lowest),
    ),
    columns=("role", "quote", "segment", "channel", "journeys", "feeling", "lowest"),
    shown=("role", "quote", "segment", "channel", "journeys", "feeling", "lowest"),
    facets=("segment", "channel", "has_page"),
    facts=(
        Fact(mark_count("{n} persona", "{n} personas")),
        Fact(
            mark_count("{n} is described in a journey", "{n} are described in a journey"),
            lambda row: int(row.page is None),
        ),
        Fact(
            mark_count("{n} appears in no journey", "{n} appear in no journey"),
            lambda row: int(not row.journeys),
        ),
    ),
    sort=(Order("name"),),
)
