"""A comparison of two maps as values."""

import pytest

from mkdocs_journey.queries import Order, Query
from mkdocs_journey.queries import Test as Condition
from mkdocs_journey.queries.tests import Operator
from mkdocs_journey.views.across.compare import compare, find_comparison, summarize
from mkdocs_journey.views.across.comparison import Comparison, Fate
from mkdocs_journey.views.across.comparison_table import (
    TimeDifference,
    comparison_table,
    differences,
)
from mkdocs_journey.views.across.listing import answer
from mkdocs_journey.views.across.overview import Overview
from mkdocs_journey.views.across.steps import Presence, Step
from tests.views.across.atlases import overview_of

NOW = """
title: Now
journey:
  pains: [{text: Two prices for all}]
  stages:
    - name: Find
      phase: before
      touchpoints:
        - {name: Newsletter, channel: email, feeling: 4, doing: Skims}
        - {name: Asks, feeling: 3}
    - name: Buy
      phase: during
      pains: [{text: Nobody answers, id: no-answer}]
      touchpoints:
        - name: Checkout
          feeling: {score: 1, emotion: annoyed}
          pains:
            - {text: An account is forced, id: forced}
            - {text: The address is asked for twice}
        - {name: Call, feeling: 2}
    - name: Return
      touchpoints:
        - {name: Parcel, feeling: 2, pains: [{text: No label, id: label},
            {text: No box, id: box}]}
"""
THEN = """
title: Then
journey:
  kind: future-state
  improves: now.md
  stages:
    - name: Find
      phase: before
      touchpoints:
        - {name: Newsletter, channel: app, feeling: 4, doing: skims}
        - {name: Finder, feeling: 5}
    - name: Buy
      phase: during
      touchpoints:
        - {name: Call, id: phone, feeling: 4}
        - name: Pays
          id: checkout
          feeling: {score: 4, emotion: relaxed}
          doing: Pays as a guest
          gains: [No account]
          pains:
            - {text: the address is  asked for twice}
            - {text: The invoice comes late}
          opportunities: [{text: Send a label, solves: label}]
"""
SITE = overview_of({"now.md": NOW, "then.md": THEN})


def comparison(site: Overview = SITE, one: str = "then.md", other: str | None = None) -> Comparison:
    found = find_comparison(site, one, other)
    assert found is not None
    return found


def said(step: Step) -> tuple[str, str, float | None]:
    return step.moment.column.name, step.presence.value, step.change


def test_moments_are_aligned_by_id_or_name_and_keep_their_order() -> None:
    assert [said(step) for step in comparison().steps] == [
        ("Newsletter", "kept", 0),
        ("Finder", "new", None),
        ("Asks", "removed", None),
        ("Call", "moved", 2),
        ("Pays", "kept", 3),
        ("Call", "moved", None),
        ("Parcel", "removed", None),
    ]


def test_pains_go_come_and_stay() -> None:
    fates = {change.row.spot.pain.text: change.fate for change in comparison().pains}
    assert fates == {
        "Two prices for all": Fate.SOLVED,
        "Nobody answers": Fate.SOLVED,
        "An account is forced": Fate.SOLVED,
        "the address is  asked for twice": Fate.LEFT,
        "The invoice comes late": Fate.NEW,
        # Their stage is left out: only what an opportunity names is solved by that.
        "No label": Fate.SOLVED,
        "No box": Fate.LEFT,
    }


@pytest.mark.parametrize(
    ("one", "other", "pair"),
    [
        ("then.md", None, ("then.md", "now.md")),
        ("now.md", None, ("then.md", "now.md")),
        ("now.md", "then.md", ("then.md", "now.md")),
        ("other.md", "now.md", ("other.md", "now.md")),
        ("other.md", None, None),
        ("now.md", "now.md", None),
        ("now.md", "", None),
        ("nowhere.md", "now.md", None),
    ],
)
def test_a_map_is_compared_with_what_it_improves_or_with_any_other(
    one: str, other: str | None, pair: tuple[str, str] | None
) -> None:
    site = overview_of(
        {"now.md": NOW, "then.md": THEN, "other.md": "journey: {stages: [{name: Buy}]}"}
    )
    found = find_comparison(site, one, other)
    assert (found and (found.future.path, found.current.path)) == pair


def test_of_any_two_maps_a_pain_of_the_second_alone_is_not_left_open() -> None:
    other = "journey: {stages: [{name: Return, pains: [{text: No label, id: label}]}]}"
    found = comparison(overview_of({"now.md": NOW, "other.md": other}), "other.md", "now.md")
    fates = {change.row.spot.pain.text: change.fate for change in found.pains}
    assert not found.is_answer
    assert fates["No label"] is Fate.LEFT
    assert fates["No box"] is fates["Nobody answers"] is Fate.SOLVED


