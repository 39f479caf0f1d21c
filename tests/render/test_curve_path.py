"""SVG path text of a curve's pieces."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journey.render.curve_path import close_area, number, path_data, stem_path
from mkdocs_journey.views.curve import Piece, curve


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (-0.0, "0"),
        (-0.04, "0"),
        (100 / 3, "33.3"),
        (50, "50"),
        (99.96, "100"),
        (-17.5, "-17.5"),
        (-0.06, "-0.1"),
    ],
)
def test_numbers_are_short(value: float, text: str) -> None:
    assert number(value) == text


def test_a_piece_is_a_cubic() -> None:
    (piece,) = curve([[4], [2], [3], [5]]).columns[1].pieces

    assert path_data(piece) == "M0 75C33.3 75 66.7 61.1 100 50"
    assert close_area(piece, path_data(piece)) == "M0 75C33.3 75 66.7 61.1 100 50V50H0Z"


def test_an_area_ends_where_its_piece_begins() -> None:
    piece = Piece(35, 65, (0, 10, 20, 30), gap=False)
    assert close_area(piece, path_data(piece)) == "M35 0C45 10 55 20 65 30V50H35Z"


@pytest.mark.parametrize(("y", "path"), [(25, "M0 25V50"), (100, "M0 100V50"), (50, "")])
def test_a_stem_stands_on_neutral(y: float, path: str) -> None:
    assert stem_path(0, y) == path


@given(st.lists(st.lists(st.floats(1, 5), min_size=1, max_size=4), min_size=2, max_size=6))
def test_paths_hold_only_short_numbers(moments: list[list[float]]) -> None:
    for column in curve(moments).columns:
        for piece in column.pieces:
            numbers = re.split("[MC ]", path_data(piece))[1:]
            assert len(numbers) == 8
            assert all(re.fullmatch(r"(?!-0$)-?\d+(\.[1-9])?", text) for text in numbers)
