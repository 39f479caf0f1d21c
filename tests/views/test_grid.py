"""The grid: which lanes show, what spans what, how feelings become rows."""

import pytest

from mkdocs_journey.catalog import BUILT_IN, read_configuration
from mkdocs_journey.views.columns import columns, placed_opportunities, placed_pains
from mkdocs_journey.views.grid import Grid, LaneRows
from tests.drawing_maps import grid_of, make_map


def lanes(text: str) -> dict[str, LaneRows]:
    return {lane.lane.id: lane for lane in view(text).lanes}


def view(text: str, **personas: str) -> Grid:
    return grid_of(make_map(text, personas=personas))


def places(lane: LaneRows) -> list[list[tuple[str, int, int, bool]]]:
    """(level, first column, columns, filled) of each cell, row by row."""
    return [
        [(cell.level, cell.start, cell.span, bool(cell.content)) for cell in row.cells]
        for row in lane.rows
    ]


TWO_STAGES = """
stages:
  - name: Before
    {first}
    touchpoints:
      - name: A
        {a}
      - name: B
  - name: After
    {second}
    touchpoints:
      - name: C
        {c}
"""


def two_stages(first: str = "{}", a: str = "{}", second: str = "{}", c: str = "{}") -> str:
    values = {"first": first, "a": a, "second": second, "c": c}
    return TWO_STAGES.format(**{key: "" if text == "{}" else text for key, text in values.items()})


def test_a_lane_that_is_empty_in_the_whole_map_is_left_out() -> None:
    assert list(lanes(two_stages(a="doing: Reads"))) == ["doing"]


def test_a_stages_content_spans_its_columns() -> None:
    assert places(lanes(two_stages(first="goal: Find"))["goal"]) == [
        [("stage", 0, 2, True), ("stage", 2, 1, False)]
    ]


def test_content_of_stages_and_of_other_stages_touchpoints_shares_a_row() -> None:
    assert places(lanes(two_stages(first="doing: Looks", c="doing: Pays"))["doing"]) == [
        [("stage", 0, 2, True), ("touchpoint", 2, 1, True)]
    ]


def test_a_stages_content_stands_above_that_of_its_own_touchpoints() -> None:
    assert places(lanes(two_stages(first="doing: Looks", a="doing: Reads"))["doing"]) == [
        [("stage", 0, 2, True), ("stage", 2, 1, False)],
        [("touchpoint", 0, 1, True), ("touchpoint", 1, 1, False), ("touchpoint", 2, 1, False)],
    ]


def test_the_journeys_content_spans_the_map_above_everything() -> None:
    text = "metrics: {nps: 40}\n" + two_stages(a="metrics: {nps: 20}")
    assert places(lanes(text)["metrics"])[0] == [("journey", 0, 3, True)]


def test_a_stage_without_touchpoints_is_a_column_of_its_own() -> None:
    found = view("stages: [{name: Alone, doing: Waits}, {name: Next, touchpoints: [{name: T}]}]")
    assert [column.name for column in found.columns] == ["Alone", "T"]
    assert places(found.lanes[0]) == [[("touchpoint", 0, 1, True), ("touchpoint", 1, 1, False)]]


def test_lanes_show_in_the_order_that_the_map_names() -> None:
    text = """
    lanes: [thinking, doing]
    stages: [{name: S, doing: Reads, thinking: Hm, goal: Find}]
    """
    assert list(lanes(text)) == ["thinking", "doing"]


def test_a_sites_own_lane_stands_where_it_asks_to() -> None:
    catalog, _ = read_configuration({"lanes": {"risk": {"label": "Risk", "after": "doing"}}})
    text = two_stages(a="doing: Reads\n        risk: Fraud\n        thinking: Hm")
    found = grid_of(make_map(text, catalog=catalog), catalog)
    assert [lane.lane.id for lane in found.lanes] == ["doing", "risk", "thinking"]


def test_neighbouring_stages_of_a_phase_share_its_band() -> None:
    text = """
    stages:
      - {name: A, phase: before, touchpoints: [{name: A1}, {name: A2}]}
      - {name: B, phase: before}
      - {name: C}
      - {name: D, phase: after}
    """
    assert [(phase.name, phase.start, phase.span) for phase in view(text).phases] == [
        ("before", 0, 3), (None, 3, 1), ("after", 4, 1),
    ]  # fmt: skip


def test_a_map_without_phases_has_no_band() -> None:
    assert view(two_stages(a="doing: Reads")).phases == ()


FEELINGS = "stages: [{{name: S, touchpoints: [{{name: T, feeling: {0}}}, {{name: U}}]}}]"


@pytest.mark.parametrize(
    ("feeling", "personas", "lines"),
    [
        ("4", {}, [[""]]),
        ("{ana: 4}", {"ana": "Ana Martins"}, [["Ana"]]),
        ("{ana: 4, bo: 2}", {"ana": "Ana Martins", "bo": "Bo Berg"}, [["Ana", "Bo"]]),
        ("{a1: 4, a2: 2}", {"a1": "Ana Lima", "a2": "Ana Sol"}, [["Ana Lima", "Ana Sol"]]),
        (
            "{ana: 4, bo: 2, cy: 3}",
            {"ana": "Ana", "bo": "Bo", "cy": "Cy"},
            [["Ana"], ["Bo"], ["Cy"]],
        ),
    ],
)
def test_two_personas_share_a_curve_and_more_get_a_row_each(
    feeling: str, personas: dict[str, str], lines: list[list[str]]
) -> None:
    rows = view(FEELINGS.format(feeling), **personas).lanes[0].rows
    assert [[line.persona for line in row.lines] for row in rows] == lines


def test_a_moment_without_a_feeling_stays_empty_on_the_curve() -> None:
    (line,) = view(FEELINGS.format("[2, 4]")).lanes[0].rows[0].lines
    assert [column.mean for column in line.curve.columns] == [3, None]


def test_a_feeling_about_the_whole_journey_draws_no_curve() -> None:
    assert view("feeling: 4\n" + two_stages()).lanes == ()


def test_pains_and_opportunities_are_numbered_down_the_map() -> None:
    text = """
    pains: [whole]
    stages:
      - name: S
        pains: [stage]
        touchpoints: [{name: T, pains: [one, two], opportunities: [first]}]
      - {name: U, pains: [three], opportunities: [second]}
    """
    journey = make_map(text).journey
    pains = [(pain.number, pain.item.text, pain.stage_index) for pain in placed_pains(journey)]
    assert pains == [
        (1, "whole", None), (2, "stage", 0), (3, "one", 0), (4, "two", 0), (5, "three", 1),
    ]  # fmt: skip
    assert [found.item.text for found in placed_opportunities(journey)] == ["first", "second"]


def test_ownership_is_the_touchpoints_own_before_its_channels() -> None:
    text = """
    stages:
      - name: S
        touchpoints:
          - {name: T, channel: courier}
          - {name: U, channel: courier, ownership: direct}
          - {name: V, channels: [web, unknown]}
    """
    found = columns(make_map(text).journey, BUILT_IN)
    assert [column.is_indirect for column in found] == [True, False, False]
    assert [channel.label for channel in found[2].channels] == ["Web", "unknown"]
