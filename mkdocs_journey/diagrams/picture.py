"""An engine's SVG file as HTML, of which only known parts are kept.

The file holds text of strangers and was made by a foreign program, so nothing of it is trusted:
shapes and words are taken out of it and written anew. Elements and values that are not known are
refused, because a part of a picture would be a wrong one; other attributes are left behind, and
with them all ids, classes, styles, events and addresses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from xml.etree import ElementTree

from mkdocs_journey.diagrams.engine import UndrawableError
from mkdocs_journey.render.escape import Html, attribute, escape, join

MOST_CHARACTERS = 2_000_000
"""Size of a file that is read: several times what the largest flow takes."""

FONT_SIZE = 16
"""Units of the picture that are as high as the text around it."""

_SVG = "{http://www.w3.org/2000/svg}"
_SHAPES = frozenset({"g", "path", "rect", "circle", "ellipse", "polygon", "polyline", "line"})
_WORDS = frozenset({"text", "tspan"})
_NAMES = frozenset({"title", "desc"})

_LENGTH = re.compile(r"-?[0-9]{1,7}(?:\.[0-9]{1,6})?")
_LENGTHS = re.compile("[-0-9., ]+")
_ATTRIBUTES: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "d": re.compile("[-0-9., MLHVCSQTAZmlhvcsqtaz]+"),
        "points": _LENGTHS,
        **dict.fromkeys(
            ("x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "rx", "ry", "width", "height",
             "font-size", "stroke-width", "fill-opacity", "stroke-opacity"),
            _LENGTH,
        ),
        "stroke-dasharray": _LENGTHS,
        "stroke-linecap": re.compile("butt|round|square"),
        "stroke-linejoin": re.compile("miter|round|bevel"),
        "text-anchor": re.compile("start|middle|end"),
        "font-weight": re.compile("normal|bold|[0-9]{3}"),
        "font-style": re.compile("normal|italic"),
        "transform": re.compile(r"(?:(?:translate|rotate|scale)\([-0-9., ]+\) ?)+"),
    }
)  # fmt: skip
_PAINTED = frozenset({"fill", "stroke"})


def inline(svg: str, paints: Mapping[str, str]) -> Html:
    """Return a picture with its title and description; `paints` says what each colour becomes.

    Raises `UndrawableError` for a file that is too large, broken, or holds what is not known.
    """
    if len(svg) > MOST_CHARACTERS:
        raise UndrawableError(f"its picture has {len(svg):,} characters")
    if "<!" in svg:  # Text has no such brackets left; what has could declare entities.
        raise UndrawableError("its picture has a declaration")
    try:
        root = ElementTree.fromstring(svg)
    except ElementTree.ParseError as error:
        raise UndrawableError(f"its picture cannot be read: {error}") from error
    try:
        return _picture(root, paints)
    except RecursionError as error:
        raise UndrawableError("its picture is nested too deeply") from error


def _picture(root: ElementTree.Element, paints: Mapping[str, str]) -> Html:
    width, height = (_length(root, side) for side in ("width", "height"))
    names = (child for child in root if _tag(child) in _NAMES)
    return Html(
        f'<svg class="journey-chart" role="img" viewBox="0 0 {width:g} {height:g}" '
        f'width="{width / FONT_SIZE:g}em" height="{height / FONT_SIZE:g}em">'
        f"{join(map(_name, names))}"
        f'<g font-size="{FONT_SIZE}"{_attributes({"fill": root.get("fill", "")}, paints)}>'
        f"{_content(root, paints)}</g></svg>"
    )


def _name(element: ElementTree.Element) -> Html:
    tag = _tag(element)
    return Html(f"<{tag}>{escape(element.text or '')}</{tag}>")


def _length(element: ElementTree.Element, name: str) -> float:
    value = element.get(name, "")
    if not _LENGTH.fullmatch(value):
        raise UndrawableError(f"its picture has the {name} `{value}`")
    return float(value)


def _tag(element: ElementTree.Element) -> str:
    return element.tag.removeprefix(_SVG)


def _content(element: ElementTree.Element, paints: Mapping[str, str]) -> Html:
    children = (child for child in element if _tag(child) not in _NAMES)
    return join(_element(child, paints) for child in children)


def _element(element: ElementTree.Element, paints: Mapping[str, str]) -> Html:
    tag = _tag(element)
    if tag in _SHAPES:
        content = _content(element, paints)
    elif tag in _WORDS:
        # A space between lines, so that their words stay apart where they are copied or searched.
        lines = (_element(child, paints) for child in element)
        content = Html(f"{escape(element.text or '')}{join(lines, ' ')}")
    else:
        raise UndrawableError(f"its picture has an element `{tag}`")
    return Html(f"<{tag}{_attributes(_styled(element), paints)}>{content}</{tag}>")


def _styled(element: ElementTree.Element) -> dict[str, str]:
    """Attributes of an element, those that it sets by a style with them: `rx:4px`."""
    rules = (rule.partition(":") for rule in element.get("style", "").split(";"))
    return {**element.attrib, **{name: value.removesuffix("px") for name, _, value in rules}}


def _attributes(values: Mapping[str, str], paints: Mapping[str, str]) -> Html:
    return join(_known(values, paints))


def _known(values: Mapping[str, str], paints: Mapping[str, str]) -> Iterator[Html]:
    for name, value in values.items():
        if name in _PAINTED:
            paint = "none" if value == "none" else paints.get(value)
            if paint is None:
                raise UndrawableError(f"its picture has the colour `{value}`")
            yield attribute(name, paint)
        elif pattern := _ATTRIBUTES.get(name):
            if not pattern.fullmatch(value):
                raise UndrawableError(f"its picture has `{name}` of `{value[:40]}`")
            yield attribute(name, value)
