"""Sparklines: one path for each run of pieces, and dots where the curve is highest and lowest."""

import re

from mkdocs_journey.render.spark import sparkline
from mkdocs_journey.views.curve import curve
from tests.drawing_maps import make_context


def spark(*moments: list[float]) -> str:
    return sparkline(make_context(), curve(moments), "Feeling")


def test_neighbouring_pieces_are_one_path_and_one_area() -> None:
    html = spark([4], [2], [3], [5])
    assert html.count("<path") == 2
    (line,) = re.findall(r'line\)" d="([^"]*)"', html)
    (area,) = re.findall(r'area\)" d="([^"]*)"', html)
    assert (line.count("M"), line.count("C")) == (1, 3)
    assert area == f"{line}V50H12.5Z"


def test_below_a_gap_there_is_a_dotted_line_and_no_area() -> None:
    html = spark([4], [2], [], [3], [5])
    assert (html.count("curve__line--gap"), html.count("curve__area")) == (1, 2)
    assert "Feeling: 4, 2, no data, 3, 5" in html


def test_a_lone_feeling_is_a_dot_without_a_line() -> None:
    html = spark([4], [])
    assert "<path" not in html
    assert html.count('journey-spark__dot is-good" style="--x:0.25;--s:4"') == 1
    assert "spark__dot" not in spark([], [])
