"""NPS, CSAT and CES, computed by hand and by law."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journey.views.insights.numbers import ces, csat, nps, surveys

counts = st.integers(0, 10_000)


def scale(top: int) -> st.SearchStrategy[dict[int, int]]:
    return st.fixed_dictionaries(dict.fromkeys(range(1, top + 1), counts))


def test_nps_is_promoters_less_detractors_in_per_cent() -> None:
    score = nps(148, 112, 57)
    assert score is not None
    assert score.value == pytest.approx(100 * 91 / 317)  # 28.7
    assert (score.n, score.good, score.bad) == (317, 148 / 317, 57 / 317)
    assert score.middle == pytest.approx(112 / 317)


def test_csat_is_the_share_of_the_two_best_answers() -> None:
    score = csat({1: 4, 2: 7, 3: 19, 4: 64, 5: 71})
    assert score is not None
    assert (score.n, score.value, score.bad) == (165, 135 / 165, 11 / 165)


def test_ces_is_the_mean_answer() -> None:
    score = ces({1: 1, 4: 1, 7: 2})
    assert score is not None
    assert (score.n, score.value) == (4, 19 / 4)
    assert (score.good, score.bad) == (0.5, 0.25)


@pytest.mark.parametrize("score", [nps(0, 0, 0), csat({}), csat({3: 0}), ces({})])
def test_nobody_who_answered_gives_no_score(score: object) -> None:
    assert score is None


@given(counts, counts, counts)
def test_nps_stays_on_its_scale(promoters: int, passives: int, detractors: int) -> None:
    score = nps(promoters, passives, detractors)
    if score is not None:
        assert -100 <= score.value <= 100
        assert score.good + score.middle + score.bad == pytest.approx(1)


@given(scale(5), scale(7))
def test_satisfaction_and_effort_stay_on_their_scales(
    five: dict[int, int], seven: dict[int, int]
) -> None:
    satisfaction, effort = csat(five), ces(seven)
    assert satisfaction is None or 0 <= satisfaction.value <= 1
    assert effort is None or 1 <= effort.value <= 7


@given(counts, counts, counts)
def test_one_more_promoter_never_lowers_nps(promoters: int, passives: int, detractors: int) -> None:
    before, after = (nps(p, passives, detractors) for p in (promoters, promoters + 1))
    assert before is None or (after is not None and after.value >= before.value)


def test_only_touchpoints_with_answers_are_surveys(make_journey) -> None:
    journey = make_journey(
        {"name": "Silent"},
        {"name": "Empty", "feedback": {"nps": {"promoters": 0}}},
        {"name": "Asked", "feedback": {"nps": {"promoters": 3, "detractors": 1}}},
        {"name": "Told", "feedback": {"answers": "Fine"}},
    )
    asked, told = surveys(journey)
    assert asked.place.name == "Asked"
    assert [score.value for score in asked.scores] == [50]
    assert (told.scores, told.answers) == ((), ("Fine",))
