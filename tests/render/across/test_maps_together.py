"""Comparison, hierarchy and related journeys as HTML: structure, links, and text as text."""

import re

import pytest

from mkdocs_journey.queries import Query
from mkdocs_journey.queries import Test as Condition
from mkdocs_journey.queries.tests import Operator
from mkdocs_journey.render.across import Desk, across_view, draw_compare, draw_related
from mkdocs_journey.views.across.compare import find_comparison
from mkdocs_journey.views.across.overview import Overview
from mkdocs_journey.views.across.related import Relations
from tests.drawing_maps import make_context
from tests.html import Page
from tests.views.across.atlases import overview_of

HOSTILE = '"<b onclick=x>&amp;<script>'
MAP = f"""
title: '{HOSTILE}'
journey:
  pains: ['{HOSTILE}']
  stages:
    - name: '{HOSTILE}'
      id: buy
      touchpoints:
        - name: '{HOSTILE}'
          id: pay
          doing: '{HOSTILE}'
          feeling: {{score: 2, emotion: '{HOSTILE}'}}
          support: {{text: x, system: '{HOSTILE}'}}
          pains: ['{HOSTILE}']
        - {{name: Waits, feeling: 3}}
"""
THEN = MAP.replace("score: 2", "score: 4").replace(
    "journey:\n", "journey:\n  kind: future-state\n  improves: now.md\n"
)
DETAIL = MAP.replace("journey:\n", "journey:\n  parent: {map: now.md, stage: buy}\n")
SITE = overview_of({"now.md": MAP, "then.md": THEN, "detail.md": DETAIL})


def desk(overview: Overview, prefix: str = "") -> Desk:
    context = make_context(prefix=prefix)
    return Desk(context, lambda _: context, overview)


def compare(one: str, other: str | None = None, query: Query | None = None) -> str:
    found = find_comparison(SITE, one, other)
    assert found is not None
    return draw_compare(query or Query(), desk(SITE, "compare."), found)


def related(path: str, site: Overview = SITE) -> str:
    return draw_related(desk(site), Relations(site).of(path))


@pytest.mark.parametrize(
    "html",
    [
        compare("then.md"),
        compare("detail.md", "then.md"),
        across_view("hierarchy", Query(), desk(SITE, "hierarchy.")),
        related("now.md"),
        related("detail.md"),
    ],
    ids=["future", "any-two", "hierarchy", "related-above", "related-below"],
)
def test_text_of_maps_stays_text(html: str) -> None:
    page = Page(html)
    assert page.faults == []
    assert not any(tag in ("b", "script") and "onclick" in found for tag, found in page.elements)
    assert "<script" not in html
    assert max(page.ids.values(), default=1) == 1


def test_every_row_of_the_comparison_has_every_column() -> None:
    rows = re.findall(r"<tr .*?</tr>", compare("then.md"), re.DOTALL)
    cell = r'<t[hd]\b(?:[^>]*?colspan="(\d+)")?[^>]*>'
    # The head of a lane with several rows stands in the first of them.
    widths = [
        sum(int(span or 1) for span in re.findall(cell, row)) + ("journey-map__lane" not in row)
        for row in rows
    ]
    assert set(widths) == {3}


def test_a_comparison_says_whose_each_line_is_and_leads_to_the_moments() -> None:
    html = compare("then.md")
    assert ">Future:</span>" in html
    assert ">Now:</span>" in html
    assert 'href="then.md#buy-pay"' in html
    assert 'href="now.md"' in html
    assert "Removed" not in html


def test_of_any_two_maps_none_is_called_the_future() -> None:
    html = compare("detail.md", "then.md")
    assert "Future" not in html
    assert "Pains in both" in html
    assert "Difference" in html


def compare_stages(now: str, then: str) -> str:
    """Two maps of which the stages are given."""
    site = overview_of(
        {
            "now.md": f"journey: {{stages: [{now}]}}",
            "then.md": f"journey: {{improves: now.md, stages: [{then}]}}",
        }
    )
    found = find_comparison(site, "then.md", None)
    assert found is not None
    return draw_compare(Query(), desk(site, "compare."), found)


def test_pains_of_two_maps_are_told_apart_by_their_words_and_not_by_a_number() -> None:
    html = compare_stages("{name: Buy, pains: [No price]}", "{name: Buy, pains: [No invoice]}")
    assert re.findall(r'href="(\w+)\.md#[\w.-]+"[^>]*>(No \w+)</a>', html) == [
        ("now", "No price"),
        ("then", "No invoice"),
    ]
    assert ">P1<" not in html


