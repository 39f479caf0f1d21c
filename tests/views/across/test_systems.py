"""The systems: which cards belong to them, and which moments they carry."""

from dataclasses import replace
from types import MappingProxyType

import pytest

from mkdocs_journey.catalog import BUILT_IN, System
from mkdocs_journey.queries import Operator, Query, Test
from mkdocs_journey.views.across.listing import answer
from mkdocs_journey.views.across.overview import Overview
from mkdocs_journey.views.across.systems import SYSTEMS, SystemRow
from tests.views.across.atlases import overview_of

CATALOG = replace(
    BUILT_IN,
    systems=MappingProxyType(
        {
            "crm": System("crm", "Customer records", owner="Sales"),
            "idle": System("idle", "Nobody's"),
        }
    ),
)
SHOP = """
journey:
  stages:
    - name: Buy
      backstage: {text: Everything runs, system: till}
      touchpoints:
        - {name: Checkout, feeling: 2, moment_of_truth: true,
           support: [crm, {text: Till, id: t}, Some partner]}
        - {name: Pay, feeling: 4, frontstage: {text: Card reader, system: Till}}
    - {name: Use, feeling: 5, support: customer  RECORDS}
"""


def site(*pages: str) -> Overview:
    return overview_of({f"{n}.md": page for n, page in enumerate(pages or (SHOP,))}, CATALOG)


def of(overview: Overview, id: str) -> SystemRow:
    return next(row for row in SYSTEMS.rows(overview) if row.system.id == id)


def names(row: SystemRow) -> list[str]:
    return [moment.column.name for moment in row.moments]


@pytest.mark.parametrize(
    "card", ["crm", "CRM", "Customer records", "{text: Looks it up, system: crm}",
             "{text: Looks it up, system: customer records}"]
)  # fmt: skip
def test_a_card_belongs_to_the_system_that_it_names_or_whose_id_or_label_it_is(card: str) -> None:
    page = f"journey: {{stages: [{{name: Buy, support: {card}}}]}}"
    assert names(of(site(page), "crm")) == ["Buy"]


def test_the_system_that_a_card_names_goes_before_its_text() -> None:
    page = "journey: {stages: [{name: Buy, support: {text: crm, system: till}}]}"
    assert names(of(site(page), "crm")) == []
    assert names(of(site(page), "till")) == ["Buy"]


def test_a_text_that_names_no_system_is_none() -> None:
    assert {row.system.id for row in SYSTEMS.rows(site())} == {"crm", "idle", "till"}


def test_a_card_of_a_stage_carries_its_moments_and_one_of_the_journey_all_of_them() -> None:
    assert names(of(site(), "till")) == ["Checkout", "Pay"]
    whole = "journey: {support: crm, stages: [{name: A, touchpoints: [{name: B}]}, {name: C}]}"
    assert names(of(site(whole), "crm")) == ["B", "C"]


def test_a_system_knows_its_layers_its_feeling_and_its_moments_of_truth() -> None:
    till = of(site(), "till")
    assert till.layers == ("frontstage", "backstage", "support")
    assert (till.feeling, till.truths, till.is_declared) == (3.0, 1, False)
    crm = of(site(), "crm")
    assert (crm.feeling, crm.truths, crm.is_declared) == (3.5, 1, True)


def test_moments_are_grouped_by_map_and_each_counts_once() -> None:
    row = of(site(SHOP, "journey: {stages: [{name: Buy, support: [crm, crm]}]}"), "crm")
    found = [(map.path, [moment.column.name for moment in moments]) for map, moments in row.by_map]
    assert found == [("0.md", ["Checkout", "Use"]), ("1.md", ["Buy"])]


def test_systems_of_one_moment_stand_beside_each_other() -> None:
    assert list(of(site(), "crm").beside) == ["till"]
    assert list(of(site(), "till").beside) == ["crm"]


def test_those_that_carry_most_stand_first_and_those_that_carry_nothing_last() -> None:
    page = "journey: {stages: [{name: Buy, support: [crm, {text: T, system: till}]}]}"
    rows = answer(SYSTEMS, Query(), site(SHOP, page, page.replace(", {text: T, system: till}", "")))
    assert [row.system.id for row in rows.rows] == ["crm", "till", "idle"]
    assert [sum(map(fact.of, rows.rows)) for fact in SYSTEMS.facts] == [3, 2, 1]


def test_a_system_stands_in_the_group_of_each_of_its_layers() -> None:
    query = Query(where=(Test("moments", Operator.AT_LEAST, (1,)),), group="layer")
    groups = answer(SYSTEMS, query, site()).groups
    found = {group.value: [row.system.id for row in group.rows] for group in groups}
    assert found == {"frontstage": ["till"], "backstage": ["till"], "support": ["crm", "till"]}
