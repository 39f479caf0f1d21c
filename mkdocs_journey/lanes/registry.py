"""Which lanes there are, and which show by default, in which order."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from mkdocs_journey.catalog import Catalog
from mkdocs_journey.lanes.declaration import Lane, LaneShape
from mkdocs_journey.lanes.table import TIMES, LaneFields
from mkdocs_journey.translations import mark

LANES: Mapping[str, Lane] = MappingProxyType(
    {
        note.id: note
        for info in LaneFields.model_fields.values()
        for note in info.metadata
        if isinstance(note, Lane)
    }
    | {TIMES.id: TIMES}
)
"""Every built-in lane by id, in the order of their declaration."""

_CURRENT = (
    "goal", "doing", "thinking", "feeling", "needs", "expecting", "quotes", "pains", "gains",
    "opportunities", "image", "metrics", "links",
)  # fmt: skip
_DEFAULTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "current-state": _CURRENT,
        "future-state": _CURRENT,
        "service-blueprint": _CURRENT,
        "day-in-the-life": (
            "when", "doing", "thinking", "feeling", "needs", "quotes", "pains", "gains",
            "opportunities", "image",
        ),
        "experience": (
            "description", "doing", "thinking", "feeling", "design", "intention",
            "implementation", "quotes", "pains", "opportunities", "image",
        ),
        "lifecycle": (
            "goal", "doing", "thinking", "feeling", "health", "checkpoint", "metrics", "pains",
            "gains", "opportunities", "quotes",
        ),
    }
)  # fmt: skip

BLUEPRINT_LINES: Mapping[str, str] = MappingProxyType(
    {
        "frontstage": mark("Line of interaction"),
        "backstage": mark("Line of visibility"),
        "support": mark("Line of internal interaction"),
    }
)
"""Lane id -> msgid of the line that stands above it (Shostack 1984; Nielsen Norman Group)."""

_BLUEPRINT = tuple(
    LANES[lane_id]
    for lane_id in (
        "feeling", "evidence", "doing", "frontstage", "backstage", "support", "policy", "times",
    )
)  # fmt: skip


def lane_ids(catalog: Catalog) -> tuple[str, ...]:
    """Ids that `lanes:` may name on a site: the built-in ones and the site's own."""
    return (*LANES, *catalog.lanes)


def find_lane(catalog: Catalog, lane_id: str) -> Lane | None:
    """The lane of an id, built in or declared by the site."""
    if lane_id in LANES:
        return LANES[lane_id]
    own = catalog.lanes.get(lane_id)
    if own is None:
        return None
    return Lane(own.id, own.label, own.icon, LaneShape.CARDS, is_custom=True)


@lru_cache(maxsize=64)
def default_lanes(catalog: Catalog, kind: str) -> tuple[Lane, ...]:
    """Lanes of a kind of map in order, with the site's own lanes where they ask to stand."""
    order = list(catalog.kinds.get(kind) or _DEFAULTS[kind])
    for own in catalog.lanes.values():
        if own.id not in order:
            at = order.index(own.after) + 1 if own.after in order else len(order)
            order.insert(at, own.id)
    lanes = (find_lane(catalog, lane_id) for lane_id in order)
    return tuple(lane for lane in lanes if lane is not None)


def blueprint_lanes() -> tuple[Lane, ...]:
    """Layers of the blueprint from the customer down to the systems."""
    return _BLUEPRINT
