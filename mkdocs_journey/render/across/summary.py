"""A comparison in figures: tiles above its table."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_journey.render.across.desk import Desk
from mkdocs_journey.render.escape import Html, escape, join
from mkdocs_journey.render.insights.panel import dotted, fill, stat
from mkdocs_journey.render.insights.times import KIND_LABELS
from mkdocs_journey.render.parts import icon, score_word
from mkdocs_journey.render.quantities import (
    amount_html,
    count_html,
    span_text,
    sum_text,
    working_days_text,
)
from mkdocs_journey.translations import Translator, half_up, mark_count
from mkdocs_journey.values.times import DAY, Duration
from mkdocs_journey.views.across.compare import Summary
from mkdocs_journey.views.across.comparison import Comparison, Fate
from mkdocs_journey.views.across.rows import Moment
from mkdocs_journey.views.across.steps import Presence, Step
from mkdocs_journey.views.insights.places import mean
from mkdocs_journey.views.insights.times import TotalTime

_ANSWER_PAINS = {
    Fate.SOLVED: mark_count("{n} solved", "{n} solved"),
    Fate.NEW: mark_count("{n} new", "{n} new"),
    Fate.LEFT: mark_count("{n} stays", "{n} stay"),
}
_OTHER_PAINS = {
    Fate.SOLVED: mark_count("{n} only in the second", "{n} only in the second"),
    Fate.NEW: mark_count("{n} only in the first", "{n} only in the first"),
    Fate.LEFT: mark_count("{n} in both", "{n} in both"),
}
_ANSWER_MOMENTS = {
    Presence.NEW: mark_count("{n} new", "{n} new"),
    Presence.REMOVED: mark_count("{n} removed", "{n} removed"),
    Presence.MOVED: mark_count("{n} moved", "{n} moved"),
}
_OTHER_MOMENTS = {
    Presence.NEW: mark_count("{n} only in the first", "{n} only in the first"),
    Presence.REMOVED: mark_count("{n} only in the second", "{n} only in the second"),
    Presence.MOVED: mark_count("{n} in another place", "{n} in another place"),
}


def draw_summary(desk: Desk, comparison: Comparison, summary: Summary) -> Html:
    """Tiles: the mean feeling, the largest gain and loss, pains, moments and times."""
    tiles = (
        *_mean(desk, summary),
        *_extreme(desk, comparison, summary.best, desk.text("Largest gain")),
        *_extreme(desk, comparison, summary.worst, desk.text("Largest loss")),
        _pains(desk, comparison, summary),
        _moments(desk, comparison, summary),
        *(_time(desk, now, then) for now, then in summary.times),
    )
    items = join(Html(f'<li class="journey-stat">{tile}</li>') for tile in tiles)
    return Html(f'<ul class="journey-stats">{items}</ul>')


def signed(desk: Desk, change: float) -> Html:
    """A change with its sign: `+2`, `−0.5`, `0`."""
    number = desk.context.translator.number(half_up(change))
    return escape(f"+{number}" if half_up(change) > 0 else number)


def word_of(desk: Desk, comparison: Comparison, moment: Moment | None) -> Html:
    """What a moment feels like in a word: as the team named it last, else the scale's word."""
    felt = comparison.felt(moment)
    if moment is None or not felt:
        return Html("")
    word = felt[-1].emotion
    if word:
        return desk.at(moment.map.path).in_link(word)
    return escape(score_word(desk.context.translator, felt[-1].score or 0))


def _number(text: Html, tone: float = 0) -> Html:
    """The number of a tile; a tone above zero is good, below zero bad."""
    kind = " journey-stat__n--pos" * (tone > 0) + " journey-stat__n--neg" * (tone < 0)
    return Html(f'<span class="journey-stat__n{kind}">{text}</span>')


def _mean(desk: Desk, summary: Summary) -> Iterator[Html]:
    current, future = mean(summary.current), mean(summary.future)
    if current is None or future is None:
        return
    speak = desk.context.translator
    # The difference of what is shown, so that readers who subtract find it.
    change = round(half_up(future) - half_up(current), 6)
    value = escape(f"{speak.score(current)} → {speak.score(future)}")
    small = desk.text(
        "Over {n} and {other} moments.", n=len(summary.current), other=len(summary.future)
    )
    mark = _number(signed(desk, change), change)
    yield stat(mark, desk.text("Mean feeling"), value, escape(small))


def _extreme(desk: Desk, comparison: Comparison, step: Step | None, label: str) -> Iterator[Html]:
    if step is None or step.change is None:
        return
    moment = step.moment
    name = desk.link(moment.address, desk.at(moment.map.path).in_link(moment.column.name))
    small = fill(
        desk.text("From {start} to {end}."),
        start=word_of(desk, comparison, step.before), end=word_of(desk, comparison, step.future),
    )  # fmt: skip
    yield stat(_number(signed(desk, step.change), step.change), label, name, small)


def _pains(desk: Desk, comparison: Comparison, summary: Summary) -> Html:
    speak, fates = desk.context.translator, summary.fates
    now, then = fates[Fate.SOLVED] + fates[Fate.LEFT], fates[Fate.NEW] + fates[Fate.LEFT]
    forms = _ANSWER_PAINS if comparison.is_answer else _OTHER_PAINS
    said = [speak.count(*forms[fate], fates[fate]) for fate in forms if fates[fate]]
    if summary.unanswered:
        open_pains = mark_count("nothing answers {n} of them", "nothing answers {n} of them")
        said.append(speak.count(*open_pains, summary.unanswered))
    mark = _number(signed(desk, then - now), now - then)
    label = desk.text("Pain points")
    return stat(mark, label, escape(f"{now} → {then}"), join(map(count_html, said), ", "))


def _moments(desk: Desk, comparison: Comparison, summary: Summary) -> Html:
    speak, (now, then) = desk.context.translator, summary.moments
    forms = _ANSWER_MOMENTS if comparison.is_answer else _OTHER_MOMENTS
    counts = summary.presences
    said = [speak.count(*forms[where], counts[where]) for where in forms if counts[where]]
    mark = _number(signed(desk, then - now))
    label = desk.text("Moments")
    return stat(mark, label, escape(f"{now} → {then}"), join(map(count_html, said), ", "))


def _time(desk: Desk, now: TotalTime, then: TotalTime) -> Html:
    """A total of time; its change is words, for which the large number of a tile has no room.

    What is open above may be any amount, so nobody knows how much such a total differs.
    """
    speak = desk.context.translator
    spans = [amount_html(span) for span in _changes(speak, now.time, then.time)]
    before, after = (amount_html(sum_text(speak, total.time)) for total in (now, then))
    over = desk.text("Over {n} and {other} moments.", n=now.moments, other=then.moments)
    small = dotted((*spans, escape(over)))
    value = Html(f"{before} → {after}")
    return stat(icon(now.kind), desk.label(KIND_LABELS[now.kind]), value, small)


def _changes(speak: Translator, now: Duration, then: Duration) -> Iterator[str]:
    """How much a total differs: in time, and in working days, which are no days of the calendar."""
    if None in (now.maximum, then.maximum):
        return
    working = (sum(then.working) - sum(now.working)) / 2
    rest = then.middle - now.middle - working
    least = 1 if any(now.working + then.working) else 1e-9  # what is left of a difference
    for change, text, shown in ((working, working_days_text, DAY / 20), (rest, span_text, least)):
        if abs(change) >= shown:
            yield f"{'−' if change < 0 else '+'}{text(speak, abs(change))}"
