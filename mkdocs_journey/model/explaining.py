"""From the validation library's errors to sentences about the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, get_origin

from pydantic_core import ErrorDetails

from mkdocs_journey.diagnostics import Rule
from mkdocs_journey.front_matter import Mapping
from mkdocs_journey.lanes.table import LaneFields
from mkdocs_journey.model import rules
from mkdocs_journey.model.journey import Journey, Stage, Touchpoint
from mkdocs_journey.model.pruning import find_written, place_of, value_at
from mkdocs_journey.model.shape import Path, is_part, keys_of, type_at
from mkdocs_journey.values.base import Model, Reading, Short, show
from mkdocs_journey.values.choices import closest, suggest


class Explanation(NamedTuple):
    """One fault in words: the rule it breaks, where, and whether the key itself is at fault."""

    rule: Rule
    path: Path
    message: str
    at_key: bool = False


def explain(
    model: type[Model], data: Any, errors: Iterable[ErrorDetails], reading: Reading
) -> Iterator[Explanation]:
    """Every error in words about what stands there and what to write.

    A key that is missing because it was misspelt, or because a text was torn into keys, is said
    once: at the key that stands there.
    """
    found = list(errors)
    excused: set[Path] = set()
    for error in found:
        if error["type"] == "extra_forbidden":
            fault, meant = _unknown_key(model, data, error["loc"], reading)
            excused.update((*error["loc"][:-1], key) for key in meant)
            yield fault
    for error in found:
        if error["type"] == "extra_forbidden" or error["loc"] in excused:
            continue
        yield _explained(model, data, error)


def _explained(model: type[Model], data: Any, error: ErrorDetails) -> Explanation:
    path, kind = place_of(error), error["type"]
    own = rules.BY_NAME.get(kind)
    if own is not None:
        at_key = own in (rules.UNKNOWN_KEY, rules.UNKNOWN_BLOCK) or error["loc"][-1:] == ("[key]",)
        return Explanation(own, path, error["msg"], at_key)
    part = type_at(model, path[:-1]) if kind == "missing" else type_at(model, path)
    if kind == "missing":
        message = f"{_name(part)} without `{path[-1]}`: write `{path[-1]}: …`"
        return Explanation(rules.MISSING_KEY, path[:-1], message)
    value = value_at(data, find_written(data, path))
    message = f"{_shown(value)} where {_name(part)} is expected: {_how_to_write(part, value)}"
    return Explanation(rules.WRONG_TYPE, path, message)


def _unknown_key(
    model: type[Model], data: Any, path: Path, reading: Reading
) -> tuple[Explanation, tuple[str, ...]]:
    """The fault of a key that nobody knows, and the keys that it probably stands for."""
    key = str(path[-1])
    part = type_at(model, path[:-1])
    known = [*keys_of(part)] if is_part(part) else []
    if is_part(part) and issubclass(part, LaneFields):
        known.extend(reading.catalog.lanes)
    holder = value_at(data, find_written(data, path[:-1]))
    near = closest(key, known)
    # Keys are written small, so what is not is a text; `Text:` is still a key, in haste.
    is_text = near is None or " " in key.strip() or key != key.lower()
    short = part.short if is_part(part) and issubclass(part, Short) else ""
    value = holder.get(path[-1]) if isinstance(holder, dict) else None
    if is_text and value is None and isinstance(holder, Mapping) and holder.flow:
        message = (
            f"`{show(key)}` became a key of its own, because a comma ends a text inside braces: "
            "put the whole text in quotes"
        )
        return Explanation(rules.TEXT_SPLIT_BY_COMMA, path, message, True), (short,)
    if is_text and short not in ("", near) and isinstance(holder, dict) and len(holder) == 1:
        rest = show(value) if isinstance(value, str) else "…"
        message = (
            f"the colon after `{show(key)}` made a key of it: put the whole text in quotes, "
            f'`"{show(key)}: {rest}"`'
        )
        return Explanation(rules.TEXT_SPLIT_BY_COLON, path, message, True), (short,)
    home = _home_of(key)
    if home is not None:
        message = f"`{key}` does not belong here: move it to {_name(home)}"
        return Explanation(rules.UNKNOWN_KEY, path, message, True), ()
    message = f"unknown key `{show(key)}`: {suggest(key, known)}"
    return Explanation(rules.UNKNOWN_KEY, path, message, True), (near,) if near else ()


def _home_of(key: str) -> type[Model] | None:
    """The one of the larger parts that has a key, where it is the only one."""
    homes = [part for part in (Journey, Stage, Touchpoint) if key in keys_of(part)]
    return homes[0] if len(homes) == 1 else None


def _shown(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return f"keys (`{show(value)}`)"
    if isinstance(value, (list, tuple)):
        return show(value)
    return f"`{show(value)}`"


_NAMES = {"Evidence": "a source", "NpsCounts": "counts of promoters, passives and detractors"}


def _name(part: Any) -> str:
    """What a part is called in a sentence: `a touchpoint`, `an audience`."""
    if is_part(part):
        words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", part.__name__).lower()
        article = "an" if words[0] in "aeiou" or words == "hour" else "a"
        return _NAMES.get(part.__name__, f"{article} {words}")
    if get_origin(part) is tuple:
        return "a list"
    return "a mapping"


def _how_to_write(part: Any, value: Any) -> str:
    if is_part(part):
        if isinstance(value, str) and "name" in keys_of(part):
            return f"write `name: {show(value)}`"
        first = next((key for key, field in keys_of(part).items() if field.is_required()), None)
        key = first or next(iter(keys_of(part)))
        return f"write its keys, each on a line of its own, beginning with `{key}: …`"
    if get_origin(part) is tuple:
        return "write each on a line of its own, after `- `"
    return "write `key: value`, each on a line of its own"
