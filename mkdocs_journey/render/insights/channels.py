"""Channels, the worst first."""

from __future__ import annotations

from mkdocs_journey.render.context import Context
from mkdocs_journey.render.escape import Html, escape
from mkdocs_journey.render.insights.moments import strip
from mkdocs_journey.render.insights.panel import (
    Head,
    Panel,
    gap,
    strong,
    table,
    tag,
)
from mkdocs_journey.render.parts import icon
from mkdocs_journey.translations import mark
from mkdocs_journey.views.insights import Insights
from mkdocs_journey.views.insights.channels import ChannelReport

_HEADS = (
    Head(mark("Channel")),
    Head(mark("Touchpoints"), True),
    Head(mark("Mean feeling"), span=2),
    Head(mark("Pains"), True),
)


def channels_panel(found: Insights, context: Context) -> Panel | None:
    """How each channel does."""
    if not found.channels:
        return None
    lines = [_row(report, context) for report in found.channels]
    lead = context.label(
        "Worst first. Dots are touchpoints, the bar is the mean, the dashed line is neutral."
    )
    return Panel(
        "channels",
        context.label("Channels"),
        lead,
        table(context, _HEADS, lines),
    )


def _row(report: ChannelReport, context: Context) -> str:
    speak = context.translator
    mean = (
        gap(context.label("no data")) if report.mean is None else strong(speak.score(report.mean))
    )
    dots = strip(report.scores, report.mean) if report.scores else ""
    pains = escape(speak.number(report.pains)) if report.pains else "–"
    return (
        f'<tr><th scope="row"><span class="journey-with-icon">{icon(report.channel.icon)}'
        f"<span>{escape(report.channel.label)}{_ownership(report, context)}</span></span></th>"
        f'<td class="is-num">{escape(speak.number(report.touchpoints))}</td>'
        f'<td class="is-strip">{dots}</td><td class="is-num">{mean}</td>'
        f'<td class="is-num">{pains}</td></tr>'
    )


def _ownership(report: ChannelReport, context: Context) -> Html:
    if not report.indirect:
        return Html("")
    label: str = context.label("Indirect")
    if report.indirect < report.touchpoints:
        label = context.translator.count("{n} indirect", "{n} indirect", report.indirect)
    return Html(f" {tag(label)}")
