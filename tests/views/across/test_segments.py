"""Segments and personas side by side."""

import pytest

from mkdocs_journey.queries import Order, Query, Test
from mkdocs_journey.queries.tests import Operator
from mkdocs_journey.views.across.segments import Segments, segments
from tests.views.across.atlases import overview_of

OFFICE = """
title: In the office
journey:
  segment: Offices
  stages:
    - name: Buy
      touchpoints:
        - {name: Checkout, feeling: 2, pains: {text: A long form, id: form}}
        - {name: Fax, feeling: 1}
"""
HOME = """
title: At home
journey:
  segment: Homes
  stages:
    - name: Buy
      touchpoints:
        - {name: Checkout, feeling: 5, pains: {text: The form is long, id: form}}
        - {name: Couch, feeling: 4, pains: A dog}
"""
BOTH = """
title: Everybody
journey:
  segments: [Offices, Homes]
  personas: [ana, rui]
  stages:
    - name: Open
      feeling: {ana: 1, rui: 4}
    - name: Close
      feeling: 3
"""
SITE = overview_of(
    {
        "office.md": OFFICE,
        "home.md": HOME,
        "both.md": BOTH,
        "ana.md": "persona: {name: Ana, segment: Offices}",
        "rui.md": "persona: {name: Rui, segment: homes}",
    }
)


def rows(found: Segments) -> list[tuple[str, list[float | None], float]]:
    return [
        (line.name, [side and side.feeling for side in line.sides], line.spread)
        for line in found.differences
    ]


def test_those_that_feel_most_differently_come_first() -> None:
    found = segments(Query(), SITE)
    assert found.heads == ("Homes", "Offices")
    assert rows(found) == [
        ("Open", [4, 1], 3), ("Checkout", [5, 2], 3), ("Buy", [4.5, 1.5], 3),
    ]  # fmt: skip
    assert found.alone == 2


def test_a_map_of_two_segments_tells_them_apart_by_its_personas() -> None:
    found = segments(Query((Test("path", Operator.IS, ("both.md",)),)), SITE)
    assert rows(found) == [("Open", [4, 1], 3)]


def test_personas_are_compared_by_their_own_feelings() -> None:
    found = segments(Query(group="persona"), SITE)
    assert found.heads == ("ana", "rui")
    assert rows(found) == [("Open", [1, 4], 3)]


def test_those_whom_maps_describe_in_place_are_not_one_for_their_name() -> None:
    page = "journey: {personas: [{name: Ana}], stages: [{name: Buy, feeling: {ana: %d}}]}"
    site = overview_of({"a.md": page % 1, "b.md": page % 5})
    found = segments(Query(group="persona"), site)
    assert found.heads == ("ana (a.md)", "ana (b.md)")
    assert rows(found) == [("Buy", [1, 5], 4)]


def test_pains_of_one_id_are_one_pain() -> None:
    (shared,) = segments(Query(), SITE).pains
    assert [row.map.path for row in shared.rows] == ["home.md", "office.md"]
    assert shared.heads == ("Homes", "Offices")


def pain_texts(*pains: str) -> list[list[str]]:
    """Shared pains of segments A, B and so on, each with one map and one pain."""
    maps = {
        f"{at}.md": f"journey: {{segment: '{at}', stages: [{{name: Buy, pains: {pain}}}]}}"
        for at, pain in enumerate(pains)
    }
    found = segments(Query(), overview_of(maps)).pains
    return [[row.spot.pain.text for row in pain.rows] for pain in found]


def test_a_pain_is_one_by_its_id_or_by_its_words() -> None:
    named, plain, renamed = "{id: slow, text: Slow}", "slow ", "{id: slow, text: Lame}"
    assert pain_texts(named, plain) == [["Slow", "slow"]]
    assert pain_texts(plain, renamed) == []
    assert pain_texts(plain, renamed, named) == [["slow", "Lame", "Slow"]]


def test_pains_of_signs_alone_are_told_apart() -> None:
    assert pain_texts("😡😡", "'!!!'") == []
    assert pain_texts("😡😡", "'😡😡'") == [["😡😡", "😡😡"]]


def test_one_map_of_several_groups_has_its_pains_for_all_of_them() -> None:
    page = "journey: {segments: [A, B], stages: [{name: Buy, pains: Slow}]}"
    (shared,) = segments(Query(), overview_of({"a.md": page})).pains
    assert (shared.heads, len(shared.rows)) == (("A", "B"), 1)


def test_order_and_bound() -> None:
    found = segments(Query(sort=(Order("moment"),), limit=1), SITE)
    assert [line.name for line in found.differences] == ["Buy"]
    assert found.compared == 3


def test_an_empty_site_has_nothing_to_compare() -> None:
    found = segments(Query(), overview_of({}))
    assert (found.heads, found.differences, found.pains) == ((), (), ())


def test_a_map_without_a_segment_has_those_of_its_personas() -> None:
    site = overview_of(
        {
            "a.md": "journey: {personas: [ana, rui], stages: "
            "[{name: Buy, feeling: {ana: 1, rui: 4}}]}",
            "ana.md": "persona: {name: Ana, segment: Offices}",
            "rui.md": "persona: {name: Rui, segment: Homes}",
        }
    )
    found = segments(Query(), site)
    assert (found.heads, rows(found)) == (("Homes", "Offices"), [("Buy", [4, 1], 3)])


STAFF = """
journey:
  segments: [Offices, Homes]
  personas: [ana, rui]
  stages:
    - name: Buy
      feeling: {ana: 1, rui: 4}
      pains:
        - {text: Waits at the counter}
        - {text: Types forms for two hours, who: employee}
        - {text: Times out, who: system}
        - {text: Pays twice, who: customer}
"""


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        (None, ["Waits at the counter", "Pays twice"]),
        ("persona", ["Waits at the counter", "Pays twice"]),
        # Maps are no customers: what two of them have in common may be anybody's.
        ("map", ["Waits at the counter", "Types forms for two hours", "Times out", "Pays twice"]),
    ],
)
def test_what_hurts_employees_is_no_pain_that_customers_share(
    group: str | None, expected: list[str]
) -> None:
    site = overview_of(
        {
            "one.md": STAFF,
            "two.md": STAFF,
            "ana.md": "persona: {name: Ana, segment: Offices}",
            "rui.md": "persona: {name: Rui, segment: Homes}",
        }
    )
    found = segments(Query(group=group), site)
    assert [pain.rows[0].spot.pain.text for pain in found.pains] == expected
