"""Highs, lows, drops, means and channels of small maps."""

from datetime import date

import pytest

from mkdocs_journey.atlas import Map
from mkdocs_journey.catalog import BUILT_IN
from mkdocs_journey.model import Journey
from mkdocs_journey.views.insights import Insights, insights
from mkdocs_journey.views.layout import lay_out

SCORES = (4, 4, 2, 3, 5, 1, 5, 4)


def found(journey: Journey) -> Insights:
    layout = lay_out(Map("map.md", "Map", journey), BUILT_IN)
    return insights(layout, BUILT_IN, date(2026, 12, 1))


def test_the_shape_of_a_map(make_journey) -> None:
    (mood,) = found(
        make_journey(*({"name": f"T{n}", "feeling": s} for n, s in enumerate(SCORES)))
    ).moods
    assert [spot.column.name for spot in mood.highest] == ["T4", "T6"]
    assert [spot.column.name for spot in mood.lowest] == ["T5"]
    assert mood.drop is not None
    assert (mood.drop.start.column.name, mood.drop.end.column.name) == ("T4", "T5")
    assert mood.drop.points == 4
    assert mood.mean == 28 / 8
    assert mood.below_neutral == 2
    assert mood.missing == 0


def test_what_is_missing_counts_in_no_mean_and_bridges_no_drop(make_journey) -> None:
    journey = make_journey({"name": "A", "feeling": 5}, {"name": "B"}, {"name": "C", "feeling": 1})
    (mood,) = found(journey).moods
    assert (mood.mean, mood.missing, mood.drop) == (3, 1, None)


def test_where_all_moments_feel_alike_none_stands_out(make_journey) -> None:
    (mood,) = found(make_journey({"name": "A", "feeling": 3}, {"name": "B", "feeling": 3})).moods
    assert (mood.highest, mood.lowest, mood.mean) == ((), (), 3)


def test_a_map_without_feelings_has_no_mood(make_journey) -> None:
    assert found(make_journey({"name": "A"})).moods == ()


def test_each_persona_has_a_mood(make_journey) -> None:
    journey = make_journey(
        {"name": "A", "feeling": {"ana": 5, "bruno": {"score": 1, "emotion": "lost"}}},
        {"name": "B", "feeling": {"ana": 4}},
        personas=["ana", "bruno"],
    )
    ana, bruno = found(journey).moods
    assert (ana.persona, ana.mean, ana.missing) == ("ana", 4.5, 0)
    assert (bruno.persona, bruno.mean, bruno.missing) == ("bruno", 1, 1)


def test_moments_of_truth_are_named_by_touchpoints_and_cards(make_journey) -> None:
    journey = make_journey(
        {"name": "A", "moment_of_truth": True, "feeling": 2, "pains": ["x", "y"]},
        {"name": "B", "frontstage": {"text": "Answers", "moment_of_truth": True}},
        {"name": "C"},
    )
    truths = found(journey).truths
    assert [(t.place.name, t.score, t.pains) for t in truths] == [("A", 2, 2), ("B", None, 0)]


@pytest.mark.parametrize("lane", ["thinking", "policy", "needs", "doing"])
def test_a_card_of_any_lane_can_make_a_moment_decide(make_journey, lane: str) -> None:
    card = {"text": "Decides", "moment_of_truth": True}
    (truth,) = found(make_journey({"name": "A", lane: card}, {"name": "B"})).truths
    assert truth.place.name == "A"


def test_channels_worst_first_and_unknown_last(make_journey) -> None:
    journey = make_journey(
        {"name": "A", "channel": "chat"},
        {"name": "B", "channels": ["web", "phone"], "feeling": 4, "pains": "x"},
        {"name": "C", "channel": "web", "feeling": 1},
        {"name": "D", "channel": "courier", "feeling": 4},
    )
    reports = found(journey).channels
    assert [(r.channel.id, r.mean, r.scores, r.pains) for r in reports] == [
        ("web", 2.5, (4, 1), 1),
        ("phone", 4, (4,), 1),
        ("courier", 4, (4,), 0),
        ("chat", None, (), 0),
    ]
    assert [r.indirect for r in reports] == [0, 0, 1, 0]


def test_a_stages_feeling_is_no_channels(make_journey) -> None:
    stage = {"name": "Buy", "feeling": 1, "touchpoints": [{"name": "A", "channel": "web"}]}
    (report,) = found(make_journey(stages=[stage])).channels
    assert report.mean is None
