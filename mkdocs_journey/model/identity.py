"""Ids for what has none, so that everything of a map can be linked to and compared."""

from __future__ import annotations

from mkdocs_journey.model.journey import Journey, Stage, Touchpoint
from mkdocs_journey.values.text import slugify


def identify(journey: Journey) -> Journey:
    """The same journey with an id on every stage and touchpoint.

    An id is made from the name; stages are told apart within the map, touchpoints within their
    stage, by `-2`, `-3` in the order of writing. Ids that were written are kept as they are.
    """
    taken = {stage.id for stage in journey.stages if stage.id}
    stages = tuple(_identify_stage(stage, n, taken) for n, stage in enumerate(journey.stages, 1))
    return journey.model_copy(update={"stages": stages})


def _identify_stage(stage: Stage, number: int, taken: set[str]) -> Stage:
    stage_id = stage.id or _unused(slugify(stage.name) or f"stage-{number}", taken)
    own = {touchpoint.id for touchpoint in stage.touchpoints if touchpoint.id}
    touchpoints = tuple(
        _identify_touchpoint(touchpoint, n, own)
        for n, touchpoint in enumerate(stage.touchpoints, 1)
    )
    return stage.model_copy(update={"id": stage_id, "touchpoints": touchpoints})


def _identify_touchpoint(touchpoint: Touchpoint, number: int, taken: set[str]) -> Touchpoint:
    if touchpoint.id:
        return touchpoint
    new = _unused(slugify(touchpoint.name) or f"touchpoint-{number}", taken)
    return touchpoint.model_copy(update={"id": new})


def _unused(wanted: str, taken: set[str]) -> str:
    name, number = wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    taken.add(name)
    return name
