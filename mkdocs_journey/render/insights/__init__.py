"""The insights of a map as HTML: figures at the top, then panels that have something to say."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from mkdocs_journey.atlas import Map
from mkdocs_journey.render.context import Context
from mkdocs_journey.render.escape import escape
from mkdocs_journey.render.insights.alerts import alerts_panel
from mkdocs_journey.render.insights.channels import channels_panel
from mkdocs_journey.render.insights.coverage import coverage_panel
from mkdocs_journey.render.insights.evidence import evidence_panel, sources_panel
from mkdocs_journey.render.insights.expectations import expectations_panel
from mkdocs_journey.render.insights.lifecycle import health_panel, ladder_panel, readiness_panel
from mkdocs_journey.render.insights.moments import stats, truths_panel
from mkdocs_journey.render.insights.pains import pains_panel
from mkdocs_journey.render.insights.panel import Panel, arrange, draw
from mkdocs_journey.render.insights.plan import plan_panel
from mkdocs_journey.render.insights.surveys import surveys_panel
from mkdocs_journey.render.insights.times import funnel_panel, times_panel
from mkdocs_journey.views.insights import Insights, insights
from mkdocs_journey.views.insights.plan import NOTHING_ELSEWHERE, WorkElsewhere
from mkdocs_journey.views.layout import Layout

__all__ = ["insights_section"]


def insights_section(
    map: Map,
    layout: Layout,
    context: Context,
    today: datetime.date,
    elsewhere: WorkElsewhere = NOTHING_ELSEWHERE,
) -> Sequence[str]:
    """The insights view of a map, as they are on a day: one section with a heading of its own.

    It comes in parts, which are put together with those of the page.

    Its plan has the work `elsewhere` of the map's site, too.
    """
    found = insights(layout, context.catalog, today, elsewhere)
    panels = [draw(panel, context) for panel in arrange(_panels(found, map, context))]
    view, title = context.anchors.view("insights"), context.anchors.part("insights-title")
    start = (
        f'<section class="journey-view" id="{escape(view)}" aria-labelledby="{escape(title)}">'
        f'<h2 class="journey-view__title" id="{escape(title)}">'
        f"{context.label('Insights')}</h2>"
        f'{stats(found, map, context)}<div class="journey-panels">'
    )
    return start, *panels, "</div></section>"


def _panels(found: Insights, map: Map, context: Context) -> tuple[Panel | None, ...]:
    """Panels in order: what needs attention, what is done about it, what it all rests on."""
    return (
        health_panel(found, context),
        ladder_panel(found, context),
        alerts_panel(found, context),
        readiness_panel(found, context),
        pains_panel(found, map, context),
        channels_panel(found, context),
        truths_panel(found, context),
        surveys_panel(found, context),
        times_panel(found, context),
        funnel_panel(found, context),
        expectations_panel(found, context),
        plan_panel(found, context),
        evidence_panel(found, context),
        sources_panel(found, context),
        coverage_panel(found, context),
    )
