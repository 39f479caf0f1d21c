"""Names that stand in a map's text and that only a fault keeps out of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from mkdocs_journey.model import Journey
from mkdocs_journey.model.shape import keys_of, meant_by
from mkdocs_journey.values.text import slugify

_LONGEST = 100
"""Characters of the longest name that is looked at: who names a longer one is told twice."""


class LeftOut(NamedTuple):
    """Names as they are to be written, each of the sort that it is: an id excuses no channel."""

    ids: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    paths: frozenset[str] = frozenset()


NOTHING = LeftOut()


def left_out(whole: Mapping[str, Any], rest: Mapping[str, Any]) -> LeftOut:
    """Ids, sources and paths of a map that reading it left out.

    Who names one of them is not at fault: the fault that keeps it out is told where it stands.
    """
    return LeftOut(
        frozenset(_ids(whole)).difference(_ids(rest)),
        frozenset(_entries(whole, "sources")).difference(_entries(rest, "sources")),
        frozenset(_entries(whole, "paths")).difference(_entries(rest, "paths")),
    )


def _entries(data: Mapping[str, Any], wanted: str) -> Iterator[str]:
    """Keys of the entries that stand under a map's key, or under another word for it."""
    known = [*keys_of(Journey)]
    for key, value in data.items():
        if isinstance(value, dict):
            meant = key if key in known else meant_by(key, known)
            if meant == wanted:
                yield from map(_name, map(str, value))


def _ids(data: Any) -> Iterator[str]:
    pending = [data]
    while pending:
        value = pending.pop()
        if isinstance(value, dict):
            pending += value.values()
            if isinstance(name := value.get("id"), str):
                yield _name(name)
        elif isinstance(value, list):
            pending += value


def _name(written: str) -> str:
    return slugify(written) if len(written) <= _LONGEST else ""
