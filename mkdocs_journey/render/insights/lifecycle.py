"""Health, checkpoints, alerts and readiness for more."""

from __future__ import annotations

from mkdocs_journey.render.context import Context
from mkdocs_journey.render.escape import Html, escape, join
from mkdocs_journey.render.insights.alerts import crossing
from mkdocs_journey.render.insights.panel import (
    Head,
    Panel,
    dotted,
    gap,
    key,
    place_link,
    row,
    rows,
    strong,
    table,
    tag,
)
from mkdocs_journey.render.parts import hidden, icon
from mkdocs_journey.translations import half_up, mark
from mkdocs_journey.views.insights import Insights
from mkdocs_journey.views.insights.lifecycle import (
    HIGH_HEALTH,
    HealthReport,
    Readiness,
    Rung,
    blocking,
)
from mkdocs_journey.views.insights.plan import Work

_HEALTHS = (
    Head(mark("Stage")),
    Head(mark("Health"), span=2),
    Head(mark("Change"), True),
)


def health_panel(found: Insights, context: Context) -> Panel | None:
    """Health of each stage and its change."""
    if not found.healths:
        return None
    lines = (_health(report, context) for report in found.healths)
    lead = context.label("From 0 to 100, and the change since the time before.")
    content = table(context, _HEALTHS, lines)
    return Panel("health", context.label("Health"), lead, content)


def _health(report: HealthReport, context: Context) -> Html:
    value = escape(context.translator.number(half_up(report.value)))
    return Html(
        f'<tr><th scope="row">{place_link(context, report.place)}</th>'
        f'<td class="is-strip"><span class="journey-bar" aria-hidden="true" '
        f'style="--v:{report.value / 100:.2f}"></span></td>'
        f'<td class="is-num"><b>{value}</b></td>'
        f'<td class="is-num">{change_mark(report.change, context)}</td></tr>'
    )


def change_mark(change: float | None, context: Context) -> Html:
    """Points gained or lost, with their sign."""
    if change is None:
        return Html("–")
    tone = "same" if change == 0 else "pos" if change > 0 else "neg"
    sign = "+" if change > 0 else "±" if change == 0 else ""
    number = escape(sign + context.translator.number(half_up(change)))
    return Html(f'<span class="journey-delta journey-delta--{tone}">{number}</span>')


def ladder_panel(found: Insights, context: Context) -> Panel | None:
    """What must be true before the next stage, and where that stops the climb."""
    if not found.ladder:
        return None
    stop = blocking(found.ladder)
    at = found.ladder.index(stop) if stop else len(found.ladder)
    items = [_rung(rung, index, at, context) for index, rung in enumerate(found.ladder)]
    lead = context.label("Each stage's criteria must be met before the next one counts.")
    return Panel("ladder", context.label("Checkpoints"), lead, rows(items, "ol"))


def _rung(rung: Rung, index: int, at: int, context: Context) -> str:
    number = context.translator.number
    met = context.text("{n} of {all} met", n=number(rung.met), all=number(len(rung.criteria)))
    missing = join((context.markdown(criterion.text) for criterion in rung.missing), "; ")
    small = Html(f"{context.label('Missing:')} {missing}") if missing else Html("")
    stop = ""
    if index == at:
        stop = f" {tag(context.label('Blocks here'), 'gone')}"
    sign = icon("check" if index < at else "fail" if index == at else "dot")
    text = Html(place_link(context, rung.place) + stop)
    return row(sign, text, small, strong(met))


def readiness_panel(found: Insights, context: Context) -> Panel | None:
    """Healthy stages: ready to be offered more, or held back by a warning."""
    if not found.healths:
        return None
    title = context.label("Ready for more")
    lead = escape(
        context.text(
            "Stages with a health of {least} or more, where no alert warns.",
            least=context.translator.number(HIGH_HEALTH),
        )
    )
    if not found.readiness:
        return Panel("readiness", title, lead, gap(context.label("No stage is that healthy yet.")))
    return Panel("readiness", title, lead, rows(_ready(item, context) for item in found.readiness))


def _ready(item: Readiness, context: Context) -> str:
    state = context.text("Ready" if item.is_ready else "Held back")
    reasons = [crossing(watch, context) for watch in item.held_back_by]
    offers = [_offer(work, context) for work in item.offers]
    text = Html(
        f"{place_link(context, item.health.place)} {tag(state, 'new' if item.is_ready else 'gone')}"
    )
    health = escape(context.translator.number(half_up(item.health.value)))
    value = Html(f"<b>{health}</b>{hidden(' ' + context.text('health'))}")
    sign = icon("check" if item.is_ready else "alert")
    return row(sign, text, dotted((*reasons, *offers)), value)


def _offer(work: Work, context: Context) -> Html:
    number = work.number or 0
    mark = key("O", context.anchors.opportunity(number), number)
    return Html(f"{mark} {context.markdown(work.item.text)}")
