"""SVG path text of a curve's pieces, in the 100 × 100 box that a cell stretches over its column."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_journey.views.curve import Piece

NEUTRAL = "50"
"""y of score 3, where areas and stems stand."""


def number(value: float) -> str:
    """Return a coordinate with at most one decimal, which is finer than a screen."""
    return _shortened(f"{value:z.1f}")


def path_data(piece: Piece) -> str:
    """Return the `d` of a piece in its box."""
    return _shortened(f"M{piece.start:z.1f} {piece.heights[0]:z.1f}{_cubic(piece)}")


def run_data(pieces: Sequence[Piece]) -> str:
    """Return the `d` of pieces each of which begins where the one before ends, at least one."""
    return path_data(pieces[0]) + _shortened("".join(map(_cubic, pieces[1:])))


def _cubic(piece: Piece) -> str:
    start, end, (_, y1, y2, y3), _ = piece
    third = (end - start) / 3
    return f"C{start + third:z.1f} {y1:z.1f} {end - third:z.1f} {y2:z.1f} {end:z.1f} {y3:z.1f}"


def _shortened(written: str) -> str:
    """Numbers of one decimal each, without those that are zero."""
    return written.replace(".0", "")


def close_area(first: Piece, path: str) -> str:
    """Return the `d` of the area between neutral and a path, which begins with its first piece."""
    return f"{path}V{NEUTRAL}H{number(first.start)}Z"


def stem_path(x: float, y: float) -> str:
    """Return the `d` of the stem from a point to neutral, empty where the point is neutral."""
    top = number(y)
    return "" if top == NEUTRAL else f"M{number(x)} {top}V{NEUTRAL}"
