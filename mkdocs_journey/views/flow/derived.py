"""The flow of a map that writes none: its touchpoints in order, stage by stage."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from mkdocs_journey.model import Journey, Stage, Touchpoint
from mkdocs_journey.views.flow.nodes import END, Edge, Group, Node, Place

_MOST_PATHS = 12
"""More ways through one map than anybody follows are drawn as one."""


def derived(journey: Journey) -> tuple[Group, ...]:
    """Stages of a journey as groups, joined along its paths."""
    paths = _paths(journey)
    groups = _groups(journey, paths)
    exits = _exits([node for group in groups for node in group.nodes], tuple(paths.values()))
    return tuple(
        replace(group, nodes=tuple(
            replace(node, exits=tuple(exits[node.number])) for node in group.nodes))
        for group in groups
    )  # fmt: skip


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


def _groups(journey: Journey, paths: dict[str, str]) -> list[Group]:
    groups: list[Group] = []
    numbers = count(1)
    for stage in journey.stages:
        if stage.touchpoints:
            moments = tuple(
                _moment(next(numbers), stage, touchpoint, paths) for touchpoint in stage.touchpoints
            )
            groups.append(Group(moments, stage.name, stage.id))
        else:
            lone = Node(next(numbers), "stage", stage.name, place=Place(stage.id, None))
            groups.append(Group((lone,), stage.name, stage.id))
    return groups


def _moment(number: int, stage: Stage, touchpoint: Touchpoint, paths: dict[str, str]) -> Node:
    return Node(
        number,
        "touchpoint",
        touchpoint.name,
        owner=touchpoint.owner,
        channel=next(iter(touchpoint.all_channels), ""),
        place=Place(stage.id, touchpoint.id),
        paths=tuple(dict.fromkeys(paths[path] for path in touchpoint.path if path in paths)),
    )


def _exits(nodes: list[Node], paths: tuple[str, ...]) -> dict[int, list[Edge]]:
    """Edges from each node to the next one of every path; the last ones lead to the end."""
    everyone = tuple(dict.fromkeys(paths)) or ("",)
    last: dict[str, int] = {}
    runs: dict[tuple[int, int], list[str]] = {}
    stops = [(node.number, node.paths or everyone) for node in nodes]
    for number, along in [*stops, (END, everyone)]:
        for path in along:
            if path in last:
                runs.setdefault((last[path], number), []).append(path)
            last[path] = number
    exits: dict[int, list[Edge]] = {node.number: [] for node in nodes}
    for (start, end), shared in runs.items():
        some = tuple(shared) if len(shared) < len(everyone) else ()
        exits[start].append(Edge(start, end, "path" if some else "next", paths=some))
    return exits
