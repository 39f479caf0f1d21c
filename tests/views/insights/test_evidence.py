"""What claims rest on, expectations and coverage."""

from datetime import date

from mkdocs_journey.catalog import BUILT_IN
from mkdocs_journey.model.claims import ClaimKind, Standing
from mkdocs_journey.views.columns import columns
from mkdocs_journey.views.insights.coverage import Filled, coverage
from mkdocs_journey.views.insights.evidence import evidence
from mkdocs_journey.views.insights.expectations import expectations
from mkdocs_journey.views.insights.pains import pains

TODAY = date(2026, 12, 1)
SOURCES = {
    "talks": {"title": "Interviews", "method": "interview", "date": "2026-11-01"},
    "guess": {"title": "A workshop's guess", "method": "assumption", "date": "2025"},
    "notes": "Notes",
}


def test_claims_by_what_they_rest_on(make_journey) -> None:
    journey = make_journey(
        {
            "name": "Pay",
            "feeling": {"score": 2, "emotion": "lost", "sources": ["guess"]},
            "pains": [
                {"text": "one", "sources": ["guess", "talks"]},
                {"text": "two", "sources": ["unknown"]},
            ],
            "gains": "three",
            "quotes": {"text": "four", "source": "notes"},
            "doing": ["plain", {"text": "five", "sources": ["guess"]}],
            "metrics": {"nps": {"value": 3, "source": "talks"}},
        },
        sources=SOURCES,
    )
    report = evidence(journey, TODAY)
    assert {(t.kind, t.observed, t.assumed, t.unsourced) for t in report.tallies} == {
        (ClaimKind.FEELING, 0, 1, 0),
        (ClaimKind.PAIN, 1, 0, 1),
        (ClaimKind.GAIN, 0, 0, 1),
        (ClaimKind.QUOTE, 1, 0, 0),
        (ClaimKind.CARD, 0, 1, 0),
    }
    assert report.observed_share == 2 / 6
    assert [(item.claim.text, item.standing) for item in report.unfounded] == [
        ("lost", Standing.ASSUMED),
        ("two", Standing.UNSOURCED),
        ("three", Standing.UNSOURCED),
        ("five", Standing.ASSUMED),
    ]
    assert [(s.id, s.uses, s.age, s.is_old) for s in report.sources] == [
        ("talks", 2, 30, False),
        ("guess", 3, 335, False),
        ("notes", 1, None, False),
    ]


def test_a_source_is_old_after_a_year_and_never_younger_than_today(make_journey) -> None:
    sources = {
        "old": {"title": "Old", "date": "2025-11-30"},
        "next": {"title": "N", "date": "2027"},
    }
    old, ahead = evidence(make_journey({"name": "Pay"}, sources=sources), TODAY).sources
    assert (old.age, old.is_old) == (366, True)
    assert (ahead.age, ahead.is_old) == (0, False)


def test_expectations_stand_beside_what_happens(make_journey) -> None:
    stage = {
        "name": "Buy",
        "feeling": 2,
        "touchpoints": [
            {"name": "Pay", "expecting": "One click", "doing": "Clicks", "pains": ["slow"]},
            {"name": "Wait", "pains": ["long"]},
        ],
    }
    journey = make_journey(stages=[stage], expectations=["Soon"], expecting="Cheap")
    view = expectations(journey, pains(journey))
    assert view.beforehand == ("Soon", "Cheap")
    (moment,) = view.moments
    assert [card.text for card in (*moment.expecting, *moment.doing)] == ["One click", "Clicks"]
    assert [feeling.score for feeling in moment.feelings] == [2]
    assert [spot.pain.text for spot in moment.pains] == ["slow"]


def test_coverage_tells_here_from_the_stage_from_blank(make_journey) -> None:
    touchpoints = [{"name": "Pay", "doing": "z", "metrics": {"nps": None}}, {"name": "Go"}]
    buy = {"name": "Buy", "needs": "x", "goal": "y", "touchpoints": touchpoints}
    use = {"name": "Use", "feeling": 3}
    journey = make_journey(stages=[buy, use], policy="p", links="https://example.org")
    view = coverage(journey, columns(journey, BUILT_IN), BUILT_IN)
    cells = {row.lane.id: row.cells for row in view.rows}
    here, stage, blank = Filled.HERE, Filled.STAGE, Filled.BLANK
    assert cells == {
        "doing": (here, blank, blank),
        "thinking": (blank, blank, blank),
        "feeling": (blank, blank, here),
        "needs": (stage, stage, blank),
        "pains": (blank, blank, blank),
        "opportunities": (blank, blank, blank),
        "policy": (stage, stage, stage),
    }
    assert view.share == (1 + 1 + 2 + 3) / 21


def test_lanes_that_a_map_names_are_asked_for(make_journey) -> None:
    journey = make_journey({"name": "Pay"}, lanes=["quotes", "doing"])
    view = coverage(journey, columns(journey, BUILT_IN), BUILT_IN)
    assert [row.lane.id for row in view.rows] == ["quotes", "doing"]


def test_a_survey_that_nobody_answered_fills_no_cell(make_journey) -> None:
    asked = {"nps": {"promoters": 0}}
    journey = make_journey(
        {"name": "A", "feedback": asked}, {"name": "B", "feedback": {"nps": {"promoters": 1}}},
        lanes=["metrics"],
    )  # fmt: skip
    (row, *_) = coverage(journey, columns(journey, BUILT_IN), BUILT_IN).rows
    assert row.cells == (Filled.BLANK, Filled.HERE)


def test_the_newest_source_is_the_one_with_the_latest_date(make_journey) -> None:
    report = evidence(make_journey({"name": "Pay"}, sources=SOURCES), TODAY)
    assert report.newest is not None
    assert report.newest.id == "talks"
    assert evidence(make_journey({"name": "Pay"}, sources={"notes": "N"}), TODAY).newest is None
