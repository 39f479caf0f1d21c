"""SVG path text of a curve's pieces, in the 100 × 100 box that a cell stretches over its column."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_journey.views.curve import Piece

NEUTRAL = "50"
"""y of score 3, where areas and stems stand."""


def number(value: float) -> str:
    """Return a coordinate with at most one decimal, which is finer than a screen."""
    rounded = round(value, 1)
    whole = int(rounded)
    return str(whole) if rounded == whole else str(rounded)


def path_data(piece: Piece) -> str:
    """Return the `d` of a piece in its box."""
    return f"M{number(piece.start)} {number(piece.heights[0])}{_cubic(piece)}"


def run_data(pieces: Sequence[Piece]) -> str:
    """Return the `d` of pieces each of which begins where the one before ends, at least one."""
    return path_data(pieces[0]) + "".join(map(_cubic, pieces[1:]))


def _cubic(piece: Piece) -> str:
    start, end = piece.start, piece.end
    third = (end - start) / 3
    _, y1, y2, y3 = piece.heights
    return (
        f"C{number(start + third)} {number(y1)} {number(end - third)} {number(y2)} "
        f"{number(end)} {number(y3)}"
    )


def close_area(first: Piece, path: str) -> str:
    """Return the `d` of the area between neutral and a path, which begins with its first piece."""
    return f"{path}V{NEUTRAL}H{number(first.start)}Z"


def stem_path(x: float, y: float) -> str:
    """Return the `d` of the stem from a point to neutral, empty where the point is neutral."""
    foot, top = number(x), number(y)
    return "" if top == NEUTRAL else f"M{foot} {top}V{NEUTRAL}"
