"""Metrics and health in a cell."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_journey.catalog import MetricKind
from mkdocs_journey.render.context import Context
from mkdocs_journey.render.escape import escape
from mkdocs_journey.render.quantities import amount_html, date_html, measure_text
from mkdocs_journey.render.sheet import Sheet, answers
from mkdocs_journey.values.measures import Health, Metric
from mkdocs_journey.values.quantities import Measure
from mkdocs_journey.views.measures import Standing, standing


def draw_metrics(sheet: Sheet, metrics: Mapping[str, Metric]) -> str:
    """Metrics with bar, target, change and what they rest on."""
    items = "".join(_metric(sheet, name, metric) for name, metric in metrics.items())
    return f'<ul class="journey-notes">{items}</ul>'


def _metric(sheet: Sheet, name: str, metric: Metric) -> str:
    context = sheet.context
    kind = context.catalog.metrics.get(name) or MetricKind(name, name)
    stands = standing(metric, kind)
    value = (
        f"<b>{amount_html(_text(context, metric.value, kind))}</b>"
        if metric.value is not None
        else f'<span class="journey-gap">{context.label("not measured yet")}</span>'
    )
    met = {True: " journey-metric--ok", False: " journey-metric--off", None: ""}[stands.is_met]
    style, bar = _bar(stands)
    return (
        f'<li class="journey-metric{met}"{style}>'
        f'<span class="journey-metric__label">{escape(kind.label)}</span>{value}{bar}'
        f"{_target(context, metric, kind, stands)}{_change(context, metric, kind, stands)}"
        f"{_basis(sheet, metric)}</li>"
    )


def _text(context: Context, measure: Measure, kind: MetricKind) -> str:
    return measure_text(context.translator, measure, kind.format, kind.unit)


def _bar(stands: Standing) -> tuple[str, str]:
    """Style of a metric and its bar; neither where its scale has no ends."""
    if stands.share is None:
        return "", ""
    target = "" if stands.target_share is None else f";--t:{stands.target_share:.3g}"
    none = "" if target else " journey-metric__bar--free"
    return (
        f' style="--v:{stands.share:.3g}{target}"',
        f'<span class="journey-metric__bar{none}" aria-hidden="true"></span>',
    )


def _target(context: Context, metric: Metric, kind: MetricKind, stands: Standing) -> str:
    if metric.target is None:
        return ""
    written = _text(context, metric.target, kind).lstrip("<>=≥≤ ")
    amount = f"{stands.bound} {written}" if stands.bound else written
    target = amount_html(context.text("target {value}", value=amount))
    sign, word = "", ""
    if stands.is_met is not None:
        sign = "✓ " if stands.is_met else "✕ "
        said = context.label("on target") if stands.is_met else context.label("off target")
        word = f'<span class="journey-sr">, {said}</span>'
    return (
        f'<span class="journey-metric__target"><span aria-hidden="true">{sign}</span>'
        f"{target}{word}</span>"
    )


def _change(context: Context, metric: Metric, kind: MetricKind, stands: Standing) -> str:
    if metric.previous is None:
        return ""
    before = context.text("before: {value}", value=_text(context, metric.previous, kind))
    return (
        f'<span class="journey-metric__note">{_arrow(context, stands)}{amount_html(before)}</span>'
    )


def _arrow(context: Context, stands: Standing) -> str:
    """Direction of a change, coloured by whether it is an improvement, said in words as well."""
    if not stands.change:
        return ""
    sign = "↑" if stands.change > 0 else "↓"
    said, tone = "", "same"
    if stands.is_better is not None:
        tone = "pos" if stands.is_better else "neg"
        word = context.label("better") if stands.is_better else context.label("worse")
        said = f'<span class="journey-sr">{word}, </span>'
    return (
        f'<span class="journey-delta journey-delta--{tone}" aria-hidden="true">{sign} </span>{said}'
    )


def _basis(sheet: Sheet, metric: Metric) -> str:
    """How many answers a metric rests on, when and where it was measured."""
    context = sheet.context
    parts = []
    if metric.n is not None:
        parts.append(answers(context, metric.n))
    if metric.date is not None:
        parts.append(date_html(context.translator, metric.date))
    cites = sheet.cite((metric.source,)) if metric.source else ""
    if not parts and not cites:
        return ""
    return f'<span class="journey-metric__note">{", ".join(parts)}{cites}</span>'


def draw_health(sheet: Sheet, health: Health) -> str:
    """A health score with its bar and what it was the time before."""
    context = sheet.context
    if health.value is None:
        return f'<span class="journey-gap">{context.label("not measured yet")}</span>'
    number = context.translator.number
    before = ""
    if health.previous is not None:
        change = health.value - health.previous
        arrow = _arrow(context, Standing(change=change, is_better=change > 0))
        text = context.text("before: {value}", value=number(health.previous))
        before = f'<span class="journey-metric__note">{arrow}{escape(text)}</span>'
    of = escape(context.text("of {value}", value=number(100)))
    return (
        f'<div class="journey-health" style="--v:{health.value / 100:.3g}">'
        f'<b>{number(health.value)}</b> <span class="journey-health__of">{of}</span>'
        '<span class="journey-metric__bar journey-metric__bar--free" aria-hidden="true"></span>'
        f"{before}</div>"
    )
