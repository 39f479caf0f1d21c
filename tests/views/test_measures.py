"""How values stand against targets, scales and earlier values."""

import pytest

from mkdocs_journey.catalog import BUILT_IN, MetricKind
from mkdocs_journey.values.measures import Metric
from mkdocs_journey.views.measures import Standing, standing

OWN = MetricKind("own", "Own")


def stands(metric: dict[str, object], kind: str = "own") -> Standing:
    return standing(Metric.model_validate(metric), BUILT_IN.metrics.get(kind, OWN))


@pytest.mark.parametrize(
    ("kind", "value", "target", "bound", "is_met"),
    [
        ("nps", 46, 40, "≥", True),
        ("bounce-rate", "58%", "45%", "≤", False),
        ("bounce-rate", 0.4, "45%", "≤", True),
        ("conversion", "41%", "≥ 55%", "≥", False),
        ("own", 3, "< 3", "<", False),
        ("own", 4, "> 3", ">", True),
        ("own", 4, 3, "", None),
        ("own", None, "≥ 3", "≥", None),
    ],
)
def test_a_target_is_met_in_the_direction_of_better(
    kind: str, value: object, target: object, bound: str, is_met: bool | None
) -> None:
    found = stands({"value": value, "target": target}, kind)
    assert (found.bound, found.is_met) == (bound, is_met)


@pytest.mark.parametrize(
    ("kind", "value", "share"),
    [("nps", 0, 0.5), ("nps", 100, 1), ("ces", 4, 0.5), ("conversion", "41%", 0.41),
     ("own", "41%", 0.41), ("own", 41, None), ("cost", 41, None)],
)  # fmt: skip
def test_a_bar_needs_a_scale_with_ends(kind: str, value: object, share: float | None) -> None:
    assert stands({"value": value}, kind).share == pytest.approx(share)


@pytest.mark.parametrize(
    ("kind", "value", "previous", "is_better"),
    [("nps", 40, 30, True), ("churn", "9%", "8%", False), ("own", 2, 1, None), ("nps", 1, 1, None)],
)
def test_a_change_is_better_or_worse_where_the_kind_says_so(
    kind: str, value: object, previous: object, is_better: bool | None
) -> None:
    assert stands({"value": value, "previous": previous}, kind).is_better is is_better
