"""The owners: what names them, and what nobody owns."""

from dataclasses import replace
from types import MappingProxyType

from mkdocs_journey.catalog import BUILT_IN, System
from mkdocs_journey.queries import Query
from mkdocs_journey.views.across.listing import answer
from mkdocs_journey.views.across.overview import Overview
from mkdocs_journey.views.across.owners import OWNERS, OwnerRow
from tests.views.across.atlases import overview_of

CATALOG = replace(
    BUILT_IN, systems=MappingProxyType({"crm": System("crm", "CRM", owner="Web team")})
)
SHOP = """
journey:
  owner: Growth
  stages:
    - name: Buy
      touchpoints:
        - {name: Checkout, owner: Web team, pains: [{text: Slow, id: slow}, {text: Lone}],
           opportunities: [{text: Faster, solves: [slow], owner: web  TEAM},
                           {text: Gone, owner: Web team, status: dropped}]}
        - {name: Pay}
  actions:
    - {text: Late, due: 2026-01-01, owner: Web team}
    - {text: Done, due: 2026-01-01, owner: Web team, status: done}
    - {text: Nobody}
"""
LOOSE = """
journey:
  stages: [{name: Care, touchpoints: [{name: Call}, {name: Chat, owner: Care desk}], pains: Lost}]
"""


def site() -> Overview:
    return overview_of({"loose.md": LOOSE, "shop.md": SHOP}, CATALOG)


def of(name: str) -> OwnerRow:
    return next(row for row in OWNERS.rows(site()) if row.name == name)


def test_an_owner_is_one_however_the_name_is_cased_and_spaced() -> None:
    row = of("Web team")
    assert [moment.column.name for moment in row.moments] == ["Checkout"]
    assert [work.work.item.text for work in row.opportunities] == ["Faster"]
    assert [work.work.item.text for work in row.actions] == ["Late"]
    assert [system.id for system in row.systems] == ["crm"]
    assert (row.maps, row.overdue) == ([], 1)


def test_pains_without_an_answer_wait_for_the_owner_of_their_map() -> None:
    row = of("Growth")
    assert [pain.spot.pain.text for pain in row.unanswered] == ["Lone"]
    assert [found.path for found in row.maps] == ["shop.md"]
    assert row.moments == []


def test_what_has_no_owner_stands_in_a_row_of_its_own() -> None:
    row = of("")
    assert [found.path for found in row.maps] == ["loose.md"]
    assert [moment.column.name for moment in row.moments] == ["Call"]
    assert [work.work.item.text for work in row.actions] == ["Nobody"]
    assert [pain.spot.pain.text for pain in row.unanswered] == ["Lost"]


def test_there_is_no_row_of_nobody_where_all_has_an_owner() -> None:
    owned = overview_of({"a.md": "journey: {owner: Growth, stages: [{name: Buy}]}"})
    assert [row.name for row in OWNERS.rows(owned)] == ["Growth"]


def test_those_with_overdue_actions_stand_first_then_those_with_unanswered_pains() -> None:
    rows = answer(OWNERS, Query(), site()).rows
    assert [row.name for row in rows] == ["Web team", "", "Growth", "Care desk"]


def test_the_numbers_count_people_and_not_nobody() -> None:
    rows = answer(OWNERS, Query(), site()).rows
    assert [sum(map(fact.of, rows)) for fact in OWNERS.facts] == [3, 1, 1]
