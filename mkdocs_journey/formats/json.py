"""A map as data for scripts and other tools: the model as it was understood.

Every part has its normal, long form: what was written short, as a lone value, as a word for a score
or in any other of the language's forms reads the same. Keys stand in the order of the model, an
author's own keys in the author's; what is empty is left out.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from mkdocs_journey.atlas import Map, Who
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
        "journey": _value(map.journey),
    }
    text = json.dumps(_without_empty(data), ensure_ascii=False, indent=2, allow_nan=False)
    # YAML can spell lone surrogates, which no UTF-8 file can hold.
    return text.encode("utf-8", "ignore").decode("utf-8") + "\n"


def _who(who: Who) -> dict[str, Any]:
    return {"id": who.id, "page": who.page, **_fields(who.persona)}


def _value(value: Any) -> Any:
    match value:
        case BaseModel():
            return _fields(value)
        case Duration():
            return _duration(value)
        case Measure():
            return _measure(value)
        case Date():
            return value.iso
        case Mapping():
            return _without_empty({str(key): _value(item) for key, item in value.items()})
        case tuple() | list():
            return [_value(item) for item in value]
        case float():
            return _number(value)
    return value


def _fields(part: BaseModel) -> dict[str, Any]:
    """Fields of a part of the map under the names that the language has for them."""
    found: dict[str, Any] = {}
    fields = type(part).model_fields
    for name in sorted(fields, key=lambda name: _is_lane(part, name)):
        value, info = getattr(part, name), fields[name]
        if value is False and info.default is False:
            continue
        if name == CUSTOM_LANES and isinstance(part, LaneFields):
            found |= {lane_id: _value(cards) for lane_id, cards in value.items()}
        elif name == FEELING:
            found[name] = _feelings(value)
        else:
            found[info.alias or name] = _value(value)
    return _without_empty(found)


def _is_lane(part: BaseModel, name: str) -> bool:
    """Lanes stand behind what a journey, stage or touchpoint is called and consists of."""
    return isinstance(part, LaneFields) and name in LaneFields.model_fields


def _feelings(by_persona: Mapping[str, tuple[Feeling, ...]]) -> list[dict[str, Any]]:
    return [
        ({} if persona == EVERYONE else {"persona": persona}) | _fields(feeling)
        for persona, felt in by_persona.items()
        for feeling in felt
    ]


def _duration(duration: Duration) -> dict[str, Any]:
    most = None if duration.maximum is None else _number(duration.maximum)
    return _without_empty(
        {"min_seconds": _number(duration.minimum), "max_seconds": most, "text": duration.text}
    )


def _measure(measure: Measure) -> dict[str, Any]:
    is_range = measure.low != measure.high
    return _without_empty(
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


def _without_empty(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value not in (None, "", [], {})}
