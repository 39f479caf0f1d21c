"""Sparkline: a whole emotion curve in the height of a line."""

from __future__ import annotations

from itertools import groupby

from mkdocs_journey.render.context import Context
from mkdocs_journey.render.curve_path import close_area, number, run_data
from mkdocs_journey.render.escape import Html, escape
from mkdocs_journey.views.curve import Curve, Piece, Point


def sparkline(context: Context, curve: Curve, name: str) -> Html:
    """A curve with its highest and lowest points; screen readers hear its name and numbers."""
    count = len(curve.moments)
    pieces = (_scaled(piece, count) for piece in curve.line)
    paths = "".join(_run(tuple(run)) for _, run in groupby(pieces, lambda piece: piece.gap))
    # A lone point has no line, and is neither the highest nor the lowest.
    dots = "" if curve.line else "".join(_dot(point, count, "") for point in curve.points)
    dots += "".join(_dot(point, count, "") for point in curve.highest[:1])
    dots += "".join(_dot(point, count, " journey-spark__dot--low") for point in curve.lowest[:1])
    scores = ", ".join(
        context.text("no data") if mean is None else context.translator.number(mean)
        for mean in curve.means
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


def _run(pieces: tuple[Piece, ...]) -> str:
    """Neighbouring pieces in one path: lists draw hundreds of curves. Below a gap is no area."""
    path = run_data(pieces)
    line = f'stroke="url(#journey-line)" d="{path}"/>'
    if pieces[0].gap:
        return f'<path class="journey-curve__line journey-curve__line--gap" {line}'
    area = f'fill="url(#journey-area)" d="{close_area(pieces[0], path)}"/>'
    return f'<path class="journey-curve__area" {area}<path class="journey-curve__line" {line}'


def _dot(point: Point, count: int, kind: str) -> str:
    """The shape says highest or lowest; the colour says good or bad, as on the map."""
    kind += " is-good" * (point.score > 3) + " is-bad" * (point.score < 3)
    place = f"--x:{point.x / count:.3g};--s:{number(point.score)}"
    return f'<i class="journey-spark__dot{kind}" style="{place}"></i>'
