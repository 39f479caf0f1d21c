"""The emotion curve: from the scores of a map's moments to the pieces that its cells draw.

The line is a monotone piecewise cubic, so that it never shows a feeling that nobody reported:
between two scores it stays between them, and a highest or lowest moment is the highest or lowest
point of the line.

x counts columns (the centre of column `i` is `i + 0.5`); y is 0 at score 5 and 100 at score 1.

F. N. Fritsch and R. E. Carlson, "Monotone Piecewise Cubic Interpolation", SIAM J. Numer. Anal. 17
(1980), say which tangents keep a cubic monotone; F. N. Fritsch and J. Butland, "A Method for
Constructing Local Monotone Piecewise Cubic Interpolants", SIAM J. Sci. Stat. Comput. 5 (1984), give
the weighted harmonic mean that is used here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import floor, fsum
from typing import Literal, NamedTuple, TypeAlias

Moment: TypeAlias = Sequence[float] | None
"""Scores of one moment from first to last, 1 worst, 5 best; `None` or no score: nobody said."""

Side: TypeAlias = Literal["above", "below"]

Heights: TypeAlias = tuple[float, float, float, float]
"""y of a cubic Bézier's first point, its two control points and its last point."""

REACH = 0.35
"""How far from its column's centre a change within a moment begins and ends, in columns."""

SMALLEST_DROP = 2
"""A fall of fewer points between two moments is no drop worth naming."""


class Point(NamedTuple):
    """A score and where it stands; like the pieces a tuple, because a site has thousands."""

    column: int
    x: float
    """In columns."""
    score: float
    word: Side
    """The side of the point on which the line leaves room for a word."""

    @property
    def y(self) -> float:
        """The height in the box: 0 for score 5, 100 for score 1."""
        return height(self.score)


class Piece(NamedTuple):
    """A cubic Bézier whose control points stand at the thirds of its width.

    So x runs evenly along it, and only the heights need to be kept.
    """

    start: float
    end: float
    heights: Heights
    gap: bool
    """It crosses moments without a feeling: a dotted link, not a value."""

    def y_at(self, x: float) -> float:
        """Return the height at `x`, which lies between `start` and `end`."""
        return _split(self.heights, (x - self.start) / (self.end - self.start))[0][3]

    def between(self, start: float, end: float) -> Piece:
        """Return the part from `start` to `end`, cut by de Casteljau: the very same curve."""
        if start <= self.start and self.end <= end:
            return self
        heights = self.heights
        if end < self.end:
            heights = _split(heights, (end - self.start) / (self.end - self.start))[0]
        else:
            end = self.end
        if start > self.start:
            heights = _split(heights, (start - self.start) / (end - self.start))[1]
        else:
            start = self.start
        return Piece(start, end, heights, self.gap)

    def in_box(self, column: int) -> Piece:
        """Return this piece in a column's box: x is 0 at its centre and 100 at the next one's."""
        centre = column + 0.5
        return Piece((self.start - centre) * 100, (self.end - centre) * 100, self.heights, self.gap)


class Column(NamedTuple):
    """What one moment's cell shows; without points, the moment has no feeling."""

    points: tuple[Point, ...]
    pieces: tuple[Piece, ...]
    """From this column's centre to the next one's, in the 100 × 100 box of `Piece.in_box`.

    The first column with a feeling also holds what lies to the left of its centre, at negative x.
    """
    mean: float | None
    """As `Curve.means` has it."""


@dataclass(frozen=True, slots=True)
class Drop:
    """The largest fall between two neighbouring moments."""

    start: Point
    end: Point
    fall: float
    """In points of score, above zero."""
    x: float
    """Half-way between the two points, in columns."""
    score: float
    """The score that the line passes half-way, where a label may stand."""


@dataclass(frozen=True)
class Curve:
    """One persona's feelings along a map."""

    moments: tuple[tuple[Point, ...], ...]
    """Points of each moment; none where nobody said how it feels."""
    means: tuple[float | None, ...]
    """The mean of each moment's scores: a change within a moment counts once."""
    line: tuple[Piece, ...]
    """The whole line, x in columns."""
    highest: tuple[Point, ...]
    """All points with the best score; empty where all points are equal: none stands out."""
    lowest: tuple[Point, ...]
    drop: Drop | None
    mean: float | None
    """The unweighted mean of the moments' means; `None` where no moment has a feeling."""

    @property
    def points(self) -> tuple[Point, ...]:
        """All points from left to right."""
        return tuple([point for points in self.moments for point in points])

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """What each moment's cell shows, cut where it is drawn so: a list shows the line alone."""
        return tuple(map(Column, self.moments, _boxes(self.line, len(self.moments)), self.means))


def height(score: float) -> float:
    """Return y of a score: 0 for 5, 50 for 3, 100 for 1."""
    return 100 - 25 * (score - 1)


def curve(moments: Sequence[Moment], skipped: Collection[int] = ()) -> Curve:
    """Return the curve through the moments' scores, one column a moment.

    `skipped` are columns that are no moments of this curve, as where two maps share a table: the
    line passes them as if they were not there.
    """
    groups = _points_by_column(moments)
    points = [point for group in groups for point in group]
    line = _line(points, skipped)
    means = [mean_score([point.score for point in group]) if group else None for group in groups]
    known = [mean for mean in means if mean is not None]
    highest, lowest = _extremes(points)
    return Curve(
        moments=tuple(groups),
        means=tuple(means),
        line=line,
        highest=highest,
        lowest=lowest,
        drop=_drop(points, line),
        mean=mean_score(known),
    )


