"""What parts of a map hold alike, held once."""

from __future__ import annotations

from functools import lru_cache
from typing import TypeVar

from mkdocs_journey.values.base import Model

_Part = TypeVar("_Part", bound=Model)


def share_written(part: _Part) -> _Part:
    """The same part, whose parts with the same keys share one set of these.

    Pydantic notes in a set for each part which of its keys were written. A map has some 150 parts,
    a site keeps those of all its maps, and the sets would take nearly as much memory as all that
    was written. Parts never change, and copies of them get a set of their own.
    """
    written = part.model_fields_set
    object.__setattr__(part, "__pydantic_fields_set__", _shared(frozenset(written)))
    values = vars(part)
    for name in written:
        if not isinstance(values[name], str):  # the most of them
            _enter(values[name])
    return part


def _enter(value: object) -> None:
    if isinstance(value, Model):
        share_written(value)
    elif isinstance(value, tuple):
        for item in value:
            _enter(item)
    elif isinstance(value, dict):
        for item in value.values():
            _enter(item)


@lru_cache(maxsize=4096)
def _shared(names: frozenset[str]) -> set[str]:
    return set(names)
