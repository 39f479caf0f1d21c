"""Highest and lowest moments, the largest drop, the mean; moments of truth."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_journey.atlas import Map
from mkdocs_journey.render.context import Context
from mkdocs_journey.render.escape import Html, escape, join
from mkdocs_journey.render.insights.panel import (
    Panel,
    column_link,
    feeling_word,
    fill,
    listed,
    pains_count,
    path_link,
    row,
    rows,
    score_mark,
    stat,
)
from mkdocs_journey.render.parts import face, icon
from mkdocs_journey.render.quantities import count_html
from mkdocs_journey.values.feelings import EVERYONE
from mkdocs_journey.views.insights import Insights
from mkdocs_journey.views.insights.moments import Fall, Mood, Spot


def stats(found: Insights, map: Map, context: Context) -> str:
    """The four figures at the top, one line of them a persona."""
    names = {who.id: who.persona.name for who in map.personas}
    return "".join(
        [_line(mood, names.get(mood.persona, mood.persona), context) for mood in found.moods]
    )


def _line(mood: Mood, name: str, context: Context) -> str:
    items = [
        _extreme(context.label("Highest moment"), mood.highest, context),
        _extreme(context.label("Lowest moment"), mood.lowest, context),
        _drop(mood.drop, context),
        _mean(mood, context),
    ]
    lines = "".join([f'<li class="journey-stat">{item}</li>' for item in items if item])
    said = f'<p class="journey-stats__who">{context.markdown(name)}</p>'
    who = "" if mood.persona == EVERYONE else said
    return f'{who}<ul class="journey-stats">{lines}</ul>'


def _extreme(label: str, spots: Sequence[Spot], context: Context) -> Html:
    if not spots:
        return Html("")
    first, *ties = spots
    score = escape(context.translator.number(first.score))
    sentences = [
        fill(context.label("{word}, {score} of 5."), score=score,
             word=_capital(feeling_word(context, first.feeling))),
    ]  # fmt: skip
    if ties:
        names = listed(column_link(context, spot.column) for spot in ties)
        sentences.append(fill(context.label("Also {names}."), names=names))
    if pains := len(first.column.holder.pains):
        sentences.append(Html(f"{pains_count(context, pains)}."))
    link = column_link(context, first.column)
    return stat(face(first.score), label, link, join(sentences, " "))


def _capital(text: Html) -> Html:
    return Html(text[:1].upper() + text[1:])


def _drop(fall: Fall | None, context: Context) -> Html:
    if fall is None:
        return Html("")
    number = context.translator.number
    mark = Html(
        f'<span class="journey-stat__n journey-stat__n--neg">{escape(number(-fall.points))}</span>'
    )
    start, end = fall.start.column, fall.end.column
    sentence = context.label(
        "From {start} to {end}, both in “{stage}”."
        if start.stage_index == end.stage_index
        else "From {start} to {end}, from “{stage}” to “{next}”."
    )
    small = fill(
        sentence,
        start=escape(number(fall.start.score)), end=escape(number(fall.end.score)),
        stage=context.markdown(start.stage.name), next=context.markdown(end.stage.name),
    )  # fmt: skip
    value = join((column_link(context, start), column_link(context, end)), " → ")
    return stat(mark, context.label("Largest drop"), value, small)


def _mean(mood: Mood, context: Context) -> Html:
    speak = context.translator
    mark = Html(f'<span class="journey-stat__n">{escape(speak.score(mood.mean))}</span>')
    n = len(mood.scores)
    sentences = [speak.count("{n} moment.", "{n} moments.", n)]
    if mood.below_neutral:
        sentences.append(
            speak.count("{n} below neutral.", "{n} below neutral.", mood.below_neutral)
        )
    if mood.missing:
        sentences.append(speak.count("{n} without data.", "{n} without data.", mood.missing))
    small = join(map(count_html, sentences), " ")
    return stat(mark, context.label("Mean feeling"), strip(mood.scores, mood.mean), small)


def strip(scores: Sequence[float], mean: float | None) -> Html:
    """Dots of scores from 1 to 5 with a bar at their mean; decoration beside its number."""
    dots = "".join([f'<i style="--s:{score:.4g}"></i>' for score in scores])
    bar = f'<b style="--s:{mean:.4g}"></b>' if mean is not None and len(scores) > 1 else ""
    return Html(f'<span class="journey-strip" aria-hidden="true">{dots}{bar}</span>')


def truths_panel(found: Insights, context: Context) -> Panel | None:
    """Moments that decide, and how they feel."""
    if not found.truths:
        return None
    star = icon("star", "journey-icon journey-star")
    items = [
        row(
            star,
            path_link(context, truth.place),
            pains_count(context, truth.pains) if truth.pains else Html(""),
            score_mark(context, truth.score),
        )
        for truth in found.truths
    ]
    lead = context.label("Moments that decide whether customers stay, and how they feel.")
    return Panel("truths", context.label("Moments of truth"), lead, rows(items))
