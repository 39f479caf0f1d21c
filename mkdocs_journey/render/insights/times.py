"""Time along the map, the longest waits, and the funnel."""

from __future__ import annotations

from mkdocs_journey.render.context import Context
from mkdocs_journey.render.escape import Html, escape
from mkdocs_journey.render.insights.panel import (
    Panel,
    dotted,
    path_link,
    place_link,
    row,
    rows,
    strong,
    subtitle,
    warning,
)
from mkdocs_journey.render.parts import icon
from mkdocs_journey.render.quantities import amount_html, duration_text, sum_text
from mkdocs_journey.translations import mark
from mkdocs_journey.views.insights import Insights
from mkdocs_journey.views.insights.funnel import Step, worst_drop_offs
from mkdocs_journey.views.insights.times import TotalTime, Wait

KIND_LABELS = {
    "duration": mark("Hands-on time"),
    "elapsed": mark("Time on the calendar"),
    "wait": mark("Time spent waiting"),
}
MOST_WAITS = 5


def times_panel(found: Insights, context: Context) -> Panel | None:
    """Totals, and where most of the waiting is."""
    if not found.total_times and not found.waits:
        return None
    body = rows(_total(total, context) for total in found.total_times)
    if found.waits:
        waits = found.waits[:MOST_WAITS]
        top = waits[0].time.middle or 1.0
        items = rows((_wait(wait, top, context) for wait in waits), "ol")
        body += subtitle(context.label("Longest waits")) + items
    lead = context.label("Sums of what is known; ranges add up from end to end.")
    return Panel("times", context.label("Time and waits"), lead, body)


def _total(total: TotalTime, context: Context) -> str:
    number = context.translator.number
    known = context.text(
        "known of {n} of {all} moments", n=number(total.moments), all=number(total.of)
    )
    value = strong(amount_html(sum_text(context.translator, total.time)))
    return row(icon(total.kind), context.label(KIND_LABELS[total.kind]), escape(known), value)


def _wait(wait: Wait, top: float, context: Context) -> str:
    text = path_link(context, wait.place)
    small = context.markdown(wait.card)
    value = strong(amount_html(duration_text(context.translator, wait.time)))
    return row(icon("wait"), text, small, value, share=wait.time.middle / top)


def funnel_panel(found: Insights, context: Context) -> Panel | None:
    """How many come to each moment, and where they leave."""
    steps = found.funnel
    worst = set(map(id, worst_drop_offs(steps)))
    if len(steps) < 2 and not worst:
        return None
    top = max((step.share or 0.0 for step in steps), default=1.0) or 1.0
    items = [_step(step, top, id(step) in worst, context) for step in steps]
    lead = context.label("How many come to each moment, and what share of them leaves there.")
    return Panel("funnel", context.label("Funnel"), lead, rows(items, "ol", "funnel"))


def _step(step: Step, top: float, is_worst: bool, context: Context) -> str:
    speak = context.translator
    reached: list[Html] = []
    if step.volume is not None:
        reached.append(strong(speak.number(step.volume, 0)))
    if step.share is not None:
        reached.append(escape(speak.percent(step.share, 0)))
    if step.is_computed:
        reached.append(context.label("computed"))
    share = None if step.share is None else step.share / top
    small = _leaving(step, is_worst, context)
    return row(icon("volume"), place_link(context, step.place), small, dotted(reached), share)


def _leaving(step: Step, is_worst: bool, context: Context) -> Html:
    if step.drop_off is None:
        return Html("")
    share = context.translator.percent(step.drop_off)
    label = escape(context.text("{share} leave here", share=share))
    if is_worst:
        label = dotted((warning(label), context.label("worst drop-off")))
    computed = context.label("from the volumes") if step.drop_off_is_computed else Html("")
    return dotted((label, computed))
