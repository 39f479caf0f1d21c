"""How a measured value stands: on its scale, against its target, against the time before."""

from __future__ import annotations

from typing import NamedTuple

from mkdocs_journey.catalog import MetricKind
from mkdocs_journey.values.measures import Metric
from mkdocs_journey.values.quantities import Measure


class Standing(NamedTuple):
    """A metric's value in relation; each is `None` where it cannot be known."""

    share: float | None = None
    """Place of the value on its scale, 0 to 1; none where the scale has no ends."""
    target_share: float | None = None
    bound: str = ""
    """What the target asks for: `≥`, `≤`, `>` or `<`; empty where neither way is better."""
    is_met: bool | None = None
    """Whether the target is met."""
    change: float | None = None
    """Value minus the previous one."""
    is_better: bool | None = None
    """Whether the change is an improvement."""


def standing(metric: Metric, kind: MetricKind) -> Standing:
    """How a metric stands; `kind` is the catalogue's, or one that has only an id."""
    shares = are_shares(kind, metric.value, metric.target, metric.previous)
    value, target, previous = (
        None if measure is None else comparable(measure, shares)
        for measure in (metric.value, metric.target, metric.previous)
    )
    better = metric.better or kind.better
    bound = metric.target.bound if metric.target else ""
    if metric.target and not bound and better:
        bound = "≤" if better == "lower" else "≥"
    low, high = kind.low, kind.high
    if shares and (low is None or high is None):
        low, high = 0, 1
    change = None if value is None or previous is None else value - previous
    return Standing(
        share=_share(value, low, high),
        target_share=_share(target, low, high),
        bound=bound,
        is_met=None if value is None or target is None else _is_met(value, target, bound),
        change=change,
        is_better=None if not change or better is None else (change > 0) == (better == "higher"),
    )


def are_shares(kind: MetricKind | None, *measures: Measure | None) -> bool:
    """Whether measures of one metric are shares of 1: by its kind, or as one of them is written."""
    by_kind = kind is not None and kind.format == "percent"
    return by_kind or any(measure is not None and measure.is_percent for measure in measures)


def comparable(measure: Measure, shares: bool) -> float:
    """A measure as a number that compares with its neighbours: 58 % and 0.58 are one share."""
    if shares and (measure.is_percent or abs(measure.value) > 1):
        return measure.value / 100
    return measure.value


def _share(value: float | None, low: float | None, high: float | None) -> float | None:
    if value is None or low is None or high is None or high <= low:
        return None
    return min(1, max(0, (value - low) / (high - low)))


def _is_met(value: float, target: float, bound: str) -> bool | None:
    match bound:
        case "≥":
            return value >= target
        case "≤":
            return value <= target
        case ">":
            return value > target
        case "<":
            return value < target
    return None