def test_a_stage_without_touchpoints_makes_none_of_the_others_new() -> None:
    one = "journey: {stages: [{name: Buy, feeling: 5}, {name: Use, feeling: 4}]}"
    other = """
journey:
  stages:
    - name: Buy
      touchpoints: [{name: A, feeling: 2}, {name: B, feeling: 2}, {name: C, feeling: 2}]
    - {name: Use, feeling: 1}
"""
    found = comparison(overview_of({"a.md": one, "b.md": other}), "a.md", "b.md")
    assert [said(step) for step in found.steps] == [
        ("A", "kept", None),
        ("B", "kept", None),
        ("C", "kept", None),
        ("Use", "kept", 3),
    ]
    assert [step.future is not None for step in found.steps] == [False, True, False, True]
    table = comparison_table(found, found.steps, ("feeling",), ("A", "B"), is_in_order=True)
    assert [column.name for column in table.columns] == ["A", "B", "C", "Use"]


def test_both_lines_pass_what_only_the_other_map_has() -> None:
    found = comparison()
    table = comparison_table(found, found.steps, ("feeling",), ("Future", "Now"), is_in_order=True)
    (lane,) = table.lanes
    future, now = lane.rows[0].lines
    assert [line.persona for line in (future, now)] == ["Future", "Now"]
    assert [column.mean for column in future.curve.columns] == [4, 5, None, 4, 4, None, None]
    assert [column.mean for column in now.curve.columns] == [4, None, 3, None, 1, 2, 2]
    assert not any(piece.gap for line in (future, now) for piece in line.curve.line)


def test_moments_in_another_order_have_no_line_between_them() -> None:
    found = comparison()
    table = comparison_table(found, found.steps, ("feeling",), ("A", "B"), is_in_order=False)
    lines = table.lanes[0].rows[0].lines
    assert all(not column.pieces for line in lines for column in line.curve.columns)
    assert [len(line.curve.points) for line in lines] == [4, 5]


def test_what_changes_is_what_the_future_says_and_the_present_does_not() -> None:
    changes = {
        step.moment.column.name: [(item.kind, item.text) for item in differences(step)]
        for step in comparison().steps
        if step.future
    }
    assert changes == {
        "Newsletter": [("channel", "Email → App")],
        "Finder": [],
        "Call": [],
        "Pays": [("gain", "No account"), ("doing", "Pays as a guest")],
    }


def test_numbers_are_those_of_the_moments_that_are_shown() -> None:
    found = comparison()
    whole = summarize(found, found.steps)
    assert whole.moments == (5, 4)
    assert (whole.best and said(whole.best)) == ("Pays", "kept", 3)
    assert whole.worst is None
    assert whole.presences[Presence.MOVED] == 1
    assert (whole.fates[Fate.SOLVED], whole.fates[Fate.NEW], whole.fates[Fate.LEFT]) == (4, 1, 2)
    assert whole.unanswered == 3
    part = summarize(found, found.steps[:2])
    assert (part.moments, part.fates.total(), part.best) == ((1, 2), 0, None)


def steps(query: Query) -> list[str]:
    rows = answer(compare(comparison()), query, SITE).rows
    return [step.moment.column.name for step in rows]


def test_moments_are_chosen_sorted_and_cut() -> None:
    gains = (Condition("change", Operator.AT_LEAST, (1.0,)),)
    assert steps(Query(where=gains)) == ["Call", "Pays"]
    assert steps(Query(sort=(Order("change", is_descending=True),), limit=2)) == ["Pays", "Call"]
    assert steps(Query(where=(Condition("presence", Operator.IS, ("new",)),))) == ["Finder"]
    assert steps(Query(where=(Condition("solved", Operator.AT_LEAST, (1.0,)),))) == [
        "Pays",
        "Parcel",
    ]


def test_several_personas_are_compared_by_their_mean() -> None:
    both = """
journey:
  personas: [{name: Ana}, {name: Rui}]
  stages: [{name: Buy, feeling: {ana: 4, rui: 2}}]
"""
    one = "journey: {stages: [{name: Buy, feeling: 4}]}"
    found = comparison(overview_of({"a.md": one, "b.md": both}), "a.md", "b.md")
    assert [step.change for step in found.steps] == [1]


def fates_by_stage(now: str, then: str) -> dict[tuple[str, str], Fate]:
    """What becomes of each pain, by the map and the moment that it is written on."""
    then = f"journey: {{kind: future-state, improves: now.md, stages: {then}}}"
    pages = {"now.md": f"journey: {{stages: {now}}}", "then.md": then}
    changes = comparison(overview_of(pages)).pains
    rows = [(change.row, change.fate) for change in changes]
    return {(row.map.path.removesuffix(".md"), row.spot.place.name): fate for row, fate in rows}


