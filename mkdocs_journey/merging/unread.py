"""Values of an edited map that cannot be read, which are not values that were deleted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from mkdocs_journey.values.text import slugify

_PARTS = ("stages", "touchpoints")


def keep_unread(
    target: dict[str, Any], page: Mapping[str, Any], file: Any, path: Sequence[str | int]
) -> None:
    """Let `target` say what the page says at a place where the file's value could not be read.

    `path` leads through the file's own data; its stages and touchpoints are found by their ids.
    """
    if not path:
        return
    key, *rest = path
    if key not in _PARTS:
        if key not in target and key in page:
            target[str(key)] = page[str(key)]
        return
    item = _step(_step(file, key), rest[0]) if rest else None
    if isinstance(item, Mapping):
        name = str(item.get("id") or slugify(str(item.get("name", ""))))
        here, before = (_find(side.get(key), name) for side in (target, page))
        if here is not None and before is not None:
            keep_unread(here, before, item, rest[1:])


def _step(data: Any, step: str | int) -> Any:
    try:
        return data[step]
    except (KeyError, IndexError, TypeError):
        return None


def _find(parts: Any, name: str) -> dict[str, Any] | None:
    return next((part for part in parts or () if part.get("id") == name), None)
