"""The blueprint: when it shows, how work runs down it, how far connections reach."""

import pytest

from mkdocs_journey.values.times import DAY, HOUR, MINUTE, Duration
from mkdocs_journey.views.blueprint import Blueprint, has_blueprint
from mkdocs_journey.views.connections import Connected, Reference
from mkdocs_journey.views.insights.times import total_times
from mkdocs_journey.views.wires import Link
from tests.drawing_maps import blueprint_of, make_map

ONE = "stages: [{{name: S, touchpoints: [{{name: T, {0}}}]}}]"


def view(text: str) -> Blueprint:
    return blueprint_of(make_map(text))


def states(found: Blueprint) -> dict[str, list[str]]:
    """What runs into, out of and through each cell, by layer."""
    return {
        layer.lane.id: [
            " ".join(
                name
                for name, is_set in (
                    ("in", cell.is_in), ("out", cell.is_out), ("through", bool(cell.through)),
                    ("next", cell.leads_on),
                )
                if is_set
            )
            for cell in layer.cells
        ]
        for layer in found.layers
    }  # fmt: skip


def connected(found: Blueprint) -> dict[str, Connected]:
    return {
        step.card.text: step.connected
        for layer in found.layers
        for cell in layer.cells
        for step in cell.steps
    }


def references_at(found: Blueprint, column: int) -> list[tuple[str, str]]:
    """Layers of a column that show connections which are no card's, with the other ends' names."""
    return [
        (layer.lane.id, reference.link.name)
        for layer in found.layers
        for cell in layer.cells
        if cell.cell.start == column
        for reference in cell.references
    ]


@pytest.mark.parametrize(
    ("text", "shows"),
    [
        (ONE.format("doing: Reads"), False),
        (ONE.format("evidence: Letter"), True),
        (ONE.format("policy: Law"), True),
        ("backstage: All\n" + ONE.format("doing: Reads"), True),
        ("kind: service-blueprint\n" + ONE.format("doing: Reads"), True),
    ],
)
def test_a_map_has_a_blueprint_where_one_of_its_own_lanes_is_filled(text: str, shows: bool) -> None:
    assert has_blueprint(make_map(text).journey) is shows


def test_work_runs_from_the_first_to_the_last_filled_layer() -> None:
    text = """
    stages:
      - name: S
        touchpoints:
          - {name: A, evidence: Letter, doing: Reads, support: CRM}
          - {name: B, doing: Calls, frontstage: Answers}
          - {name: C, frontstage: Waits}
    """
    assert states(view(text)) == {
        "evidence": ["", "", ""],
        "doing": ["out next", "out", ""],
        "frontstage": ["through", "in", ""],
        "support": ["in", "", ""],
    }


def test_work_runs_through_an_empty_cell_in_each_of_its_columns() -> None:
    text = """
    stages:
      - {name: S, frontstage: All day, touchpoints: [{name: A, frontstage: Answers}]}
      - name: T
        touchpoints:
          - {name: B, doing: Reads, backstage: Looks up}
          - {name: C, doing: Waits}
          - {name: D, doing: Calls, frontstage: Answers}
    """
    stage_row = view(text).layers[1]
    assert [cell.through for cell in stage_row.cells] == [(), (1, 3)]


def test_lines_stand_above_the_first_row_of_their_layers() -> None:
    text = """
    stages:
      - name: S
        frontstage: All day
        touchpoints: [{name: A, frontstage: Answers, backstage: Looks up}]
    """
    assert [(layer.lane.id, layer.line, layer.rows) for layer in view(text).layers] == [
        ("frontstage", "Line of interaction", 2),
        ("frontstage", "", 0),
        ("backstage", "Line of visibility", 1),
    ]


NEIGHBOURS = """
stages:
  - name: S
    touchpoints:
      - name: A
        frontstage: {{text: Front, id: front}}
        backstage: {{text: Back, id: back, to: {to}}}
        support: {{text: CRM, id: crm}}
      - name: B
        backstage: {{text: Next, id: next}}
      - name: C
        backstage: {{text: Far, id: far}}
"""


@pytest.mark.parametrize(
    ("to", "card", "where", "arrow"),
    [
        ("next", "Back", "right", Link("Next", "", "to", "next", 1)),
        (
            "{id: next, label: asks, two_way: true}",
            "Back",
            "right",
            Link("Next", "asks", "both", "next", 1),
        ),
        ("{id: crm, label: saves}", "Back", "down", Link("CRM", "saves", "to", "crm", 0)),
        ("front", "Front", "down", Link("Back", "", "from", "back", 0)),
    ],
)
def test_neighbours_are_connected_by_a_line(to: str, card: str, where: str, arrow: Link) -> None:
    found = connected(view(NEIGHBOURS.format(to=to)))
    assert getattr(found[card], where) == arrow
    assert not any(connection.references for connection in found.values())


