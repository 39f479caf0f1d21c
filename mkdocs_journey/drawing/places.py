"""Ids of a map's stages and touchpoints where what was written would make two the same."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import TypeVar

from mkdocs_journey.atlas import Map
from mkdocs_journey.model import Stage, Touchpoint
from mkdocs_journey.views.anchors import Anchors

_Part = TypeVar("_Part", Stage, Touchpoint)


def with_distinct_ids(shown: Map) -> Map:
    """The same map with an id of its own for each stage, and for each touchpoint of a stage.

    Only ids that authors wrote can be the same. That is a finding, but the page is drawn, and the
    first of them keeps the id.
    """
    stages = tuple(
        stage.model_copy(update={"touchpoints": touchpoints})
        if (touchpoints := _distinct(stage.touchpoints)) is not stage.touchpoints
        else stage
        for stage in shown.journey.stages
    )
    stages = _distinct(stages)
    if all(new is old for new, old in zip(stages, shown.journey.stages, strict=True)):
        return shown
    return replace(shown, journey=shown.journey.model_copy(update={"stages": stages}))


def _distinct(parts: tuple[_Part, ...]) -> tuple[_Part, ...]:
    ids = {part.id for part in parts}
    if len(ids) == len(parts):
        return parts
    seen: set[str] = set()
    kept: list[_Part] = []
    for part in parts:
        id = part.id if part.id not in seen else _free(part.id, ids)
        seen.add(id)
        ids.add(id)
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
    used, reserved = set(taken), {*taken, *wanted.values()}
    renamed: dict[tuple[str, str], str] = {}
    for place, id in wanted.items():
        if id in used:
            renamed[place] = _free(id, reserved)
            reserved.add(renamed[place])
        used.add(id)
    return renamed


def _free(id: str, used: Collection[str]) -> str:
    """The id with a number that Python-Markdown would give it: `_1`, `_2`."""
    number = 1
    while f"{id}_{number}" in used:
        number += 1
    return f"{id}_{number}"
