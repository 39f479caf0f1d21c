"""The personas' cards: what they link to, and that text stays text."""

from mkdocs_journey.queries import Query
from mkdocs_journey.render.across import Desk, across_view
from mkdocs_journey.render.across.personas import MOST_JOURNEYS
from mkdocs_journey.views.across.overview import Overview
from tests.drawing_maps import make_context
from tests.views.across.atlases import overview_of

HOSTILE = '"<b onclick=x>&amp;'


def draw(overview: Overview, query: Query | None = None) -> str:
    context = make_context(prefix="personas.")
    return across_view("personas", query or Query(), Desk(context, lambda _: context, overview))


def journey(name: str, who: str) -> str:
    return f"""
title: '{name}'
journey: {{personas: [{who}], stages: [{{name: '{name}', feeling: 2}}]}}
"""


def test_text_of_personas_and_maps_stays_text() -> None:
    persona = f"""
persona: {{name: '{HOSTILE}', role: '{HOSTILE}', quote: '{HOSTILE}', segment: '{HOSTILE}'}}
"""
    html = draw(overview_of({"ana.md": persona, "map.md": journey(HOSTILE, "ana")}))
    assert "<b onclick" not in html
    assert "&lt;b onclick=x&gt;" in html


def test_a_persona_of_a_map_is_marked_and_leads_to_that_map() -> None:
    html = draw(overview_of({"map.md": journey("Buying", "{name: Rui}")}))
    assert 'href="map.md">Rui</a>' in html
    assert "Described in a journey" in html
    assert 'href="map.md#buying">Buying</a>' in html


def test_a_card_draws_a_few_journeys_and_leads_to_the_others() -> None:
    maps = {f"map-{n}.md": journey(f"Map {n}", "ana") for n in range(MOST_JOURNEYS + 2)}
    html = draw(overview_of({"ana.md": "persona: {name: Ana}", **maps}))
    assert html.count('class="journey-spark"') == MOST_JOURNEYS
    assert 'href="ana.md#part.journeys">and\N{NO-BREAK SPACE}2\N{NO-BREAK SPACE}more</a>' in html


def test_columns_decide_what_a_card_shows() -> None:
    site = overview_of(
        {"ana.md": "persona: {name: Ana, role: Cook, quote: Hot!, channels: [web]}",
         "map.md": journey("Buying", "ana")}
    )  # fmt: skip
    html = draw(site, Query(columns=("role",)))
    assert "Cook" in html
    assert not any(word in html for word in ("Hot!", "Buying", "Mean feeling", "Web"))
