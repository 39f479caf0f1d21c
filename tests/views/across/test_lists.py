"""The portfolio and the backlog of pains, as values."""

from mkdocs_journey.blocks import ACROSS_VIEWS
from mkdocs_journey.queries import Order, Query, Test
from mkdocs_journey.queries.tests import Operator
from mkdocs_journey.views.across import LISTINGS
from mkdocs_journey.views.across.listing import answer
from mkdocs_journey.views.across.pains import PAINS, sources_of
from mkdocs_journey.views.across.portfolio import PORTFOLIO
from tests.views.across.atlases import overview_of

NOW = """
title: Now
tags: [checkout]
journey:
  status: validated
  owner: Growth team
  reviewed: 2025-10-02
  review_every: 6 months
  personas: [ana]
  segment: Offices
  sources:
    talks: {title: 12 interviews, method: interview, n: 12, date: 2025-09-01}
    guess: {title: A hunch, method: assumption}
  stages:
    - name: Look
      phase: before
      touchpoints:
        - {name: Page, channel: web, feeling: 4}
        - name: Ask
          channel: phone
          feeling: {score: 2, emotion: lost}
          pains: {text: No answer, id: no-answer, severity: high, sources: talks}
    - name: Buy
      phase: during
      feeling: 1
      pains:
        - {text: Forced account, id: forced, severity: critical, frequency: 50%}
        - A slow page
  actions:
    - {text: Test it, id: test, solves: forced, due: 2026-01-01, status: doing}
"""
THEN = """
title: Then
journey:
  kind: future-state
  improves: now.md
  stages:
    - name: Buy
      feeling: 5
      opportunities:
        - {text: Guest checkout, id: guest, solves: [forced, no-answer], status: planned}
        - {text: A chat, solves: no-answer, status: dropped}
"""
SITE = overview_of({"now.md": NOW, "then.md": THEN, "ana.md": "persona: {name: Ana}"})


def pains(query: Query) -> list[str]:
    return [row.spot.pain.text for row in answer(PAINS, query, SITE).rows]


def test_every_view_that_a_block_can_name_is_declared() -> None:
    assert set(LISTINGS) == set(ACROSS_VIEWS)


def test_a_label_stands_for_a_word_of_its_field_alone() -> None:
    shape = PAINS.shape(SITE)
    assert shape.meant("channel", "teléfono") == "phone"
    assert PORTFOLIO.shape(SITE).meant("status", "rascunho") == "draft"
    assert shape.meant("stage", "teléfono") is None


def test_a_card_knows_its_curve_its_lowest_moment_and_what_is_open() -> None:
    now, then = answer(PORTFOLIO, Query(), SITE).rows
    assert [row.found.title for row in (now, then)] == ["Now", "Then"]
    assert (now.is_stale, then.is_stale) == (True, False)
    assert now.lowest is not None
    assert (now.lowest.column.name, now.lowest.score) == ("Buy", 1)
    assert now.curve.mean == (4 + 2 + 1) / 3
    assert (len(now.pains), now.open_opportunities, then.open_opportunities) == (3, 0, 1)


def test_of_several_personas_the_curve_is_their_mean() -> None:
    site = overview_of({
        "a.md": "journey: {personas: [{name: Ana}, {name: Rui}], "
                "stages: [{name: Buy, feeling: {ana: 1, rui: 4}}]}"
    })  # fmt: skip
    assert site.maps[0].curve.mean == 2.5


def test_pains_are_ranked_by_severity_mood_and_frequency() -> None:
    found = answer(PAINS, Query(), SITE)
    assert [(row.spot.pain.text, row.spot.score) for row in found.rows] == [
        ("No answer", 3 * 4), ("Forced account", 4 * 5 * 0.5), ("A slow page", 2 * 5),
    ]  # fmt: skip


def test_a_pain_is_answered_by_its_own_map_and_by_the_map_that_improves_it() -> None:
    answers = {row.spot.pain.id: [work.work.item.text for work in row.works] for row in SITE.pains}
    assert answers == {
        "no-answer": ["Guest checkout", "A chat"],
        "forced": ["Test it", "Guest checkout"],
        "": [],
    }
    assert [row.is_open for row in SITE.pains] == [False, False, True]


def test_work_knows_the_pains_of_the_map_that_it_improves() -> None:
    guest = SITE.opportunities[0]
    assert [(row.map.path, row.spot.pain.id) for row in guest.solves] == [
        ("now.md", "forced"), ("now.md", "no-answer"),
    ]  # fmt: skip


def test_conditions_on_the_pain_its_moment_and_its_map() -> None:
    def where(field: str, *values: str | float | bool, how: Operator = Operator.IS) -> list[str]:
        return pains(Query((Test(field, how, values),)))

    assert where("severity", "high", how=Operator.AT_LEAST) == ["No answer", "Forced account"]
    assert where("channel", "phone") == ["No answer"]
    assert where("answered", False) == ["A slow page"]
    assert where("feeling", 1.0) == ["Forced account", "A slow page"]
    assert where("segment", "offices") == ["No answer", "Forced account", "A slow page"]
    assert where("persona", "rui") == []
    assert where("stale", True) == ["No answer", "Forced account", "A slow page"]


def test_a_cut_list_says_how_many_there_are() -> None:
    found = answer(PAINS, Query(limit=1, sort=(Order("pain"),)), SITE)
    assert ([row.spot.pain.text for row in found.rows], found.total) == (["A slow page"], 3)


def test_what_a_pain_rests_on() -> None:
    assert [[source.title for source in sources_of(row)] for row in SITE.pains] == [
        ["12 interviews"], [], [],
    ]  # fmt: skip


def test_only_fields_that_tell_rows_apart_can_be_filtered_by() -> None:
    found = answer(PORTFOLIO, Query(), SITE)
    assert [facet.field.id for facet in found.facets] == ["kind", "status", "channel"]


def test_nothing_of_an_archived_map_waits_or_is_late() -> None:
    site = overview_of({"now.md": NOW.replace("validated", "archived"), "then.md": THEN})
    assert [row.is_open for row in site.pains] == [False, False, False]
    assert [row.is_answered for row in site.pains] == [True, True, False]
    assert [row.work.is_overdue for row in (*SITE.actions, *site.actions)] == [True, False]
    asked = [Query((Test("answered", Operator.IS, (value,)),)) for value in (True, False)]
    found = [[row.spot.pain.text for row in answer(PAINS, query, site).rows] for query in asked]
    assert found == [["No answer", "Forced account"], []]
