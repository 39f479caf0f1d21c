"""A map's normalised data in the forms that its language has for them.

`formats.json` writes durations, measures and feelings with all their parts; in a map's YAML they
are written as people write them. Both say the same, so this turns the first into the second.
"""

from __future__ import annotations

from typing import Any

_DURATION = {"min_seconds", "max_seconds", "text"}
_MEASURE = {"value", "low", "high", "unit", "bound", "text"}


def in_language(data: Any, *, is_short: bool = False) -> Any:
    """Data of a map as the language writes it; `is_short` leaves out what a lone value says."""
    if isinstance(data, list):
        return [in_language(item, is_short=is_short) for item in data]
    if not isinstance(data, dict):
        return data
    if _is_number(data.get("min_seconds")) and data.keys() <= _DURATION:
        return _duration(data)
    if _is_number(data.get("value")) and data.keys() <= _MEASURE:
        return data.get("text", data["value"])
    return {key: _entry(key, value, is_short=is_short) for key, value in data.items()}


def _entry(key: str, value: Any, *, is_short: bool) -> Any:
    if key == "feeling" and isinstance(value, list):
        return _feelings(value, is_short=is_short)
    found = in_language(value, is_short=is_short)
    if not is_short:
        return found
    if key == "metrics" and isinstance(found, dict):
        return {name: _lone(metric) for name, metric in found.items()}
    # An hour of a day has no short form.
    if isinstance(found, list) and key != "day":
        items = [_lone(item) for item in found]
        return items[0] if key in _ONE and len(items) == 1 else items
    return found


_ONE = ("scenario", "scope")


def _lone(data: Any) -> Any:
    """A part that has but its most important key as that key's value."""
    if isinstance(data, dict) and len(data) == 1:
        key, value = next(iter(data.items()))
        return value if key in ("text", "value", "url", "src", "id", "score") else data
    return data


def _feelings(entries: list[Any], *, is_short: bool) -> Any:
    by_persona: dict[str, list[Any]] = {}
    for entry in entries:
        whole = dict(entry) if isinstance(entry, dict) else {"score": entry}
        persona = str(whole.pop("persona", ""))
        felt = in_language(whole, is_short=is_short)
        by_persona.setdefault(persona, []).append(_lone(felt) if is_short else felt)
    of_each = {who: items[0] if len(items) == 1 else items for who, items in by_persona.items()}
    return of_each[""] if of_each.keys() == {""} else of_each


def _duration(data: dict[str, Any]) -> Any:
    if "text" in data:
        return data["text"]
    ends = {"min": data["min_seconds"], "max": data.get("max_seconds")}
    if ends["min"] == ends["max"]:
        return _seconds(ends["min"])
    return {key: _seconds(end) for key, end in ends.items() if end is not None}


def _seconds(amount: float) -> str:
    """ISO 8601 where it can be, because that has no words to show again."""
    return f"PT{int(amount)}S" if amount == int(amount) else f"{amount} s"


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)
