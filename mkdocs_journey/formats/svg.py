"""A map's emotion curve as one picture that any viewer draws.

Only attributes: no style sheet, no `var()`, no `foreignObject`, no script and nothing from
elsewhere, because viewers of SVG outside browsers know none of these.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from textwrap import wrap

from mkdocs_journey.atlas import Map
from mkdocs_journey.catalog import Catalog
from mkdocs_journey.formats.json import without_surrogates
from mkdocs_journey.render.curve_path import number
from mkdocs_journey.render.escape import escape
from mkdocs_journey.render.inline import plain
from mkdocs_journey.render.parts import nearest, score_word
from mkdocs_journey.translations import Translator
from mkdocs_journey.views.columns import Column, columns
from mkdocs_journey.views.curve import Curve, Piece, Point
from mkdocs_journey.views.layout import FeelingLine, feeling_lines, stage_heads

COLUMN, PLOT, LEFT, PAD = 132.0, 220.0, 56.0, 14.0
"""Sizes in pixels: a column, the height from score 5 to 1, the scale's width, the margin."""
TITLE, STAGE, NAMES, LEGEND = 40.0, 30.0, 64.0, 24.0

_FONT = "Helvetica, Arial, sans-serif"
_INK, _FAINT, _RULE, _PAPER, _BAND = "#1f2430", "#5b6272", "#d5d9e2", "#ffffff", "#eef1f8"
_LINES = ("#3949ab", "#b3541e", "#2e7d57", "#8e3a80", "#5d6a1f")
_DOTS = ("#c62828", "#d9731a", "#8f8a1c", "#4f8f3a", "#2e7d32")
_WIDE = 19
"""Characters of 12 pixels that fit a column."""


def write(map: Map, catalog: Catalog, translator: Translator) -> str:
    """The curve with stages, touchpoints and feelings; a moment without a feeling has no point."""
    across = columns(map.journey, catalog)
    lines = feeling_lines(map)
    top = PAD + TITLE + STAGE + 26
    width = LEFT + COLUMN * len(across) + PAD
    height = top + PLOT + 38 + NAMES + (LEGEND if len(lines) > 1 else 0) + PAD
    title = escape(plain(map.title))
    body = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{number(width)}" '
        f'height="{number(height)}" viewBox="0 0 {number(width)} {number(height)}" role="img" '
        f'font-family="{_FONT}">',
        f"<title>{title}</title>",
        f'<rect width="{number(width)}" height="{number(height)}" fill="{_PAPER}"/>',
        _text(LEFT, PAD + 20, plain(map.title), size=18, anchor="start", weight="bold"),
        *_stages(across, top),
        *_scale(top, width),
        *_names(across, top + PLOT + 42),
    ]
    for at, line in enumerate(lines):
        body += _line(line, _LINES[at % len(_LINES)], top, translator, has_words=len(lines) == 1)
    if len(lines) > 1:
        body += _legend(lines, height - PAD - 4)
    return without_surrogates("\n".join([*body, "</svg>"]) + "\n")


def _text(
    x: float,
    y: float,
    text: str,
    *,
    size: int = 12,
    anchor: str = "middle",
    weight: str = "normal",
    fill: str = _INK,
) -> str:
    return (
        f'<text x="{number(x)}" y="{number(y)}" font-size="{size}" font-weight="{weight}" '
        f'text-anchor="{anchor}" fill="{fill}">{escape(text)}</text>'
    )


def _centre(column: float) -> float:
    return LEFT + COLUMN * column


def _stages(across: tuple[Column, ...], top: float) -> Iterator[str]:
    y = top - STAGE - 26
    for head in stage_heads(across):
        x, width = _centre(head.start), COLUMN * head.span
        yield (
            f'<rect x="{number(x + 1)}" y="{number(y)}" width="{number(width - 2)}" '
            f'height="{number(STAGE)}" rx="4" fill="{_BAND}"/>'
        )
        name = _short(plain(head.stage.name), _WIDE * head.span)
        yield _text(x + width / 2, y + 20, name, size=13, weight="bold")
        if head.index:
            yield _rule(x, y, x, top + PLOT + 20)


def _rule(x1: float, y1: float, x2: float, y2: float, colour: str = _RULE) -> str:
    return (
        f'<line x1="{number(x1)}" y1="{number(y1)}" x2="{number(x2)}" y2="{number(y2)}" '
        f'stroke="{colour}" stroke-width="1"/>'
    )


def _scale(top: float, width: float) -> Iterator[str]:
    for score in range(1, 6):
        y = top + PLOT * (5 - score) / 4
        yield _rule(LEFT, y, width - PAD, y)
        yield _text(LEFT - 12, y + 4, str(score), anchor="end", fill=_FAINT)


def _names(across: tuple[Column, ...], top: float) -> Iterator[str]:
    for column in across:
        rows = wrap(plain(column.name), _WIDE) if column.touchpoint else []
        for at, row in enumerate(_cut(rows, 4)):
            yield _text(_centre(column.index + 0.5), top + 15 * at, _short(row, _WIDE))


def _cut(rows: list[str], most: int) -> list[str]:
    return rows if len(rows) <= most else [*rows[: most - 1], f"{rows[most - 1]}…"]


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _line(
    line: FeelingLine, colour: str, top: float, translator: Translator, *, has_words: bool
) -> Iterator[str]:
    yield from _pieces(line.curve, colour, top)
    for column, felt in zip_longest(line.curve.columns, line.feelings):
        for point, feeling in zip(column.points, felt, strict=True):
            x, y = _centre(point.x), top + PLOT * point.y / 100
            fill = _DOTS[nearest(point.score) - 1] if has_words else colour
            yield (
                f'<circle cx="{number(x)}" cy="{number(y)}" r="5" fill="{fill}" '
                f'stroke="{_PAPER}" stroke-width="2"/>'
            )
            if has_words:
                word = plain(feeling.emotion) or score_word(translator, point.score)
                yield _word(point, x, y, _short(word, _WIDE))


def _word(point: Point, x: float, y: float, word: str) -> str:
    return _text(x, y + (18 if point.word == "below" else -11), word, fill=_FAINT)


def _pieces(curve: Curve, colour: str, top: float) -> Iterator[str]:
    for piece in curve.line:
        dashes = ' stroke-dasharray="2 5"' if piece.gap else ""
        yield (
            f'<path d="{_path(piece, top)}" fill="none" stroke="{colour}" stroke-width="2.5" '
            f'stroke-linecap="round"{dashes}/>'
        )


def _path(piece: Piece, top: float) -> str:
    third = (piece.end - piece.start) / 3
    xs = (piece.start, piece.start + third, piece.end - third, piece.end)
    first, *rest = (
        f"{number(_centre(x))} {number(top + PLOT * y / 100)}"
        for x, y in zip(xs, piece.heights, strict=True)
    )
    return f"M{first}C{' '.join(rest)}"


def _legend(lines: tuple[FeelingLine, ...], y: float) -> Iterator[str]:
    for at, line in enumerate(lines):
        x = LEFT + at * COLUMN
        yield _rule(x, y - 4, x + 18, y - 4, _LINES[at % len(_LINES)])
        yield _text(x + 24, y, _short(plain(line.persona), _WIDE - 4), anchor="start")
