"""Small parts that many views draw: icons, faces, bars, badges."""

from __future__ import annotations

import re
from functools import lru_cache

from mkdocs_journey.catalog import SCALE
from mkdocs_journey.lanes import Lane
from mkdocs_journey.render.escape import Html, escape
from mkdocs_journey.render.icons import symbol
from mkdocs_journey.translations import Translator, mark, mark_in

LEVELS = {"low": 1, "medium": 2, "high": 3, "critical": 3}
LEVEL_LABELS = {
    "low": mark("Low"),
    "medium": mark("Medium"),
    "high": mark("High"),
}
"""Words of an impact or effort."""
SEVERITY_LABELS = {
    "low": mark_in("severity", "Low"),
    "medium": mark_in("severity", "Medium"),
    "high": mark_in("severity", "High"),
    "critical": mark_in("severity", "Critical"),
}
WORK_LABELS = {
    "idea": mark("Idea"),
    "planned": mark("Planned"),
    "doing": mark("In progress"),
    "done": mark("Done"),
    "dropped": mark("Dropped"),
}
CRITERION_SIGNS = {True: "✓", False: "✕", None: "?"}
"""Signs of a checkpoint's criteria by whether they are met."""
_USED = re.compile('#(?<=href="#)journey-i-([^"]*)')
"""Name of an icon wherever one is used; begins with one character, which is found fastest."""


@lru_cache(maxsize=1024)
def icon(name: str, extra: str = "journey-icon") -> Html:
    """Reference to an icon of the page's sprite; decoration, because words stand beside it.

    It is `xlink:href`, because Material's instant navigation sets the `href` of every element
    that has one, which fails on SVG's and ends its script. Like the badges below it is remembered:
    a map shows the same few dozens of times.
    """
    use = f'<use xlink:href="#journey-i-{escape(name)}"/>'
    return Html(f'<svg class="{extra}" aria-hidden="true">{use}</svg>')


def nearest(score: float) -> int:
    """The nearest whole score from 1 to 5; a half counts as the better one."""
    return min(5, max(1, int(score + 0.5)))


def score_word(translator: Translator, score: float) -> str:
    """The scale's word for a score, for feelings that name no emotion."""
    return translator.text(SCALE[nearest(score) - 1])


def lane_label(translator: Translator, lane: Lane) -> str:
    """Name of a lane, not escaped; the site's own lanes bring finished labels."""
    return lane.label if lane.is_custom else translator.text(lane.label)


def face(score: float) -> Html:
    """Face of a score from 1 to 5: that of the nearest whole score."""
    whole = nearest(score)
    return icon(f"face-{whole}", f"journey-face journey-face--{whole}")


def level(name: str) -> Html:
    """Bars of a level from low to high."""
    return icon(f"level-{LEVELS[name]}", "journey-level")


@lru_cache(maxsize=64)
def level_meter(translator: Translator, name: str | None) -> Html:
    """Bars and word of an impact or effort; a dash where nobody said."""
    if name is None:
        return Html("–")
    label = escape(translator.text(LEVEL_LABELS[name]))
    return Html(f'<span class="journey-meter">{level(name)}{label}</span>')


@lru_cache(maxsize=64)
def severity(translator: Translator, name: str) -> Html:
    """Badge of a pain's severity: bars and its word."""
    label = escape(translator.text(SEVERITY_LABELS[name]))
    return Html(f'<span class="journey-sev journey-sev--{name}">{level(name)}{label}</span>')


@lru_cache(maxsize=64)
def work_status(translator: Translator, name: str) -> Html:
    """Badge of an opportunity's or action's status."""
    sign = "progress" if name == "doing" else name
    label = escape(translator.text(WORK_LABELS[name]))
    return Html(f'<span class="journey-state journey-state--{sign}">{label}</span>')


def hidden(text: str) -> Html:
    """Words for screen readers only."""
    return Html(f'<span class="journey-sr">{escape(text)}</span>')


_GRADIENTS = (
    '<linearGradient id="journey-line" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="0" '
    'y2="100"><stop class="journey-stop--pos" offset=".1"/><stop class="journey-stop--mid" '
    'offset=".5"/><stop class="journey-stop--neg" offset=".9"/></linearGradient>'
    '<linearGradient id="journey-area" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="0" '
    'y2="100"><stop class="journey-stop--pos" offset="0" stop-opacity=".36"/>'
    '<stop class="journey-stop--pos" offset=".5" stop-opacity=".03"/>'
    '<stop class="journey-stop--neg" offset=".5" stop-opacity=".03"/>'
    '<stop class="journey-stop--neg" offset="1" stop-opacity=".36"/></linearGradient>'
)
"""Colours of the curve by height: good above, bad below, pale at neutral."""


def sprite(*parts: str) -> str:
    """Icons and gradients that parts of finished HTML refer to, each once, in a fixed order."""
    used = sorted(set().union(*map(_USED.findall, parts)))
    symbols = "".join([symbol(name, f"journey-i-{name}") for name in used])
    has_curve = any("url(#journey-" in html for html in parts)
    gradients = f"<defs>{_GRADIENTS}</defs>" if has_curve else ""
    return (
        '<svg class="journey-sprite" aria-hidden="true" width="0" height="0">'
        f"{gradients}{symbols}</svg>"
    )
