"""Where time goes: totals along a map, and the longest waits."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from math import fsum
from typing import Literal, NamedTuple, TypeAlias, get_args

from mkdocs_journey.model import Journey, Stage
from mkdocs_journey.values.times import Duration
from mkdocs_journey.views.columns import holders_of, written_fields
from mkdocs_journey.views.insights.places import Place, places_with

TimeKind = Literal["duration", "elapsed", "wait"]
"""Hands-on time, time on the calendar, time that the customer waits."""
TIME_KINDS: tuple[TimeKind, ...] = get_args(TimeKind)


_FIELDS: Mapping[TimeKind, frozenset[str]] = {
    "duration": frozenset({"duration"}),
    "elapsed": frozenset({"elapsed", "duration"}),
    "wait": frozenset({"wait"}),
}
"""Fields that say a time of each kind."""


class TotalTime(NamedTuple):
    """The sum of one kind of time along a map.

    Ranges add up end by end: the least of all and the most of all. One open end leaves the sum
    open, so the most is unknown and the least is a lower bound.
    """

    kind: TimeKind
    time: Duration
    """Without `text`, unless it is one value as written."""
    moments: int
    """Moments (columns of the map) that the sum covers."""
    of: int
    """Moments in the map: those that say nothing count as no time, so the sum is a least."""


class Wait(NamedTuple):
    """Somebody waits."""

    place: Place
    time: Duration
    card: str = ""
    """Text of the blueprint card that waits; empty where the customer does."""


def total_times(journey: Journey, written: Collection[str] | None = None) -> tuple[TotalTime, ...]:
    """Totals of the kinds of time that the map knows.

    What is said twice is not counted twice. Hands-on time and waits are sums of moments: the wait
    of a stage counts where none of its touchpoints says any, the whole map's where no stage does
    either. Time on the calendar also runs between moments, so there a stage's own comes first, and
    the whole map's before that; the `duration` of a stage with touchpoints, or of the map, is how
    long it lasts, so it is time on the calendar. Times on blueprint cards are the company's, within
    or beside the customer's, and count in no total.

    `written` are the fields that the map writes, for who knows them.
    """
    of = sum(map(_moments, journey.stages))
    if written is None:
        written = written_fields(holders_of(journey))
    totals = []
    for kind, fields in _FIELDS.items():
        if fields.isdisjoint(written):
            continue
        each = [part for stage in journey.stages for part in _parts(stage, kind)]
        found = _first_said(kind, _whole(journey, kind, of), each)
        if found:
            time = add([time for time, _ in found])
            totals.append(TotalTime(kind, time, sum(moments for _, moments in found), of))
    return tuple(totals)


def _moments(stage: Stage) -> int:
    return len(stage.touchpoints) or 1


_Part: TypeAlias = tuple[Duration, int]
"""A time, and the number of moments that it covers."""


def _parts(stage: Stage, kind: TimeKind) -> list[_Part]:
    """Times of a stage that count; one without touchpoints is a moment itself."""
    moments = stage.touchpoints or (stage,)
    each = [(time, 1) for moment in moments if (time := getattr(moment, kind))]
    whole = _whole(stage, kind, len(moments)) if stage.touchpoints else []
    return _first_said(kind, whole, each)


def _whole(holder: Journey | Stage, kind: TimeKind, moments: int) -> list[_Part]:
    """Time that a stage or the map says of all its moments together."""
    if kind == "duration":
        return []
    time = holder.wait if kind == "wait" else holder.elapsed or holder.duration
    return [(time, moments)] if time else []


def _first_said(kind: TimeKind, whole: list[_Part], each: list[_Part]) -> list[_Part]:
    return whole or each if kind == "elapsed" else each or whole


def add(times: list[Duration]) -> Duration:
    """Sum of durations, working days as such; a lone one stays as it was written."""
    if len(times) == 1:
        return times[0]
    ends = [time.maximum for time in times if time.maximum is not None]
    most = fsum(ends) if len(ends) == len(times) else None
    working = (fsum(time.working[0] for time in times), fsum(time.working[1] for time in times))
    return Duration(fsum(time.minimum for time in times), most, working=working)


def waits(journey: Journey) -> tuple[Wait, ...]:
    """Waits of customers and of blueprint cards, longest first; ties in reading order.

    A range counts with its middle and an open end with its least, as in `Duration.middle`.
    """
    return tuple(sorted(_waits(journey), key=lambda wait: -wait.time.middle))


def _waits(journey: Journey) -> Iterator[Wait]:
    for place in places_with(journey, "wait", "frontstage", "backstage", "support"):
        holder = place.holder
        if holder.wait:
            yield Wait(place, holder.wait)
        for card in (*holder.frontstage, *holder.backstage, *holder.support):
            if card.wait:
                yield Wait(place, card.wait, card.text)
