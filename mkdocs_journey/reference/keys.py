"""The reference page of every key of the language, from the model's own declarations."""

from __future__ import annotations

import json
import re
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from mkdocs_journey.catalog import BUILT_IN, Catalog
from mkdocs_journey.lanes import LaneFields
from mkdocs_journey.model import Evidence, Journey, Persona, PersonaReference, Stage, Touchpoint
from mkdocs_journey.model.flow import Block
from mkdocs_journey.model.shape import is_part, keys_of
from mkdocs_journey.reference.markdown import NOTE, cell
from mkdocs_journey.values.base import Keyed, Model, OneOrMany, Read, Short
from mkdocs_journey.values.feelings import ByPersona, Feeling
from mkdocs_journey.values.measures import NpsCounts, Scale

_PLAIN = re.compile(r"[^\W\d_][\w ().,;/&+–’“”€]*(?:[-.!?/][\w ().,;/–]+)*[.!?]?")
_YAML_WORDS = {"yes", "no", "on", "off", "true", "false", "null", "none"}
_TITLES: dict[type[Model], str] = {
    LaneFields: "Lanes",
    Evidence: "Source",
    NpsCounts: "NPS counts",
}


def keys_page(catalog: Catalog = BUILT_IN) -> str:
    """Every key of the language: its type in words, what it means, and an example."""
    parts = parts_in_order()
    lanes = keys_of(LaneFields)
    sections = [
        f"---\ntitle: Keys\n---\n\n{NOTE}\n# Keys\n\n"
        "A page becomes a map by `journey:` in its front matter, and a persona by `persona:`. "
        "Text is inline Markdown; an empty value, `None`, `n/a` or a dash is an empty cell. "
        "Where a list is expected, a lone value will do, and a part may be written short, as "
        "the value of its first key.\n"
    ]
    for part in parts:
        fields, note = keys_of(part), ""
        if issubclass(part, LaneFields) and part is not LaneFields:
            fields = {key: field for key, field in fields.items() if key not in lanes}
            note = "All [lanes](#lanes) may stand here as well.\n\n"
        sections.append(_section(part, fields, note))
    sections.append(_built_in(catalog))
    return "\n".join(sections)


def parts_in_order() -> list[type[Model]]:
    """Parts of the language, the outer ones first, each once."""
    parts: list[type[Model]] = [Journey, Stage, Touchpoint, LaneFields, Persona, Block]
    for part in parts:
        for field in keys_of(part).values():
            for found in _parts_within(field.annotation):
                if found not in parts:
                    parts.append(found)
    return parts


def _parts_within(annotation: Any) -> list[type[Model]]:
    if annotation is PersonaReference:
        return [Persona]
    if is_part(annotation):
        return [annotation]
    return [part for item in get_args(annotation) for part in _parts_within(item)]


def _title(part: type[Model]) -> str:
    if part in _TITLES:
        return _TITLES[part]
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", part.__name__).capitalize()


def _section(part: type[Model], fields: dict[str, FieldInfo], note: str) -> str:
    rows = [
        f"| `{key}` | {cell(_words(field.annotation, field.metadata))}"
        f"{' (required)' if field.is_required() else ''} | "
        f"{cell(_sentence(field.description or ''))} | {_example(key, field)} |\n"
        for key, field in fields.items()
    ]
    short = ""
    if issubclass(part, Short):
        short = f"A lone value stands for `{part.short}`.\n\n"
    return (
        f"## {_title(part)}\n\n{_sentence(part.__doc__ or '')}\n\n{short}{note}"
        f"| Key | Value | Meaning | Example |\n| --- | --- | --- | --- |\n{''.join(rows)}"
    )


def _sentence(text: str) -> str:
    return " ".join(text.split())


def _words(annotation: Any, notes: Any = ()) -> str:
    """What may be written where a type is expected, in words."""
    if get_origin(annotation) is Annotated:
        annotation, *inner = get_args(annotation)
        return _words(annotation, (*inner, *notes))
    if get_origin(annotation) in (Union, UnionType) and not any(
        isinstance(note, Read) for note in notes
    ):
        known = next(item for item in get_args(annotation) if item is not NoneType)
        return _words(known, notes)
    for note in notes:
        if isinstance(note, Read):
            return note.words
        if isinstance(note, ByPersona):
            return f"{_part_words(Feeling)}, a list of them, or either by persona"
        if isinstance(note, Scale):
            return f"answer from 1 to {note.top} → count"
        if isinstance(note, OneOrMany):
            return f"{_words(get_args(annotation)[0])}, or a list"
    if is_part(annotation):
        return _part_words(annotation)
    key, value = get_args(annotation)
    is_label = not any(isinstance(note, Keyed) for note in notes) or get_origin(key) is None
    return f"{'label' if is_label else 'id'} → {_words(value)}"


def _part_words(part: type[Model]) -> str:
    if part is PersonaReference:
        return "id of a persona's page, or [persona](#persona)"
    title = _title(part)
    shown = title if title[:2].isupper() else title.lower()
    link = f"[{shown}](#{title.lower().replace(' ', '-')})"
    if issubclass(part, Short):
        field = part.model_fields[part.short]
        return f"{_words(field.annotation, field.metadata)}, or {link}"
    return link


def _example(key: str, field: FieldInfo) -> str:
    examples = [f"{key}: {write_yaml(value)}" for value in field.examples or ()]
    return "<br>".join(f"`{cell(example)}`" for example in examples)


def write_yaml(value: Any) -> str:
    """An example as YAML on one line, quoted where YAML would read something else."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        entries = (f"{key}: {write_yaml(item)}" for key, item in value.items())
        return f"{{{', '.join(entries)}}}"
    if isinstance(value, list):
        return f"[{', '.join(write_yaml(item) for item in value)}]"
    if not isinstance(value, str):
        return str(value)
    is_amount = re.fullmatch(r"[\w%.–+-]+(?: \w+)?", value) and ":" not in value
    is_emoji = len(value) == 1 and not value.isascii()
    is_plain = is_amount or _PLAIN.fullmatch(value) or is_emoji
    if is_plain and value.lower() not in _YAML_WORDS and ", " not in value:
        return value
    return json.dumps(value, ensure_ascii=False)


def _built_in(catalog: Catalog) -> str:
    """Ids that every site knows."""
    lists = {
        "Channels": catalog.channels,
        "Metrics": catalog.metrics,
        "Statuses": catalog.statuses,
    }
    lines = [
        f"**{title}**: {', '.join(f'`{name}`' for name in entries)}.\n\n"
        for title, entries in lists.items()
    ]
    return (
        "## Built in\n\nIds that need no configuration; "
        "[a site adds its own](../guide/configuration.md).\n\n" + "".join(lines).rstrip() + "\n"
    )
