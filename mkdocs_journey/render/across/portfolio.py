"""The portfolio as cards."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_journey.queries import Query
from mkdocs_journey.render.across.desk import Desk
from mkdocs_journey.render.across.frame import framed, row_attributes
from mkdocs_journey.render.across.parts import map_counts
from mkdocs_journey.render.escape import Html, escape, join
from mkdocs_journey.render.header import draw_avatar, draw_status
from mkdocs_journey.render.insights.panel import dotted, tag, warning
from mkdocs_journey.render.parts import face, hidden, score_word
from mkdocs_journey.render.quantities import count_html, date_html
from mkdocs_journey.render.spark import sparkline
from mkdocs_journey.views.across.listing import Answer, answer
from mkdocs_journey.views.across.portfolio import PORTFOLIO
from mkdocs_journey.views.across.rows import MapRow, page_address
from mkdocs_journey.views.header import KIND_LABELS, persona_card


def draw_portfolio(query: Query, desk: Desk) -> Html:
    """The cards that a query asks for."""
    found = answer(PORTFOLIO, query, desk.overview)
    return framed(desk, found, lambda group: _cards(desk, found, group.rows))


def _cards(desk: Desk, found: Answer[MapRow], rows: Sequence[MapRow]) -> Html:
    shown = set(found.columns)
    cards = join(
        Html(f"<li{_attributes(found, row)}>{_card(desk, row, shown)}</li>") for row in rows
    )
    return Html(f'<ul class="journey-cards">{cards}</ul>')


def _attributes(found: Answer[MapRow], row: MapRow) -> str:
    return f' class="journey-card"{row_attributes(found, row)}'


def _card(desk: Desk, row: MapRow, shown: set[str]) -> Html:
    title = desk.link(page_address(row.path), escape(row.found.title), "journey-card__link")
    drawn = f'{_kicker(desk, row, shown)}<p class="journey-card__title">{title}</p>'
    scenario = next(filter(None, row.found.journey.scenario), "")
    if "scenario" in shown and scenario:
        text = desk.at(row.path).in_link(scenario)
        drawn += f'<p class="journey-card__text">{text}</p>'
    if "curve" in shown:
        drawn += _curve(desk, row)
    if "lowest" in shown and row.lowest is not None:
        drawn += _lowest(desk, row)
    drawn += _foot(desk, row, shown)
    return Html(drawn)


def _kicker(desk: Desk, row: MapRow, shown: set[str]) -> str:
    kind = desk.label(KIND_LABELS[row.found.journey.kind or "current-state"])
    parts = (
        kind if "kind" in shown else "",
        draw_status(row.status) if "status" in shown else "",
    )
    said = " ".join(filter(None, parts))
    return f'<p class="journey-kicker">{said}</p>' if said else ""


def _curve(desk: Desk, row: MapRow) -> str:
    if not row.curve.points:
        return f'<p class="journey-gap">{desk.label("No feelings yet")}</p>'
    return sparkline(desk.context, row.curve, desk.text("Feeling by touchpoint"))


def _lowest(desk: Desk, row: MapRow) -> str:
    assert row.lowest is not None
    context = desk.at(row.path)
    score, emotion = row.lowest.score, row.lowest.emotion
    word = context.in_link(emotion) if emotion else escape(score_word(context.translator, score))
    said = hidden(desk.text("Lowest moment") + ": ")
    return (
        f'<p class="journey-card__low">{face(score)}<span>{said}'
        f"{context.in_link(row.lowest.column.name)}, {word}</span></p>"
    )


def _foot(desk: Desk, row: MapRow, shown: set[str]) -> str:
    who = row.found.personas if "persona" in shown else ()
    context = desk.at(row.path)
    cards = [persona_card(persona, row.path) for persona in who[:1]]
    avatar = "".join(
        draw_avatar(context, card.avatar, card.initials, " journey-avatar--s") for card in cards
    )
    names = ", ".join(context.in_link(persona.persona.name) for persona in who)
    lines = [
        f"<b>{names}</b>" if names else "",
        map_counts(desk, row, shown),
        *_facts(desk, row, shown),
    ]
    said = "".join(f'<span class="journey-card__line">{line}</span>' for line in lines if line)
    return f'<p class="journey-card__foot">{avatar}<span>{said}</span></p>' if said else ""


def _facts(desk: Desk, row: MapRow, shown: set[str]) -> list[Html]:
    journey, context, speak = row.found.journey, desk.at(row.path), desk.context.translator
    facts: list[Html] = []
    if "owner" in shown and journey.owner:
        facts.append(context.in_link(journey.owner))
    if "reviewed" in shown and journey.reviewed is not None:
        day = date_html(speak, journey.reviewed)
        stale = f' <span class="journey-stale">{desk.label("review overdue")}</span>'
        facts.append(Html(f"{day}{stale if row.is_stale else ''}"))
    lines = [dotted(facts)]
    if "evidence" in shown:
        lines += _evidence(desk, row)
    if "segment" in shown:
        lines.append(dotted(context.in_link(name) for name in journey.all_segments))
    if "tag" in shown:
        lines.append(join((tag(name) for name in row.found.tags), " "))
    return lines


def _evidence(desk: Desk, row: MapRow) -> list[Html]:
    """How many claims were observed and assumed, and how old the newest source is."""
    report, speak = row.evidence, desk.context.translator
    lines: list[Html] = []
    if report.total:
        share = speak.percent(report.observed_share, 0)
        said = desk.text("{share} of claims observed", share=share)
        assumed = speak.count("{n} assumed", "{n} assumed", report.assumed)
        lines.append(dotted((escape(said), count_html(assumed if report.assumed else ""))))
    if report.newest is not None and report.newest.source.date is not None:
        label = desk.label("Newest source")
        day = date_html(speak, report.newest.source.date)
        old = warning(desk.text("over a year old")) if report.newest.is_old else ""
        lines.append(Html(f"{label} {day} {old}"))
    return lines
