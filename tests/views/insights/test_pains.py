"""The ranking of pains: its formula, and what it does where something is missing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journey.views.insights.pains import WEIGHTS, HotSpot, pains, rank

SEVERITIES = st.sampled_from([None, *WEIGHTS])
FREQUENCIES = st.sampled_from([None, "often", "30%", "100%", 0.5, "0%"])
FEELINGS = st.none() | st.integers(1, 5)


@pytest.mark.parametrize(
    ("feeling", "pain", "score"),
    [
        (1, {"text": "x", "severity": "high"}, 3 * 5),
        (5, {"text": "x", "severity": "critical"}, 4 * 1),
        (2.5, {"text": "x", "severity": "low"}, 1 * 3.5),
        (2, {"text": "x", "severity": "high", "frequency": "45%"}, 3 * 4 * 0.45),
        (2, {"text": "x", "severity": "high", "frequency": "every Monday"}, 3 * 4),
        (2, "x", 2 * 4),
        (None, {"text": "x", "severity": "medium"}, 2 * 3),
        ([2, 4], {"text": "x", "severity": "medium"}, 2 * 3),
    ],
)
def test_score(make_journey, feeling: object, pain: object, score: float) -> None:
    (spot,) = pains(make_journey({"name": "Pay", "feeling": feeling, "pains": pain}))
    assert spot.score == pytest.approx(score)
    assert spot.lacks_feeling == (feeling is None)
    assert spot.lacks_severity == (pain == "x")


def test_personas_count_alike_in_a_moments_mood(make_journey) -> None:
    feeling = {"ana": [1, 3], "bruno": 4}
    journey = make_journey(
        {"name": "Pay", "feeling": feeling, "pains": "x"}, personas=["ana", "bruno"]
    )
    (spot,) = pains(journey)
    assert spot.feeling == (2 + 4) / 2


def test_a_moment_without_a_feeling_has_its_stages(make_journey) -> None:
    stage = {"name": "Buy", "feeling": 2, "touchpoints": [{"name": "Pay", "pains": "x"}]}
    (spot,) = pains(make_journey(stages=[stage]))
    assert spot.feeling == 2


def test_a_stages_pain_counts_with_the_mean_of_its_moments(make_journey) -> None:
    touchpoints = [{"name": "A", "feeling": 1}, {"name": "B", "feeling": 4}, {"name": "C"}]
    (spot,) = pains(
        make_journey(stages=[{"name": "Buy", "pains": "x", "touchpoints": touchpoints}])
    )
    assert spot.feeling == 2.5
    assert spot.place.touchpoint is None


def test_a_maps_pain_counts_with_the_mean_of_all_moments_not_of_stages(make_journey) -> None:
    many = [{"name": f"T{n}", "feeling": 1} for n in range(3)]
    stages = [
        {"name": "A", "touchpoints": [{"name": "T", "feeling": 5}]},
        {"name": "B", "feeling": 5, "touchpoints": many},
        {"name": "C", "feeling": 1, "touchpoints": [{"name": "U"}, {"name": "V"}]},
    ]
    (spot,) = pains(make_journey(stages=stages, pains="x"))
    assert spot.feeling == 9 / 5


def test_numbers_follow_the_map_and_ties_keep_them(make_journey) -> None:
    journey = make_journey(
        {"name": "A", "feeling": 4, "pains": ["one", "two"]},
        {"name": "B", "feeling": 1, "pains": "three"},
        pains="zero",
    )
    ranked = rank(pains(journey))
    assert [(spot.number, spot.pain.text) for spot in ranked] == [
        (4, "three"),
        (1, "zero"),
        (2, "one"),
        (3, "two"),
    ]


@given(st.lists(st.tuples(FEELINGS, SEVERITIES, FREQUENCIES), max_size=6))
def test_ranking_is_a_permutation_in_falling_order(make_journey, found) -> None:
    touchpoints = [
        {"name": f"T{n}", "feeling": feeling,
         "pains": {"text": "x", "severity": severity, "frequency": frequency}}
        for n, (feeling, severity, frequency) in enumerate(found)
    ]  # fmt: skip
    journey = make_journey(*touchpoints)
    ranked = rank(pains(journey))
    scores = [spot.score for spot in ranked]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 20 for score in scores)
    assert sorted(map(number, ranked)) == list(range(1, len(found) + 1))


def number(spot: HotSpot) -> int:
    return spot.number
