"""Where time goes: totals along a map, and the longest waits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import fsum
from typing import Literal, get_args

from mkdocs_journey.model import Journey, Stage, Touchpoint
from mkdocs_journey.values.times import Duration
from mkdocs_journey.views.insights.places import Place, places

TimeKind = Literal["duration", "elapsed", "wait"]
"""Hands-on time, time on the calendar, time that the customer waits."""


@dataclass(frozen=True, slots=True)
class TotalTime:
    """The sum of one kind of time along a map.

    Ranges add up end by end: the least of all and the most of all. One open end leaves the sum
    open, so the most is unknown and the least is a lower bound.
    """

    kind: TimeKind
    time: Duration
    """Without `text`, unless it is one value as written."""
    moments: int
    """Moments (or stages, where only they say it) that the sum counts."""
    of: int
    """Moments in the map: those that say nothing count as no time, so the sum is a least."""


@dataclass(frozen=True, slots=True)
class Wait:
    """Somebody waits."""

    place: Place
    time: Duration
    card: str = ""
    """Text of the blueprint card that waits; empty where the customer does."""


def total_times(journey: Journey) -> tuple[TotalTime, ...]:
    """Totals of the kinds of time that the map knows.

    A stage's time counts where none of its touchpoints has one of that kind, the map's own where
    nothing else has: what is said twice is not counted twice. Times on blueprint cards are the
    company's, within or beside the customer's, and count in no total.
    """
    of = sum(len(stage.touchpoints) or 1 for stage in journey.stages)
    totals = []
    for kind in get_args(TimeKind):
        found = list(_times(journey, kind))
        if found:
            totals.append(TotalTime(kind, add(found), len(found), of))
    return tuple(totals)


def _times(journey: Journey, kind: TimeKind) -> Iterator[Duration]:
    found = [time for stage in journey.stages for time in _times_of_stage(stage, kind)]
    own: Duration | None = getattr(journey, kind)
    yield from found or ([own] if own else [])


def _times_of_stage(stage: Stage, kind: TimeKind) -> list[Duration]:
    holders: tuple[Touchpoint | Stage, ...] = stage.touchpoints
    found = [getattr(holder, kind) for holder in holders if getattr(holder, kind) is not None]
    own: Duration | None = getattr(stage, kind)
    return found or ([own] if own else [])


def add(times: list[Duration]) -> Duration:
    """Sum of durations; a lone one stays as it was written."""
    if len(times) == 1:
        return times[0]
    ends = [time.maximum for time in times if time.maximum is not None]
    most = fsum(ends) if len(ends) == len(times) else None
    return Duration(fsum(time.minimum for time in times), most)


def waits(journey: Journey) -> tuple[Wait, ...]:
    """Waits of customers and of blueprint cards, longest first; ties in reading order.

    A range counts with its middle and an open end with its least, as in `Duration.middle`.
    """
    return tuple(sorted(_waits(journey), key=lambda wait: -wait.time.middle))


def _waits(journey: Journey) -> Iterator[Wait]:
    for place in places(journey):
        holder = place.holder
        if holder.wait:
            yield Wait(place, holder.wait)
        for card in (*holder.frontstage, *holder.backstage, *holder.support):
            if card.wait:
                yield Wait(place, card.wait, card.text)
