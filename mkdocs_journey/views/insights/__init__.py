"""What a map says by itself: the numbers and lists that its insights view shows.

Everything here is counted or computed from what the team wrote, by formulas that the docstrings
name; nothing is guessed. What there is nothing to say about is empty or `None`, and is not shown.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from mkdocs_journey.catalog import Catalog
from mkdocs_journey.views.insights import (
    alerts,
    channels,
    coverage,
    evidence,
    expectations,
    funnel,
    lifecycle,
    moments,
    numbers,
    pains,
    plan,
    times,
)
from mkdocs_journey.views.layout import Layout


class Insights(NamedTuple):
    """All that is computed from one map on one day."""

    moods: tuple[moments.Mood, ...]
    """How the map feels, one a persona with a curve."""
    truths: tuple[moments.Truth, ...]
    hot_spots: tuple[pains.HotSpot, ...]
    """Pains, worst first."""
    channels: tuple[channels.ChannelReport, ...]
    """Worst first."""
    coverage: coverage.Coverage
    evidence: evidence.EvidenceReport
    expectations: expectations.Expectations
    total_times: tuple[times.TotalTime, ...]
    waits: tuple[times.Wait, ...]
    """Longest first."""
    funnel: tuple[funnel.Step, ...]
    plan: plan.Plan
    surveys: tuple[numbers.Survey, ...]
    healths: tuple[lifecycle.HealthReport, ...]
    ladder: tuple[lifecycle.Rung, ...]
    watches: tuple[alerts.Watch, ...]
    readiness: tuple[lifecycle.Readiness, ...]


def insights(
    layout: Layout,
    catalog: Catalog,
    today: date,
    elsewhere: plan.WorkElsewhere = plan.NOTHING_ELSEWHERE,
) -> Insights:
    """Insights of a map whose stages and touchpoints have ids, as they are on a day.

    `elsewhere` is what other maps of its site do about its pains.
    """
    journey, columns = layout.journey, layout.columns
    written = layout.written
    map_pains = pains.hot_spots(journey, layout.pains)
    ranked = pains.rank(map_pains)
    watches = alerts.watches(journey, catalog)
    healths = lifecycle.healths(journey) if "health" in written else ()
    ideas = plan.ideas(journey, layout.opportunities)
    tasks = plan.actions(journey, today)
    return Insights(
        moods=moments.moods(layout),
        truths=moments.truths(layout),
        hot_spots=ranked,
        channels=channels.channels(columns),
        coverage=coverage.coverage(journey, columns, catalog),
        evidence=evidence.evidence(journey, today),
        expectations=expectations.expectations(journey, map_pains),
        total_times=times.total_times(journey, written),
        waits=times.waits(journey),
        funnel=funnel.funnel(journey),
        plan=plan.plan(ideas, tasks, ranked, elsewhere),
        surveys=numbers.surveys(journey) if "feedback" in written else (),
        healths=healths,
        ladder=lifecycle.ladder(journey) if "checkpoint" in written else (),
        watches=watches,
        readiness=lifecycle.readiness(healths, watches, ideas),
    )
