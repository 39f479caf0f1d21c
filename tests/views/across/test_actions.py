"""The improvement plan across maps: its order, what is overdue and what it carries out."""

from mkdocs_journey.queries import Operator, Query, Test
from mkdocs_journey.views.across.actions import ACTIONS, carried_out
from mkdocs_journey.views.across.listing import answer
from mkdocs_journey.views.across.overview import Overview
from tests.views.across.atlases import overview_of

SHOP = """
journey:
  stages:
    - name: Buy
      pains: [{text: Slow, id: slow}]
      opportunities: [{text: Faster, id: faster}, {text: Other}]
  actions:
    - {text: No date}
    - {text: Later, due: 2027-01, owner: Web team}
    - {text: Done long ago, due: 2025-01-01, status: done}
    - {text: Late, due: 2026-11-22, solves: [faster, slow], status: doing}
"""
CARE = "journey: {stages: [{name: Care}], actions: [{text: Today, due: 2026-11-23}]}"


def site() -> Overview:
    return overview_of({"care.md": CARE, "shop.md": SHOP})


def test_what_is_open_stands_first_by_the_day_it_is_due() -> None:
    rows = answer(ACTIONS, Query(), site()).rows
    texts = [row.work.item.text for row in rows]
    assert texts == ["Late", "Today", "Later", "No date", "Done long ago"]


def test_only_an_open_action_whose_last_day_has_passed_is_overdue() -> None:
    overdue = Query(where=(Test("overdue", Operator.IS, (True,)),))
    assert [row.work.item.text for row in answer(ACTIONS, overdue, site()).rows] == ["Late"]


def test_the_numbers_count_actions_overdue_done_and_without_owner() -> None:
    rows = answer(ACTIONS, Query(), site()).rows
    assert [sum(map(fact.of, rows)) for fact in ACTIONS.facts] == [5, 1, 1, 4]


def test_an_action_knows_its_opportunities_and_pains() -> None:
    row = next(row for row in site().actions if row.work.item.text == "Late")
    assert [idea.work.item.text for idea in carried_out(row)] == ["Faster"]
    assert [pain.spot.pain.text for pain in row.solves] == ["Slow"]


def test_groups_by_owner_leave_nobodys_actions_last() -> None:
    groups = answer(ACTIONS, Query(group="owner"), site()).groups
    assert [(group.value, len(group.rows)) for group in groups] == [("Web team", 1), (None, 4)]


def test_an_opportunity_without_an_id_is_carried_out_by_nobody() -> None:
    row = next(row for row in site().actions if row.work.item.text == "No date")
    assert carried_out(row) == ()
