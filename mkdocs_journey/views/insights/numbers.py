"""Survey scores computed from counts of answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import fsum
from typing import Literal

from mkdocs_journey.model import Journey
from mkdocs_journey.values.measures import Feedback
from mkdocs_journey.views.insights.places import Place

ScoreKind = Literal["nps", "csat", "ces"]


@dataclass(frozen=True, slots=True)
class SurveyScore:
    """A score, how many answers it rests on, and how they fell."""

    kind: ScoreKind
    value: float
    """NPS −100 to 100; CSAT a share of 1; CES a mean from 1 to 7."""
    n: int
    """Answers, above 0."""
    good: float
    """Share of answers on the good side: promoters; 4 and 5 of 5; 5 to 7 of 7."""
    bad: float
    """Share on the bad side: detractors; 1 and 2 of 5; 1 to 3 of 7."""

    @property
    def middle(self) -> float:
        """Share of the others: passives; 3 of 5; 4 of 7."""
        return max(0.0, 1 - self.good - self.bad)


@dataclass(frozen=True, slots=True)
class Survey:
    """What was asked at one touchpoint."""

    place: Place
    scores: tuple[SurveyScore, ...]
    answers: tuple[str, ...]
    """Answers in words, as inline Markdown."""


def surveys(journey: Journey) -> tuple[Survey, ...]:
    """Surveys of the touchpoints that have answers, in the map's order.

    Scores are not added up over touchpoints: each asks about another moment.
    """
    found = [
        Survey(Place(journey, stage, touchpoint), scores(feedback), feedback.answers)
        for stage in journey.stages
        for touchpoint in stage.touchpoints
        if (feedback := touchpoint.feedback)
    ]
    return tuple([survey for survey in found if survey.scores or survey.answers])


def scores(feedback: Feedback) -> tuple[SurveyScore, ...]:
    """Scores of one touchpoint's counts; a question that nobody answered has none."""
    counts = feedback.nps
    found = (
        nps(counts.promoters or 0, counts.passives or 0, counts.detractors or 0)
        if counts
        else None,
        csat(_answers(feedback.csat)),
        ces(_answers(feedback.ces)),
    )
    return tuple(score for score in found if score is not None)


def nps(promoters: int, passives: int, detractors: int) -> SurveyScore | None:
    """Net Promoter Score: % promoters − % detractors, from −100 to 100.

    F. F. Reichheld, "The One Number You Need to Grow", Harvard Business Review 81 (12), 2003:
    answers of 9 and 10 promote, 7 and 8 are passive, 0 to 6 detract.
    """
    n = promoters + passives + detractors
    if not n:
        return None
    return SurveyScore("nps", 100 * (promoters - detractors) / n, n, promoters / n, detractors / n)


def csat(counts: Mapping[int, int]) -> SurveyScore | None:
    """Customer satisfaction: the share of the answers 4 and 5 on a scale of 5 (top-2-box).

    P. W. Farris et al., "Marketing Metrics" (2010), chapter 2, count satisfied customers so.
    """
    n = sum(counts.values())
    if not n:
        return None
    good = _share(counts, (4, 5), n)
    return SurveyScore("csat", good, n, good, _share(counts, (1, 2), n))


def ces(counts: Mapping[int, int]) -> SurveyScore | None:
    """Customer Effort Score 2.0: the mean agreement, 1 to 7, with "it was easy"; 7 is best.

    M. Dixon, N. Toman and R. DeLisi, "The Effortless Experience" (2013), who also report the share
    of those who agree, 5 to 7.
    """
    n = sum(counts.values())
    if not n:
        return None
    mean = fsum(answer * count for answer, count in counts.items()) / n
    return SurveyScore("ces", mean, n, _share(counts, (5, 6, 7), n), _share(counts, (1, 2, 3), n))


def _answers(counts: Mapping[str, int | None] | None) -> dict[int, int]:
    return {int(answer): count or 0 for answer, count in (counts or {}).items()}


def _share(counts: Mapping[int, int], answers: tuple[int, ...], n: int) -> float:
    return sum(counts.get(answer, 0) for answer in answers) / n
