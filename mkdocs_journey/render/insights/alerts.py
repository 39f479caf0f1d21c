"""Alerts: which have been crossed, and what then."""

from __future__ import annotations

from dataclasses import replace

from mkdocs_journey.catalog import MetricKind
from mkdocs_journey.render.context import Context
from mkdocs_journey.render.escape import Html, escape, join
from mkdocs_journey.render.insights.panel import (
    Panel,
    dotted,
    fill,
    gap,
    place_link,
    row,
    rows,
    warning,
)
from mkdocs_journey.render.parts import icon
from mkdocs_journey.render.quantities import amount_html, count_html, measure_text
from mkdocs_journey.translations import half_up
from mkdocs_journey.values.quantities import Measure
from mkdocs_journey.views.insights import Insights
from mkdocs_journey.views.insights.alerts import HEALTH, Watch


def alerts_panel(found: Insights, context: Context) -> Panel | None:
    """Crossed alerts first, then those that are not known, then the quiet ones."""
    if not found.watches:
        return None
    ordered = sorted(found.watches, key=lambda watch: (not watch.is_crossed, watch.is_known))
    n = sum(watch.is_crossed for watch in found.watches)
    lead = context.translator.count(
        "{n} of {all} is crossed by the numbers in this map.",
        "{n} of {all} are crossed by the numbers in this map.",
        n,
        all=context.translator.number(len(ordered)),
    )
    items = rows(_watch(watch, context) for watch in ordered)
    return Panel("alerts", context.label("Alerts"), count_html(lead), items)


def _watch(watch: Watch, context: Context) -> str:
    alert = watch.alert
    place = place_link(context, watch.place) if watch.place else escape(alert.at)
    notify = (
        fill(context.label("tell {who}"), who=context.markdown(alert.notify))
        if alert.notify and watch.is_crossed
        else Html("")
    )
    then = context.markdown(alert.then) if watch.is_crossed else Html("")
    sign = icon("alert" if watch.is_crossed else "dot")
    return row(
        sign, crossing(watch, context), dotted((place, then, notify)), _state(watch, context)
    )


def _state(watch: Watch, context: Context) -> Html:
    if watch.is_warning:
        return warning(context.label("Crossed"))
    if watch.is_crossed:
        return Html(f'<b class="journey-delta--pos">{context.label("Reached")}</b>')
    if not watch.is_known:
        return gap(context.label("Not measured"))
    return context.label("Quiet")


def crossing(watch: Watch, context: Context) -> Html:
    """The number and the bound that it is compared with: `Churn 9%, above 8%`."""
    alert = watch.alert
    kind = context.catalog.metrics.get(alert.metric)
    label = (
        context.text("Health") if alert.metric == HEALTH else kind.label if kind else alert.metric
    )
    value = _number(watch.value, kind, context)
    below = _number(alert.below, kind, context)
    above = _number(alert.above, kind, context)
    name = join(filter(None, (escape(label), value)), " ")
    if watch.is_below:
        return fill(context.label("{value}, below {bound}"), value=name, bound=below)
    if watch.is_above:
        return fill(context.label("{value}, above {bound}"), value=name, bound=above)
    if below and above:
        limits = fill(context.label("rings below {low} or above {high}"), low=below, high=above)
    elif below:
        limits = fill(context.label("rings below {bound}"), bound=below)
    else:
        limits = fill(context.label("rings above {bound}"), bound=above)
    return Html(f"{name}, {limits}")


def _number(measure: Measure | None, kind: MetricKind | None, context: Context) -> Html:
    """A number as its metric is written; a computed score with the decimals that it deserves."""
    if measure is None:
        return Html("")
    format, unit = (kind.format, kind.unit) if kind else ("number", None)
    if format != "percent" and not measure.text:
        measure = replace(measure, low=half_up(measure.low), high=half_up(measure.high))
    return amount_html(measure_text(context.translator, measure, format, unit))
