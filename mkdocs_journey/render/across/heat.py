"""Cells of heat-maps, whose tint repeats a number that stands in them."""

from __future__ import annotations

from mkdocs_journey.render.across.desk import Desk
from mkdocs_journey.render.escape import Html, escape
from mkdocs_journey.render.parts import hidden, icon
from mkdocs_journey.views.insights.places import NEUTRAL


def heat(score: float | None, extra: str = "") -> Html:
    """Attributes of a cell that are tinted by how far a mean feeling lies from neutral."""
    if score is None:
        return Html(f' class="journey-heat__cell{extra}"')
    side = "lo" if score < NEUTRAL else "hi"
    strength = abs(score - NEUTRAL) / 2
    return Html(
        f' class="journey-heat__cell{extra} journey-heat--{side}" style="--a:{strength:.2f}"'
    )


def unmapped(desk: Desk) -> Html:
    """A cell of what nobody mapped: blank, with words for screen readers."""
    return Html(f"<td{heat(None)}>{hidden(desk.text('not mapped'))}</td>")


def mean_feeling(desk: Desk, score: float | None) -> Html:
    """A mean feeling as a number."""
    if score is None:
        return Html(f'<b aria-hidden="true">–</b>{hidden(desk.text("no feeling"))}')
    number = escape(desk.context.translator.score(score))
    return Html(f"<b>{number}{hidden(' ' + desk.text('of 5') + ',')}</b>")


def pains_mark(desk: Desk, n: int) -> Html:
    """How many pains: a sign and a number; where there are none, for screen readers only."""
    speak = desk.context.translator
    words = hidden(speak.count("{n} pain point", "{n} pain points", n))
    if not n:
        return words
    number = escape(speak.number(n))
    return Html(
        f'<small class="journey-heat__pains" aria-hidden="true">{icon("pains")}{number}</small>'
        f"{words}"
    )
