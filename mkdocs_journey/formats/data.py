"""Maps as plain data: the model as it was understood, in dicts, lists, texts and numbers.

Every part has its normal, long form: what was written short, as a lone value, as a word for a score
or in any other of the language's forms reads the same. Keys stand in the order of the model, an
author's own keys in the author's; what is empty is left out.

A map has over a thousand fields, most of them empty, so only what its parts hold is looked at: how
a value is written is found by its type, and which fields a model has is found once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any, TypeAlias

from pydantic import BaseModel

from mkdocs_journey.atlas import Map, Who
from mkdocs_journey.lanes import LaneFields
from mkdocs_journey.lanes.table import CUSTOM
from mkdocs_journey.values.feelings import EVERYONE, Feeling
from mkdocs_journey.values.quantities import Measure
from mkdocs_journey.values.times import Date, Duration

_Write: TypeAlias = Callable[[Any], Any]

_MOST_SHAPES = 1024
"""Sets of fields, of each kind of part, for which it is remembered how they are written."""


def map_data(map: Map) -> dict[str, Any]:
    """A map with its title, tags and personas.

    - a duration is `{min_seconds, max_seconds, text}`, without `max_seconds` where it is open;
    - a measure is `{value, low, high, unit, bound, text}`, `low` and `high` only of a range;
    - a date is ISO 8601, as precise as it is known: `2026-10-02`, `2026-10` or `2026`;
    - feelings are a list, each with the `persona` who has it where it is not everyone's;
    - cells of a site's own lanes stand under the lane's id, as in the map's YAML.
    """
    return without_empty(
        {
            "path": map.path,
            "title": map.title,
            "tags": list(map.tags),
            "personas": [_who(who) for who in map.personas],
            "journey": part_data(map.journey),
        }
    )


def part_data(part: BaseModel) -> dict[str, Any]:
    """A part of a map or persona under the names that the language has for its fields."""
    data: dict[str, Any] = _WRITERS[type(part)](part)
    return data


def without_empty(data: dict[str, Any]) -> dict[str, Any]:
    """What of an object says something; zero and `false` do."""
    return {key: value for key, value in data.items() if value or type(value) in _NUMBERS}


class _Writers(dict[type, _Write]):
    """How values are written, by type; found when a type is met first."""

    def __missing__(self, kind: type) -> _Write:
        self[kind] = write = _writer(kind)
        return write


_WRITERS = _Writers()


def _writer(kind: type) -> _Write:
    if issubclass(kind, BaseModel):
        return _part_writer(kind)
    return next((write for base, write in _BY_TYPE.items() if issubclass(kind, base)), _as_it_is)


def _part_writer(kind: type[BaseModel]) -> _Write:
    """How parts of a kind are written: what they hold, which is little of what they may."""
    fields, is_holder, defaults = _fields(kind), issubclass(kind, LaneFields), _defaults(kind)
    place = {name: at for at, name in enumerate(fields)}.__getitem__

    @lru_cache(maxsize=_MOST_SHAPES)
    def plan(names: tuple[str, ...]) -> list[tuple[str, str, _Write | None]]:
        return [(name, *fields[name]) for name in sorted(names, key=place)]

    def write(part: BaseModel) -> dict[str, Any]:
        held = part.__dict__  # what `vars` looks up in twice the time
        values = {**defaults, **held} if defaults else held
        found: dict[str, Any] = {}
        for name, key, write_field in plan(tuple(values)):
            value = values[name]
            kind = type(value)
            if kind is str:  # as most are
                if value:
                    found[key] = value
            elif value or kind in _NUMBERS:
                data = (write_field or _WRITERS[kind])(value)
                if data or type(data) in _NUMBERS:
                    found[key] = data
        return found | found.pop(CUSTOM) if is_holder and CUSTOM in found else found

    return write


def _defaults(kind: type[BaseModel]) -> dict[str, Any]:
    """What a part says that it does not hold; a flag that is off by default says nothing."""
    defaults = {
        name: info.get_default(call_default_factory=True)
        for name, info in kind.model_fields.items()
        if not info.is_required()
    }
    return {name: value for name, value in without_empty(defaults).items() if value is not False}


def _fields(kind: type[BaseModel]) -> dict[str, tuple[str, _Write | None]]:
    """Key and writer of a model's fields by their names, in their order.

    Lanes stand behind what a journey, stage or touchpoint is called and consists of. Without a
    writer of its own a field is written as the type of its value is.
    """
    fields, is_holder = kind.model_fields, issubclass(kind, LaneFields)
    names = sorted(fields, key=lambda name: is_holder and name in LaneFields.model_fields)
    return {name: (fields[name].alias or name, _BY_FIELD.get(name)) for name in names}


def _who(who: Who) -> dict[str, Any]:
    return {"id": who.id, "page": who.page, **part_data(who.persona)}


def _list(items: Iterable[Any]) -> list[Any]:
    return [_WRITERS[type(item)](item) for item in items]


def _mapping(items: Mapping[Any, Any]) -> dict[str, Any]:
    return without_empty({str(key): _WRITERS[type(item)](item) for key, item in items.items()})


def _feelings(by_persona: Mapping[str, tuple[Feeling, ...]]) -> list[dict[str, Any]]:
    return [
        ({} if persona == EVERYONE else {"persona": persona}) | part_data(feeling)
        for persona, felt in by_persona.items()
        for feeling in felt
    ]


def _duration(duration: Duration) -> dict[str, Any]:
    most = None if duration.maximum is None else _number(duration.maximum)
    return without_empty(
        {"min_seconds": _number(duration.minimum), "max_seconds": most, "text": duration.text}
    )


def _measure(measure: Measure) -> dict[str, Any]:
    is_range = measure.low != measure.high
    return without_empty(
        {
            "value": _number(measure.value),
            "low": _number(measure.low) if is_range else None,
            "high": _number(measure.high) if is_range else None,
            "unit": measure.unit,
            "bound": measure.bound,
            "text": measure.text,
        }
    )


def _date(date: Date) -> str:
    return date.iso


def _number(value: float) -> float:
    """Whole numbers without a decimal point, as people write them."""
    return int(value) if value.is_integer() else value


def _as_it_is(value: Any) -> Any:
    return value


_NUMBERS = frozenset({int, float, bool})
_BY_TYPE: Mapping[type, _Write] = {
    str: str,
    tuple: _list,
    list: _list,
    dict: _mapping,
    float: _number,
    Duration: _duration,
    Measure: _measure,
    Date: _date,
}
_BY_FIELD: Mapping[str, _Write] = {"feeling": _feelings}
