"""How many come to each moment, and how many leave there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from mkdocs_journey.model import Journey
from mkdocs_journey.views.insights.places import Place


@dataclass(frozen=True, slots=True)
class Step:
    """One moment of the funnel."""

    place: Place
    share: float | None
    """Those who come, as a share of the first step's; `None` where it cannot be known.

    Above 1 where more come in on the way than began.
    """
    volume: float | None = None
    """How many come: as written, else the step before less those who leave there."""
    is_computed: bool = False
    """`volume` was computed from the step before."""
    drop_off: float | None = None
    """Share of those here who leave here, 0 to 1."""
    drop_off_is_computed: bool = False
    """`drop_off` was computed from this volume and the next."""


def funnel(journey: Journey) -> tuple[Step, ...]:
    """Steps of the touchpoints that have a volume or a drop-off, in the map's order.

    - volume = as written, else volume before × (1 − drop-off before), where both are known and no
      moment between the two lies on other paths that may have taken some of those people away;
    - drop-off = as written, else 1 − next volume / volume, where that is a loss and both moments
      lie on the same paths;
    - share = volume / first volume. Without any volume, shares begin at 1 and fall by drop-offs.
    """
    found = [
        Place(journey, stage, touchpoint)
        for stage in journey.stages
        for touchpoint in stage.touchpoints
        if touchpoint.volume is not None or touchpoint.drop_off is not None
    ]
    counts = any(place.touchpoint and place.touchpoint.volume is not None for place in found)
    return _with_losses(_with_shares(found, None if counts else 1.0), counts)


def _with_shares(found: Sequence[Place], carried: float | None) -> list[Step]:
    """Steps with what they hold in `volume`: people, or shares where `carried` begins at 1."""
    steps: list[Step] = []
    first: float | None = carried
    left: dict[frozenset[str], float] = {}
    for place in found:
        assert place.touchpoint
        written, drop_off = place.touchpoint.volume, place.touchpoint.drop_off
        paths = frozenset(place.touchpoint.path)
        before = left.get(paths) if steps else carried
        volume = before if written is None else float(written)
        first = volume if first is None else first
        share = volume / first if volume is not None and first else None
        is_computed = written is None and volume is not None
        steps.append(Step(place, share, volume, is_computed, drop_off))
        left = {other: people for other, people in left.items() if _are_apart(paths, other)}
        if volume is not None and drop_off is not None:
            left[paths] = volume * (1 - drop_off)
    return steps


def _are_apart(paths: frozenset[str], others: frozenset[str]) -> bool:
    """Whether nobody is on both; a moment that names no paths lies on all of them."""
    return bool(paths and others) and paths.isdisjoint(others)


def _with_losses(steps: Sequence[Step], counts: bool) -> tuple[Step, ...]:
    if not counts:
        return tuple(replace(step, volume=None, is_computed=False) for step in steps)
    found = list(steps)
    for index, (here, after) in enumerate(pairwise(steps)):
        loss = _loss(here, after)
        if here.drop_off is None and loss is not None:
            found[index] = replace(here, drop_off=loss, drop_off_is_computed=True)
    return tuple(found)


def _loss(here: Step, after: Step) -> float | None:
    assert here.place.touchpoint
    assert after.place.touchpoint
    if set(here.place.touchpoint.path) != set(after.place.touchpoint.path):
        return None
    if not here.volume or after.volume is None or after.volume > here.volume:
        return None
    return 1 - after.volume / here.volume


def worst_drop_offs(steps: Sequence[Step]) -> tuple[Step, ...]:
    """Every step with the largest drop-off; empty where nobody is known to leave."""
    worst = max((step.drop_off or 0.0 for step in steps), default=0.0)
    return tuple(step for step in steps if step.drop_off == worst) if worst else ()
