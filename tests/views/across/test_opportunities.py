"""The backlog of opportunities: its rank, its order and its chart."""

import pytest

from mkdocs_journey.queries import Operator, Query, Test
from mkdocs_journey.views.across.listing import answer
from mkdocs_journey.views.across.opportunities import OPPORTUNITIES, missing_of, rank_of, weigh
from mkdocs_journey.views.across.overview import Overview
from tests.views.across.atlases import overview_of

SHOP = """
journey:
  stages:
    - name: Buy
      touchpoints:
        - name: Checkout
          pains: [{text: Slow, id: slow}]
          opportunities:
            - {text: Costly, impact: medium, effort: high}
            - {text: Quick win, id: quick, impact: high, effort: low, solves: [slow]}
            - {text: Unweighed}
            - {text: Half, impact: high}
            - {text: Done, impact: high, effort: low, status: done}
            - {text: Dropped, impact: low, effort: low, status: dropped}
  actions:
    - {text: Buy servers, solves: [quick]}
"""


def site() -> Overview:
    return overview_of({"shop.md": SHOP})


def names(query: Query | None = None) -> list[str]:
    found = answer(OPPORTUNITIES, query or Query(), site())
    return [row.work.item.text for row in found.rows]


@pytest.mark.parametrize(
    ("text", "rank", "missing"),
    [
        ("Quick win", 3.0, ()),
        ("Costly", 2 / 3, ()),
        ("Half", 1.5, ("effort",)),
        ("Unweighed", 1.0, ("impact", "effort")),
    ],
)
def test_the_rank_is_impact_over_effort_and_says_what_was_missing(
    text: str, rank: float, missing: tuple[str, ...]
) -> None:
    row = next(row for row in site().opportunities if row.work.item.text == text)
    assert (rank_of(row), missing_of(row)) == (rank, missing)


def test_what_is_open_stands_first_and_the_most_impact_for_the_least_effort_before_it() -> None:
    assert names() == ["Quick win", "Half", "Unweighed", "Costly", "Done", "Dropped"]


def test_an_opportunity_knows_the_pain_that_it_solves_and_the_action_that_carries_it_out() -> None:
    row = next(row for row in site().opportunities if row.work.item.id == "quick")
    assert [pain.spot.pain.text for pain in row.solves] == ["Slow"]
    assert [action.work.item.text for action in row.carried_by] == ["Buy servers"]


def test_fields_tell_apart_what_is_open_linked_and_carried_out() -> None:
    for field in ("linked", "has_action"):
        assert names(Query(where=(Test(field, Operator.IS, (True,)),))) == ["Quick win"]
    assert names(Query(where=(Test("open", Operator.IS, (False,)),))) == ["Done", "Dropped"]
    assert names(Query(where=(Test("impact", Operator.AT_LEAST, ("high",)),))) == [
        "Quick win", "Half", "Done",
    ]  # fmt: skip


def test_the_numbers_count_what_is_shown() -> None:
    rows = answer(OPPORTUNITIES, Query(), site()).rows
    assert [sum(map(fact.of, rows)) for fact in OPPORTUNITIES.facts] == [6, 4, 2, 5]


def test_the_chart_holds_open_opportunities_and_names_those_that_nobody_weighed() -> None:
    found = weigh(answer(OPPORTUNITIES, Query(), site()).rows)
    cells = {key: [row.work.item.text for row in rows] for key, rows in found.cells.items()}
    assert cells == {("high", "low"): ["Quick win"], ("medium", "high"): ["Costly"]}
    assert [row.work.item.text for row in found.unweighed] == ["Half", "Unweighed"]


def test_a_pain_is_solved_once_however_its_map_is_named() -> None:
    pain = "pains: {text: Slow, id: slow}"
    idea = "opportunities: {text: Cache, solves: slow}"
    both = f"[{{name: Buy, journey: now.md, {idea}}}]"
    itself = f"[{{name: Buy, {pain}, {idea}}}]"
    site = overview_of(
        {
            "both.md": f"journey: {{kind: future-state, improves: now.md, stages: {both}}}",
            "itself.md": f"journey: {{kind: future-state, improves: itself.md, stages: {itself}}}",
            "now.md": f"journey: {{stages: [{{name: Buy, {pain}}}]}}",
        }
    )
    solved = [[pain.map.path for pain in row.solves] for row in site.opportunities]
    assert solved == [["now.md"], ["itself.md"]]
