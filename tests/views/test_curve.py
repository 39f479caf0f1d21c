"""The emotion curve: what it draws for known maps, and the laws that hold for every map."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journey.views.curve import REACH, Curve, Moment, Piece, curve, height

SERRA = [[4], [4], [2], [3], [5], [1], [5], [4]]

scores = st.floats(1, 5, allow_nan=False)
moments = st.lists(st.none() | st.lists(scores, max_size=5), max_size=12)


def columns_without_feeling(drawn: Curve) -> list[int]:
    return [index for index, column in enumerate(drawn.columns) if not column.points]


def spans(pieces: tuple[Piece, ...]) -> list[tuple[float, float]]:
    return [(round(piece.start, 9), round(piece.end, 9)) for piece in pieces]


def samples(piece: Piece, count: int = 16) -> list[float]:
    width = piece.end - piece.start
    return [piece.y_at(piece.start + width * step / count) for step in range(count + 1)]


# What it draws


@pytest.mark.parametrize(
    ("column", "heights"),
    [
        (0, (25, 25, 25, 25)),
        (1, (25, 25, 75, 75)),
        (2, (75, 75, 61.1, 50)),
        (3, (50, 38.9, 0, 0)),
        (4, (0, 0, 100, 100)),
        (5, (100, 100, 0, 0)),
        (6, (0, 0, 12.5, 25)),
    ],
)
def test_each_cell_holds_the_line_to_the_next_moment(
    column: int, heights: tuple[float, ...]
) -> None:
    (piece,) = curve(SERRA).columns[column].pieces

    assert (piece.start, piece.end, piece.gap) == (0, 100, False)
    assert piece.heights == pytest.approx(heights, abs=0.05)


def test_the_last_cell_holds_no_line() -> None:
    assert curve(SERRA).columns[7].pieces == ()


def test_two_moments_are_joined_by_a_straight_line() -> None:
    (piece,) = curve([[5], [1]]).columns[0].pieces

    assert piece.heights == pytest.approx((0, 100 / 3, 200 / 3, 100))


def test_moments_without_a_feeling_are_crossed_by_a_gap_in_each_cell() -> None:
    drawn = curve([[2], None, [], [5], [4]])

    assert columns_without_feeling(drawn) == [1, 2]
    assert [piece.gap for column in drawn.columns for piece in column.pieces] == [True] * 3 + [
        False
    ]
    assert [spans(column.pieces) for column in drawn.columns] == [[(0, 100)]] * 4 + [[]]


def test_nothing_is_drawn_where_feelings_are_missing_at_an_end() -> None:
    drawn = curve([None, [3], [4], None])

    assert [len(column.pieces) for column in drawn.columns] == [0, 1, 0, 0]


@pytest.mark.parametrize("nothing", [[], [None], [None, []]])
def test_a_map_without_feelings_has_an_empty_curve(nothing: list[Moment]) -> None:
    drawn = curve(nothing)

    assert len(drawn.columns) == len(nothing)
    assert not any((drawn.points, drawn.line, drawn.highest, drawn.lowest))
    assert (drawn.drop, drawn.mean) == (None, None)


def test_a_single_feeling_is_a_point_without_a_line() -> None:
    drawn = curve([None, [2]])

    assert [(point.column, point.x, point.score, point.word) for point in drawn.points] == [
        (1, 1.5, 2, "below")
    ]
    assert drawn.line == ()


def test_a_change_within_a_moment_runs_across_its_column() -> None:
    drawn = curve([[3], [1, 3, 5], [4]])

    assert [point.x for point in drawn.columns[1].points] == pytest.approx(
        [1.5 - REACH, 1.5, 1.5 + REACH]
    )
    assert spans(drawn.columns[0].pieces) == [(0, 65), (65, 100)]
    assert spans(drawn.columns[1].pieces) == [(0, 35), (35, 100)]


@pytest.mark.parametrize("before", [[], [None, None]])
def test_the_first_feeling_also_holds_what_lies_left_of_its_centre(before: list[Moment]) -> None:
    drawn = curve([*before, [1, 2, 3, 4, 5], [4]])

    (*earlier, first, _) = drawn.columns
    assert [start for start, _ in spans(first.pieces)] == [-35, -17.5, 0, 17.5, 35]
    assert not any(column.pieces for column in earlier)


# What stands out


def test_all_highest_and_lowest_moments_are_marked() -> None:
    drawn = curve(SERRA)

    assert [point.column for point in drawn.highest] == [4, 6]
    assert [point.column for point in drawn.lowest] == [5]


def test_in_a_flat_curve_nothing_stands_out() -> None:
    drawn = curve([[4], [4], None, [4]])

    assert (drawn.highest, drawn.lowest) == ((), ())


@pytest.mark.parametrize(
    ("moments", "fall"),
    [
        (SERRA, (4, 5, 4)),
        ([[5], [3], [5], [3]], (0, 1, 2)),
        ([[4.1], [2.1]], (0, 1, 2)),
        ([[5], [3.1]], None),
        ([[5], None, [1]], None),
        ([[1], [5]], None),
        ([[5, 1], [1]], None),
        ([[1, 5], [5, 2], [1]], None),
        ([[1, 5], [2, 5]], (0, 1, 3)),
    ],
)
def test_the_largest_drop_is_between_neighbours(
    moments: list[Moment], fall: tuple[int, int, float] | None
) -> None:
    drop = curve(moments).drop

    assert (drop and (drop.start.column, drop.end.column, drop.fall)) == fall


def test_the_drop_knows_where_its_label_stands() -> None:
    drop = curve(SERRA).drop

    assert drop is not None
    assert (drop.x, drop.score) == (5, 3)


@pytest.mark.parametrize(
    ("moments", "words"),
    [
        (SERRA, "above above below above above below above above"),
        ([[2], [3], [2]], "below above below"),
        ([[5], [2], [2], [5]], "above below below above"),
        ([[4], [2], None, [3]], "above below above"),
        ([[3], [3], [3]], "above above above"),
    ],
)
def test_words_stand_where_the_line_leaves_room(moments: list[Moment], words: str) -> None:
    assert " ".join(point.word for point in curve(moments).points) == words


def test_a_change_within_a_moment_counts_once_in_the_mean() -> None:
    drawn = curve([[1, 5], None, [5]])

    assert [column.mean for column in drawn.columns] == [3, None, 5]
    assert drawn.mean == 4


# Laws


@given(moments)
def test_the_line_passes_through_every_point(moments: list[Moment]) -> None:
    drawn = curve(moments)
    ends = [(piece.start, piece.heights[0]) for piece in drawn.line] + [
        (piece.end, piece.heights[3]) for piece in drawn.line[-1:]
    ]

    assert [point.score for point in drawn.points] == [
        score for moment in moments for score in moment or ()
    ]
    if len(drawn.points) > 1:
        assert ends == [(point.x, point.y) for point in drawn.points]


@given(moments)
def test_the_line_never_overshoots_and_never_turns_between_points(moments: list[Moment]) -> None:
    for piece in curve(moments).line:
        heights = samples(piece)
        first, last = piece.heights[0], piece.heights[3]
        slack = 1e-9
        assert min(first, last) - slack <= min(heights) <= max(heights) <= max(first, last) + slack
        direction = 1 if last >= first else -1
        assert all((after - before) * direction >= -slack for before, after in pairwise(heights))


@given(moments)
def test_the_line_has_no_corners(moments: list[Moment]) -> None:
    for before, after in pairwise(curve(moments).line):
        leaving = (before.heights[3] - before.heights[2]) / (before.end - before.start)
        arriving = (after.heights[1] - after.heights[0]) / (after.end - after.start)
        assert leaving == pytest.approx(arriving, abs=1e-6)


@given(moments)
def test_the_cells_together_draw_the_line(moments: list[Moment]) -> None:
    drawn = curve(moments)
    boxed = [
        (index + 0.5, piece)
        for index, column in enumerate(drawn.columns)
        for piece in column.pieces
    ]
    drawn_spans = [
        (centre + piece.start / 100, centre + piece.end / 100) for centre, piece in boxed
    ]

    assert all(end == pytest.approx(start) for (_, end), (start, _) in pairwise(drawn_spans))
    if drawn.line:
        assert (drawn_spans[0][0], drawn_spans[-1][1]) == pytest.approx(
            (drawn.line[0].start, drawn.line[-1].end)
        )
    for (start, end), (_, piece) in zip(drawn_spans, boxed, strict=True):
        middle = (start + end) / 2
        (whole,) = [part for part in drawn.line if part.start <= middle < part.end]
        assert piece.gap == whole.gap
        assert piece.y_at((piece.start + piece.end) / 2) == pytest.approx(
            whole.y_at(middle), abs=1e-6
        )


@given(moments)
def test_cells_draw_from_their_centre_to_the_next(moments: list[Moment]) -> None:
    first = next((index for index, moment in enumerate(moments) if moment), 0)
    for index, column in enumerate(curve(moments).columns):
        for piece in column.pieces:
            assert piece.start >= (-50 if index == first else 0)
            assert piece.start < piece.end <= 100


@given(moments)
def test_a_gap_is_drawn_only_across_missing_feelings(moments: list[Moment]) -> None:
    drawn = curve(moments)
    missing = set(columns_without_feeling(drawn))
    for piece, (before, after) in zip(drawn.line, pairwise(drawn.points), strict=True):
        assert piece.gap == any(
            column in missing for column in range(before.column + 1, after.column)
        )


@given(moments)
def test_the_same_moments_give_the_same_curve(moments: list[Moment]) -> None:
    assert curve(moments) == curve(
        [None if moment is None else tuple(moment) for moment in moments]
    )


@given(scores)
def test_a_better_score_stands_higher(score: float) -> None:
    assert 0 <= height(score) <= 100
    assert height(5) <= height(score) <= height(1)
