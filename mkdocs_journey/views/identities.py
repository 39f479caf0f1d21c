"""Ids of a map's parts where what was written would make two the same."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TypeVar

from mkdocs_journey.atlas import Map
from mkdocs_journey.lanes import LANES
from mkdocs_journey.model import Journey, Stage, Touchpoint
from mkdocs_journey.model.claims import every_card
from mkdocs_journey.values.cards import Card
from mkdocs_journey.values.names import DistinctNames
from mkdocs_journey.views.anchors import Anchors
from mkdocs_journey.views.columns import holders_of

NUMBERED = "{}_{}"
"""An id that was taken, as Python-Markdown would number it from 1 on."""

_Part = TypeVar("_Part", Stage, Touchpoint)
_Holder = TypeVar("_Holder", Journey, Stage, Touchpoint)


def with_distinct_ids(shown: Map) -> Map:
    """The same map with an id of its own for each stage, touchpoint of a stage, and card.

    Only ids that authors wrote can be the same. That is a finding, but the page is drawn: the
    first of them keeps the id, and a card without one is a card that nothing leads to.
    """
    if _are_distinct(shown.journey):
        return shown
    journey, seen = shown.journey, set[str]()
    stages = _distinct(tuple(_with_distinct_parts(stage, seen) for stage in journey.stages))
    journey = _without_repeated(journey, seen)
    if any(new is not old for new, old in zip(stages, journey.stages, strict=True)):
        journey = journey.model_copy(update={"stages": stages})
    return shown if journey is shown.journey else replace(shown, journey=journey)


def _are_distinct(journey: Journey) -> bool:
    """Whether no id stands twice, as in nearly every map; nothing is copied to find out."""
    neighbours: list[Sequence[Stage | Touchpoint]] = [journey.stages]
    neighbours += [stage.touchpoints for stage in journey.stages]
    for parts in neighbours:
        if len({part.id for part in parts}) < len(parts):
            return False
    ids = [card.id for card in every_card(holders_of(journey)) if card.id]
    return len(set(ids)) == len(ids)


def _with_distinct_parts(stage: Stage, seen: set[str]) -> Stage:
    own = _without_repeated(stage, seen)
    touchpoints = _distinct(tuple(_without_repeated(part, seen) for part in stage.touchpoints))
    if all(new is old for new, old in zip(touchpoints, stage.touchpoints, strict=True)):
        return own
    return own.model_copy(update={"touchpoints": touchpoints})


def _without_repeated(holder: _Holder, seen: set[str]) -> _Holder:
    """A part of the map whose cards have no id that is among `seen`, which their ids join."""
    changed: dict[str, tuple[object, ...]] = {}
    for lane_id in LANES:
        content = getattr(holder, lane_id) if lane_id in holder.model_fields_set else None
        if isinstance(content, tuple):
            cards = tuple(_anonymous(card, seen) for card in content)
            if any(new is not old for new, old in zip(cards, content, strict=True)):
                changed[lane_id] = cards
    return holder.model_copy(update=changed) if changed else holder


def _anonymous(card: object, seen: set[str]) -> object:
    """A card without its id where that was seen before; anything else as it is."""
    if not isinstance(card, Card) or not card.id:
        return card
    if card.id in seen:
        return card.model_copy(update={"id": ""})
    seen.add(card.id)
    return card


def _distinct(parts: tuple[_Part, ...]) -> tuple[_Part, ...]:
    ids = {part.id for part in parts}
    if len(ids) == len(parts):
        return parts
    seen: set[str] = set()
    free = DistinctNames(ids, NUMBERED, 1)
    kept: list[_Part] = []
    for part in parts:
        id = part.id if part.id not in seen else free.number(part.id)
        seen.add(id)
        kept.append(part if id == part.id else part.model_copy(update={"id": id}))
    return tuple(kept)


def rename(shown: Map, prefix: str, taken: Collection[str]) -> dict[tuple[str, str], str]:
    """New ids of the stages and touchpoints whose own are used already, as `Anchors` takes them.

    `taken` are the ids of the page's own text. Within the map, a stage `a` with a touchpoint `b-c`
    and a stage `a-b` with a touchpoint `c` want the same id: stages come first, because they are
    linked to most.
    """
    anchors, stages = Anchors(prefix), shown.journey.stages
    wanted = {(stage.id, ""): anchors.stage(stage.id) for stage in stages} | {
        (stage.id, touchpoint.id): anchors.touchpoint(stage.id, touchpoint.id)
        for stage in stages
        for touchpoint in stage.touchpoints
    }
    if len({*taken, *wanted.values()}) == len(set(taken)) + len(wanted):
        return {}
    used, free = set(taken), DistinctNames((*taken, *wanted.values()), NUMBERED, 1)
    renamed: dict[tuple[str, str], str] = {}
    for place, id in wanted.items():
        if id in used:
            renamed[place] = free.number(id)
        used.add(id)
    return renamed
