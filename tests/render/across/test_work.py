"""Opportunities, actions, owners and systems as HTML: structure, links, and text as text."""

import re
from dataclasses import replace
from types import MappingProxyType

import pytest

from mkdocs_journey.catalog import BUILT_IN, Catalog, System
from mkdocs_journey.queries import Query
from mkdocs_journey.render.across import Desk, across_view
from mkdocs_journey.render.across.folded import MOST
from mkdocs_journey.views.across import LISTINGS
from mkdocs_journey.views.across.overview import Overview
from tests.drawing_maps import make_context
from tests.html import Page
from tests.views.across.atlases import overview_of

HOSTILE = '"<b onclick=x>&amp;<script>'
CATALOG = replace(
    BUILT_IN,
    systems=MappingProxyType(
        {
            "crm": System("crm", HOSTILE, HOSTILE, HOSTILE, "javascript:alert(1)"),
            "shop": System("shop", "Shop", url="https://example.org/shop"),
        }
    ),
)
VIEWS = ("opportunities", "actions", "owners", "systems")
MAP = f"""
title: '{HOSTILE}'
journey:
  owner: '{HOSTILE}'
  stages:
    - name: '{HOSTILE}'
      id: buy
      touchpoints:
        - name: '{HOSTILE}'
          id: pay
          owner: '{HOSTILE}'
          moment_of_truth: true
          support: [crm, {{text: x, system: '{HOSTILE}'}}]
          pains: [{{text: '{HOSTILE}', id: slow}}, {{text: '{HOSTILE}'}}]
          opportunities:
            - {{text: '{HOSTILE}', id: fast, solves: [slow], impact: high, effort: low,
               owner: '{HOSTILE}', ticket: '{HOSTILE}', horizon: '{HOSTILE}'}}
            - {{text: '{HOSTILE}', ticket: 'javascript:alert(1)'}}
  actions:
    - {{text: '{HOSTILE}', solves: [fast, slow], due: 2026-01-01, owner: '{HOSTILE}',
       ticket: '{HOSTILE}', horizon: '{HOSTILE}'}}
"""


def draw(
    name: str, overview: Overview, query: Query | None = None, catalog: Catalog = CATALOG
) -> str:
    context = make_context(prefix=f"{name}.", catalog=catalog)
    return across_view(name, query or Query(), Desk(context, lambda _: context, overview))


def site(page: str) -> Overview:
    return overview_of({"shop/map.md": page}, CATALOG)


def ideas(n: int, rest: str) -> Overview:
    listed = "".join(f"{{text: Idea {at}, {rest}}}, " for at in range(n))
    return site(f"journey: {{stages: [{{name: Buy, opportunities: [{listed}]}}]}}")


@pytest.mark.parametrize("name", VIEWS)
def test_text_stays_text_in_every_column(name: str) -> None:
    html = draw(name, site(MAP), Query(columns=LISTINGS[name].columns))
    page = Page(html)
    assert page.faults == []
    assert page.dangers() == []
    assert "<b onclick" not in html
    assert "&lt;b onclick=x&gt;" in html


@pytest.mark.parametrize("name", VIEWS)
def test_every_column_has_a_cell_and_every_row_a_head(name: str) -> None:
    html = draw(name, site(MAP), Query(columns=LISTINGS[name].columns))
    table = html[html.rindex("<table") :]
    rows, columns = table.count("data-journey-row="), len(LISTINGS[name].columns)
    assert table.count('<th scope="col"') == columns
    assert table.count('<th scope="row"') == rows > 0
    assert table.count("<td") == rows * (columns - 1)


def test_the_chart_is_a_table_with_impact_and_effort_as_heads() -> None:
    html = draw("opportunities", site(MAP))
    chart = html[html.index("<caption>") : html.index("</table>")]
    assert chart.count('<th scope="col">') == chart.count('<th scope="row">') == 3
    assert chart.count("<td style=") == 9
    first = chart[chart.index("<td style=") :]
    assert first.startswith('<td style="--v:1.00"><ul')
    assert 'href="shop/map.md#opportunity.1"' in first


def test_each_opportunity_of_the_chart_vanishes_with_its_row() -> None:
    html = draw("opportunities", ideas(3, "impact: high, effort: low"))
    echoes = re.findall(r'<li data-journey-echo="(\d+)"><a [^>]*>([^<]*)', html)
    rows = re.findall(r'data-row="(\d+)".*?<th scope="row"[^>]*><a [^>]*>([^<]*)', html)
    assert len(echoes) == 3
    assert dict(echoes) == dict(rows)


def test_below_the_chart_stands_what_has_no_place_in_it_and_why() -> None:
    lacks = (
        ("impact: low", "no effort"),
        ("effort: low", "no impact"),
        ("status: idea", "neither"),
    )
    for rest, words in lacks:
        html = draw("opportunities", ideas(1, rest))
        assert f"Idea 0</a> ({words})</li>" in html
        assert "missing: counts as medium" in html
        assert "<caption>" not in html


def test_opportunities_that_are_closed_are_in_the_list_and_in_no_chart() -> None:
    html = draw("opportunities", ideas(1, "impact: high, effort: low, status: done"))
    assert "<caption>" not in html
    assert "Idea 0" in html


def test_pains_and_opportunities_are_linked_by_key() -> None:
    html = draw("actions", site(MAP))
    assert 'href="shop/map.md#pain.1"><span class="journey-key">P1</span>' in html
    assert 'href="shop/map.md#opportunity.1"><span class="journey-key">O1</span>' in html


def test_an_overdue_action_is_marked_in_words() -> None:
    html = draw("actions", site(MAP))
    assert '1 January 2026</time><small><b class="journey-warning">overdue</b></small>' in html


def test_moments_of_a_system_are_linked_and_moments_of_truth_named() -> None:
    page = """
journey:
  stages:
    - {name: Buy, touchpoints: [{name: Pay, moment_of_truth: true, support: shop}]}
"""
    html = draw("systems", site(page))
    assert 'href="shop/map.md#buy-pay">Pay</a><span class="journey-sr"> (Moment of truth)' in html
    assert 'href="https://example.org/shop">Shop</a>' in html
    assert "Named in no journey" in html


def test_tables_of_several_groups_are_called_by_their_groups() -> None:
    stages = "[{name: Buy, support: shop}, {name: Use, backstage: shop}]"
    page = Page(draw("systems", site(f"journey: {{stages: {stages}}}"), Query(group="layer")))
    names = [
        (found["aria-label"] or "").partition(".")[0]
        for _, found in page.elements
        if "journey-scroll" in (found.get("class") or "")
    ]
    assert names == ["Layer: Backstage", "Layer: Support processes", "Layer: None named"]


def test_a_long_list_folds_and_one_line_more_does_not() -> None:
    def owned(n: int) -> str:
        stages = ", ".join(f"{{name: S{at}, pains: Slow}}" for at in range(n))
        return draw("owners", site(f"journey: {{stages: [{stages}]}}"))

    assert "<details" not in owned(MOST + 1)
    folded = owned(MOST + 3)
    assert "<summary>and\N{NO-BREAK SPACE}3\N{NO-BREAK SPACE}more</summary>" in folded
    assert folded.count("#pain.") == MOST + 3


@pytest.mark.parametrize("name", VIEWS)
def test_a_site_without_maps_says_that_there_is_nothing(name: str) -> None:
    html = draw(name, overview_of({}), catalog=BUILT_IN)
    assert "Nothing to show" in html
    assert "<table" not in html
