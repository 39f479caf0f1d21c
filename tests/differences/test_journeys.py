"""What changed in a map is told once, as what it is."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_journey.differences import Change, Kind, compare_journeys, compare_pages
from mkdocs_journey.model import Journey
from tests.differences.pages import journey, page, stored
from tools.corpus import map_page

CORPUS = st.builds(map_page, st.integers(0, 60), st.integers(1, 20))


def told(one: Journey, other: Journey) -> list[tuple[Any, ...]]:
    """Changes without what is empty, as rows."""
    return [row(change) for change in compare_journeys(one, other)]


def row(change: Change) -> tuple[Any, ...]:
    values = (change.name, change.part, *change.spot.names, change.before, change.after)
    return (change.kind.value, change.what, *filter(None, values))


@settings(max_examples=40)
@given(CORPUS)
def test_nothing_changed_between_a_map_and_itself(text: str) -> None:
    assert compare_pages(page(text), page(text)).changes == ()


@settings(max_examples=40)
@given(CORPUS, CORPUS)
def test_the_way_back_undoes_the_way_there(one: str, other: str) -> None:
    there = compare_pages(page(one), page(other)).changes
    back = compare_pages(page(other), page(one)).changes
    gone = {Kind.REMOVED, Kind.RESOLVED}
    came = sorted((c.what, c.name) for c in there if c.kind is Kind.ADDED and c.what == "stage")
    went = sorted((c.what, c.name) for c in back if c.kind in gone and c.what == "stage")
    assert came == went
    assert bool(there) == bool(back)


MOMENT = {
    "name": "Checkout", "channel": "web", "doing": ["Types the address"], "feeling": 2,
    "pains": [{"text": "An account is forced", "severity": "high"}],
    "opportunities": [{"text": "Guest checkout", "status": "idea"}],
    "metrics": {"nps": 12}, "wait": "2 days", "drop_off": "12%",
    "feedback": {"nps": {"promoters": 6, "passives": 2, "detractors": 2}},
}  # fmt: skip
OTHER = {"name": "Delivery", "channel": "courier", "feeling": 4}
EDITS: dict[str, tuple[dict[str, Any], tuple[Any, ...]]] = {
    "feeling": ({"feeling": 4}, ("changed", "feeling", "2", "4")),
    "feeling with a word": (
        {"feeling": {"score": 4, "emotion": "calm"}},
        ("changed", "feeling", "2", "4 (calm)"),
    ),
    "why it feels so": (
        {"feeling": {"score": 2, "why": "Twice"}}, ("added", "feeling", "why", "Twice"),
    ),
    "no feeling": ({"feeling": None}, ("removed", "feeling", "2")),
    "severity": (
        {"pains": [{"text": "An account is forced", "severity": "low"}]},
        ("changed", "pain", "An account is forced", "severity", "high", "low"),
    ),
    "pain resolved": ({"pains": []}, ("resolved", "pain", "An account is forced")),
    "pain added": (
        {"pains": [*MOMENT["pains"], "The card is refused"]},  # type: ignore[misc]
        ("added", "pain", "The card is refused"),
    ),
    "pain reworded": (
        {"pains": [{"text": "An account is forced on her", "severity": "high"}]},
        ("renamed", "pain", "An account is forced on her", "An account is forced",
         "An account is forced on her"),
    ),
    "status": (
        {"opportunities": [{"text": "Guest checkout", "status": "done"}]},
        ("changed", "opportunity", "Guest checkout", "status", "idea", "done"),
    ),
    "metric": ({"metrics": {"nps": 20}}, ("changed", "metric", "nps", "12", "20")),
    "target": (
        {"metrics": {"nps": {"value": 12, "target": "≥ 40"}}},
        ("added", "metric", "nps", "target", "≥ 40"),
    ),
    "duration": ({"wait": "3 days"}, ("changed", "wait", "2 days", "3 days")),
    "working days": (
        {"wait": "2 business days"}, ("changed", "wait", "2 days", "2 business days"),
    ),
    "share": ({"drop_off": "20%"}, ("changed", "drop_off", "12%", "20%")),
    "channel": ({"channel": "app"}, ("changed", "channel", "web", "app")),
    "card": (
        {"doing": ["Types the address", "Waits"]}, ("added", "doing", "Waits"),
    ),
    "counts": (
        {"feedback": {"nps": {"promoters": 7, "passives": 2, "detractors": 2}}},
        ("changed", "feedback", "nps promoters", "6", "7"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_of_a_moment_is_one_change_with_its_place(edit: str) -> None:
    new, expected = EDITS[edit]
    one = journey(stages=[{"name": "Buy", "touchpoints": [MOMENT, OTHER]}])
    other = journey(stages=[{"name": "Buy", "touchpoints": [{**MOMENT, **new}, OTHER]}])
    (change,) = compare_journeys(one, other)
    assert change.spot.names == ("Buy", "Checkout")
    shown = (change.name, change.part, change.before, change.after)
    assert (change.kind.value, change.what, *filter(None, shown)) == expected


@settings(deadline=None)
@given(st.lists(st.sampled_from(sorted(EDITS)), min_size=1, max_size=6))
def test_of_several_edits_each_is_named_once(edits: list[str]) -> None:
    old = [{**MOMENT, "name": f"Moment {at}"} for at in range(len(edits))]
    new = [{**moment, **EDITS[edit][0]} for moment, edit in zip(old, edits, strict=True)]
    changes = compare_journeys(stages(Buy=old), stages(Buy=new))
    found = [
        (change.spot.moment, change.kind.value, change.what, *filter(None, values))
        for change in changes
        for values in [(change.name, change.part, change.before, change.after)]
    ]
    wanted = [(f"Moment {at}", *EDITS[edit][1]) for at, edit in enumerate(edits)]
    assert sorted(found) == sorted(wanted)


@pytest.mark.parametrize(
    "same",
    [
        {"wait": "48 h"},
        {"feeling": {"score": 2}},
        {"feeling": [2]},
        {"doing": "Types  the address"},
        {"doing": [{"text": "Types the address", "id": "types"}]},
        {"drop_off": 0.12},
        {"metrics": {"nps": {"value": "12"}}},
        {"id": "checkout"},
    ],
    ids=str,
)
def test_the_same_in_another_form_is_no_change(same: dict[str, Any]) -> None:
    one = journey(stages=[{"name": "Buy", "touchpoints": [MOMENT]}])
    assert told(one, journey(stages=[{"name": "Buy", "touchpoints": [{**MOMENT, **same}]}])) == []


def stages(**moments: list[Any]) -> Journey:
    return journey(stages=[{"name": name, "touchpoints": own} for name, own in moments.items()])


def test_a_moment_is_known_by_its_id_under_another_name() -> None:
    one = stages(Buy=[{"name": "Checkout", "id": "pay"}])
    other = stages(Buy=[{"name": "Till", "id": "pay"}])
    assert told(one, other) == [("renamed", "moment", "Till", "Buy", "Checkout", "Till")]


def test_a_moment_is_known_by_what_it_holds_under_another_name() -> None:
    one, other = stages(Buy=[MOMENT]), stages(Buy=[{**MOMENT, "name": "Till"}])
    assert told(one, other) == [("renamed", "moment", "Till", "Buy", "Checkout", "Till")]


def test_two_moments_of_one_channel_are_not_the_same_for_that() -> None:
    one = stages(Buy=[{"name": "Checkout", "channel": "web"}])
    other = stages(Buy=[{"name": "Search", "channel": "web"}])
    assert [entry[:3] for entry in told(one, other)] == [
        ("added", "moment", "Search"),
        ("removed", "moment", "Checkout"),
    ]


def test_a_moment_moves_within_its_stage_and_to_another() -> None:
    a, b, c = ({"name": name} for name in ("One", "Two", "Three"))
    assert told(stages(S=[a, b, c]), stages(S=[c, a, b])) == [
        ("moved", "moment", "Three", "S", "place 3", "place 1")
    ]
    assert told(stages(S=[a, b], T=[c]), stages(S=[a], T=[c, b])) == [
        ("moved", "moment", "Two", "T", "S", "T")
    ]


def test_a_moment_that_moves_keeps_its_own_changes() -> None:
    one = stages(S=[{"name": "One", "feeling": 2}, {"name": "Two"}], T=[{"name": "Three"}])
    other = stages(S=[{"name": "Two"}], T=[{"name": "Three"}, {"name": "One", "feeling": 4}])
    assert [entry[:2] for entry in told(one, other)] == [
        ("moved", "moment"),
        ("changed", "feeling"),
    ]


def test_stages_of_equal_names_are_told_apart() -> None:
    twice = [{"name": "Talk", "feeling": 3}, {"name": "Pay"}, {"name": "Talk", "feeling": 1}]
    changed = [*twice[:2], {"name": "Talk", "feeling": 5}]
    assert told(journey(stages=twice), journey(stages=changed)) == [
        ("changed", "feeling", "Talk", "1", "5")
    ]


def test_what_a_stage_brings_or_takes_with_it_is_no_change_of_its_own() -> None:
    one, other = stages(Buy=[MOMENT]), stages(Buy=[MOMENT], Use=[OTHER, {"name": "Help"}])
    assert told(one, other) == [("added", "stage", "Use", "Delivery, Help")]
    assert told(other, one) == [("removed", "stage", "Use", "Delivery, Help")]


def test_a_pain_moves_with_what_it_is_about() -> None:
    pain = {"text": "Too slow", "severity": "high"}
    one = stages(Buy=[{"name": "Checkout", "pains": [pain]}, {"name": "Delivery"}])
    other = stages(
        Buy=[{"name": "Checkout"}, {"name": "Delivery", "pains": [{**pain, "severity": "low"}]}]
    )
    assert told(one, other) == [
        ("moved", "pain", "Too slow", "Buy", "Delivery", "Buy, Checkout", "Buy, Delivery"),
        ("changed", "pain", "Too slow", "severity", "Buy", "Delivery", "high", "low"),
    ]


def test_header_persona_and_plan_are_compared() -> None:
    buy = [{"name": "Buy"}]
    one = journey(status="draft", personas=["ana"], stages=buy,
                  actions=[{"text": "Test it", "status": "planned"}])  # fmt: skip
    other = journey(status="validated", personas=["ana", "rui"], stages=buy, owner="Growth",
                    actions=[{"text": "Test it", "status": "doing"}])  # fmt: skip
    assert told(one, other) == [
        ("changed", "status", "draft", "validated"),
        ("added", "owner", "Growth"),
        ("added", "persona", "rui"),
        ("changed", "action", "Test it", "status", "planned", "doing"),
    ]


def test_another_persona_is_a_change() -> None:
    one, other = (journey(personas=[who], stages=[{"name": "Buy"}]) for who in ("ana", "rui"))
    assert {entry[:3] for entry in told(one, other)} == {
        ("removed", "persona", "ana"), ("added", "persona", "rui"),
    }  # fmt: skip


def test_a_stored_map_and_its_successor() -> None:
    """All sorts of changes at once; the outputs' snapshots show them in words."""
    changes = compare_pages(stored("before.md"), stored("after.md")).changes
    assert len(changes) == len(set(changes))
    assert {change.kind for change in changes} == set(Kind)
