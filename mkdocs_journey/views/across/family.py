"""Which map details which: a stage of one map as a map of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from mkdocs_journey.atlas import Atlas
from mkdocs_journey.model import Stage
from mkdocs_journey.values.paths import resolve
from mkdocs_journey.views.across.rows import MapRow

MOST_LEVELS = 8
"""Levels of the tree; what lies deeper stands on the last one, and says what it details."""


@dataclass(frozen=True, slots=True)
class Detail:
    """A map that details another one."""

    map: MapRow
    of: MapRow
    stage: Stage | None
    """The stage that it details; `None` where it details the whole map, or does not say."""


@dataclass(frozen=True, slots=True)
class Node:
    """A map in the tree; each stands in it once."""

    map: MapRow
    detail: Detail | None
    """What it details; `None` for a root."""
    depth: int
    """Maps above it; 0 for a root."""

    @property
    def stage(self) -> Stage | None:
        """The stage that it details."""
        return self.detail.stage if self.detail else None


@dataclass(frozen=True)
class Family:
    """All maps that detail others, or that others detail."""

    atlas: Atlas
    maps: Mapping[str, MapRow]
    """Maps by path, in the order of their paths."""

    @cached_property
    def _details(self) -> dict[tuple[str, str], Detail]:
        """Every detail by the paths of its map and of the one that it details.

        A map names its parent, or a stage names the map: what says the stage counts.
        """
        found: dict[tuple[str, str], Detail] = {}
        for path, row in self.maps.items():
            for detail in (*self._named_parent(path, row), *self._named_details(path, row)):
                key = (detail.map.path, detail.of.path)
                known = found.get(key)
                if known is None or known.stage is None:
                    found[key] = detail
        return found

    def _named_parent(self, path: str, row: MapRow) -> Iterable[Detail]:
        parent = self.atlas.parent_of(path)
        if parent is None or parent == path:
            return
        of, named = self.maps[parent], row.found.journey.parent
        wanted = named.stage if named else ""
        stages = (stage for stage in of.found.journey.stages if stage.id == wanted)
        yield Detail(row, of, next(stages, None))

    def _named_details(self, path: str, row: MapRow) -> Iterable[Detail]:
        for stage in row.found.journey.stages:
            named = resolve(path, stage.journey) if stage.journey else None
            if named is not None and named in self.maps and named != path:
                yield Detail(self.maps[named], row, stage)

    @cached_property
    def _above(self) -> dict[str, tuple[Detail, ...]]:
        return _grouped((detail.map.path, detail) for detail in self._details.values())

    @cached_property
    def _below(self) -> dict[str, tuple[Detail, ...]]:
        groups = _grouped((detail.of.path, detail) for detail in self._details.values())
        return {path: tuple(sorted(details, key=_Places())) for path, details in groups.items()}

    def above(self, path: str) -> tuple[Detail, ...]:
        """What a map details, its own parent first."""
        found = self._above.get(path, ())
        if len(found) < 2:
            return found
        parent = self.atlas.parent_of(path)
        return tuple(sorted(found, key=lambda detail: detail.of.path != parent))

    def below(self, path: str) -> tuple[Detail, ...]:
        """Maps that detail a map, in the order of its stages."""
        return self._below.get(path, ())

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """All of them as a tree, each before those below it, in the order of the stages."""
        parents = self._parents()
        members = [path for path in self.maps if path in self._above or path in self._below]
        children = _grouped(
            (detail.of.path, detail) for detail in sorted(parents.values(), key=_Places())
        )
        found: list[Node] = []
        waiting = [Node(self.maps[path], None, 0) for path in members if path not in parents]
        waiting.reverse()
        while waiting:
            node = waiting.pop()
            found.append(node)
            below = children.get(node.map.path, ())
            waiting += [Node(detail.map, detail, node.depth + 1) for detail in reversed(below)]
        return tuple(found)

    def _parents(self) -> dict[str, Detail]:
        """The one place of each map in the tree; of a circle of parents, the first map is a root.

        Each map is walked past once: a walk ends where an earlier one has been.
        """
        parents = {path: self.above(path)[0] for path in self.maps if path in self._above}
        settled: set[str] = set()
        for path in tuple(parents):
            line: dict[str, None] = {}
            at = path
            while at in parents and at not in settled and at not in line:
                line[at] = None
                at = parents[at].of.path
            if at in line:
                names = list(line)
                del parents[min(names[names.index(at) :])]
            settled.update(line)
        return parents


def _grouped(pairs: Iterable[tuple[str, Detail]]) -> dict[str, tuple[Detail, ...]]:
    groups: dict[str, list[Detail]] = {}
    for key, detail in pairs:
        groups.setdefault(key, []).append(detail)
    return {key: tuple(details) for key, details in groups.items()}


class _Places:
    """Place of a detail among those of its parent: by stage, then by path.

    The stages of each parent are counted once: one with thousands may have thousands of details.
    """

    def __init__(self) -> None:
        self._counted: dict[str, dict[int, int]] = {}

    def __call__(self, detail: Detail) -> tuple[int, str]:
        """The key that it is sorted by; what details no stage stands last."""
        stages = detail.of.found.journey.stages
        places = self._counted.get(detail.of.path)
        if places is None:
            places = {id(stage): n for n, stage in enumerate(stages)}
            self._counted[detail.of.path] = places
        return places.get(id(detail.stage), len(stages)), detail.map.path
