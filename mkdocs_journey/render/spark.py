"""Sparkline: a whole emotion curve in the height of a line."""

from __future__ import annotations

from mkdocs_journey.render.context import Context
from mkdocs_journey.render.curve_path import area_path, number, path_data
from mkdocs_journey.render.escape import Html, escape
from mkdocs_journey.views.curve import Curve, Piece, Point


def sparkline(context: Context, curve: Curve, name: str) -> Html:
    """A curve with its highest and lowest points; screen readers hear its name and numbers."""
    count = len(curve.columns)
    pieces = [_scaled(piece, count) for piece in curve.line]
    known = [piece for piece in pieces if not piece.gap]
    paths = "".join(
        f'<path class="journey-curve__area" fill="url(#journey-area)" d="{area_path(piece)}"/>'
        for piece in known
    )
    paths += "".join(_line(piece) for piece in pieces)
    dots = "".join(_dot(point, count, "") for point in curve.highest[:1])
    dots += "".join(_dot(point, count, " journey-spark__dot--low") for point in curve.lowest[:1])
    scores = ", ".join(
        context.text("no data") if column.mean is None else context.translator.number(column.mean)
        for column in curve.columns
    )
    label = escape(f"{name}: {scores}")
    return Html(
        f'<span class="journey-spark" role="img" aria-label="{label}">'
        '<svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">'
        f"{paths}</svg>{dots}</span>"
    )


def _scaled(piece: Piece, count: int) -> Piece:
    """A piece in the box of the whole curve, 100 wide."""
    return Piece(100 * piece.start / count, 100 * piece.end / count, piece.heights, piece.gap)


def _line(piece: Piece) -> str:
    gap = " journey-curve__line--gap" if piece.gap else ""
    return (
        f'<path class="journey-curve__line{gap}" stroke="url(#journey-line)" '
        f'd="{path_data(piece)}"/>'
    )


def _dot(point: Point, count: int, kind: str) -> str:
    """The shape says highest or lowest; the colour says good or bad, as on the map."""
    kind += " is-good" * (point.score > 3) + " is-bad" * (point.score < 3)
    place = f"--x:{point.x / count:.3g};--s:{number(point.score)}"
    return f'<i class="journey-spark__dot{kind}" style="{place}"></i>'
