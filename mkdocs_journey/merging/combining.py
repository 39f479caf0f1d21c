"""Two edits of one map together: what its page says now, and what a file made of what it said.

All three come in their normal, long form. What only one side changed is taken from that side; what
both changed, each in its own way, stays as the page has it, and is told.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from mkdocs_journey.edits import Path

_GONE: Any = object()
"""Stands for a part that one of the three does not have."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """One place that page and file have both changed since the file was written."""

    path: Path
    """Place in the page's map; of a part that the page has no longer, that of its list."""
    page: Any
    """What the page says; `None` where the part is gone."""
    file: Any
    """What the file says; `None` where the part is gone."""


@dataclass(frozen=True, slots=True)
class _Combining:
    conflicts: list[Conflict] = field(default_factory=list)

    def value(self, base: Any, page: Any, file: Any, path: Path) -> Any:
        """What a place says with the changes of both sides."""
        if file in (base, page):
            return page
        if page == base:
            return file
        if isinstance(page, dict) and isinstance(file, dict):
            return self._mapping(base if isinstance(base, dict) else {}, page, file, path)
        if _has_ids(page) and _has_ids(file):
            return self._parts(base if _has_ids(base) else [], page, file, path)
        self._tell(path, page, file)
        return page

    def _tell(self, path: Path, page: Any, file: Any) -> None:
        sides = (None if side is _GONE else side for side in (page, file))
        self.conflicts.append(Conflict(path, *sides))

    def _mapping(
        self, base: dict[str, Any], page: dict[str, Any], file: dict[str, Any], path: Path
    ) -> dict[str, Any]:
        combined = {
            key: self.value(
                base.get(key, _GONE), page.get(key, _GONE), file.get(key, _GONE), (*path, key)
            )
            for key in {**page, **file}
        }
        return {key: value for key, value in combined.items() if value is not _GONE}

    def _parts(self, base: list[Any], page: list[Any], file: list[Any], path: Path) -> list[Any]:
        """Stages or touchpoints, known by their ids."""
        before, now, edited = ({part["id"]: part for part in side} for side in (base, page, file))
        found: dict[str, Any] = {}
        for at, (name, part) in enumerate(now.items()):
            base_part, file_part = before.get(name, _GONE), edited.get(name, _GONE)
            combined = self.value(base_part, part, file_part, (*path, at))
            if combined is not _GONE:
                found[name] = combined
        for name, part in edited.items():
            if name in before and name not in now and part != before[name]:
                self._tell(path, _GONE, part)
        order = self._order(list(before), list(found), list(edited), path)
        added = {name: part for name, part in edited.items() if name not in {**before, **now}}
        for name in added:
            order.insert(_place_after(order, name, list(edited)), name)
        return [{**found, **added}[name] for name in order]

    def _order(self, before: list[str], now: list[str], edited: list[str], path: Path) -> list[str]:
        """Names of the page's parts in the order of the side that has moved them."""
        shared = {*before} & {*now} & {*edited}
        was, here, there = (
            [name for name in side if name in shared] for side in (before, now, edited)
        )
        if there in (was, here):
            return now
        if here != was:
            self._tell(path, here, there)
            return now
        moved = iter(there)
        return [next(moved) if name in shared else name for name in now]


def combine(base: Any, page: Any, file: Any) -> tuple[Any, tuple[Conflict, ...]]:
    """What a map says with the changes of its page and of a file, and where those contradict.

    `base` is what both were made from.
    """
    combining = _Combining()
    return combining.value(base, page, file, ()), tuple(combining.conflicts)


def _has_ids(value: Any) -> bool:
    """Whether a list holds parts that their ids tell apart."""
    if not isinstance(value, list):
        return False
    is_named = all(isinstance(item, dict) and "id" in item and "name" in item for item in value)
    return is_named and len({item["id"] for item in value}) == len(value)


def _place_after(order: list[str], name: str, edited: list[str]) -> int:
    """Where a new part goes: behind the nearest one that the file has before it."""
    for earlier in reversed(edited[: edited.index(name)]):
        if earlier in order:
            return order.index(earlier) + 1
    return 0
