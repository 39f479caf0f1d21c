"""NPS, CSAT and CES from their counts, and answers in words."""

from __future__ import annotations

from mkdocs_journey.render.context import Context
from mkdocs_journey.render.escape import Html, escape, join
from mkdocs_journey.render.inline import quoted
from mkdocs_journey.render.insights.panel import Panel, path_link
from mkdocs_journey.render.sheet import answers
from mkdocs_journey.views.insights import Insights
from mkdocs_journey.views.insights.numbers import Survey, SurveyScore


def surveys_panel(found: Insights, context: Context) -> Panel | None:
    """What customers answered, touchpoint by touchpoint."""
    if not found.surveys:
        return None
    body = join(_survey(survey, context) for survey in found.surveys)
    lead = context.label("Computed from the counts of answers; n says how many there were.")
    return Panel("surveys", context.label("What customers answered"), lead, body)


def _survey(survey: Survey, context: Context) -> Html:
    scores = join(_score(score, context) for score in survey.scores)
    answers = join(Html(f"<li>{quoted(text, context.markdown)}</li>") for text in survey.answers)
    words = f'<ul class="journey-answers">{answers}</ul>' if answers else ""
    place = f'<p class="journey-panel__sub">{path_link(context, survey.place)}</p>'
    return Html(f"{place}{scores}{words}")


def _score(score: SurveyScore, context: Context) -> Html:
    kind = context.catalog.metrics.get(score.kind)
    label = kind.label if kind else score.kind.upper()
    shares = (("good", score.good), ("middle", score.middle), ("bad", score.bad))
    parts = "".join(f'<i class="is-{name}" style="--v:{share:.4f}"></i>' for name, share in shares)
    value = escape(_value(score, context))
    return Html(
        f'<div class="journey-survey"><b class="journey-survey__value">{value}</b>'
        f"<div><p><b>{escape(label)}</b> <small>{answers(context, score.n)}</small></p>"
        f'<span class="journey-split" aria-hidden="true">{parts}</span>'
        f"<small>{escape(_shares(score, context))}</small></div></div>"
    )


def _value(score: SurveyScore, context: Context) -> str:
    speak = context.translator
    match score.kind:
        case "nps":
            return speak.number(score.value, 0)
        case "csat":
            return speak.percent(score.value, 0)
        case "ces":
            return speak.score(score.value)


def _shares(score: SurveyScore, context: Context) -> str:
    percent = context.translator.percent
    good, bad = percent(score.good, 0), percent(score.bad, 0)
    match score.kind:
        case "nps":
            return context.text("{good} promoters, {bad} detractors", good=good, bad=bad)
        case "csat":
            return context.text("{good} answered 4 or 5, {bad} 1 or 2", good=good, bad=bad)
        case "ces":
            return context.text("{good} answered 5 to 7, {bad} 1 to 3", good=good, bad=bad)
