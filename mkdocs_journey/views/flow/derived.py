"""The flow of a map that writes none: its touchpoints in order, stage by stage."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from mkdocs_journey.model import Journey, Stage, Touchpoint
from mkdocs_journey.views.flow.nodes import END, Edge, Group, Node, Place

_MOST_PATHS = 12
"""More ways through one map than anybody follows are drawn as one."""


def derived(journey: Journey) -> tuple[Group, ...]:
    """Stages of a journey as groups, joined along its paths."""
    paths = _paths(journey)
    moments = [
        (stage, touchpoint)
        for stage in journey.stages
        for touchpoint in stage.touchpoints or (None,)
    ]
    along = [_along(touchpoint, paths) if touchpoint and paths else () for _, touchpoint in moments]
    exits = _exits(along, paths.values())
    nodes = iter(
        [
            _node(number, *moment, own, tuple(exits[number]))
            for number, (moment, own) in enumerate(zip(moments, along, strict=True), 1)
        ]
    )
    return tuple(
        [
            Group(tuple(islice(nodes, len(stage.touchpoints) or 1)), stage.name, stage.id)
            for stage in journey.stages
        ]
    )


def _along(touchpoint: Touchpoint, paths: Mapping[str, str]) -> tuple[str, ...]:
    """Labels of the paths that a touchpoint lies on; empty for all."""
    return tuple(dict.fromkeys([paths[path] for path in touchpoint.path if path in paths]))


def _node(
    number: int,
    stage: Stage,
    touchpoint: Touchpoint | None,
    paths: tuple[str, ...],
    exits: tuple[Edge, ...],
) -> Node:
    if touchpoint is None:
        return Node(number, "stage", stage.name, place=Place(stage.id, None), exits=exits)
    channel = next(iter(touchpoint.all_channels), "")
    place = Place(stage.id, touchpoint.id)
    return Node(
        number, "touchpoint", touchpoint.name, touchpoint.owner, channel, place, paths, exits
    )


def _paths(journey: Journey) -> dict[str, str]:
    """Labels of the paths by id; empty where all touchpoints lie on all of them."""
    named = [
        path for stage in journey.stages for touchpoint in stage.touchpoints
        for path in touchpoint.path
    ]  # fmt: skip
    every = dict.fromkeys([*journey.paths, *named]) if named else {}
    if len(every) > _MOST_PATHS:
        return {}
    return {path: journey.paths.get(path) or path for path in every}


def _exits(along: Sequence[tuple[str, ...]], paths: Iterable[str]) -> dict[int, list[Edge]]:
    """Edges by the node that they leave, to the next one of every path; the last lead to the end.

    `along` are the paths of each node, none of one that lies on all of them.
    """
    count = len(along)
    everyone = tuple(dict.fromkeys(paths))
    if not everyone:
        return {at: [Edge(at, at + 1 if at < count else END)] for at in range(1, count + 1)}
    last: dict[str, int] = {}
    runs: dict[tuple[int, int], list[str]] = {}
    for number, own in [*enumerate(along, 1), (END, everyone)]:
        for path in own or everyone:
            if path in last:
                runs.setdefault((last[path], number), []).append(path)
            last[path] = number
    exits: dict[int, list[Edge]] = {number: [] for number in range(1, count + 1)}
    for (start, end), shared in runs.items():
        some = tuple(shared) if len(shared) < len(everyone) else ()
        exits[start].append(Edge(start, end, "path" if some else "next", paths=some))
    return exits
