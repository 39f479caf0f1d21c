"""Names that stand in a map's text and that only a fault keeps out of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from mkdocs_journey.model import Journey
from mkdocs_journey.model.shape import keys_of, meant_by
from mkdocs_journey.values.text import slugify

_NAMING = ("sources", "paths")
"""Keys of a map whose entries others name by their keys."""


def left_out(whole: Mapping[str, Any], rest: Mapping[str, Any]) -> frozenset[str]:
    """Ids, sources and paths of a map that reading it left out, as they are to be written.

    Who names one of them is not at fault: the fault that keeps it out is told where it stands.
    """
    return frozenset({*_entries(whole), *_ids(whole)}.difference(_entries(rest), _ids(rest)))


def _entries(data: Mapping[str, Any]) -> Iterator[str]:
    known = [*keys_of(Journey)]
    for key, value in data.items():
        if isinstance(value, dict):
            meant = key if key in known else meant_by(key, known)
            yield from (slugify(str(name)) for name in value if meant in _NAMING)


def _ids(data: Any) -> Iterator[str]:
    pending = [data]
    while pending:
        value = pending.pop()
        if isinstance(value, dict):
            pending += value.values()
            if isinstance(name := value.get("id"), str):
                yield slugify(name)
        elif isinstance(value, list):
            pending += value
