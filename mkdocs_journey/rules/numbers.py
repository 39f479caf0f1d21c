"""Numbers: whether a metric's value can be what the metric counts, and what was meant."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from mkdocs_journey.catalog import MetricKind
from mkdocs_journey.diagnostics import Finding, Rule, Severity
from mkdocs_journey.model import Journey
from mkdocs_journey.model.rules import page_with
from mkdocs_journey.model.shape import Path
from mkdocs_journey.rules.walking import Checked
from mkdocs_journey.translations import half_up
from mkdocs_journey.values.base import show
from mkdocs_journey.values.measures import Metric
from mkdocs_journey.values.quantities import Measure, doubt_of

MEAN_FOR_SHARE = Rule(
    "J428", "mean-for-share", Severity.WARNING,
    "`csat` holds the share of customers who are satisfied, and no mean of their answers.",
    "A mean of 4.2 from 1 to 5 is shown as 4.2 %: a failure where customers are pleased.",
    page_with("metrics: {csat: 4.2}"),
    page_with("metrics: {csat: 81%}"),
)  # fmt: skip

AMBIGUOUS_NUMBER = Rule(
    "J429", "ambiguous-number", Severity.WARNING,
    "A metric's number can be read in one way only.",
    "`1.250` is a little more than one to some readers and over a thousand to others.",
    page_with("metrics: {visits: 1.250}"),
    page_with("metrics: {visits: 1250}"),
)  # fmt: skip

RULES = (MEAN_FOR_SHARE, AMBIGUOUS_NUMBER)

_CSAT = "csat"
_TOP = 10
"""The best answer on the longest usual scale: nobody has so few satisfied customers."""


_SHORTEST = len("1.250")
_MOST_PERCENT = 10_000
"""Nobody writes a greater percentage: `99.987%` can be meant in one way only."""


def check_numbers(checked: Checked) -> Iterator[Finding]:
    """Numbers that their metrics cannot have, or may not have been meant to have."""
    if not isinstance(checked.part, Journey):
        return
    kinds = checked.catalog.metrics
    yield from _check_doubts(checked, checked.part, kinds)
    kind = kinds.get(_CSAT)
    if kind is not None and kind.format == "percent":
        yield from _check_means(checked, checked.part)


def _check_means(checked: Checked, journey: Journey) -> Iterator[Finding]:
    """Means where shares are expected, once for each metric and each alert."""
    for path, metric in checked.of(Metric):
        if path[-1] == _CSAT:
            for key in ("value", "target", "previous"):
                measure = getattr(metric, key)
                if _may_be_mean(measure):
                    yield checked.report(MEAN_FOR_SHARE, (*path, key), _message(measure))
                    break
    for place, alert in enumerate(journey.alerts):
        for key, bound in (("below", alert.below), ("above", alert.above)):
            if alert.metric == _CSAT and bound is not None and _may_be_mean(bound):
                at = ("alerts", place, key)
                yield checked.report(MEAN_FOR_SHARE, at, _message(bound))


def _check_doubts(
    checked: Checked, journey: Journey, kinds: Mapping[str, MetricKind]
) -> Iterator[Finding]:
    """Numbers that countries read differently, each for itself."""
    for path, metric in checked.of(Metric):
        for key in ("value", "target", "previous"):
            measure = getattr(metric, key)
            if measure is not None and len(measure.text) >= _SHORTEST:
                yield from _doubt(checked, (*path, key), measure, kinds.get(str(path[-1])))
    for place, alert in enumerate(journey.alerts):
        for key, bound in (("below", alert.below), ("above", alert.above)):
            if bound is not None and len(bound.text) >= _SHORTEST:
                at = ("alerts", place, key)
                yield from _doubt(checked, at, bound, kinds.get(alert.metric))


def _doubt(
    checked: Checked, path: Path, measure: Measure, kind: MetricKind | None
) -> Iterator[Finding]:
    found = doubt_of(measure.text)
    if found is None:
        return
    taken, other = found.decimal, found.whole
    if found.is_whole:
        taken, other = other, taken
    low, high = _bounds(measure, kind)
    # A comma before three digits hardly ever means decimals, but where thousands make no sense.
    is_share = measure.is_percent or (kind is not None and kind.format == "percent")
    is_usual = found.is_whole and not is_share
    if low <= taken <= high and (is_usual or not low <= other <= high):
        return
    message = (
        f"`{found.text}` is taken for {taken:g}, and may mean {other:g} as well: write "
        f"`{found.whole:g}` or, with fewer decimals, `{half_up(found.decimal, 2):g}`"
    )
    yield checked.report(AMBIGUOUS_NUMBER, path, message)


def _bounds(measure: Measure, kind: MetricKind | None) -> tuple[float, float]:
    """Between which numbers a measure can lie, as it is written."""
    low, high = (kind.low, kind.high) if kind is not None else (None, None)
    if kind is not None and kind.format == "percent":
        low, high = (None if end is None else end * 100 for end in (low, high))
    elif measure.is_percent:
        low, high = None, None
    most = _MOST_PERCENT if measure.is_percent else math.inf
    return (-most if low is None else low, most if high is None else high)


def _may_be_mean(measure: Measure | None) -> bool:
    return measure is not None and not measure.is_percent and 1 <= measure.value <= _TOP


def _message(measure: Measure) -> str:
    return (
        f"`{show(measure.text or f'{measure.value:g}')}` is taken for a percentage, because "
        "`csat` is the share of those who answered 4 or 5: write that share, such as `81%`, or "
        "call the mean something else, such as `csat-mean`"
    )
