"""Totals of time, waits and the funnel."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journey.values.times import DAY, HOUR, MINUTE, Duration
from mkdocs_journey.views.insights.funnel import funnel, worst_drop_offs
from mkdocs_journey.views.insights.times import total_times, waits

shares = st.lists(st.floats(0, 1), min_size=1, max_size=8)


def totals(journey) -> dict[str, tuple[float, float | None, int]]:
    return {
        total.kind: (total.time.minimum, total.time.maximum, total.moments)
        for total in total_times(journey)
    }


def test_ranges_add_up_end_by_end_and_an_open_end_stays_open(make_journey) -> None:
    journey = make_journey(
        {"name": "A", "duration": "5 min", "wait": "2–3 hours"},
        {"name": "B", "duration": "10–20 min", "wait": "1+ days"},
        {"name": "C"},
    )
    assert totals(journey) == {
        "duration": (15 * MINUTE, 25 * MINUTE, 2),
        "wait": (DAY + 2 * HOUR, None, 2),
    }


def test_nothing_is_counted_twice(make_journey) -> None:
    pay = {"name": "Pay", "wait": "1 hour", "elapsed": "2 days"}
    spoken = {
        "name": "Buy",
        "wait": "9 hours",
        "duration": "30 days",
        "touchpoints": [pay, {"name": "Go"}],
    }
    silent = {"name": "Use", "wait": "2 hours", "touchpoints": [{"name": "A"}, {"name": "B"}]}
    assert totals(make_journey(stages=[spoken, silent])) == {
        "elapsed": (30 * DAY, 30 * DAY, 2),
        "wait": (3 * HOUR, 3 * HOUR, 3),
    }


def test_what_is_said_of_the_whole_map_counts_where_no_part_says_it(make_journey) -> None:
    whole = {"duration": "30 days", "wait": "9 hours"}
    assert totals(make_journey({"name": "A"}, {"name": "B"}, **whole)) == {
        "elapsed": (30 * DAY, 30 * DAY, 2),
        "wait": (9 * HOUR, 9 * HOUR, 2),
    }
    spoken = make_journey({"name": "A", "wait": "1 hour"}, {"name": "B"}, **whole)
    assert totals(spoken)["wait"] == (HOUR, HOUR, 1)


def test_a_lone_time_stays_as_it_was_written(make_journey) -> None:
    (total,) = total_times(make_journey({"name": "A", "wait": "2–3 hours"}))
    assert total.time == Duration(2 * HOUR, 3 * HOUR, "2–3 hours")


def test_waits_are_those_of_customers_and_cards_longest_first(make_journey) -> None:
    journey = make_journey(
        {"name": "A", "wait": "9 min"},
        {"name": "B", "wait": "1–3 hours", "backstage": {"text": "Reads", "wait": "4 days"}},
        {"name": "C", "wait": "5+ hours"},
    )
    found = [(wait.place.name, wait.card) for wait in waits(journey)]
    assert found == [("B", "Reads"), ("C", ""), ("B", ""), ("A", "")]


def test_funnel_of_volumes_and_drop_offs(make_journey) -> None:
    journey = make_journey(
        {"name": "A", "volume": 1000, "drop_off": "10%"},
        {"name": "Silent"},
        {"name": "B", "drop_off": "50%"},
        {"name": "C", "volume": 400},
        {"name": "D", "volume": 300},
    )
    a, b, c, d = funnel(journey)
    assert (a.volume, a.share, a.is_computed) == (1000, 1, False)
    assert (b.volume, b.share, b.is_computed) == (900, 0.9, True)
    assert (c.drop_off, c.drop_off_is_computed) == (0.25, True)
    assert (d.share, d.drop_off) == (0.3, None)
    assert worst_drop_offs((a, b, c, d)) == (b,)


def test_those_who_join_on_the_way_are_no_loss(make_journey) -> None:
    first, second = funnel(make_journey({"name": "A", "volume": 10}, {"name": "B", "volume": 20}))
    assert (first.drop_off, second.share) == (None, 2)


def test_other_paths_are_no_loss(make_journey) -> None:
    journey = make_journey(
        {"name": "A", "volume": 10, "path": "happy"},
        {"name": "B", "volume": 2, "path": "unhappy"},
        paths={"happy": "All goes well", "unhappy": "It does not"},
    )
    assert funnel(journey)[0].drop_off is None


def test_people_are_counted_on_along_their_own_path(make_journey) -> None:
    start, sad, end = funnel(
        make_journey(
            {"name": "Start", "volume": 1000, "drop_off": "10%", "path": "happy"},
            {"name": "Sad", "drop_off": "50%", "path": "sad"},
            {"name": "End", "path": "happy", "drop_off": "0%"},
            paths={"happy": "All goes well", "sad": "It does not"},
        )
    )
    assert (start.volume, sad.volume, sad.share) == (1000, None, None)
    assert (end.volume, end.is_computed) == (900, True)


def test_nobody_is_counted_on_past_a_moment_of_other_paths_that_may_have_taken_them(
    make_journey,
) -> None:
    _, _, end = funnel(
        make_journey(
            {"name": "Start", "volume": 1000, "drop_off": "10%"},
            {"name": "Sad", "drop_off": "50%", "path": "sad"},
            {"name": "End", "drop_off": "0%"},
            paths={"sad": "It does not go well"},
        )
    )
    assert end.volume is None


def test_all_of_the_worst_are_named(make_journey) -> None:
    touchpoints = [{"name": n, "drop_off": s} for n, s in (("A", "5%"), ("B", "7%"), ("C", "7%"))]
    steps = funnel(make_journey(*touchpoints))
    assert [step.place.name for step in worst_drop_offs(steps)] == ["B", "C"]
    assert worst_drop_offs(funnel(make_journey({"name": "A", "volume": 3}))) == ()


@given(shares)
def test_drop_offs_alone_only_ever_lower_the_funnel(make_journey, found: list[float]) -> None:
    journey = make_journey(*({"name": f"T{n}", "drop_off": s} for n, s in enumerate(found)))
    steps = funnel(journey)
    reached = [step.share for step in steps if step.share is not None]
    assert len(reached) == len(found)
    assert reached == sorted(reached, reverse=True)
    assert reached[0] == 1
    assert reached[-1] == pytest.approx(1 if len(found) == 1 else product(found[:-1]))
    assert all(step.volume is None for step in steps)


def product(drop_offs: list[float]) -> float:
    left = 1.0
    for share in drop_offs:
        left *= 1 - share
    return left
