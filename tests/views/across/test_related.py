"""What a map has to do with others, as values."""

from mkdocs_journey.views.across.related import MOST, MOST_MOMENTS, MOST_SHARED, Relations
from tests.views.across.atlases import overview_of

PAGES = {
    "whole.md": "title: Whole\njourney: {stages: [{name: Buy, journey: shop.md}, {name: Use}]}",
    "shop.md": """
title: Shop
journey:
  personas: [ana]
  stages:
    - name: Buy
      touchpoints:
        - {name: Checkout, feeling: 4, support: {text: Books, system: crm}}
        - {name: Delivery, feeling: 3}
""",
    "phone.md": """
title: Phone
journey:
  parent: {map: whole.md, stage: buy}
  personas: [ana]
  stages:
    - name: Order
      touchpoints:
        - {name: checkout, id: pays, feeling: 2}
        - {name: Call, feeling: 1, support: {text: Notes, system: crm}}
""",
    "stall.md": """
title: Stall
journey:
  stages:
    - name: Market
      touchpoints:
        - {name: Pays in cash, id: checkout, feeling: 5}
""",
    "shop-then.md": """
title: Shop then
journey:
  kind: future-state
  improves: shop.md
  stages: [{name: Buy, touchpoints: [{name: Checkout, feeling: 1}]}]
""",
    "ana.md": "persona: {name: Ana}",
}
RELATIONS = Relations(overview_of(PAGES))


def test_the_way_up_down_and_beside() -> None:
    shop, whole = RELATIONS.of("shop.md"), RELATIONS.of("whole.md")
    assert [(item.of.path, item.stage and item.stage.name) for item in shop.above] == [
        ("whole.md", "Buy")
    ]
    assert [row.path for row in shop.siblings] == ["phone.md"]
    assert shop.siblings_total == 1
    assert [row.path for row in shop.improved_by] == ["shop-then.md"]
    assert [item.map.path for item in whole.below] == ["phone.md", "shop.md"]
    answer = RELATIONS.of("shop-then.md")
    assert answer.improves is not None
    assert answer.improves.path == "shop.md"


def test_moments_of_other_maps_share_a_touchpoint_a_system_or_a_persona() -> None:
    shared = RELATIONS.of("shop.md").shared
    named = [
        (item.kind, item.name, [(m.map.path, m.name) for m in item.moments], item.total)
        for item in shared
    ]
    assert named == [
        # The same name, and the same id; not what improves this map.
        ("touchpoint", "Checkout", [("phone.md", "checkout"), ("stall.md", "Pays in cash")], 2),
        ("system", "crm", [("phone.md", "Call")], 1),
        ("persona", "Ana", [("phone.md", "Call")], 1),
    ]


def test_a_map_that_shares_nothing_has_nothing() -> None:
    alone = overview_of({"a.md": "journey: {stages: [{name: Buy}]}"})
    found = Relations(alone).of("a.md")
    assert not found.has_family
    assert found.shared == ()


def test_of_many_a_few_are_shown_and_all_are_counted() -> None:
    points = ", ".join(f"{{name: Point {n}, feeling: 3}}" for n in range(MOST_SHARED + 2))
    maps = {
        f"m{n}.md": "journey: {parent: {map: whole.md, stage: buy}, stages: "
        f"[{{name: Buy, touchpoints: [{points}]}}]}}"
        for n in range(MOST + 3)
    }
    site = overview_of({"whole.md": "journey: {stages: [{name: Buy}]}", **maps})
    found, whole = Relations(site).of("m0.md"), Relations(site).of("whole.md")
    assert (len(found.siblings), found.siblings_total) == (MOST, MOST + 2)
    assert (len(whole.below), whole.below_total) == (MOST, MOST + 3)
    assert (len(found.shared), found.shared_total) == (MOST_SHARED, MOST_SHARED + 2)
    assert all((len(item.moments), item.total) == (MOST_MOMENTS, MOST + 2) for item in found.shared)


def test_a_shared_personas_moment_is_what_they_feel_worst_about() -> None:
    two = "[{name: Buy, feeling: {ana: 4, rui: 1}}, {name: Use, feeling: {ana: 2, rui: 5}}]"
    site = overview_of(
        {
            "a.md": "journey: {personas: ana, stages: [{name: Wait, feeling: 3}]}",
            "b.md": f"journey: {{personas: [ana, rui], stages: {two}}}",
            "ana.md": "persona: {name: Ana}",
            "rui.md": "persona: {name: Rui}",
        }
    )
    (shared,) = Relations(site).of("a.md").shared
    assert [(moment.name, moment.feeling) for moment in shared.moments] == [("Use", 2)]
