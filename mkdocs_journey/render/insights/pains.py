"""Pains, the worst first."""

from __future__ import annotations

from mkdocs_journey.atlas import Map
from mkdocs_journey.render.context import Context
from mkdocs_journey.render.escape import Html, escape
from mkdocs_journey.render.insights.panel import Panel, dotted, pain_key, place_link, rows
from mkdocs_journey.render.parts import hidden, severity
from mkdocs_journey.render.quantities import count_html
from mkdocs_journey.translations import half_up
from mkdocs_journey.views.insights import Insights
from mkdocs_journey.views.insights.pains import HotSpot

MOST = 8
"""The plan lists all pains; here only the worst are of interest."""


def pains_panel(found: Insights, map: Map, context: Context) -> Panel | None:
    """The ranking, with what was missing for it."""
    spots = found.hot_spots
    if not spots:
        return None
    has_shares = any(spot.share is not None for spot in spots)
    lead = context.label(
        "Ranked by severity times how bad the moment feels, times how often it happens."
        if has_shares
        else "Ranked by severity times how bad the moment feels."
    )
    top = spots[0].score or 1.0
    points = hidden(" " + context.text("points"))
    items = [_item(spot, top, points, map, context, has_shares) for spot in spots[:MOST]]
    title, body = context.label("Pain hot-spots"), rows(items, "ol")
    if more := len(spots) - len(items):
        rest = context.translator.count(
            "{n} more stands in the improvement plan.",
            "{n} more stand in the improvement plan.",
            more,
        )
        body += f'<p class="journey-panel__more">{count_html(rest)}</p>'
    return Panel("pains", title, lead, body)


def _item(
    spot: HotSpot, top: float, points: Html, map: Map, context: Context, has_shares: bool
) -> str:
    score = escape(context.translator.number(half_up(spot.score)))
    small = dotted((place_link(context, spot.place), *_facts(spot, map, context, has_shares)))
    return (
        f'<li class="journey-rank__item" style="--v:{spot.score / top:.2f}">'
        f"{pain_key(context, spot)}"
        f'<span class="journey-rank__text">{context.markdown(spot.pain.text)}'
        f'<span class="journey-rank__bar" aria-hidden="true"></span><small>{small}</small></span>'
        f"{severity(context.translator, spot.severity)}"
        f'<b class="journey-rank__score">{score}{points}</b></li>'
    )


def _facts(spot: HotSpot, map: Map, context: Context, has_shares: bool) -> list[Html]:
    sources = [map.journey.sources[s].title for s in spot.pain.sources if s in map.journey.sources]
    facts = [context.markdown(title) for title in sources]
    if not facts:
        facts.append(context.label("No source yet"))
    if spot.share is not None:
        facts.append(
            escape(
                context.text("in {share} of cases", share=context.translator.percent(spot.share))
            )
        )
    elif spot.pain.frequency:
        facts.append(context.markdown(str(spot.pain.frequency)))
    if has_shares and spot.share is None:
        facts.append(context.label("no share of cases: counts as all"))
    if spot.lacks_severity:
        facts.append(context.label("no severity: counts as medium"))
    if spot.lacks_feeling:
        facts.append(context.label("no feeling: counts as neutral"))
    return facts
