"""What is done about each pain, and what is late."""

from datetime import date

import pytest

from mkdocs_journey.model import Journey
from mkdocs_journey.views.insights.pains import pains, rank
from mkdocs_journey.views.insights.plan import MOST_REPEATS, Plan, actions, opportunities, plan

TODAY = date(2026, 12, 1)


def planned(journey: Journey) -> Plan:
    return plan(opportunities(journey), actions(journey, TODAY), rank(pains(journey)))


def texts(found: Plan) -> list[tuple[str, list[str]]]:
    return [
        (entry.pain.pain.text if entry.pain else "", [work.item.text for work in entry.works])
        for entry in found.entries
    ]


def test_pains_with_their_work_then_work_without_a_pain(make_journey) -> None:
    journey = make_journey(
        {
            "name": "Pay",
            "feeling": 1,
            "pains": [
                {"text": "slow", "id": "slow", "severity": "low"},
                {"text": "dear", "id": "dear", "severity": "high"},
                "ugly",
            ],
            "opportunities": [
                {"text": "cache", "id": "cache", "solves": ["slow", "dear"]},
                {"text": "gift"},
            ],
        },
        actions=[
            {"text": "rent a server", "solves": "cache"},
            {"text": "lower prices", "solves": ["dear", "cache"]},
            {"text": "throw a party"},
        ],
    )
    found = planned(journey)
    assert texts(found) == [
        ("dear", ["cache", "rent a server", "lower prices"]),
        ("ugly", []),
        ("slow", ["cache", "rent a server", "lower prices"]),
        ("", ["gift"]),
        ("", ["throw a party"]),
    ]
    assert [spot.pain.text for spot in found.unanswered] == ["ugly"]
    assert [work.item.text for work in found.unlinked] == ["gift", "throw a party"]


def test_work_that_was_dropped_answers_nothing(make_journey) -> None:
    opportunity = {"text": "x", "solves": "slow", "status": "dropped"}
    pain = {"text": "slow", "id": "slow"}
    found = planned(make_journey({"name": "Pay", "pains": pain, "opportunities": opportunity}))
    assert [spot.pain.id for spot in found.unanswered] == ["slow"]


@pytest.mark.parametrize(
    ("solves", "unanswered"),
    [
        (["idea"], ["slow"]),
        (["idea", "elsewhere"], ["slow"]),
        (["idea", "slow"], []),
        (["other"], []),
    ],
)
def test_an_action_on_a_dropped_idea_answers_nothing(make_journey, solves, unanswered) -> None:
    ideas = [
        {"text": "x", "id": "idea", "solves": "slow", "status": "dropped"},
        {"text": "y", "id": "other", "solves": [] if "idea" in solves else "slow"},
    ]
    stage = {"name": "Pay", "pains": {"text": "slow", "id": "slow"}, "opportunities": ideas}
    journey = make_journey(stage, actions=[{"text": "go on", "solves": solves, "status": "doing"}])
    assert [spot.pain.id for spot in planned(journey).unanswered] == unanswered


@pytest.mark.parametrize(
    ("action", "late"),
    [
        ({"due": "2026-11-30"}, True),
        ({"due": "2026-12-01"}, False),
        ({"due": "2026-12"}, False),
        ({"due": "2026-11", "status": "doing"}, True),
        ({"due": "2026-11", "status": "done"}, False),
        ({"due": "2026-11", "status": "dropped"}, False),
        ({}, False),
    ],
)
def test_an_action_is_overdue_after_its_last_day(make_journey, action: dict, late: bool) -> None:
    found = planned(make_journey({"name": "Pay"}, actions=[{"text": "x", **action}]))
    assert [work.item.text for work in found.overdue] == (["x"] if late else [])


def test_a_plan_grows_with_what_was_written(make_journey) -> None:
    ids = [f"p{n}" for n in range(40)]
    stage = {
        "name": "Pay",
        "pains": [{"text": id, "id": id} for id in ids],
        "opportunities": {"text": "idea", "id": "idea", "solves": ids},
    }
    named = {"text": "named", "solves": ["idea", *ids]}
    tasks = [{"text": f"a{n}", "solves": "idea"} for n in range(40)]
    found = planned(make_journey(stage, actions=[*tasks, named]))
    whole, short = found.entries[:MOST_REPEATS], found.entries[MOST_REPEATS:]
    everything = ["idea", *(task["text"] for task in tasks), "named"]
    assert all([w.item.text for w in entry.works] == everything for entry in whole)
    assert all([w.item.text for w in entry.works] == ["idea", "named"] for entry in short)
    assert not any(entry.has_more for entry in whole)
    assert all(entry.has_more for entry in short)
    assert found.unlinked == found.unanswered == ()
