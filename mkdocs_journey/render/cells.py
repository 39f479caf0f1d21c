"""What stands in a cell of the grid, by the shape of its lane."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, TypeAlias

from mkdocs_journey.lanes import Lane, LaneShape
from mkdocs_journey.render.context import Context
from mkdocs_journey.render.escape import Html, escape
from mkdocs_journey.render.inline import quoted
from mkdocs_journey.render.metrics import draw_health, draw_metrics
from mkdocs_journey.render.notes import (
    draw_gains,
    draw_opportunities,
    draw_pains,
    draw_quotes,
)
from mkdocs_journey.render.parts import CRITERION_SIGNS, icon
from mkdocs_journey.render.quantities import amount_html, duration_text
from mkdocs_journey.render.sheet import Sheet, href_of, link
from mkdocs_journey.values.cards import Card, Image, Link
from mkdocs_journey.values.measures import Criterion
from mkdocs_journey.values.times import Duration
from mkdocs_journey.views.layout import Cell

Draw: TypeAlias = Callable[[Sheet, Any], str]

TIME_ICONS = ("duration", "elapsed", "wait")
"""Icons of the three times of a lane, in the order of its content."""


def cell_drawer(sheet: Sheet, lane: Lane) -> Callable[[Cell], str]:
    """What draws the content of a lane's filled cells as HTML."""
    match lane.shape:
        case LaneShape.PAINS:
            return lambda cell: draw_pains(sheet, sheet.pains_of(cell.holder))
        case LaneShape.OPPORTUNITIES:
            return lambda cell: draw_opportunities(sheet, sheet.opportunities_of(cell.holder))
        case shape:
            draw = _DRAW[shape]
            return lambda cell: draw(sheet, cell.content)


def draw_card(sheet: Sheet, card: Card, text: str) -> str:
    """A card's text with what belongs to it."""
    if len(card.__dict__) == 1:  # the text alone, as of most cards
        return text
    context = sheet.context
    note = f'<small class="journey-note">{context.markdown(card.note)}</small>' if card.note else ""
    cites = sheet.cite(card.sources) if card.sources else ""
    return f"{draw_actor(context, card)}{text}{cites}{note}{draw_flags(context, card)}"


def draw_actor(context: Context, card: Card) -> str:
    """Who acts, before a card's text; empty where nobody said."""
    if not card.actor:
        return ""
    return f'<span class="journey-actor">{context.markdown(card.actor)}</span> '


def draw_flags(context: Context, card: Card) -> str:
    """Marks of a card where the service often fails, or that decides."""
    flags = ""
    if card.fail_point:
        label = context.label("Fail point")
        flags += f'<span class="journey-fail">{icon("fail")}{label}</span>'
    if card.moment_of_truth:
        label = context.label("Moment of truth")
        flags += f'<span class="journey-tp__moment">{icon("star")}{label}</span>'
    return flags


def _draw_cards(sheet: Sheet, cards: Sequence[Card]) -> str:
    markdown = sheet.context.markdown
    return draw_items([draw_card(sheet, card, markdown(card.text)) for card in cards])


def _draw_quoted(sheet: Sheet, cards: Sequence[Card]) -> str:
    markdown = sheet.context.markdown
    return draw_items([draw_card(sheet, card, quoted(card.text, markdown)) for card in cards])


def draw_items(items: Sequence[str]) -> str:
    """Items of a cell: a lone one by itself, several as a list."""
    if len(items) == 1:
        return items[0]
    return f'<ul class="journey-items"><li>{"</li><li>".join(items)}</li></ul>'


def _draw_text(sheet: Sheet, text: str) -> str:
    return sheet.context.markdown(text)


def _draw_images(sheet: Sheet, images: Sequence[Image]) -> str:
    drawn = ""
    for image in images:
        source = href_of(sheet.context, image.src)
        if source:
            drawn += (
                f'<img class="journey-image" src="{escape(source)}" alt="{escape(image.alt)}" '
                'loading="lazy" decoding="async">'
            )
    return drawn


def draw_links(sheet: Sheet, links: Sequence[Link]) -> str:
    """Links of a cell, each by its name, else by its address."""
    context = sheet.context
    return draw_items(
        [link(context, item.url, context.in_link(item.text) if item.text else escape(item.url))
         for item in links]
    )  # fmt: skip


_STATES = {True: "met", False: "not-met", None: "unknown"}


def _draw_checkpoint(sheet: Sheet, criteria: Sequence[Criterion]) -> str:
    context = sheet.context
    words = {True: context.label("met"), False: context.label("not met"),
             None: context.label("not known")}  # fmt: skip
    items = "".join(
        f'<li class="journey-check journey-check--{_STATES[item.met]}">'
        f'<span aria-hidden="true">{CRITERION_SIGNS[item.met]}</span>'
        f'<span>{context.markdown(item.text)}<span class="journey-sr">, {words[item.met]}'
        "</span></span></li>"
        for item in criteria
    )
    met = sum(item.met is True for item in criteria)
    done = " journey-state--done" if met == len(criteria) else ""
    progress = escape(context.text("{n} of {all} met", n=met, all=len(criteria)))
    share = f"--p:{100 * met / len(criteria):.0f}"
    return (
        f'<span class="journey-state{done}" style="{share}">{progress}</span>'
        f'<ul class="journey-checks">{items}</ul>'
    )


def time_labels(context: Context) -> tuple[Html, Html, Html]:
    """Names of a lane's three times, in the order of its content."""
    return context.label("Duration"), context.label("Elapsed"), context.label("Wait")


def draw_times(sheet: Sheet, times: Sequence[Duration | None]) -> str:
    """Hands-on time, time on the calendar and waiting time of a moment."""
    context = sheet.context
    return "".join(
        f'<span class="journey-time journey-time--{name}">{icon(name)}'
        f'<span><span class="journey-time__label">{label}</span> '
        f"{amount_html(duration_text(context.translator, time))}</span></span>"
        for name, label, time in zip(TIME_ICONS, time_labels(context), times, strict=True)
        if time is not None
    )


_DRAW: Mapping[LaneShape, Draw] = MappingProxyType(
    {
        LaneShape.CARDS: _draw_cards,
        LaneShape.QUOTED_CARDS: _draw_quoted,
        LaneShape.STEPS: _draw_cards,
        LaneShape.TEXT: _draw_text,
        LaneShape.QUOTES: draw_quotes,
        LaneShape.GAINS: draw_gains,
        LaneShape.METRICS: draw_metrics,
        LaneShape.IMAGES: _draw_images,
        LaneShape.LINKS: draw_links,
        LaneShape.HEALTH: draw_health,
        LaneShape.CHECKPOINT: _draw_checkpoint,
        LaneShape.TIMES: draw_times,
    }
)
