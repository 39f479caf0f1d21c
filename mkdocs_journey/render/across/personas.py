"""The personas as cards."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_journey.queries import Query
from mkdocs_journey.render.across.desk import Desk
from mkdocs_journey.render.across.frame import framed, row_attributes
from mkdocs_journey.render.across.parts import channel_names, map_link, mood
from mkdocs_journey.render.escape import Html, escape, join
from mkdocs_journey.render.header import draw_avatar
from mkdocs_journey.render.inline import quoted
from mkdocs_journey.render.insights.panel import dotted, gap, tag
from mkdocs_journey.render.parts import face, hidden, score_word
from mkdocs_journey.render.quantities import count_html
from mkdocs_journey.render.spark import sparkline
from mkdocs_journey.views.across.listing import Answer, answer
from mkdocs_journey.views.across.people import PersonaJourney, PersonaRow
from mkdocs_journey.views.across.personas import PERSONAS
from mkdocs_journey.views.across.rows import page_address
from mkdocs_journey.views.anchors import Anchors
from mkdocs_journey.views.header import initials

MOST_JOURNEYS = 3
"""Journeys that a card draws, the worst first; the persona's page has them all."""


def draw_personas(query: Query, desk: Desk) -> Html:
    """The cards that a query asks for."""
    found = answer(PERSONAS, query, desk.overview)
    return framed(desk, found, lambda group: _cards(desk, found, group.rows))


def _cards(desk: Desk, found: Answer[PersonaRow], rows: Sequence[PersonaRow]) -> Html:
    shown = set(found.columns)
    cards = join(
        Html(f'<li class="journey-card"{row_attributes(found, row)}>{_card(desk, row, shown)}</li>')
        for row in rows
    )
    return Html(f'<ul class="journey-cards">{cards}</ul>')


def _card(desk: Desk, row: PersonaRow, shown: set[str]) -> Html:
    persona, context = row.persona, desk.at(row.path)
    drawn = _head(desk, row, shown)
    if "quote" in shown and persona.quote:
        drawn += f'<p class="journey-card__text">{quoted(persona.quote, context.in_link)}</p>'
    if "channel" in shown and persona.channels:
        drawn += f'<p class="journey-card__icons">{channel_names(desk, persona.channels)}</p>'
    if "journeys" in shown:
        drawn += _journeys(desk, row)
    if "feeling" in shown and row.feeling is not None:
        label = desk.label("Mean feeling")
        drawn += f'<p class="journey-card__fact">{label} {mood(desk, row.feeling)}</p>'
    if "lowest" in shown and row.lowest is not None:
        drawn += _lowest(desk, row.lowest)
    return Html(drawn)


def _head(desk: Desk, row: PersonaRow, shown: set[str]) -> str:
    """Picture, name and role; of a persona without a page the map that describes them."""
    persona, context = row.persona, desk.at(row.path)
    avatar = draw_avatar(context, persona.avatar, initials(persona.name))
    name = desk.link(page_address(row.path), context.in_link(persona.name), "journey-card__link")
    facts = dotted(
        context.in_link(text)
        for column, text in (("role", persona.role), ("segment", persona.segment))
        if column in shown
    )
    small = f'<span class="journey-card__line">{facts}</span>' if facts else ""
    if row.page is None:
        said = tag(desk.text("Described in a journey"))
        small += f'<span class="journey-card__line">{said}</span>'
    return (
        f'<div class="journey-card__who">{avatar}<div>'
        f'<p class="journey-card__title">{name}</p>{small}</div></div>'
    )


def _journeys(desk: Desk, row: PersonaRow) -> str:
    count = desk.context.translator.count("{n} journey", "{n} journeys", len(row.journeys))
    if not row.journeys:
        return f'<p class="journey-card__fact">{gap(desk.text("In no journey yet"))}</p>'
    drawn = row.worst_first[:MOST_JOURNEYS]
    items = "".join(f"<li>{_journey(desk, journey)}</li>" for journey in drawn)
    more = len(row.journeys) - len(drawn)
    rest = ""
    if more:
        text = count_html(desk.context.translator.count("and {n} more", "and {n} more", more))
        address = page_address(row.path, Anchors().part("journeys"))
        rest = f'<p class="journey-card__fact">{desk.link(address, text)}</p>'
    return (
        f'<p class="journey-card__fact">{count_html(count)}</p>'
        f'<ul class="journey-plain journey-card__journeys">{items}</ul>{rest}'
    )


def _journey(desk: Desk, journey: PersonaJourney) -> str:
    title = map_link(desk, journey.map)
    curve = journey.felt.curve
    if not curve.points:
        return f"{title} {gap(desk.text('No feelings yet'))}"
    return f"{title}{sparkline(desk.context, curve, desk.text('Feeling by touchpoint'))}"


def _lowest(desk: Desk, journey: PersonaJourney) -> str:
    lowest = journey.felt.lowest
    assert lowest is not None
    context = desk.at(journey.map.path)
    emotion = lowest.feeling.emotion
    word = (
        context.in_link(emotion)
        if emotion
        else escape(score_word(context.translator, lowest.score))
    )
    place = desk.link(journey.address_of(lowest.place), context.in_link(lowest.name))
    said = hidden(desk.text("Lowest moment") + ": ")
    return (
        f'<p class="journey-card__low">{face(lowest.score)}<span>{said}{place}, {word}</span></p>'
    )
