"""Pains, gains, opportunities and quotes in a cell."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from mkdocs_journey.render.context import Context
from mkdocs_journey.render.escape import Html, escape, join
from mkdocs_journey.render.inline import quoted
from mkdocs_journey.render.parts import LEVEL_LABELS, level, severity, work_status
from mkdocs_journey.render.sheet import Sheet, href_of
from mkdocs_journey.translations import mark, translator
from mkdocs_journey.values.notes import Gain, Opportunity, Pain, Quote
from mkdocs_journey.views.columns import Placed

WHO_LABELS = {
    "customer": mark("Customer"),
    "employee": mark("Employee"),
    "system": mark("System"),
}


def draw_pains(sheet: Sheet, pains: Sequence[Placed[Pain]]) -> str:
    """Pains with their keys, which opportunities and the insights refer to."""
    return _notes("".join([_pain(sheet, placed) for placed in pains]))


def _pain(sheet: Sheet, placed: Placed[Pain]) -> str:
    context, pain = sheet.context, placed.item
    badge = severity(context.translator, pain.severity) if pain.severity else ""
    anchor = escape(context.anchors.pain(placed.number))
    return (
        f'<li class="journey-pain" id="{anchor}"><span class="journey-note__head">{badge}'
        f'<span class="journey-key">P{placed.number}</span></span>{_said(sheet, pain)}</li>'
    )


def draw_gains(sheet: Sheet, gains: Sequence[Gain]) -> str:
    """What delights, in the same form as pains."""
    return _notes("".join([_gain(sheet, gain) for gain in gains]))


def _gain(sheet: Sheet, gain: Gain) -> str:
    return f'<li class="journey-plus">{_said(sheet, gain)}</li>'


def _said(sheet: Sheet, pain: Pain) -> str:
    """A pain's or gain's text with how often it happens, whom it meets and what follows."""
    context = sheet.context
    facts: list[tuple[Html, Html]] = []
    if pain.who:
        facts.append((context.label("Whom"), context.label(WHO_LABELS[pain.who])))
    if pain.frequency is not None:
        often = (
            escape(context.translator.percent(pain.frequency))
            if isinstance(pain.frequency, float)
            else context.markdown(pain.frequency)
        )
        facts.append((context.label("How often"), often))
    if pain.impact:
        facts.append((context.label("Impact"), context.markdown(pain.impact)))
    cites = sheet.cite(pain.sources) if pain.sources else ""
    return f"{context.markdown(pain.text)}{cites}{_facts(facts)}"


def draw_opportunities(sheet: Sheet, opportunities: Sequence[Placed[Opportunity]]) -> str:
    """Opportunities with what they solve, what they are worth and how far they are."""
    return _notes("".join([_opportunity(sheet, placed) for placed in opportunities]))


def _opportunity(sheet: Sheet, placed: Placed[Opportunity]) -> str:
    context, item = sheet.context, placed.item
    anchor = escape(context.anchors.opportunity(placed.number))
    language = context.translator.language
    meters = _meter(language, mark("Impact"), item.impact) if item.impact else ""
    meters += _meter(language, mark("Effort"), item.effort) if item.effort else ""
    meta = work_status(context.translator, item.status) if item.status else ""
    for text in (item.owner, item.horizon):
        meta += f'<span class="journey-opp__owner">{context.markdown(text)}</span>' if text else ""
    meta += _ticket(context, item.ticket) if item.ticket else ""
    return (
        f'<li class="journey-opp" id="{anchor}"><span class="journey-note__head">'
        f'<span class="journey-key">O{placed.number}</span>{_solves(sheet, item)}</span>'
        f"{context.markdown(item.text)}"
        + (f'<span class="journey-opp__meters">{meters}</span>' if meters else "")
        + (f'<span class="journey-opp__meta">{meta}</span>' if meta else "")
        + "</li>"
    )


def _solves(sheet: Sheet, item: Opportunity) -> str:
    found = [sheet.keys[solved] for solved in item.solves if solved in sheet.keys]
    if not found:
        return ""
    word = sheet.context.label("solves")
    links = " ".join(f'<a href="#{escape(anchor)}">{key}</a>' for key, anchor in found)
    return (
        f'<span class="journey-key"><span class="journey-sr">{word} </span>'
        f'<span aria-hidden="true">→ </span>{links}</span>'
    )


@lru_cache(maxsize=64)
def _meter(language: str, msgid: str, name: str) -> str:
    """An impact or effort, called by its label: bars, and their word for screen readers."""
    text = translator(language).text
    label, word = escape(text(msgid)), escape(text(LEVEL_LABELS[name]))
    return (
        f'<span class="journey-meter">{label} {level(name)}'
        f'<span class="journey-sr">{word}</span></span>'
    )


def _ticket(context: Context, ticket: str) -> str:
    """A ticket's number, linked where the author wrote its address."""
    href = href_of(context, ticket) if "://" in ticket else None
    if href is None:
        return f'<span class="journey-opp__owner">{context.markdown(ticket)}</span>'
    return f'<a href="{escape(href)}">{escape(ticket.rstrip("/").rsplit("/", 1)[-1])}</a>'


def draw_quotes(sheet: Sheet, quotes: Sequence[Quote]) -> str:
    """The customers' own words, with who said them and where that is recorded."""
    return "".join(_quote(sheet, quote) for quote in quotes)


def _quote(sheet: Sheet, quote: Quote) -> str:
    names = filter(None, (sheet.personas.get(quote.persona), quote.who))
    who = join(map(sheet.context.markdown, names), ", ")
    said = f'<span class="journey-quote__who">{who}</span>' if who else ""
    cites = sheet.cite((quote.source,)) if quote.source else ""
    text = quoted(quote.text, sheet.context.markdown)
    return f'<p class="journey-quote">{text}{cites}{said}</p>'


def _notes(items: str) -> str:
    return f'<ul class="journey-notes">{items}</ul>'


def _facts(facts: Sequence[tuple[Html, Html]]) -> str:
    """Small labelled facts."""
    if not facts:
        return ""
    spans = "".join([f"<span><b>{label}</b> {value}</span>" for label, value in facts])
    return f'<span class="journey-note__facts">{spans}</span>'
