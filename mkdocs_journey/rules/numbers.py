"""Numbers: whether a metric's value can be what the metric counts."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_journey.diagnostics import Finding, Rule, Severity
from mkdocs_journey.model import Journey
from mkdocs_journey.model.rules import page_with
from mkdocs_journey.rules.walking import Checked
from mkdocs_journey.values.base import show
from mkdocs_journey.values.measures import Metric
from mkdocs_journey.values.quantities import Measure

MEAN_FOR_SHARE = Rule(
    "J428", "mean-for-share", Severity.WARNING,
    "`csat` holds the share of customers who are satisfied, and no mean of their answers.",
    "A mean of 4.2 from 1 to 5 is shown as 4.2 %: a failure where customers are pleased.",
    page_with("metrics: {csat: 4.2}"),
    page_with("metrics: {csat: 81%}"),
)  # fmt: skip

RULES = (MEAN_FOR_SHARE,)

_CSAT = "csat"
_TOP = 10
"""The best answer on the longest usual scale: nobody has so few satisfied customers."""


def check_numbers(checked: Checked) -> Iterator[Finding]:
    """Numbers that their metrics cannot have, once for each metric and each alert."""
    kind = checked.atlas.catalog.metrics.get(_CSAT)
    if kind is None or kind.format != "percent" or not isinstance(checked.part, Journey):
        return
    for path, metric in checked.of(Metric):
        if path[-1] == _CSAT:
            for key in ("value", "target", "previous"):
                measure = getattr(metric, key)
                if _may_be_mean(measure):
                    yield checked.report(MEAN_FOR_SHARE, (*path, key), _message(measure))
                    break
    for place, alert in enumerate(checked.part.alerts):
        for key, bound in (("below", alert.below), ("above", alert.above)):
            if alert.metric == _CSAT and bound is not None and _may_be_mean(bound):
                at = ("alerts", place, key)
                yield checked.report(MEAN_FOR_SHARE, at, _message(bound))


def _may_be_mean(measure: Measure | None) -> bool:
    return measure is not None and not measure.is_percent and 1 <= measure.value <= _TOP


def _message(measure: Measure) -> str:
    return (
        f"`{show(measure.text or f'{measure.value:g}')}` is taken for a percentage, because "
        "`csat` is the share of those who answered 4 or 5: write that share, such as `81%`, or "
        "call the mean something else, such as `csat-mean`"
    )
