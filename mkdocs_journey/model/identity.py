"""Ids for what has none, so that everything of a map can be linked to and compared."""

from __future__ import annotations

from mkdocs_journey.model.journey import Journey, Stage, Touchpoint
from mkdocs_journey.values.names import DistinctNames
from mkdocs_journey.values.text import slugify


def identify(journey: Journey) -> Journey:
    """The same journey with an id on every stage and touchpoint.

    An id is made from the name; stages are told apart within the map, touchpoints within their
    stage, by `-2`, `-3` in the order of writing. Ids that were written are kept as they are.
    """
    taken = DistinctNames(stage.id for stage in journey.stages)
    stages = tuple(_identify_stage(stage, n, taken) for n, stage in enumerate(journey.stages, 1))
    return journey.model_copy(update={"stages": stages})


def _identify_stage(stage: Stage, number: int, taken: DistinctNames) -> Stage:
    stage_id = stage.id or taken.take(slugify(stage.name) or f"stage-{number}")
    own = DistinctNames(touchpoint.id for touchpoint in stage.touchpoints)
    touchpoints = tuple(
        _identify_touchpoint(touchpoint, n, own)
        for n, touchpoint in enumerate(stage.touchpoints, 1)
    )
    return stage.model_copy(update={"id": stage_id, "touchpoints": touchpoints})


def _identify_touchpoint(touchpoint: Touchpoint, number: int, taken: DistinctNames) -> Touchpoint:
    if touchpoint.id:
        return touchpoint
    new = taken.take(slugify(touchpoint.name) or f"touchpoint-{number}")
    return touchpoint.model_copy(update={"id": new})
