"""How the model's parts are nested, for whoever walks along a path of keys and places."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from difflib import SequenceMatcher
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from mkdocs_journey.lanes.table import CUSTOM, TIMES, LaneFields
from mkdocs_journey.model.synonyms import is_word, keys_for
from mkdocs_journey.values.base import Model
from mkdocs_journey.values.choices import ALIKE, closest, offer
from mkdocs_journey.values.times import is_like_duration

Path = tuple[str | int, ...]


def keys_of(model: type[Model]) -> dict[str, FieldInfo]:
    """Fields of a part by the keys that people write."""
    fields = ((field.alias or name, field) for name, field in model.model_fields.items())
    return {key: field for key, field in fields if key != CUSTOM}


_LANES = frozenset(LaneFields.model_fields)
_UNWRITTEN: Any = object()
_SURE = 0.8
"""Likeness of a misspelt key to the right one, from which on a machine may mend it."""
_MARGIN = 0.05
"""How much less like it every other key is."""
_ONE_WORD = re.compile(r"\s*[\w.-]+\s*")


def meant_by(
    key: str, known: Collection[str], held: Collection[str] = (), value: Any = _UNWRITTEN
) -> str | None:
    """The key of a part that was probably meant by one that it does not know.

    `held` are the keys that stand there already: another word for one of them means no second.
    What is a word of its own is like another key only by chance, unless it is very much so.
    """
    meanings = _meanings(key, known, value)
    if meanings:
        likeliest = [*_by_number(meanings, value), *meanings]
        return next((other for other in likeliest if other not in held), None)
    return closest(key, list(known), _SURE if is_word(key) else ALIKE)


def hint_at(key: str, known: Sequence[str]) -> str:
    """Second half of a message: the key that was probably meant, or those there are."""
    near = meant_by(key, known)
    return f"did you mean `{near}`?" if near is not None else offer(known)


def is_certain(key: str, meant: str, known: Collection[str], value: Any = _UNWRITTEN) -> bool:
    """Whether a key can only have been meant as another: its word for it, or a slip in writing."""
    if is_word(key):
        return _by_number(_meanings(key, known, value), value) == [meant]
    likeness = _likeness(key, meant)
    others = (_likeness(key, other) for other in known if other != meant)
    return likeness >= _SURE and likeness - max(others, default=0) >= _MARGIN


def _meanings(key: str, known: Collection[str], value: Any) -> list[str]:
    """Keys of a part that a word may stand for: its own before lanes, which most parts share.

    The value chooses among them where one takes a duration: `espera` waits an hour, or expects an
    answer.
    """
    found = [other for other in keys_for(key) if other in known]
    found = [other for other in found if other not in _LANES] or found
    if len(found) < 2 or value is _UNWRITTEN:
        return found
    is_duration = is_like_duration(value)
    fitting = [other for other in found if is_duration in (None, other in TIMES.sources)]
    return fitting or found


def _by_number(found: list[str], value: Any) -> list[str]:
    """Of a key and its plural the one that fits: a list is of many, and a single word of one.

    Several words may be one name or names in a row, so they leave both.
    """
    many = [other for other in found if other.endswith("s") and other[:-1] in found]
    if isinstance(value, list):
        unfit = {other[:-1] for other in many}
    elif isinstance(value, str) and _ONE_WORD.fullmatch(value):
        unfit = {*many}
    else:
        return found
    return [other for other in found if other not in unfit]


def _likeness(key: str, other: str) -> float:
    return SequenceMatcher(None, key.strip().lower(), other, autojunk=False).ratio()


def bare(annotation: Any) -> Any:
    """A type without its notes and without the `None` beside it."""
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            annotation = get_args(annotation)[0]
        elif origin in (Union, UnionType):
            kept = [item for item in get_args(annotation) if item is not NoneType]
            if len(kept) != 1:
                return annotation
            annotation = kept[0]
        else:
            return annotation


def is_part(annotation: Any) -> bool:
    """Whether a bare type is a part of the model, with keys of its own."""
    return isinstance(annotation, type) and issubclass(annotation, Model)


def type_at(model: type[Model], path: Path) -> Any:
    """Bare type of what stands at a path below a part; `None` where the path leads nowhere."""
    found: Any = model
    for step in path:
        if is_part(found):
            field = found.model_fields.get("custom") if step == CUSTOM else None
            field = field or keys_of(found).get(str(step))
            if field is None:
                return None
            found = bare(field.annotation)
        elif get_origin(found) is tuple:
            found = bare(get_args(found)[0])
        elif get_origin(found) is dict:
            found = bare(get_args(found)[1])
        else:
            return None
    return found
