"""Values of a map as they are compared, and as they are told."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

from mkdocs_journey.values.base import Model, Short
from mkdocs_journey.values.quantities import Measure
from mkdocs_journey.values.times import Date, Duration

_SHARES = frozenset({"drop_off", "share", "frequency"})
"""Fields whose numbers are shares of 1."""
_TITLES = ("name", "text", "title", "metric", "time")


def key_of(part: type[Model], field: str) -> str:
    """The key that a field is written under."""
    return part.model_fields[field].alias or field


def meaning(value: Any) -> Hashable:
    """A value so that two are equal where they say the same, however they were written.

    Ids are left out where they only name a thing and say nothing of it. What says nothing is
    `None`.
    """
    match value:
        case Model():
            own = title_field(value)
            fields = (name for name in type(value).model_fields if name != "id" or name == own)
            said = ((name, meaning(getattr(value, name))) for name in fields)
            return frozenset(item for item in said if item[1] is not None) or None
        case Mapping():
            items = ((key, meaning(item)) for key, item in value.items())
            return frozenset(item for item in items if item[1] is not None) or None
        case tuple():
            return tuple(map(meaning, value)) or None
        case Duration():
            return ("duration", value.minimum, value.maximum, value.working)
        case Measure():
            return ("measure", value.low, value.high, value.unit, value.bound)
        case str():
            return one_line(value) or None
    return value  # type: ignore[no-any-return]  # numbers, flags, dates: all of them hashable


def one_line(text: str) -> str:
    """Text with single spaces."""
    return " ".join(text.split())


def show(value: Any, field: str = "") -> str:
    """A value as people write it, on one line."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case float() | int():
            return f"{_number(value * 100)}%" if field in _SHARES else _number(value)
        case Date():
            return value.iso
        case Duration():
            return one_line(value.text) or _seconds(value)
        case Measure():
            return one_line(value.text) or f"{value.bound}{_number(value.value)}{value.unit}"
        case tuple():
            return ", ".join(map(show, value))
        case Mapping():
            return ", ".join(f"{key} {show(item)}" for key, item in value.items())
        case Model():
            return _show_part(value)
    return one_line(str(value))


def title_field(part: Model) -> str:
    """The field that says what a part is: its short form's, its name, else the first one filled."""
    fields = type(part).model_fields
    if isinstance(part, Short) and getattr(part, part.short):
        return part.short
    named = next((name for name in _TITLES if name in fields and getattr(part, name)), None)
    return named or next((name for name in fields if getattr(part, name)), next(iter(fields)))


def title_of(item: Any) -> str:
    """What an item of a list is called."""
    return show(getattr(item, title_field(item))) if isinstance(item, Model) else show(item)


def _show_part(part: Model) -> str:
    """A whole part on one line: what it is, then all else that it says."""
    title = title_field(part)
    rest = [
        f"{key_of(type(part), name)}: {show(getattr(part, name), name)}"
        for name in type(part).model_fields
        if name not in (title, "id") and meaning(getattr(part, name)) is not None
        if getattr(part, name) is not False
    ]
    shown = show(getattr(part, title), title)
    return f"{shown} ({', '.join(rest)})" if rest else shown


def _number(value: float) -> str:
    return f"{value:.10g}"


def _seconds(duration: Duration) -> str:
    most = "or more" if duration.maximum is None else f"to {_number(duration.maximum)}"
    is_exact = duration.minimum == duration.maximum
    return f"{_number(duration.minimum)}{'' if is_exact else f' {most}'} seconds"
