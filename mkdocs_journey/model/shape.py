"""How the model's parts are nested, for whoever walks along a path of keys and places."""

from __future__ import annotations

from collections.abc import Collection
from difflib import SequenceMatcher
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from mkdocs_journey.lanes.table import CUSTOM
from mkdocs_journey.model.synonyms import keys_for
from mkdocs_journey.values.base import Model
from mkdocs_journey.values.choices import closest

Path = tuple[str | int, ...]


def keys_of(model: type[Model]) -> dict[str, FieldInfo]:
    """Fields of a part by the keys that people write."""
    fields = ((field.alias or name, field) for name, field in model.model_fields.items())
    return {key: field for key, field in fields if key != CUSTOM}


def meant_by(key: str, known: Collection[str], held: Collection[str] = ()) -> str | None:
    """The key of a part that was probably meant by one that it does not know.

    `held` are the keys that stand there already: another word for one of them means no second.
    """
    others = [other for other in keys_for(key) if other in known]
    if others:
        return next((other for other in others if other not in held), None)
    return closest(key, list(known))


_SURE = 0.8
"""Likeness of a misspelt key to the right one, from which on a machine may mend it."""
_MARGIN = 0.05
"""How much less like it every other key is."""


def is_certain(key: str, meant: str, known: Collection[str]) -> bool:
    """Whether a key can only have been meant as another: its word for it, or a slip in writing."""
    if keys_for(key):
        return [other for other in keys_for(key) if other in known] == [meant]
    likeness = _likeness(key, meant)
    others = (_likeness(key, other) for other in known if other != meant)
    return likeness >= _SURE and likeness - max(others, default=0) >= _MARGIN


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
