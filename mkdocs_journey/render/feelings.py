"""The emotion curve: one cell of it draws its own marker and the line to the next one."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_journey.render.context import Context
from mkdocs_journey.render.curve_path import close_area, number, path_data, stem_path
from mkdocs_journey.render.escape import escape
from mkdocs_journey.render.parts import face, score_word
from mkdocs_journey.render.sheet import Plot, Sheet
from mkdocs_journey.translations import half_up
from mkdocs_journey.values.feelings import Feeling
from mkdocs_journey.views.curve import Column, Curve, Drop, Piece, Point
from mkdocs_journey.views.layout import FeelingLine

LABEL = 0.8
"""Points of score that the label of a drop is high, with a little air."""


_LINE = 'stroke="url(#journey-line)"'


def draw_plot(
    sheet: Sheet,
    lines: Sequence[FeelingLine],
    at: int,
    is_moment: bool,
    unscored: str,
    *,
    is_named: bool = False,
) -> Plot:
    """The drawing of one column: one line, or two that share it.

    A named line says on each mark whose it is: a narrow screen shows it without its row's head.
    """
    is_last = at == len(lines[0].curve.columns) - 1
    drawn = "".join(
        _curve_svg(line.curve.columns[at], is_alternative=index > 0, is_last=is_last)
        for index, line in enumerate(lines)
    )
    marks = (
        _pair_marks(sheet, lines, at, is_moment)
        if len(lines) > 1
        else _line_marks(sheet, lines[0], at, is_moment, is_named=is_named)
    )
    if not marks:
        word = escape(unscored or sheet.context.text("no data"))
        marks = (
            '<p class="journey-mark journey-mark--none">'
            f'<span class="journey-mark__word">{word}</span></p>'
        )
    named = " journey-plot--named" if is_named or len(lines) > 1 else ""
    return Plot(f'<div class="journey-plot{named}">{drawn}', f"{marks}</div>")


def _curve_svg(column: Column, *, is_alternative: bool, is_last: bool) -> str:
    """Line, area and stems of one column in its 100 x 100 box."""
    lines = [(piece, path_data(piece)) for piece in column.pieces]
    paths = "".join([_line(piece, path) for piece, path in lines])
    if not is_alternative:
        areas = [_area(piece, path) for piece, path in lines if not piece.gap]
        paths = "".join([*areas, *map(_stem, column.points), paths])
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


def _area(piece: Piece, path: str) -> str:
    area = close_area(piece, path)
    return f'<path class="journey-curve__area" fill="url(#journey-area)" d="{area}"/>'


def _line(piece: Piece, path: str) -> str:
    gap = " journey-curve__line--gap" if piece.gap else ""
    return f'<path class="journey-curve__line{gap}" {_LINE} d="{path}"/>'


def _stem(point: Point) -> str:
    path = stem_path((point.x - point.column - 0.5) * 100, point.y)
    return f'<path class="journey-curve__stem" {_LINE} d="{path}"/>' if path else ""


def _line_marks(
    sheet: Sheet, line: FeelingLine, at: int, is_moment: bool, *, is_named: bool
) -> str:
    curve = line.curve
    who = _who(line) if is_named else ""
    marks = "".join(
        _mark(
            sheet, point, feeling, _flag(sheet.context, curve, point), who=who, is_moment=is_moment
        )
        for point, feeling in zip(curve.columns[at].points, line.feelings[at], strict=True)
    )
    if curve.drop is not None and curve.drop.start.column == at:
        marks += _drop(sheet.context, curve.drop)
    return marks


def _who(line: FeelingLine, *, is_shown: bool = False) -> str:
    """Whose mark it is, for screen readers and narrow screens, or for everybody."""
    hidden = "" if is_shown else " journey-sr"
    return f'<span class="journey-mark__who{hidden}">{escape(line.persona)}:</span> '


def _flag(context: Context, curve: Curve, point: Point) -> tuple[str, str, str]:
    """Class, sign and words of a point that is the highest or lowest of its line.

    The sign says which it is; the colour of bad is kept for what feels bad, and that of good alike.
    """
    if point in curve.highest:
        return " journey-mark--high" * (point.score >= 3), "▲", context.text("highest")
    if point in curve.lowest:
        return " journey-mark--low" * (point.score <= 3), "▼", context.text("lowest")
    return "", "", ""


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
    flag: tuple[str, str, str] = ("", "", ""),
    *,
    extra: str = "",
    who: str = "",
    side: str = "",
    word_class: str = "",
    is_moment: bool = False,
) -> str:
    """Face, word and score of one point."""
    context = sheet.context
    kind, sign, said = flag
    score = context.translator.number(point.score)
    words = context.text("{score} of 5", score=score) + (f" ({said})" if said else "")
    default = "" if feeling.emotion else " journey-mark__word--default"
    word = (
        context.markdown(feeling.emotion)
        if feeling.emotion
        else escape(score_word(context.translator, point.score))
    )
    x = point.x - point.column - 0.5
    place = f"--s:{number(point.score)}" + (f";--x:{x:.3g}" if x else "")
    moment = " journey-mark--moment" if is_moment else ""
    within = " journey-mark--within" if x else ""
    sign = f'<span class="journey-mark__flag" aria-hidden="true">{sign}</span> ' if sign else ""
    cites = sheet.cite(feeling.sources) if feeling.sources else ""
    return (
        f'<p class="journey-mark journey-mark--{side or point.word}{kind}{moment}{within}{extra}" '
        f'style="{place}">{face(point.score)}<span class="journey-mark__word{default}{word_class}">'
        f'{sign}{who}{word}{cites}</span><span class="journey-sr"> {escape(words)}</span></p>'
    )


def _pair_marks(sheet: Sheet, lines: Sequence[FeelingLine], at: int, is_moment: bool) -> str:
    """Marks of two personas: the upper word stands above, the lower below, one marker for a tie.

    Names stand where the lines are furthest apart; elsewhere screen readers hear them.
    """
    columns = [line.curve.columns[at] for line in lines]
    means = [column.mean for column in columns]
    both = None not in means
    is_tie = both and [p.score for p in columns[0].points] == [p.score for p in columns[1].points]
    is_first_above = both and (means[0] or 0) >= (means[1] or 0)
    widest = _widest(lines)
    marks = ""
    first: tuple[str, tuple[str, str, str]] | None = None
    for index, (line, column) in enumerate(zip(lines, columns, strict=True)):
        side = ("above" if is_first_above == (index == 0) else "below") if both else ""
        extra = " journey-mark--alt" if index else ""
        extra += " journey-mark--tie" if is_tie else ""
        who = _who(line, is_shown=at == widest)
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


def draw_reasons(sheet: Sheet, moments: Sequence[Sequence[Feeling]]) -> str:
    """Why a moment feels as it does and how strongly, in words; empty where nobody said."""
    context = sheet.context
    said = []
    for feeling in (feeling for moment in moments for feeling in moment):
        strength = ""
        if feeling.intensity is not None:
            value = context.translator.number(feeling.intensity)
            text = context.text("Intensity {value} of 5", value=value)
            strength = f'<span class="journey-note__facts">{escape(text)}</span>'
        if feeling.why or strength:
            said.append(f'<p class="journey-why">{context.markdown(feeling.why)}{strength}</p>')
    return "".join(said)
