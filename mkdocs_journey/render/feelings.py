"""The emotion curve: one cell of it draws its own marker and the line to the next one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from mkdocs_journey.render.context import Context
from mkdocs_journey.render.curve_path import close_area, number, path_data, stem_path
from mkdocs_journey.render.escape import Html, escape
from mkdocs_journey.render.parts import face, score_word
from mkdocs_journey.render.sheet import Plot, Sheet
from mkdocs_journey.translations import half_up, translator
from mkdocs_journey.values.feelings import Feeling
from mkdocs_journey.views.columns import Column as MapColumn
from mkdocs_journey.views.curve import Column, Curve, Drop, Piece, Point
from mkdocs_journey.views.layout import FeelingLine

LABEL = 0.8
"""Points of score that the label of a drop is high, with a little air."""

_Flag: TypeAlias = tuple[str, str, str]
_NO_FLAG: _Flag = ("", "", "")
_LINE = 'stroke="url(#journey-line)"'


class _Score(NamedTuple):
    """What all marks of one score show alike."""

    face: Html
    place: str
    """Its height, as a style."""
    said: Html
    """`4 of 5`."""
    word: Html
    """The scale's word, for feelings that name no emotion."""


@lru_cache(maxsize=512)
def _score(language: str, score: float) -> _Score:
    speak = translator(language)
    said = speak.text("{score} of 5", score=speak.number(score))
    word = escape(score_word(speak, score))
    return _Score(face(score), f"--s:{number(score)}", escape(said), word)


def draw_plots(
    sheet: Sheet,
    lines: Sequence[FeelingLine],
    columns: Sequence[MapColumn],
    *,
    is_named: bool = False,
) -> tuple[Plot, ...]:
    """The drawing of each column: one line, or two that share it.

    A named line says on each mark whose it is: a narrow screen shows it without its row's head.
    """
    widest = _widest(lines) if len(lines) > 1 else None
    named = " journey-plot--named" if is_named or len(lines) > 1 else ""
    last = len(columns) - 1
    plots: list[Plot] = []
    for at, column in enumerate(columns):
        drawn = ""
        for index, line in enumerate(lines):
            own = line.curve.columns[at]
            drawn += _curve_svg(own, is_alternative=index > 0, is_last=at == last)
        is_moment = column.is_moment_of_truth
        marks = (
            _pair_marks(sheet, lines, at, is_moment, is_shown=at == widest)
            if len(lines) > 1
            else _line_marks(sheet, lines[0], at, is_moment, is_named=is_named)
        ) or _no_mark(sheet.context, column)
        plots.append(Plot(f'<div class="journey-plot{named}">{drawn}', f"{marks}</div>"))
    return tuple(plots)


def _no_mark(context: Context, column: MapColumn) -> str:
    """Words of feelings that have no score, which stand where the face would."""
    felt = column.holder.feeling.values()
    unscored = ", ".join(
        feeling.emotion for moment in felt for feeling in moment if feeling.score is None
    )
    word = escape(unscored) if unscored else context.label("no data")
    return (
        '<p class="journey-mark journey-mark--none">'
        f'<span class="journey-mark__word">{word}</span></p>'
    )


def _curve_svg(column: Column, *, is_alternative: bool, is_last: bool) -> str:
    """Line, area and stems of one column in its 100 x 100 box."""
    drawn = [_piece(piece) for piece in column.pieces]
    paths = "".join([line for _, line in drawn])
    if not is_alternative:
        areas = "".join([area for area, _ in drawn])
        stems = "".join(
            [_stem((point.x - point.column - 0.5) * 100, point.y) for point in column.points]
        )
        paths = f"{areas}{stems}{paths}"
    if not paths:
        return ""
    kind = " journey-curve--alt" if is_alternative else ""
    box = "0 0 100 100"
    if is_last:
        # A box of its own on the left half: one to the right would widen the map.
        kind, box = f"{kind} journey-curve--end", "-50 0 50 100"
    return (
        f'<svg class="journey-curve{kind}" viewBox="{box}" preserveAspectRatio="none" '
        f'aria-hidden="true"><g>{paths}</g></svg>'
    )


@lru_cache(maxsize=4096)
def _piece(piece: Piece) -> tuple[str, str]:
    """Area and line of a piece; a gap has no area. Between whole scores there are few of them."""
    path, gap = path_data(piece), " journey-curve__line--gap" if piece.gap else ""
    line = f'<path class="journey-curve__line{gap}" {_LINE} d="{path}"/>'
    if gap:
        return "", line
    area = close_area(piece, path)
    return f'<path class="journey-curve__area" fill="url(#journey-area)" d="{area}"/>', line


@lru_cache(maxsize=512)
def _stem(x: float, y: float) -> str:
    path = stem_path(x, y)
    return f'<path class="journey-curve__stem" {_LINE} d="{path}"/>' if path else ""


def _line_marks(
    sheet: Sheet, line: FeelingLine, at: int, is_moment: bool, *, is_named: bool
) -> str:
    curve = line.curve
    who = _who(line) if is_named else ""
    marks = ""
    for point, feeling in zip(curve.columns[at].points, line.feelings[at], strict=True):
        flag = _flag(sheet.context, curve, point)
        marks += _mark(sheet, point, feeling, flag, who=who, is_moment=is_moment)
    if curve.drop is not None and curve.drop.start.column == at:
        marks += _drop(sheet.context, curve.drop)
    return marks


def _who(line: FeelingLine, *, is_shown: bool = False) -> str:
    """Whose mark it is, for screen readers and narrow screens, or for everybody."""
    hidden = "" if is_shown else " journey-sr"
    return f'<span class="journey-mark__who{hidden}">{escape(line.persona)}:</span> '