def test_a_comparison_says_how_long_moments_take_now_and_then() -> None:
    html = compare_stages(
        "{name: Buy, wait: 4–9 hours, duration: 5 min, elapsed: 2 days}",
        "{name: Buy, wait: 2 h, duration: 5 min}",
    )
    text = re.sub(r"<[^>]*>", " ", html)
    words = " ".join(text.split())
    assert "Time spent waiting 4–9 hours → 2 h −4.5 hours · Over 1 and 1 moments." in words
    assert "Wait: 4–9 hours → 2 h" in words
    assert "Elapsed: 2 days → not known" in words
    assert "Duration:" not in words


@pytest.mark.parametrize(
    ("now", "then", "shown"),
    [
        ("2+ hours", "3 hours", "at least 2.2 hours → 3.2 hours Over 2"),
        ("3 hours", "2+ hours", "3.2 hours → at least 2.2 hours Over 2"),
        ("2 hours", "3 hours", "2.2 hours → 3.2 hours +1 hour · Over 2"),
    ],
)
def test_a_total_that_is_open_above_differs_by_nobody_knows_how_much(
    now: str, then: str, shown: str
) -> None:
    stages = "{{name: Buy, wait: {}}}, {{name: Use, wait: 10 min}}"
    html = compare_stages(stages.format(now), stages.format(then))
    text = re.sub(r"<[^>]*>", " ", html)
    assert f"Time spent waiting {shown}" in " ".join(text.split())


@pytest.mark.parametrize(
    ("now", "then", "shown"),
    [
        ("5 business days", "3 business days", "−2 business days · Over 2"),
        ("5 business days", "3 days", "−5 business days · +3 days · Over 2"),
        ("5 days", "3 days", "−2 days · Over 2"),
    ],
)
def test_working_days_are_compared_with_working_days(now: str, then: str, shown: str) -> None:
    stages = "{{name: Buy, wait: {}}}, {{name: Use, wait: 10 min}}"
    text = re.sub(r"<[^>]*>", " ", compare_stages(stages.format(now), stages.format(then)))
    assert shown in " ".join(text.split())


def test_a_difference_that_is_too_small_to_be_said_is_none() -> None:
    now, then = "{name: Buy, wait: 5 business days}", "{name: Buy, wait: 5.01 business days}"
    html = compare_stages(now, then)
    words = " ".join(re.sub(r"<[^>]*>", " ", html).split())
    assert "5 business days" in words
    assert "+0" not in words


def test_days_and_as_many_working_days_are_not_the_same() -> None:
    html = compare_stages("{name: Buy, wait: 5 days}", "{name: Buy, wait: 5 business days}")
    words = " ".join(re.sub(r"<[^>]*>", " ", html).split())
    assert "Wait: 5 days → 5 business days" in words


def test_columns_of_a_comparison_are_its_rows() -> None:
    html = compare("then.md", query=Query(columns=("change",)))
    assert re.findall(r'data-lane="(\w+)"', html) == ["change"]


def test_what_is_shown_for_its_place_alone_is_not_counted() -> None:
    where = (Condition("level", Operator.AT_LEAST, (2.0,)),)
    html = across_view("hierarchy", Query(where=where), desk(SITE, "hierarchy."))
    assert html.count("data-journey-row") == 1
    assert html.count("journey-tree__node--dim") == 1
    assert ">1\N{NO-BREAK SPACE}journey</span>" in html


def test_a_map_leads_to_what_it_details_and_to_what_improves_it() -> None:
    html = related("now.md")
    assert "Improves this journey" in html
    assert 'href="then.md"' in html
    assert 'href="detail.md#buy-pay"' in html
    assert 'href="now.md#buy"' in related("detail.md")


def test_a_shared_touchpoint_is_named_once_and_leads_to_where_other_maps_have_it() -> None:
    stages = "stages: [{name: Buy, touchpoints: [{name: Checkout, feeling: 2}]}]"
    site = overview_of({f"{name}.md": f"journey: {{{stages}}}" for name in ("one", "other")})
    html = related("one.md", site)
    assert html.count("Checkout") == 1
    title = site.by_path["other.md"].found.title
    assert f'href="other.md#buy-checkout">{title}</a>' in html


def test_a_map_by_itself_has_no_related_journeys() -> None:
    assert related("a.md", overview_of({"a.md": "journey: {stages: [{name: Buy}]}"})) == ""
