"""How each channel does, over all maps."""

from mkdocs_journey.queries import Order, Query, Test
from mkdocs_journey.queries.tests import Operator
from mkdocs_journey.views.across.channels import HeatMap, heat_map
from tests.views.across.atlases import overview_of

SITE = overview_of(
    {
        "a.md": """
title: A
journey:
  personas: [{name: Ana}, {name: Rui}]
  stages:
    - name: Buy
      phase: before
      touchpoints:
        - {name: Page, channel: web, feeling: 2, pains: [Slow, Ugly]}
        - {name: Shop, channels: [web, store], feeling: {ana: 5, rui: 3}}
    - name: Use
      phase: after
      touchpoints:
        - {name: Call, channel: phone}
        - {name: Alone, feeling: 1}
""",
        "b.md": """
title: B
journey:
  stages:
    - name: buy
      phase: before
      touchpoints: [{name: Page, channel: web, feeling: 3}]
    - name: Wait
      feeling: 1
""",
    }
)


def cells(found: HeatMap) -> dict[str, list[tuple[int, float | None, int] | None]]:
    return {
        line.channel.id if line.channel else "all": [
            cell and (cell.touchpoints, cell.feeling, cell.pains) for cell in line.cells
        ]
        for line in (*found.lines, found.foot)
    }


def test_a_touchpoint_counts_on_each_of_its_channels_and_once_in_all() -> None:
    found = heat_map(Query(), SITE)
    assert (found.field.id, found.heads) == ("phase", ("before", "after"))
    assert cells(found) == {
        "web": [(3, 3.0, 2), None],
        "store": [(1, 4.0, 0), None],
        "phone": [None, (1, None, 0)],
        "all": [(3, 3.0, 2), (1, None, 0)],
    }
    assert found.without_channel == 1


def test_the_worst_channel_comes_first_and_the_unknown_last() -> None:
    assert list(cells(heat_map(Query(), SITE))) == ["web", "store", "phone", "all"]
    by_pains = Query(sort=(Order("touchpoints"), Order("channel")))
    assert list(cells(heat_map(by_pains, SITE))) == ["phone", "store", "web", "all"]


def test_stages_of_one_name_are_one_column_in_the_order_of_the_journeys() -> None:
    found = heat_map(Query(group="stage"), SITE)
    assert found.heads == ("Buy", "Use")


def test_by_persona_each_ones_own_feelings_count() -> None:
    found = heat_map(Query(group="persona"), SITE)
    assert found.heads == ("ana (a.md)", "rui (a.md)", None)
    assert cells(found)["store"] == [(1, 5.0, 0), (1, 3.0, 0), None]


def test_conditions_and_bounds() -> None:
    only = heat_map(Query((Test("channel", Operator.IS, ("phone",)),)), SITE)
    assert list(cells(only)) == ["phone", "all"]
    cut = heat_map(Query(limit=1), SITE)
    assert (list(cells(cut)), cut.channels, cut.foot.sum.touchpoints) == (["web", "all"], 3, 4)


def test_of_a_cut_list_what_is_shown_is_counted_once() -> None:
    cut = heat_map(Query(limit=1, sort=(Order("channel"),)), SITE)
    assert (list(cells(cut)), cut.shown.touchpoints, cut.shown.pains) == (["phone", "all"], 1, 0)
    whole = heat_map(Query(), SITE)
    assert (whole.shown.touchpoints, whole.shown.pains) == (4, 2)


def test_too_many_columns_end_in_one_for_the_others() -> None:
    stages = "".join(
        f"    - {{name: S{at}, touchpoints: [{{name: T, channel: web, feeling: 3}}]}}\n"
        for at in range(12)
    )
    found = heat_map(Query(group="stage"), overview_of({"a.md": f"journey:\n  stages:\n{stages}"}))
    assert (len(found.heads), found.others) == (7, 5)
    assert found.lines[0].cells[-1] is not None
    assert found.lines[0].cells[-1].touchpoints == 5
