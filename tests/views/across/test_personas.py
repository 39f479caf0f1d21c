"""The personas of a site, as values."""

from mkdocs_journey.queries import Order, Query, Test
from mkdocs_journey.queries.tests import Operator
from mkdocs_journey.views.across.listing import answer
from mkdocs_journey.views.across.personas import PERSONAS
from mkdocs_journey.views.across.portfolio import PORTFOLIO
from tests.views.across.atlases import overview_of

BUY = """
title: Buying
journey:
  personas: [ana, {name: Rui Costa, role: Barista, segment: Cafés, channels: [phone]}]
  stages:
    - name: Buy
      touchpoints:
        - {name: Shop, feeling: {ana: 4, rui-costa: 1}}
        - {name: Pay, feeling: {ana: {score: 2, emotion: lost}, rui-costa: 5}}
"""
RETURN = """
title: Returning
journey:
  personas: [ana]
  stages: [{name: Send, feeling: 3}, {name: Wait, feeling: {score: 1, emotion: cross}}]
"""
ELSEWHERE = """
title: Elsewhere
journey:
  personas: [{name: Rui Costa}]
  stages: [{name: Look}]
"""
ANA = """
persona:
  {name: Ana Martins, segment: Offices, channels: [email, web], quote: One order}
"""
SITE = overview_of(
    {
        "buy.md": BUY,
        "return.md": RETURN,
        "elsewhere.md": ELSEWHERE,
        "people/ana.md": ANA,
        "people/zoe.md": "persona: {name: Zoe}",
    }
)
ANA_ROW, ZOE_ROW, RUI_ROW, OTHER_RUI_ROW = SITE.personas


def names(query: Query) -> list[str]:
    return [row.persona.name for row in answer(PERSONAS, query, SITE).rows]


def test_a_persona_has_their_own_feelings_in_each_journey() -> None:
    means = [journey.felt.curve.mean for journey in ANA_ROW.journeys]
    assert means == [3, 2]
    assert RUI_ROW.journeys[0].felt.curve.mean == 3
    assert RUI_ROW.lowest is not None
    assert RUI_ROW.lowest.felt.lowest is not None
    moment = RUI_ROW.lowest.felt.lowest.place
    assert RUI_ROW.lowest.address_of(moment) == "buy.md#buy-shop"


def test_the_mean_is_that_of_all_moments_and_the_lowest_one_of_all_journeys() -> None:
    assert ANA_ROW.feeling == 2.5
    assert ANA_ROW.lowest is not None
    assert ANA_ROW.lowest.felt.lowest is not None
    assert ANA_ROW.lowest.felt.lowest.feeling.emotion == "cross"
    assert [journey.map.path for journey in ANA_ROW.worst_first] == ["return.md", "buy.md"]


def test_two_maps_that_describe_a_persona_in_place_describe_two() -> None:
    assert [(row.id, row.page, row.path) for row in (RUI_ROW, OTHER_RUI_ROW)] == [
        ("rui-costa", None, "buy.md"),
        ("rui-costa", None, "elsewhere.md"),
    ]


def test_the_id_finds_everybody_of_that_id_and_the_key_one_of_them() -> None:
    def of(*names: str) -> list[str]:
        return [row.path for row in answer(PERSONAS, where_persona(*names), SITE).rows]

    assert of("rui-costa") == ["buy.md", "elsewhere.md"]
    assert of("rui-costa (elsewhere.md)") == ["elsewhere.md"]
    assert of("ana") == ["people/ana.md"]
    found = answer(PORTFOLIO, where_persona("rui-costa"), SITE).rows
    assert [row.path for row in found] == ["buy.md", "elsewhere.md"]
    assert {"rui-costa", "rui-costa (buy.md)"} <= set(PORTFOLIO.words(SITE, "persona"))


def where_persona(*names: str) -> Query:
    return Query(where=(Test("persona", Operator.IS, names),))


def test_a_map_with_a_persona_in_place_is_not_grouped_with_another_one() -> None:
    groups = answer(PORTFOLIO, Query(group="persona"), SITE).groups
    assert [(group.value, [row.path for row in group.rows]) for group in groups] == [
        ("ana", ["buy.md", "return.md"]),
        ("rui-costa (buy.md)", ["buy.md"]),
        ("rui-costa (elsewhere.md)", ["elsewhere.md"]),
    ]


def test_names_that_several_personas_share_say_more() -> None:
    assert SITE.persona_names == {
        "ana": "Ana Martins",
        "rui-costa (buy.md)": "Rui Costa (Buying)",
        "rui-costa (elsewhere.md)": "Rui Costa (Elsewhere)",
        "zoe": "Zoe",
    }
    same = {"b.md": ELSEWHERE, "c.md": ELSEWHERE}
    pages = {"zoe.md": "persona: {name: Zoe}", "zoe-2.md": "persona: {name: Zoe}"}
    assert overview_of(same | pages).persona_names == {
        "zoe": "Zoe (zoe)",
        "zoe-2": "Zoe (zoe-2)",
        "rui-costa (b.md)": "Rui Costa (b.md)",
        "rui-costa (c.md)": "Rui Costa (c.md)",
    }


def test_a_persona_without_journeys_or_feelings_has_no_numbers() -> None:
    assert (ZOE_ROW.journeys, ZOE_ROW.feeling, ZOE_ROW.lowest) == ((), None, None)
    assert (OTHER_RUI_ROW.feeling, OTHER_RUI_ROW.lowest) == (None, None)


def test_personas_are_chosen_and_sorted_by_what_they_are_and_feel() -> None:
    assert names(Query()) == ["Ana Martins", "Rui Costa", "Rui Costa", "Zoe"]
    assert names(Query(sort=(Order("lowest"), Order("journeys", True)))) == [
        "Ana Martins", "Rui Costa", "Rui Costa", "Zoe",
    ]  # fmt: skip
    assert names(Query(where=(Test("channel", Operator.IS, ("web",)),))) == ["Ana Martins"]
    assert names(Query(where=(Test("has_page", Operator.IS, (False,)),))) == ["Rui Costa"] * 2
    assert names(Query(where=(Test("map", Operator.CONTAINS, ("return",)),))) == ["Ana Martins"]


def test_the_sentence_counts_what_is_shown() -> None:
    found = answer(PERSONAS, Query(), SITE)
    counts = [sum(map(fact.of, found.rows)) for fact in PERSONAS.facts]
    assert counts == [4, 2, 1]
    assert [facet.field.id for facet in found.facets] == ["segment", "channel", "has_page"]
