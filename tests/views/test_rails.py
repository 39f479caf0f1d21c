"""Rails: which cards they join, and that no two of them run or arrive at the same place."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journey.views.blueprint import Blueprint
from mkdocs_journey.views.rails import (
    MOST_TRACKS,
    Place,
    Rail,
    Segment,
    Stub,
    find_segments,
    find_stubs,
    lay_rails,
    set_ports,
)
from tests.drawing_maps import blueprint_of, make_map


def place(row: int, column: int, span: int = 1, number: int = 0, count: int = 1) -> Place:
    return Place(row, column, span, number, count)


@pytest.mark.parametrize(
    ("one", "other", "rail"),
    [
        (place(0, 1), place(2, 1), Rail(1, 0, 2, columns=(1,))),
        (place(2, 1), place(0, 1), Rail(1, 0, 2, columns=(1,))),
        (place(0, 1), place(2, 2), Rail(2, 0, 2, columns=(1, 2))),
        (place(2, 2), place(0, 1), Rail(2, 0, 2, columns=(1, 2))),
        (place(1, 1), place(1, 2, number=1), Rail(2, 1, 1, columns=(1, 2))),
        (place(1, 1), place(1, 1, number=1), Rail(1, 1, 1, columns=(1,))),
        (place(0, 0, span=3), place(2, 1), Rail(1, 0, 2, columns=(1,))),
        (place(0, 0, span=3), place(2, 3), Rail(3, 0, 2, columns=(3,))),
        (place(0, 1), place(2, 3), None),
        (place(0, 0, span=2), place(2, 3), None),
    ],
)
def test_cards_within_a_column_and_in_neighbouring_ones_are_joined(
    one: Place, other: Place, rail: Rail | None
) -> None:
    assert lay_rails([(one, other)]) == (rail,)


def test_a_short_rail_runs_inside_a_long_one() -> None:
    long, short = (place(0, 0), place(4, 0)), (place(1, 0), place(3, 0))
    assert lay_rails([long, short]) == (Rail(0, 0, 4, 1, (0,)), Rail(0, 1, 3, 0, (0,)))


def test_rails_that_do_not_meet_share_a_track() -> None:
    above, below = (place(0, 0), place(1, 0)), (place(2, 0), place(3, 0))
    assert [rail.track for rail in lay_rails([above, below]) if rail] == [0, 0]


def test_a_full_gutter_takes_no_more() -> None:
    laid = lay_rails([(place(0, 0), place(2, 0))] * (MOST_TRACKS + 2))
    assert laid[MOST_TRACKS:] == (None, None)
    assert [rail.track for rail in laid if rail] == list(range(MOST_TRACKS))


def test_a_bracket_needs_two_tracks() -> None:
    row = (place(0, 0, count=2), place(0, 0, number=1, count=2))
    assert [rail and rail.track for rail in lay_rails([row] * 4)] == [0, 2, 4, None]


places = st.builds(
    place, st.integers(0, 4), st.integers(0, 3), st.integers(1, 3), st.integers(0, 2)
)


@given(st.lists(st.tuples(places, places), max_size=20))
def test_no_two_rails_take_the_same_track_of_a_gutter_in_the_same_row(
    ends: list[tuple[Place, Place]],
) -> None:
    rails = [rail for rail in lay_rails(ends) if rail]
    for one, other in combinations(rails, 2):
        if one.gutter == other.gutter and set(one.tracks) & set(other.tracks):
            assert one.last < other.first or other.last < one.first
    assert all(rail.tracks.stop <= MOST_TRACKS for rail in rails)


stubs_of_a_card = st.tuples(
    st.sampled_from(["start", "end"]), st.sampled_from(["up", "down", "along"]), st.integers(0, 5)
)


@given(st.lists(stubs_of_a_card, max_size=8), st.integers(0, 1))
def test_no_two_rails_meet_a_card_at_the_same_port(
    stubs: list[tuple[str, str, int]], number: int
) -> None:
    made = [Stub(side, towards, 1, track) for side, towards, track in stubs]  # type: ignore[arg-type]
    found = set_ports(made, place(0, 0, number=number))
    assert len({(stub.side, stub.port) for stub in found}) == len(found)
    if number == 0:
        assert all(stub.port != 1 for stub in found), "the line between first cards is there"


def test_a_rail_leaves_a_card_at_the_edge_that_its_gutter_is_at() -> None:
    rail = Rail(2, 0, 3)
    before, wide, after = place(0, 1), place(0, 0, span=4), place(3, 2)
    assert find_stubs(rail, before, after) == (
        Stub("end", "down", 2, 0), Stub("start", "up", 2, 0),
    )  # fmt: skip
    assert find_stubs(rail, after, wide)[1] == Stub("block", "down", 2, 0)


def test_the_sides_of_a_bracket_do_not_cross() -> None:
    upper, lower, before = place(0, 1), place(0, 1, number=1), place(0, 0)
    rail = Rail(1, 0, 0, track=2)
    assert [stub.track for stub in find_stubs(rail, upper, lower)] == [2, 3]
    assert [stub.track for stub in find_stubs(rail, lower, upper)] == [3, 2]
    assert [stub.track for stub in find_stubs(rail, before, upper)] == [3, 2]


def test_rails_run_through_the_rows_between_their_cards_and_brackets_along_their_own() -> None:
    assert find_segments([Rail(1, 0, 3, 2, (0, 1)), Rail(0, 2, 2, 4, (0,))]) == (
        Segment(1, 1, 2, (0, 1), is_bar=False), Segment(2, 1, 2, (0, 1), is_bar=False),
        Segment(2, 0, 4, (0,), is_bar=True),
    )  # fmt: skip


MAP = """
stages:
  - name: S
    touchpoints:
      - name: A
        doing: {text: Do, id: do, to: [{id: crm, label: skips, two_way: true}, next]}
        frontstage: Front
        support: {text: CRM, id: crm}
      - name: B
        backstage: {text: Next, id: next}
"""


def view(text: str) -> Blueprint:
    return blueprint_of(make_map(text))


def test_both_ends_name_each_other_and_the_start_has_the_label() -> None:
    ends = {
        step.card.text: [(end.link.name, end.link.label, end.link.way, end.stub.side)
                         for end in step.connected.rails]
        for layer in view(MAP).layers
        for cell in layer.cells
        for step in cell.steps
    }  # fmt: skip
    assert ends == {
        "Do": [("CRM", "skips", "both", "start"), ("Next", "", "to", "end")],
        "Front": [],
        "CRM": [("Do", "", "both", "start")],
        "Next": [("Do", "", "from", "start")],
    }


def test_cells_between_hold_the_parts_that_run_through_them() -> None:
    found = view(MAP)
    through = {
        (layer.lane.id, cell.cell.start): [segment.gutter for segment in cell.segments]
        for layer in found.layers
        for cell in layer.cells
        if cell.segments
    }
    assert through == {("frontstage", 0): [0], ("frontstage", 1): [1], ("backstage", 0): [0]}
    assert found.tracks == 1


def test_what_finds_no_room_carries_a_number() -> None:
    to = ", ".join(f"{{id: crm, label: no {number}}}" for number in range(MOST_TRACKS + 1))
    found = view(MAP.replace("{id: crm, label: skips, two_way: true}", to))
    (step,) = found.layers[0].cells[0].steps
    assert len(step.connected.rails) == MOST_TRACKS + 1, "one leads to the next column"
    assert [reference.link.label for reference in step.connected.references] == ["no 6"]