@pytest.mark.parametrize(
    ("to", "card", "back"),
    [
        ("next", "Next", Link("Back", "", "from", "back", 0)),
        ("{id: next, label: asks, two_way: true}", "Next", Link("Back", "", "both", "back", 0)),
        ("{id: crm, label: saves}", "CRM", Link("Back", "", "from", "back", 0)),
        ("front", "Back", Link("Front", "", "to", "front", 0)),
    ],
)
def test_the_other_end_of_a_line_knows_its_neighbour(to: str, card: str, back: Link) -> None:
    found = connected(view(NEIGHBOURS.format(to=to)))
    assert {text: known.neighbours for text, known in found.items() if known.neighbours} == {
        card: (back,)
    }


def test_connections_that_reach_further_carry_a_number_at_both_ends() -> None:
    found = connected(view(NEIGHBOURS.format(to="{id: far, label: hands over}")))
    assert found["Back"].references == (Reference(1, Link("Far", "hands over", "to", "far", 2)),)
    assert found["Far"].references == (Reference(1, Link("Back", "hands over", "from", "back", 0)),)


def test_a_connection_to_a_touchpoint_shows_at_its_column() -> None:
    found = view(NEIGHBOURS.format(to="s.c"))
    (out,) = connected(found)["Back"].references
    assert (out.link.name, out.link.column, out.link.card) == ("C", 2, "")
    assert [name for _, name in references_at(found, 2)] == ["Back"]


ELSEWHERE = """
stages:
  - name: S
    touchpoints:
      - {{name: A, backstage: {{text: Back, to: {to}}}}}
      - {{name: B, thinking: {{text: Is it *so*, id: hmm}}}}
  - {{name: Alone}}
  - {{name: Many, needs: {{text: Peace, id: peace}}, touchpoints: [{{name: T}}, {{name: U}}]}}
"""


@pytest.mark.parametrize(
    ("to", "name", "column"),
    [
        ("hmm", "Is it *so*", 1),
        ("alone", "Alone", 2),
        ("many", "Many", 3),
        ("peace", "Peace", 3),
    ],
)
def test_a_connection_to_a_stage_or_to_a_card_of_another_lane_shows_at_its_column(
    to: str, name: str, column: int
) -> None:
    found = view(ELSEWHERE.format(to=to))
    (out,) = connected(found)["Back"].references
    assert (out.link.name, out.link.column, out.link.card) == (name, column, "")
    assert [name for _, name in references_at(found, column)] == ["Back"]


def test_a_connection_from_a_card_of_another_lane_shows_at_both_ends() -> None:
    found = view("""
    stages:
      - name: S
        touchpoints:
          - {name: A, thinking: {text: Hm, to: back}}
          - {name: B, backstage: {text: Back, id: back}}
    """)
    assert references_at(found, 0) == [("backstage", "Back")]
    assert connected(found)["Back"].references == (Reference(1, Link("Hm", "", "from", "", 0)),)


@pytest.mark.parametrize(
    ("action", "target", "layer"),
    [
        ("doing: Reads", "backstage: Works", "doing"),
        ("doing: Reads", "thinking: Hm", "doing"),
        ("evidence: Letter", "backstage: Works", "backstage"),
        ("evidence: Letter", "thinking: Hm", "evidence"),
    ],
)
def test_a_column_shows_its_number_among_the_actions_or_else_at_what_it_holds(
    action: str, target: str, layer: str
) -> None:
    found = view(f"""
    stages:
      - name: S
        touchpoints:
          - {{name: A, {action}, backstage: {{text: Back, to: s.c}}}}
          - {{name: B}}
          - {{name: C, {target}}}
    """)
    assert references_at(found, 2) == [(layer, "Back")]


def test_a_column_without_a_cell_of_its_own_shows_its_number_in_its_stage_s() -> None:
    found = view("""
    stages:
      - {name: S, backstage: {text: Back, to: t.b}, touchpoints: [{name: A}]}
      - {name: T, backstage: All day, touchpoints: [{name: B}]}
    """)
    assert references_at(found, 1) == [("backstage", "Back")]


def test_a_connection_to_nothing_is_left_out() -> None:
    found = view(NEIGHBOURS.format(to="nowhere"))
    assert set(connected(found).values()) == {Connected()}


def test_times_are_added_up_from_the_second_on() -> None:
    text = """
    kind: service-blueprint
    stages:
      - name: S
        touchpoints:
          - {name: A, duration: 5 min, wait: 2 days}
          - {name: B, duration: 10-20 min}
          - {name: C, duration: 1 h, elapsed: 12+ months}
    """
    assert view(text).totals == {"duration": Duration(75 * MINUTE, 85 * MINUTE)}


def test_sums_are_those_of_the_insights() -> None:
    text = """
    kind: service-blueprint
    stages:
      - {name: Apply, duration: 2 days, wait: 1 day}
      - {name: Hear, duration: 2 days}
      - {name: Begin, duration: 9 days, touchpoints: [{name: A, wait: 1 hour}]}
    """
    found = total_times(make_map(text).journey)
    assert {total.kind: total.moments for total in found} == {
        "duration": 2, "elapsed": 1, "wait": 2,
    }  # fmt: skip
    assert view(text).totals == {
        "duration": Duration(4 * DAY, 4 * DAY), "wait": Duration(25 * HOUR, 25 * HOUR),
    }  # fmt: skip
