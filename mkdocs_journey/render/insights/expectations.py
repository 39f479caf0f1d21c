"""Expectations beside what happens."""

from __future__ import annotations

from mkdocs_journey.render.context import Context
from mkdocs_journey.render.escape import Html, join
from mkdocs_journey.render.insights.panel import (
    Head,
    Panel,
    feeling_word,
    gap,
    heading_id,
    pain_key,
    path_link,
    scroll,
    table,
)
from mkdocs_journey.render.parts import face, hidden
from mkdocs_journey.translations import mark
from mkdocs_journey.values.cards import Card
from mkdocs_journey.values.feelings import Feeling
from mkdocs_journey.views.insights import Insights
from mkdocs_journey.views.insights.expectations import Expectation
from mkdocs_journey.views.insights.pains import HotSpot


def expectations_panel(found: Insights, context: Context) -> Panel | None:
    """What is expected beforehand, and moment by moment beside what happens."""
    view = found.expectations
    if not view.beforehand and not view.moments:
        return None
    title = context.label("Expected and experienced")
    lead = context.label("What customers expect, beside what happens and how it feels.")
    body = _beforehand(view.beforehand, context) + _moments(view.moments, context)
    return Panel("expectations", title, lead, body, bool(view.moments))


def _beforehand(texts: tuple[str, ...], context: Context) -> Html:
    if not texts:
        return Html("")
    label = context.label("Beforehand")
    items = join(Html(f"<li>{context.markdown(text)}</li>") for text in texts)
    return Html(f'<p class="journey-panel__sub">{label}</p><ul class="journey-plain">{items}</ul>')


_HEADS = (
    Head(mark("Moment")),
    Head(mark("Expected")),
    Head(mark("What happens")),
    Head(mark("Feeling")),
    Head(mark("Pain points")),
)


def _moments(moments: tuple[Expectation, ...], context: Context) -> str:
    if not moments:
        return ""
    lines = (_row(moment, context) for moment in moments)
    content = table(context, _HEADS, lines)
    return scroll(heading_id(context, "expectations"), content)


def _row(moment: Expectation, context: Context) -> Html:
    feelings = join((_feeling(feeling, context) for feeling in moment.feelings), " ")
    pains = join(_pain(spot, context) for spot in moment.pains)
    return Html(
        f'<tr><th scope="row">{path_link(context, moment.place)}</th>'
        f"<td>{_cards(moment.expecting, context)}</td>"
        f"<td>{_cards(moment.doing, context) or '–'}</td>"
        f"<td>{feelings or gap(context.label('no data'))}</td><td>{pains or '–'}</td></tr>"
    )


def _cards(cards: tuple[Card, ...], context: Context) -> Html:
    return join(Html(f"<p>{context.markdown(card.text)}</p>") for card in cards)


def _feeling(feeling: Feeling, context: Context) -> Html:
    score = feeling.score or 3
    spoken = context.text(", {score} of 5", score=context.translator.number(score))
    return Html(
        f'<span class="journey-with-icon">{face(score)}'
        f"<span>{feeling_word(context, feeling)}{hidden(spoken)}</span></span>"
    )


def _pain(spot: HotSpot, context: Context) -> Html:
    return Html(f"<p>{pain_key(context, spot)} {context.markdown(spot.pain.text)}</p>")