def mean_score(scores: Iterable[float]) -> float | None:
    """The mean of scores; `None` where there are none."""
    known = list(scores)
    if len(known) == 1:
        return known[0]  # as of most moments
    return fsum(known) / len(known) if known else None


def _points_by_column(moments: Sequence[Moment]) -> list[tuple[Point, ...]]:
    spots = [
        (column, x, score)
        for column, moment in enumerate(moments)
        if moment
        for x, score in _spread(column, moment)
    ]
    scores = [score for _, _, score in spots]
    groups: list[tuple[Point, ...]] = [()] * len(moments)
    for index, (column, x, score) in enumerate(spots):
        groups[column] += (Point(column, x, score, _side(scores, index)),)
    return groups


def _spread(column: int, scores: Sequence[float]) -> list[tuple[float, float]]:
    """Scores of a moment, at least one, with their places."""
    centre = column + 0.5
    if len(scores) == 1:
        return [(centre, scores[0])]
    last = len(scores) - 1
    return [(centre + REACH * (2 * at / last - 1), score) for at, score in enumerate(scores)]


def _side(scores: Sequence[float], index: int) -> Side:
    """Below in a dip, and below neutral at an end; else above: where the line does not run."""
    score = scores[index]
    if 0 < index < len(scores) - 1:
        before, after = scores[index - 1], scores[index + 1]
        dips = score <= before and score <= after and (score < before or score < after)
    else:
        dips = score < 3
    return "below" if dips else "above"


def _line(points: Sequence[Point], skipped: Collection[int]) -> tuple[Piece, ...]:
    heights = [height(point.score) for point in points]
    gaps = [after.x - before.x for before, after in pairwise(points)]
    slopes = [
        (after - before) / gap for (before, after), gap in zip(pairwise(heights), gaps, strict=True)
    ]
    tangents = _tangents(gaps, slopes)
    pieces: list[Piece] = []
    for index, (before, after) in enumerate(pairwise(points)):
        first, last, width = heights[index], heights[index + 1], gaps[index]
        leaving, arriving = tangents[index] * width / 3, tangents[index + 1] * width / 3
        is_gap = after.column - before.column > 1 and any(
            at not in skipped for at in range(before.column + 1, after.column)
        )
        pieces.append(
            Piece(before.x, after.x, (first, first + leaving, last - arriving, last), is_gap)
        )
    return tuple(pieces)


def _tangents(gaps: Sequence[float], slopes: Sequence[float]) -> list[float]:
    """Return the slope at each point: level at a turn, else a mean of the slopes beside it."""
    if len(slopes) < 2:
        return [*slopes, *slopes]
    inner = [
        3 * (left + right) / ((2 * right + left) / slope + (right + 2 * left) / following)
        if slope * following > 0
        else 0.0
        for (left, right), (slope, following) in zip(pairwise(gaps), pairwise(slopes), strict=True)
    ]
    # The end tangents let the second derivative vanish. An inner tangent is at most three times the
    # slope beside it, so they keep that slope's sign, and the ends are monotone as well.
    return [(3 * slopes[0] - inner[0]) / 2, *inner, (3 * slopes[-1] - inner[-1]) / 2]


def _boxes(line: Sequence[Piece], count: int) -> list[tuple[Piece, ...]]:
    boxes: list[list[Piece]] = [[] for _ in range(count)]
    first = floor(line[0].start) if line else 0
    for piece in line:
        start, column = piece.start, max(first, floor(piece.start - 0.5))
        while column + 1.5 < piece.end:
            boxes[column].append(piece.between(start, column + 1.5).in_box(column))
            start, column = column + 1.5, column + 1
        rest = piece if start == piece.start else piece.between(start, piece.end)
        boxes[column].append(rest.in_box(column))
    return [tuple(box) for box in boxes]


def _extremes(points: Sequence[Point]) -> tuple[tuple[Point, ...], tuple[Point, ...]]:
    scores = {point.score for point in points}
    if len(scores) < 2:
        return (), ()
    best, worst = max(scores), min(scores)
    return (
        tuple([point for point in points if point.score == best]),
        tuple([point for point in points if point.score == worst]),
    )


def _drop(points: Sequence[Point], line: Sequence[Piece]) -> Drop | None:
    """Return the first of the largest falls.

    A fall is what the line shows between two moments: from the last score of one to the first of
    the next. Means would give a number that nobody can see, and a fall within a moment is that
    moment's own story.
    """
    largest: Drop | None = None
    for piece, (before, after) in zip(line, pairwise(points), strict=True):
        if after.score >= before.score or after.column - before.column != 1:
            continue
        fall = round(before.score - after.score, 6)  # 4.1 - 2.1 is a little less than 2
        if fall >= SMALLEST_DROP and (largest is None or fall > largest.fall):
            middle = (before.x + after.x) / 2
            largest = Drop(before, after, fall, middle, 1 + (100 - piece.y_at(middle)) / 25)
    return largest


def _split(heights: Heights, t: float) -> tuple[Heights, Heights]:
    """Return both parts of a cubic that is cut at `t` (de Casteljau's algorithm)."""
    a, b, c, d = heights
    ab, bc, cd = a + (b - a) * t, b + (c - b) * t, c + (d - c) * t
    abc, bcd = ab + (bc - ab) * t, bc + (cd - bc) * t
    middle = abc + (bcd - abc) * t
    return (a, ab, abc, middle), (middle, bcd, cd, d)
