"""From the validation library's errors to sentences about the text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple, get_origin

from pydantic_core import ErrorDetails

from mkdocs_journey.catalog.labels import id_for
from mkdocs_journey.diagnostics import Rule
from mkdocs_journey.front_matter import Mapping
from mkdocs_journey.front_matter.rules import TEXT_SPLIT_BY_COMMA
from mkdocs_journey.lanes.table import LaneFields
from mkdocs_journey.model import rules
from mkdocs_journey.model.evidence import Evidence
from mkdocs_journey.model.flow import BLOCKS, Block, Message
from mkdocs_journey.model.journey import Journey, PlannedAction, Stage, Touchpoint
from mkdocs_journey.model.pruning import find_written, place_of, value_at
from mkdocs_journey.model.shape import Path, bare, is_certain, is_part, keys_of, meant_by, type_at
from mkdocs_journey.model.synonyms import is_word, keys_for
from mkdocs_journey.values.base import Model, Reading, Short, show
from mkdocs_journey.values.cards import ServiceCard
from mkdocs_journey.values.choices import closest, offer, suggest
from mkdocs_journey.values.notes import Opportunity, Pain, Quote


class Explanation(NamedTuple):
    """One fault in words: the rule it breaks, where, and whether the key itself is at fault."""

    rule: Rule
    path: Path
    message: str
    at_key: bool = False
    meant: str = ""
    """Key to write instead, where one that nobody knows can stand for no other."""
    instead: str = ""
    """Value to write instead, where the one at fault can stand for no other."""


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
        meant = _block_meant_by(str(path[-1])) if own is rules.UNKNOWN_BLOCK and path else ""
        return Explanation(own, path, error["msg"], at_key, meant, error["ctx"]["instead"])
    part = type_at(model, path[:-1]) if kind == "missing" else type_at(model, path)
    if kind == "missing":
        message = f"{_name(part)} without `{path[-1]}`: write `{path[-1]}: …`"
        return Explanation(rules.MISSING_KEY, path[:-1], message)
    value = value_at(data, find_written(data, path))
    message = f"{_shown(value)} where {_name(part)} is expected: {_how_to_write(part, value)}"
    return Explanation(rules.WRONG_TYPE, path, message)


def _block_meant_by(word: str) -> str:
    """The kind of block that a word can only have been meant as; empty where there is doubt."""
    near = None if word in BLOCKS else meant_by(word, BLOCKS)
    return near if near is not None and is_certain(word, near, BLOCKS) else ""


def _unknown_key(
    model: type[Model], data: Any, path: Path, reading: Reading
) -> tuple[Explanation, tuple[str, ...]]:
    """The fault of a key that nobody knows, and the keys that it probably stands for."""
    key = str(path[-1])
    part = type_at(model, path[:-1])
    known = _known_keys(part, reading)
    holder = value_at(data, find_written(data, path[:-1]))
    held: Collection[str] = holder if isinstance(holder, dict) else ()
    value = holder.get(path[-1]) if isinstance(holder, dict) else None
    near = meant_by(key, known, held, value)
    # Keys are written small, so what is not is a text; `Text:` is still a key, in haste.
    if (near is None or " " in key.strip() or key != key.lower()) and isinstance(holder, dict):
        torn = _torn_text(part, key, value, near, holder)
        if torn is not None:
            rule, message, meant = torn
            return Explanation(rule, path, message, True), (meant,)
    if part is Block and (inner := closest(key, [*keys_of(Message)])) is not None:
        message = f"`{key}` does not belong to a block: write it inside, `{{name: …, {inner}: …}}`"
        return Explanation(rules.UNKNOWN_KEY, path, message, True), ()
    if not key.strip():
        message = "nothing stands before this `:`: write the key's name"
        return Explanation(rules.UNKNOWN_KEY, path, message, True), ()
    if key.startswith("-"):
        message = f"a space is missing after the dash of `{show(key)}`: write `- {key.lstrip('-')}`"
        return Explanation(rules.UNKNOWN_KEY, path, message, True), (near,) if near else ()
    homes = [home for home in _LARGE if key in keys_of(home)]
    homes = homes or [home for home in _SMALL if key in keys_of(home)]
    if homes and is_part(part):
        either = " or ".join(_name(home) for home in homes)
        message = f"`{key}` does not belong to {_name(part)}: move it to {either}"
        message += f", or did you mean `{near}`?" if near else ""
        return Explanation(rules.UNKNOWN_KEY, path, message, True), ()
    metric = key if key in reading.catalog.metrics else id_for(reading.catalog, "metrics", key)
    if near is None and metric and "metrics" in known:
        message = f"`{show(key)}` is a metric: write `metrics: {{{metric}: …}}`"
        return Explanation(rules.UNKNOWN_KEY, path, message, True), ()
    message = f"unknown key `{show(key)}`: {_hint(key, near, known, held)}"
    if near in ("channel", "channels") and isinstance(value, str):  # `Loja física` is one of them
        value = id_for(reading.catalog, "channels", value) or value
    meant = near if near is not None and is_certain(key, near, known, value) else ""
    return Explanation(rules.UNKNOWN_KEY, path, message, True, meant), (near,) if near else ()


_LARGE: tuple[type[Model], ...] = (Journey, Stage, Touchpoint)


_SMALL: tuple[type[Model], ...] = (Pain, Opportunity, ServiceCard, Quote)
_HOMES: tuple[type[Model], ...] = (*_LARGE, *_SMALL, PlannedAction, Evidence)
_OF_MANY = ("name", "text")
"""Keys that most parts have, so that none of them is the one that was meant."""
_MUCH_ALIKE = 0.75
"""Likeness of a key to one of another part, of which there are many."""


def _known_keys(part: Any, reading: Reading) -> list[str]:
    """Keys that may stand in a part: its own first, then the lanes, which most parts share."""
    if not is_part(part):
        return []
    keys = [*keys_of(part)]
    if not issubclass(part, LaneFields):
        return keys
    lanes = keys_of(LaneFields)
    return [*(key for key in keys if key not in lanes), *lanes, *reading.catalog.lanes]


def _torn_text(
    part: Any, key: str, value: Any, near: str | None, holder: dict[str, Any]
) -> tuple[Rule, str, str] | None:
    """What is wrong with a key that is a text, which a comma, a colon or a list's form made a key.

    Returns the rule, the message, and the key that the text stands for.
    """
    short = part.short if is_part(part) and issubclass(part, Short) else ""
    if value is None and isinstance(holder, Mapping) and holder.flow:
        why = "a comma ends a text inside braces" if len(holder) > 1 else "braces hold keys"
        message = f"`{show(key)}` became a key of its own, because {why}: "
        message += "put the whole text in quotes"
        return TEXT_SPLIT_BY_COMMA, message, short
    is_word = key.isidentifier() and key == key.lower()
    is_lone = len(holder) == 1 and (value is None or isinstance(value, str))
    if is_lone and short not in ("", near):
        rest = show(value) if isinstance(value, str) else "…"
        message = (
            f"the colon after `{show(key)}` made a key of it: put the whole text in quotes, "
            f'`"{show(key)}: {rest}"`'
        )
        message += f", or, if a key was meant, write `{short}: {rest}`" if is_word else ""
        return rules.TEXT_SPLIT_BY_COLON, message, short
    if not is_part(part) or "name" not in keys_of(part) or {"name", near} & holder.keys():
        return None
    if is_lone and not is_word:
        text = f'"{show(key)}: {show(value)}"' if value is not None else show(key)
        message = f"the colon after `{show(key)}` made a key of it: write `name: {text}`"
        return rules.TEXT_SPLIT_BY_COLON, message, "name"
    if isinstance(value, dict):
        message = f"`{show(key)}` is no key of {_name(part)}: write `- name: {show(key)}`"
        return rules.UNKNOWN_KEY, f"{message}, and its keys on the lines below", "name"
    return None


@cache
def _homes() -> dict[str, type[Model]]:
    """The largest part that each key belongs to."""
    return {name: home for home in reversed(_HOMES) for name in keys_of(home)}


def _hint(key: str, near: str | None, known: list[str], held: Collection[str]) -> str:
    """What was probably meant: here, or where another part has such a key."""
    if near is not None:
        return f"did you mean `{near}`?"
    homes = _homes()
    if is_word(key):
        here = next((other for other in keys_for(key) if other in known and other in held), "")
        if here:
            return f"it means `{here}`, which stands here already: write all below that one"
        there = next((other for other in keys_for(key) if other in homes), "name")
        there = "" if there in known or there in _OF_MANY else there
    else:
        there = closest(key, list(homes), _MUCH_ALIKE) or ""
    if there:
        return f"did you mean `{there}`, which belongs to {_name(homes[there])}?"
    return offer(known) if is_word(key) else suggest(key, known)


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
    return "a name for each"


def _how_to_write(part: Any, value: Any) -> str:
    if is_part(part):
        fields = keys_of(part)
        key = next(
            (key for key, field in fields.items() if field.is_required()), next(iter(fields))
        )
        if isinstance(value, str) and bare(fields[key].annotation) is str:
            return f"write `{key}: {show(value)}`"
        return f"write its keys, each on a line of its own, beginning with `{key}: …`"
    if get_origin(part) is tuple:
        return "write each on a line of its own, after `- `"
    first = value[0] if isinstance(value, list) and value and isinstance(value[0], str) else "name"
    return f"write `{show(first)}: …`, each on a line of its own"