def _flag(context: Context, curve: Curve, point: Point) -> _Flag:
    """Class, sign and word of a point that is the highest or lowest of its line.

    The sign says which it is; the colour of bad is kept for what feels bad, and that of good alike.
    """
    if point in curve.highest:
        return " journey-mark--high" * (point.score >= 3), "▲", context.label("highest")
    if point in curve.lowest:
        return " journey-mark--low" * (point.score <= 3), "▼", context.label("lowest")
    return _NO_FLAG


def _drop(context: Context, drop: Drop, who: str = "", *, is_said_only: bool = False) -> str:
    """The fall as a label on the line, or only said where a label would cover another one."""
    amount = context.translator.number(-half_up(drop.fall))
    words = context.label("largest drop")
    who = f'<span class="journey-sr">{escape(who)}: </span>' if who else ""
    kind = "journey-sr" if is_said_only else "journey-drop"
    x = drop.x - drop.start.column - 0.5
    return (
        f'<p class="{kind}" style="--s:{number(drop.score)};--x:{x:.3g}">{who}'
        f'<span aria-hidden="true">↓</span> {amount}<span class="journey-sr"> {words}</span></p>'
    )


def _mark(
    sheet: Sheet,
    point: Point,
    feeling: Feeling,
    flag: _Flag,
    *,
    extra: str = "",
    who: str = "",
    side: str = "",
    word_class: str = "",
    is_moment: bool = False,
) -> str:
    """Face, word and score of one point."""
    kind, sign, said = flag
    score = _score(sheet.context.translator.language, point.score)
    if said:
        said = f" ({said})"
        sign = f'<span class="journey-mark__flag" aria-hidden="true">{sign}</span> '
    if feeling.emotion:
        default, word = "", sheet.context.markdown(feeling.emotion)
    else:
        default, word = " journey-mark__word--default", score.word
    x = point.x - point.column - 0.5
    moment = " journey-mark--moment" if is_moment else ""
    within, along = (" journey-mark--within", f";--x:{x:.3g}") if x else ("", "")
    cites = sheet.cite(feeling.sources) if feeling.sources else ""
    return (
        f'<p class="journey-mark journey-mark--{side or point.word}{kind}{moment}{within}{extra}" '
        f'style="{score.place}{along}">{score.face}'
        f'<span class="journey-mark__word{default}{word_class}">{sign}{who}{word}{cites}</span>'
        f'<span class="journey-sr"> {score.said}{said}</span></p>'
    )


def _pair_marks(
    sheet: Sheet, lines: Sequence[FeelingLine], at: int, is_moment: bool, *, is_shown: bool
) -> str:
    """Marks of two personas: the upper word stands above, the lower below, one marker for a tie.

    Names are shown where the lines are furthest apart; elsewhere screen readers hear them.
    """
    columns = [line.curve.columns[at] for line in lines]
    means = [column.mean for column in columns]
    both = None not in means
    is_tie = both and [p.score for p in columns[0].points] == [p.score for p in columns[1].points]
    is_first_above = both and (means[0] or 0) >= (means[1] or 0)
    marks = ""
    first: tuple[str, _Flag] | None = None
    for index, (line, column) in enumerate(zip(lines, columns, strict=True)):
        side = ("above" if is_first_above == (index == 0) else "below") if both else ""
        extra = " journey-mark--alt" if index else ""
        extra += " journey-mark--tie" if is_tie else ""
        who = _who(line, is_shown=is_shown)
        for point, feeling in zip(column.points, line.feelings[at], strict=True):
            flag = _flag(sheet.context, line.curve, point)
            said = (feeling.emotion, flag)
            same = is_tie and index and said == first
            first = first or said
            marks += _mark(
                sheet, point, feeling, flag, extra=extra, who=who, side=side,
                word_class=" journey-sr" if same else "", is_moment=is_moment and not index,
            )  # fmt: skip
    return marks + _pair_drops(sheet.context, lines, at)


def _pair_drops(context: Context, lines: Sequence[FeelingLine], at: int) -> str:
    """The largest drop of each line that begins here; the second is only said beside the first."""
    drops = [(line.persona, line.curve.drop) for line in lines]
    own = [(who, drop) for who, drop in drops if drop is not None and drop.start.column == at]
    return "".join(
        _drop(context, drop, who,
              is_said_only=index > 0 and abs(drop.score - own[0][1].score) < LABEL)
        for index, (who, drop) in enumerate(own)
    )  # fmt: skip


def _widest(lines: Sequence[FeelingLine]) -> int | None:
    """First column in which two lines are furthest apart; none where they never differ."""
    best, at = 0.0, None
    for index, (one, other) in enumerate(
        zip(lines[0].curve.columns, lines[1].curve.columns, strict=True)
    ):
        if one.mean is not None and other.mean is not None and abs(one.mean - other.mean) > best:
            best, at = abs(one.mean - other.mean), index
    return at


def draw_reasons(
    sheet: Sheet, lines: Sequence[FeelingLine], moments: Sequence[Sequence[Feeling]]
) -> str:
    """Why a moment feels as it does and how strongly, in words; empty where nobody said.

    `moments` are the feelings of each line; of two it is said whose they are. A comparison of maps
    gives none.
    """
    context = sheet.context
    said = ""
    for line, moment in zip(lines, moments, strict=False):
        who = f"<b>{escape(line.persona)}:</b> " if len(lines) > 1 else ""
        for feeling in moment:
            strength = ""
            if feeling.intensity is not None:
                value = context.translator.number(feeling.intensity)
                text = context.text("Intensity {value} of 5", value=value)
                strength = f'<span class="journey-note__facts">{escape(text)}</span>'
            if feeling.why or strength:
                why = f"{who}{context.markdown(feeling.why)}"
                said += f'<p class="journey-why">{why}{strength}</p>'
    return said
