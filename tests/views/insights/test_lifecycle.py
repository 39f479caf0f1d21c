"""Health, ladder, alerts and readiness."""

import pytest

from mkdocs_journey.catalog import BUILT_IN
from mkdocs_journey.values.quantities import read_measure
from mkdocs_journey.views.insights.alerts import compare, watches
from mkdocs_journey.views.insights.lifecycle import blocking, healths, ladder, readiness
from mkdocs_journey.views.insights.plan import opportunities


@pytest.mark.parametrize(
    ("value", "bound", "metric", "order"),
    [
        (29, 30, "nps", -1),
        (30, "30", "nps", 0),
        ("9%", "8%", "churn", 1),
        (0.09, "8%", "churn", 1),
        ("29%", 0.29, "churn", 0),
        (9, "8%", "churn", 1),
        ("90 min", "1 h", "response-time", 1),
        (2, "180 min", "response-time", -1),
        ("7–10", 8, "nps", 1),
        ("3 €", "4 $", "cost", None),
        ("50%", "40 tons", "cost", None),
        (None, 3, "nps", None),
        (3, None, "nps", None),
        (3, 2, "unheard-of", 1),
        ("5%", 0.10, "unheard-of", -1),
        (58, "40%", "unheard-of", 1),
    ],
)
def test_numbers_are_compared_on_one_scale(
    value: object, bound: object, metric: str, order: int | None
) -> None:
    kind = BUILT_IN.metrics.get(metric)
    assert compare(read_measure(value), read_measure(bound), kind) == order


def stage(name: str, health: object = None, **keys: object) -> dict[str, object]:
    return {"name": name, "health": health, **keys}


def test_health_and_its_change(make_journey) -> None:
    journey = make_journey(
        stages=[stage("A", {"value": 60, "previous": 66}), stage("B", 70), stage("C")]
    )
    assert [(r.place.name, r.value, r.change) for r in healths(journey)] == [
        ("A", 60, -6),
        ("B", 70, None),
    ]


def test_the_first_stage_with_something_missing_blocks(make_journey) -> None:
    met, open_, unknown = {"text": "a", "met": True}, {"text": "b", "met": False}, "c"
    touchpoint = {"name": "T", "checkpoint": [open_, unknown]}
    journey = make_journey(
        stages=[
            stage("A", checkpoint=[met]),
            stage("B", checkpoint=[met], touchpoints=[touchpoint]),
            stage("C"),
            stage("D", checkpoint=[open_]),
        ]
    )
    rungs = ladder(journey)
    assert [(r.place.name, r.met, len(r.criteria), r.is_passed) for r in rungs] == [
        ("A", 1, 1, True),
        ("B", 1, 3, False),
        ("D", 0, 1, False),
    ]
    assert blocking(rungs) is rungs[1]
    assert blocking(rungs[:1]) is None


ALERTS = [
    {"metric": "health", "below": 70, "at": "keep"},
    {"metric": "health", "above": 80, "at": "grow"},
    {"metric": "nps", "below": 30, "at": "review"},
    {"metric": "churn", "above": "8%", "at": "grow.sign"},
    {"metric": "ces", "below": 5, "at": "sign"},
    {"metric": "nps", "below": 0},
    {"metric": "nps", "below": 0, "at": "nowhere"},
    {"metric": "health", "below": 90, "at": "review"},
]


def test_alerts_are_compared_with_the_maps_own_numbers(make_journey) -> None:
    review = {"name": "Review", "feedback": {"nps": {"promoters": 28, "passives": 1}}}
    sign = {"name": "Sign", "metrics": {"churn": "9%", "ces": None}}
    stages = [stage("Keep", 69, touchpoints=[review]), stage("Grow", 82, touchpoints=[sign])]
    journey = make_journey(stages=stages, metrics={"nps": -1}, alerts=ALERTS)
    found = watches(journey, BUILT_IN)
    assert [(w.is_crossed, w.is_warning, w.is_known) for w in found] == [
        (True, True, True),
        (True, False, True),
        (False, False, True),
        (True, True, True),
        (False, False, False),
        (True, True, True),
        (False, False, False),
        (True, True, True),
    ]
    assert [w.place.name if w.place else None for w in found][:4] == [
        "Keep",
        "Grow",
        "Review",
        "Sign",
    ]


@pytest.mark.parametrize(
    ("health", "churn", "ready"), [(79.9, "5%", []), (80, "5%", [True]), (95, "9%", [False])]
)
def test_a_healthy_stage_is_ready_unless_a_warning_rings(
    make_journey, health, churn, ready
) -> None:
    sign = {"name": "Sign", "metrics": {"churn": churn}, "opportunities": ["Offer more"]}
    journey = make_journey(
        stages=[stage("Grow", health, touchpoints=[sign])],
        alerts=[ALERTS[1], ALERTS[3]],
    )
    found = readiness(healths(journey), watches(journey, BUILT_IN), opportunities(journey))
    assert [item.is_ready for item in found] == ready
    assert all([work.item.text for work in item.offers] == ["Offer more"] for item in found)
