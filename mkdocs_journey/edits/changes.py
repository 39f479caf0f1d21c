"""What is to be changed in a YAML value, and what the value is afterwards."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

Path = tuple[str | int, ...]
"""Keys and places that lead to a value, from the top of the YAML; all as it stands before."""


@dataclass(frozen=True, slots=True)
class Replace:
    """Another value stands at a path."""

    path: Path
    value: Any


@dataclass(frozen=True, slots=True)
class Rename:
    """The value at a path stands under another key."""

    path: Path
    key: str


@dataclass(frozen=True, slots=True)
class Insert:
    """A new key of a mapping, or a new item before the one that has its place in a list."""

    path: Path
    value: Any
    after: str = ""
    """Key behind which a new key stands; else it is the last."""


@dataclass(frozen=True, slots=True)
class Remove:
    """A key or an item goes."""

    path: Path


Change = Replace | Rename | Insert | Remove


def outcome(value: Any, changes: Iterable[Change]) -> Any:
    """Plain value after all changes; the end of a block of text is no part of the text."""
    by_parent: dict[Path, list[Change]] = {}
    for change in changes:
        by_parent.setdefault(change.path[:-1], []).append(change)
    return _changed(value, (), by_parent)


def _changed(value: Any, path: Path, by_parent: dict[Path, list[Change]]) -> Any:
    changes = by_parent.get(path, [])
    at = {change.path[-1]: change for change in changes if not isinstance(change, Insert)}
    inserts = [change for change in changes if isinstance(change, Insert)]
    if isinstance(value, dict):
        found: dict[str, Any] = {}
        for key, item in value.items():
            change = at.get(key)
            if not isinstance(change, Remove):
                new_key = change.key if isinstance(change, Rename) else key
                found[new_key] = _item(item, (*path, key), change, by_parent)
        return found | {str(change.path[-1]): plain(change.value) for change in inserts}
    if isinstance(value, (list, tuple)):
        items: list[Any] = []
        for place in range(len(value) + 1):
            items += [plain(change.value) for change in inserts if change.path[-1] == place]
            change = at.get(place)
            if place < len(value) and not isinstance(change, Remove):
                items.append(_item(value[place], (*path, place), change, by_parent))
        return items
    return plain(value)


def _item(
    value: Any, path: Path, change: Change | None, by_parent: dict[Path, list[Change]]
) -> Any:
    if isinstance(change, Replace):
        return plain(change.value)
    return _changed(value, path, by_parent)


def plain(value: Any) -> Any:
    """A value without places, every scalar as the text that YAML would hold."""
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if value is None:
        return None
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).rstrip("\n")