def test_work_that_was_dropped_solves_no_pain() -> None:
    now = "[{name: Buy}, {name: Use, pains: {text: Slow, id: slow}}]"
    then = "[{name: Buy, opportunities: {text: Cache, solves: slow, status: %s}}]"
    assert fates_by_stage(now, then % "dropped") == {("now", "Use"): Fate.LEFT}
    assert fates_by_stage(now, then % "planned") == {("now", "Use"): Fate.SOLVED}


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("[{name: One, pains: Waiting}, {name: Two, pains: Waiting}]",
         "[{name: One}, {name: Two, pains: Waiting}]"),
        ("[{name: One, pains: Waiting}, {name: Two, pains: Waiting}]",
         "[{name: Two, pains: Waiting}, {name: One}]"),
        ("[{name: Buy, touchpoints: [{name: One, pains: Waiting}, {name: Two, pains: Waiting}]}]",
         "[{name: Buy, touchpoints: [{name: One}, {name: Two, pains: Waiting}]}]"),
        ("[{name: Buy, touchpoints: [{name: One, pains: Waiting}, {name: Two, pains: Waiting}]}]",
         "[{name: Buy, touchpoints: [{name: Two, pains: Waiting}, {name: One}]}]"),
    ],
    ids=["stages", "stages-moved", "touchpoints", "touchpoints-moved"],
)  # fmt: skip
def test_a_pain_at_two_moments_stays_where_the_future_has_it(now: str, then: str) -> None:
    assert fates_by_stage(now, then) == {("then", "Two"): Fate.LEFT, ("now", "One"): Fate.SOLVED}


def test_a_pain_that_moved_to_another_stage_stays() -> None:
    now, then = "[{name: One, pains: Waiting}, {name: Two}]", "[{name: Two, pains: Waiting}]"
    assert fates_by_stage(now, then) == {("then", "Two"): Fate.LEFT}


def test_stages_without_touchpoints_move_like_moments() -> None:
    now = "journey: {stages: [{name: A, feeling: 2}, {name: B, feeling: 3}]}"
    then = "journey: {stages: [{name: B, feeling: 4}, {name: A, feeling: 5}]}"
    found = comparison(overview_of({"now.md": now, "then.md": then}), "then.md", "now.md")
    assert {said(step) for step in found.steps if step.future} == {
        ("A", "kept", 3),
        ("B", "moved", 1),
    }
    assert [step.presence for step in found.steps if not step.future] == [Presence.MOVED]


def test_a_stage_is_not_the_same_as_a_touchpoint_of_its_name() -> None:
    now = "journey: {stages: [{name: Pay, feeling: 2}]}"
    then = "journey: {stages: [{name: Buy, touchpoints: [{name: Pay, feeling: 4}]}]}"
    found = comparison(overview_of({"now.md": now, "then.md": then}), "then.md", "now.md")
    assert {step.presence for step in found.steps} == {Presence.NEW, Presence.REMOVED}


TIMES_NOW = """
title: Now
journey:
  stages:
    - name: Buy
      touchpoints:
        - {name: Waits, wait: 4–9 hours, duration: PT15M}
        - {name: Pays, duration: 5 min, wait: 1 h}
    - {name: Use, elapsed: 2 days}
"""
TIMES_THEN = """
title: Then
journey:
  kind: future-state
  improves: now.md
  stages:
    - name: Buy
      touchpoints:
        - {name: Waits, wait: 2 h, duration: 15 min}
        - {name: Chats, wait: 1 min}
        - {name: Pays, duration: 5 min}
    - {name: Use, touchpoints: [{name: Opens, elapsed: 1 day}]}
"""
TIMES = overview_of({"now.md": TIMES_NOW, "then.md": TIMES_THEN})


def test_times_that_differ_are_told_however_they_are_written() -> None:
    told = {
        step.moment.column.name: [
            (item.kind, item.before and item.before.text, item.future and item.future.text)
            for item in differences(step)
            if isinstance(item, TimeDifference)
        ]
        for step in comparison(TIMES).steps
    }
    assert told == {
        "Waits": [("wait", "4–9 hours", "2 h")],
        "Chats": [("wait", None, "1 min")],
        "Pays": [("wait", "1 h", None)],
        "Opens": [],  # A touchpoint takes no longer or shorter than a whole stage.
    }


def test_times_are_summed_up_where_both_maps_know_them_and_all_moments_are_shown() -> None:
    found = comparison(TIMES)
    pairs = {
        now.kind: (now.time.middle / 60, then.time.middle / 60)
        for now, then in summarize(found, found.steps).times
    }
    assert pairs["wait"] == (7.5 * 60, 2 * 60 + 1)
    assert pairs["duration"] == (20, 20)
    assert summarize(found, found.steps[:1]).times == ()
    assert summarize(comparison(), comparison().steps).times == ()
