"""A map as data for scripts and other tools: the model as it was understood.

Every part has its normal, long form: what was written short, as a lone value, as a word for a score
or in any other of the language's forms reads the same. Keys stand in the order of the model, an
author's own keys in the author's; what is empty is left out.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from json.encoder import encode_basestring
from typing import Any

from pydantic import BaseModel

from mkdocs_journey.atlas import Map, Who
from mkdocs_journey.formats.imported import FormatError, Imported, check_bytes, check_map
from mkdocs_journey.formats.language import in_language
from mkdocs_journey.lanes import LaneFields
from mkdocs_journey.values.feelings import EVERYONE, Feeling
from mkdocs_journey.values.quantities import Measure
from mkdocs_journey.values.times import Date, Duration

FEELING = "feeling"
CUSTOM_LANES = "custom"


def write(map: Map) -> str:
    """The map as JSON, indented by two, with a line break at its end.

    - a duration is `{min_seconds, max_seconds, text}`, without `max_seconds` where it is open;
    - a measure is `{value, low, high, unit, bound, text}`, `low` and `high` only of a range;
    - a date is ISO 8601, as precise as it is known: `2026-10-02`, `2026-10` or `2026`;
    - feelings are a list, each with the `persona` who has it where it is not everyone's;
    - cells of a site's own lanes stand under the lane's id, as in the map's YAML.
    """
    data = {
        "path": map.path,
        "title": map.title,
        "tags": list(map.tags),
        "personas": [_who(who) for who in map.personas],
        "journey": part_data(map.journey),
    }
    return without_surrogates(_text(without_empty(data), "\n") + "\n")


def read(content: str) -> Imported:
    """The map of a JSON file that `write` wrote, or of a bare `journey` in the language's forms.

    Raises `FormatError`.
    """
    check_bytes(content)
    try:
        data = json.loads(content.removeprefix("\ufeff"), parse_constant=_no_constant)
        journey = data.get("journey", data) if isinstance(data, dict) else None
        found = in_language(journey)
    except RecursionError:
        raise FormatError("brackets nested too deep for a map: export it anew") from None
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise FormatError(f"{place}: no JSON here ({error.msg.lower()}): mend it") from None
    except ValueError as error:
        raise FormatError(f"no JSON that a map can hold: {error}") from None
    if not isinstance(found, dict):
        raise FormatError("no map here: write an object with `journey`, or with `stages`")
    check_map(found)
    is_whole = found is not data and "journey" in data
    title, tags = (data.get("title"), data.get("tags")) if is_whole else (None, None)
    return Imported(
        found,
        title if isinstance(title, str) else "",
        tuple(map(str, tags)) if isinstance(tags, list) else (),
    )


def _no_constant(name: str) -> None:
    raise ValueError(f"`{name}` is no number: leave it out")


def without_surrogates(text: str) -> str:
    """Text that a UTF-8 file can hold: YAML can spell lone surrogates, which none can."""
    return text.encode("utf-8", "ignore").decode("utf-8")


def _text(value: Any, line: str) -> str:
    """JSON text of a value; `line` begins its further lines.

    The library indents only with its encoder that is written in Python, which takes four times as
    long as this.
    """
    if type(value) is str:
        return encode_basestring(value)
    inner = f"{line}  "
    if isinstance(value, dict):
        items = [f"{encode_basestring(key)}: {_text(value[key], inner)}" for key in value]
        return f"{{{inner}{f',{inner}'.join(items)}{line}}}" if items else "{}"
    if isinstance(value, list):
        items = [_text(item, inner) for item in value]
        return f"[{inner}{f',{inner}'.join(items)}{line}]" if items else "[]"
    return json.dumps(value, allow_nan=False)


def _who(who: Who) -> dict[str, Any]:
    return {"id": who.id, "page": who.page, **part_data(who.persona)}


def _value(value: Any) -> Any:
    if type(value) is str:
        return value
    match value:
        case BaseModel():
            return part_data(value)
        case tuple() | list():
            return [_value(item) for item in value]
        case dict():
            return without_empty({str(key): _value(item) for key, item in value.items()})
        case Duration():
            return _duration(value)
        case Measure():
            return _measure(value)
        case Date():
            return value.iso
        case float():
            return _number(value)
    return value


def part_data(part: BaseModel) -> dict[str, Any]:
    """A part of a map or persona under the names that the language has for its fields."""
    found: dict[str, Any] = {}
    for name, key, is_off in _keys(type(part)):
        value = getattr(part, name)
        if _is_empty(value) or (is_off and value is False):
            continue
        if name == CUSTOM_LANES and isinstance(part, LaneFields):
            found |= {lane_id: _value(cards) for lane_id, cards in value.items()}
        elif name == FEELING:
            found[key] = _feelings(value)
        else:
            found[key] = _value(value)
    return without_empty(found)


@cache
def _keys(kind: type[BaseModel]) -> tuple[tuple[str, str, bool], ...]:
    """Fields of a model in their order, with their keys and whether they are off by default.

    Lanes stand behind what a journey, stage or touchpoint is called and consists of.
    """
    fields, is_holder = kind.model_fields, issubclass(kind, LaneFields)
    names = sorted(fields, key=lambda name: is_holder and name in LaneFields.model_fields)
    infos = [(name, fields[name]) for name in names]
    return tuple((name, info.alias or name, info.default is False) for name, info in infos)


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


def _number(value: float) -> float:
    """Whole numbers without a decimal point, as people write them."""
    return int(value) if value.is_integer() else value


def without_empty(data: dict[str, Any]) -> dict[str, Any]:
    """What of an object says something."""
    return {key: value for key, value in data.items() if not _is_empty(value)}


def _is_empty(value: Any) -> bool:
    """Whether a value says nothing; zero and `false` do."""
    return not value and not isinstance(value, (int, float))
