"""From the keys and values of a mapping, in turn, to the mapping."""

from __future__ import annotations

from collections.abc import Callable
from sys import intern
from typing import Any

from mkdocs_journey.front_matter.nodes import Mapping, Sequence
from mkdocs_journey.source import Span

Doubled = Callable[[str, int, Span], None]
"""Told of a key that stands twice: the key, where it stood first, where it stands again."""


def fill(mapping: Mapping, parts: list[Any], places: list[int], doubled: Doubled) -> list[int]:
    """Give an empty mapping its entries, and return where they stand, four offsets each.

    Keys and values stand in turn in `parts`, and in `places` where each begins and ends. Of a key
    that stands twice the first is kept. A last key whose value was never read is none.
    """
    # One text for all maps: a key stands in a site some thousand times.
    try:
        keys = list(map(intern, parts[::2]))
    except TypeError:  # one of them is in quotes, or no text
        keys = [_key(part) for part in parts[::2]]
    mapping.update(zip(keys, parts[1::2], strict=False))
    if len(mapping) * 2 < len(parts) or "<<" in mapping:
        mapping.clear()
        places = _fill_one_by_one(mapping, keys, parts[1::2], places, doubled)
    return places


def _fill_one_by_one(
    mapping: Mapping, keys: list[str], values: list[Any], places: list[int], doubled: Doubled
) -> list[int]:
    """Where the entries stand, of keys that stand twice or are YAML's `<<`."""
    first: dict[str, int] = {}
    merged: list[Any] = []
    kept: list[int] = []
    for place, (key, value) in enumerate(zip(keys, values, strict=False)):
        own = places[4 * place : 4 * place + 4]
        if key in first:
            doubled(key, first[key], Span(*own[:2]))
        elif key == "<<":
            merged.append(value)
        else:
            mapping[key], first[key] = value, own[0]
            kept += own
    for value in merged:
        kept += _merge(mapping, value)
    return kept


def _merge(mapping: Mapping, merged: Any) -> list[int]:
    """Let entries of other mappings stand where it has none itself; returns where these stand."""
    places: list[int] = []
    for other in merged if isinstance(merged, Sequence) else [merged]:
        if isinstance(other, Mapping):
            for key, value in other.items():
                if key not in mapping:
                    mapping[key] = value
                    places += other.marks[key]
    return places


def _key(value: Any) -> str:
    """A key as text: lists and mappings as keys have no meaning in a map, only a place."""
    if value is None:
        return ""
    return intern(str(value)) if isinstance(value, str) else "?"
