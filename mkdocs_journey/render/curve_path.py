"""SVG path text of a curve's pieces, in the 100 × 100 box that a cell stretches over its column."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_journey.views.curve import Piece

NEUTRAL = "50"
"""y of score 3, where areas and stems stand."""


def number(value: float) -> str:
    """Return a coordinate with at most one decimal, which is finer than a screen."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def path_data(piece: Piece) -> str:
    """Return the `d` of a piece in its box."""
    return run_data((piece,))


def run_data(pieces: Sequence[Piece]) -> str:
    """Return the `d` of pieces each of which begins where the one before ends, at least one."""
    start = f"M{number(pieces[0].start)} {number(pieces[0].heights[0])}"
    return start + "".join(map(_cubic, pieces))


def _cubic(piece: Piece) -> str:
    third = (piece.end - piece.start) / 3
    _, y1, y2, y3 = map(number, piece.heights)
    x1, x2, x3 = map(number, (piece.start + third, piece.end - third, piece.end))
    return f"C{x1} {y1} {x2} {y2} {x3} {y3}"


def area_path(piece: Piece) -> str:
    """Return the `d` of the area between a piece and neutral."""
    return run_area((piece,))


def run_area(pieces: Sequence[Piece]) -> str:
    """Return the `d` of the area between a run of pieces and neutral."""
    return f"{run_data(pieces)}V{NEUTRAL}H{number(pieces[0].start)}Z"


def stem_path(x: float, y: float) -> str:
    """Return the `d` of the stem from a point to neutral, empty where the point is neutral."""
    foot, top = number(x), number(y)
    return "" if top == NEUTRAL else f"M{foot} {top}V{NEUTRAL}"
