"""Alerts of a map, compared with the numbers that the map holds."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_journey.catalog import Catalog, MetricKind
from mkdocs_journey.model import Alert, Journey
from mkdocs_journey.values.quantities import Measure
from mkdocs_journey.values.times import parse_duration
from mkdocs_journey.views.insights.numbers import scores
from mkdocs_journey.views.insights.places import Place, places_by_name
from mkdocs_journey.views.measures import are_shares, comparable

HEALTH = "health"
"""Metric name of a stage's health."""


@dataclass(frozen=True, slots=True)
class Watch:
    """An alert and the number that it watches."""

    alert: Alert
    place: Place | None
    """Where the number stands; `None` where the map has no such place."""
    value: Measure | None
    """The number; `None` where it is not measured."""
    is_below: bool | None
    """It lies below the alert's lower bound; `None` where that cannot be said."""
    is_above: bool | None
    is_good_news: bool
    """To be crossed is what one hopes for: health above 80."""

    @property
    def is_crossed(self) -> bool:
        """The alert rings."""
        return bool(self.is_below or self.is_above)

    @property
    def is_known(self) -> bool:
        """The number can be compared with every bound."""
        bounds = ((self.alert.below, self.is_below), (self.alert.above, self.is_above))
        return all(bound is None or beyond is not None for bound, beyond in bounds)

    @property
    def is_warning(self) -> bool:
        """It rings, and that is bad news."""
        return self.is_crossed and not self.is_good_news


def watches(journey: Journey, catalog: Catalog) -> tuple[Watch, ...]:
    """Alerts of a map in order."""
    named = places_by_name(journey) if journey.alerts else {}
    return tuple(_watch(named.get(alert.at), catalog, alert) for alert in journey.alerts)


def _watch(place: Place | None, catalog: Catalog, alert: Alert) -> Watch:
    kind = catalog.metrics.get(alert.metric)
    value = find_value(place, alert.metric) if place else None
    order_below = compare(value, alert.below, kind)
    order_above = compare(value, alert.above, kind)
    is_above = None if order_above is None else order_above > 0
    return Watch(
        alert=alert,
        place=place,
        value=value,
        is_below=None if order_below is None else order_below < 0,
        is_above=is_above,
        is_good_news=_better(place, alert.metric, kind) == ("higher" if is_above else "lower"),
    )


def _better(place: Place | None, metric_id: str, kind: MetricKind | None) -> str | None:
    """Which way is improvement: as the metric says here, else as its kind does."""
    if metric_id == HEALTH:
        return "higher"
    metric = place.holder.metrics.get(metric_id) if place else None
    return (metric.better if metric else None) or (kind.better if kind else None)


def find_value(place: Place, metric_id: str) -> Measure | None:
    """The number of a metric at a place: as written, else computed from the counts of answers.

    `health` is the place's, and a touchpoint without one has its stage's.
    """
    if metric_id == HEALTH:
        health = place.holder.health or (place.stage.health if place.stage else None)
        value = health.value if health else None
        return None if value is None else Measure(value, value)
    metric = place.holder.metrics.get(metric_id)
    if metric and metric.value:
        return metric.value
    feedback = place.touchpoint.feedback if place.touchpoint else None
    computed = {score.kind: score.value for score in scores(feedback)} if feedback else {}
    number = next((value for kind, value in computed.items() if kind == metric_id), None)
    return None if number is None else Measure(number, number)


def compare(value: Measure | None, bound: Measure | None, kind: MetricKind | None) -> int | None:
    """−1, 0 or 1 as a value is below, at or above a bound; `None` where they cannot be compared.

    Percentages and shares of 1 are one scale, times are compared in seconds; other numbers only
    where they have the same unit or one has none.
    """
    if value is None or bound is None:
        return None
    shares = are_shares(kind, value, bound)
    here, there = _scaled(value, kind, shares), _scaled(bound, kind, shares)
    if here[1] != there[1] and here[1] and there[1]:
        return None
    # Twelve digits: 29 % as a share of 1 is not exactly 0.29.
    difference = round(here[0] - there[0], 12)
    return (difference > 0) - (difference < 0)


def _scaled(measure: Measure, kind: MetricKind | None, shares: bool) -> tuple[float, str]:
    """A number on the scale of its kind, and its unit there."""
    if shares:
        return comparable(measure, shares), measure.unit or "%"
    unit = measure.unit or (kind.unit or "" if kind and kind.format == "duration" else "")
    time = parse_duration(f"{measure.value:g} {unit}") if unit else None
    return (time.middle, "s") if time else (measure.value, unit)
