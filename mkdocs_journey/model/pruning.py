"""Taking out of a map what cannot be used, so that the rest can."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pydantic_core import ErrorDetails

from mkdocs_journey.front_matter import Mapping, Quoted, Sequence
from mkdocs_journey.model.shape import Path, is_part, keys_of, meant_by, type_at
from mkdocs_journey.values.base import Model, Short, is_empty

PLACEHOLDER = "…"
"""Stands where a stage, touchpoint or persona has no name: the same in every language."""
NOTHING: Any = object()
"""What is left where the whole is at fault."""

_GONE: Any = object()
_LONE = frozenset({str, Quoted, type(None)})
"""Types of most values, which hold no others."""


def tidy(value: Any) -> Any:
    """The value without the empty items of its lists, itself where there are none; places stay.

    Empty items would be left out by the model anyway: without them, the model's lists and the
    written ones count alike.
    """
    if isinstance(value, dict):
        changed: dict[str, Any] = {}
        for key, item in value.items():
            if type(item) not in _LONE and (new := tidy(item)) is not item:
                changed[key] = new
        return _mapping_like(value, {**value, **changed}) if changed else value
    if isinstance(value, (list, tuple)):
        items: list[Any] = []
        kept: list[int] = []
        is_same = True
        for place, item in enumerate(value):
            if type(item) in _LONE:
                new = item
                if is_empty(item):
                    is_same = False
                    continue
            elif (new := tidy(item)) is not item:
                is_same = False
            items.append(new)
            kept.append(place)
        return value if is_same else _list_like(value, items, kept)
    return value


def copied(value: Any) -> Any:
    """A copy that is free to be changed, with its places; what aliases share is in it twice."""
    if isinstance(value, dict):
        return _mapping_like(value, {key: copied(item) for key, item in value.items()})
    if isinstance(value, (list, tuple)):
        return _list_like(value, [copied(item) for item in value], range(len(value)))
    return value


def _mapping_like(value: dict[str, Any], entries: dict[str, Any]) -> dict[str, Any]:
    if not isinstance(value, Mapping):
        return entries
    mapping = Mapping(value.flow)
    mapping.update(entries)
    mapping.marks = dict(value.marks)
    return mapping


def _list_like(
    value: list[Any] | tuple[Any, ...], items: list[Any], kept: Iterable[int]
) -> list[Any]:
    if not isinstance(value, Sequence):
        return items
    sequence = Sequence(value.flow)
    sequence.extend(items)
    sequence.marks = [value.marks[place] for place in kept]
    return sequence


def find_written(data: Any, path: Path) -> Path:
    """Steps of a path that were written: a lone value has no place in a list, for instance."""
    written: list[str | int] = []
    for step in path:
        if _holds(data, step):
            data = data[step]
            written.append(step)
    return tuple(written)


def _holds(data: Any, step: str | int) -> bool:
    if isinstance(data, list):
        return isinstance(step, int) and step < len(data)
    return isinstance(data, dict) and step in data


def value_at(data: Any, path: Path) -> Any:
    """What stands at a path whose steps were all written."""
    for step in path:
        data = data[step]
    return data


def place_of(error: ErrorDetails) -> Path:
    """Path of an error, with the key that it is about where a whole mapping was looked at."""
    path = tuple(step for step in error["loc"] if step != "[key]")
    at = error.get("ctx", {}).get("at")
    return (*path, at) if at else path


def prune(model: type[Model], data: Any, errors: Iterable[ErrorDetails]) -> Any:
    """The data without the values at fault; `NOTHING` where a fault lies in the whole.

    Changes the data in place. What is missing is put there where a placeholder can stand for it,
    else what it is missing from goes.
    """
    whole = [data]
    for error in errors:
        path = (0, *find_written(data, place_of(error)))
        is_mended = error["type"] == "extra_forbidden" and path[-1] != error["loc"][-1]
        if is_mended or _is_within_gone(whole, path):
            continue
        container = value_at(whole, path[:-1])
        container[path[-1]] = _repaired(model, container[path[-1]], error)
    _sweep(whole)
    return whole[0] if whole else NOTHING


def _is_within_gone(data: Any, path: Path) -> bool:
    for step in path:
        if data is _GONE:
            return True
        data = data[step]
    return data is _GONE


def _repaired(model: type[Model], value: Any, error: ErrorDetails) -> Any:
    """What may stand for a value at fault, else `_GONE`."""
    path = error["loc"]
    if error["type"] == "missing":
        if isinstance(value, dict):
            return _completed(model, value, path)
    elif error["type"] == "missing-key" and path[-1:] == ("name",) and not isinstance(value, dict):
        return PLACEHOLDER
    elif error["type"] == "dict_type" and isinstance(value, str):
        part = type_at(model, path)
        if is_part(part) and "name" in part.model_fields:
            return {"name": value}
    return _GONE


def _completed(model: type[Model], value: dict[str, Any], path: Path) -> Any:
    part = type_at(model, path[:-1])
    if path[-1] == "name":
        value["name"] = _misspelt_name(part, value)
        return value
    if len(value) == 1 and isinstance(part, type) and issubclass(part, Short):
        key, rest = next(iter(value.items()))
        if part.short == path[-1] and key not in part.model_fields and isinstance(rest, str):
            is_misspelt = meant_by(key, [*keys_of(part)]) == part.short
            return rest if is_misspelt else f"{key}: {rest}"
    return _GONE


def _misspelt_name(part: type[Model], value: dict[str, Any]) -> str:
    """The name that was meant: under a misspelt key, or a text that became a key itself."""
    known = [*keys_of(part)]
    if len(value) == 1 and next(iter(value)) not in known:
        key, rest = next(iter(value.items()))
        if meant_by(key, known) != "name":
            return f"{key}: {rest}" if isinstance(rest, str) else key
    meant = (
        item
        for key, item in value.items()
        if key not in known and isinstance(item, str) and meant_by(key, known) == "name"
    )
    return next(meant, PLACEHOLDER)


def _sweep(data: Any) -> None:
    """Take out what was marked, everywhere."""
    if isinstance(data, dict):
        for key in [key for key, value in data.items() if value is _GONE]:
            del data[key]
        for value in data.values():
            _sweep(value)
    elif isinstance(data, list):
        kept = [place for place, value in enumerate(data) if value is not _GONE]
        if isinstance(data, Sequence):
            data.marks[:] = [data.marks[place] for place in kept]
        data[:] = [data[place] for place in kept]
        for value in data:
            _sweep(value)
