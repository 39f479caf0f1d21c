"""JSON Schema of maps and personas, computed from the model's fields.

The model reads many short forms, so the schema is built from what each part accepts as written,
not from what it holds once it was read.
"""

from __future__ import annotations

from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from mkdocs_journey.catalog import BUILT_IN, Catalog
from mkdocs_journey.lanes.table import LaneFields
from mkdocs_journey.model.flow import BLOCKS, Block
from mkdocs_journey.model.journey import Journey, PersonaReference, Touchpoint
from mkdocs_journey.model.persona import Persona
from mkdocs_journey.model.shape import bare, is_part, keys_of
from mkdocs_journey.values.base import (
    EMPTY_PATTERN,
    Keyed,
    MayBeEmpty,
    Model,
    OneOrMany,
    Read,
    Short,
)
from mkdocs_journey.values.cards import Cards
from mkdocs_journey.values.feelings import FEELING_KEYS, ByPersona, Feeling
from mkdocs_journey.values.measures import Scale
from mkdocs_journey.values.text import ID_PATTERN, TEXT_SCHEMA

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_EMPTY: Schema = {"anyOf": [{"type": "null"}, {"type": "string", "pattern": f"^{EMPTY_PATTERN}$"}]}
_KEY: Schema = {"pattern": f"^(?:{ID_PATTERN})$"}


def journey_schema(catalog: Catalog = BUILT_IN) -> Schema:
    """JSON Schema (draft 2020-12) of a map's own file.

    Accepts every form that `read_journey` does; of references only the form is checked, except
    that channels, statuses and lanes are offered for completion where `catalog` has them.
    """
    return _document(catalog, Journey)


def page_schema(catalog: Catalog = BUILT_IN) -> Schema:
    """JSON Schema (draft 2020-12) of a page's front matter: `journey`, `persona`, and others'."""
    builder = _Builder(catalog)
    journey, persona = builder.part(Journey), builder.part(Persona)
    path: Schema = {"type": "string", "minLength": 1, "description": "Path of the map's own file."}
    return {
        "$schema": DIALECT,
        "type": "object",
        "properties": {
            "title": {**TEXT_SCHEMA, "description": "Title of the page."},
            "journey": {"anyOf": [journey, path]},
            "persona": persona,
        },
        "$defs": builder.definitions,
    }


def _document(catalog: Catalog, model: type[Model]) -> Schema:
    builder = _Builder(catalog)
    return {"$schema": DIALECT, **builder.part(model), "$defs": builder.definitions}


class _Builder:
    """Schemas of types, with one definition for each part."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self.definitions: dict[str, Schema] = {}

    def part(self, model: type[Model]) -> Schema:
        """Reference to the definition of a part in its long form."""
        name = model.__name__
        if name not in self.definitions:
            self.definitions[name] = {}  # Stands already while the part's own fields name it.
            self.definitions[name] = self._definition(model)
        return {"$ref": f"#/$defs/{name}"}

    def _definition(self, model: type[Model]) -> Schema:
        fields = keys_of(model)
        properties = {key: self._field(model, key, field) for key, field in fields.items()}
        if issubclass(model, LaneFields):
            for lane in self.catalog.lanes.values():
                properties.setdefault(lane.id, {**self.of(Cards), "description": lane.label})
        schema: Schema = {
            "type": "object",
            "description": " ".join((model.__doc__ or "").split()),
            "properties": properties,
            "additionalProperties": False,
        }
        required = [key for key, field in fields.items() if field.is_required()]
        if model is Block:
            schema["oneOf"] = _one_kind()
        return {**schema, "required": required} if required else schema

    def _field(self, model: type[Model], key: str, field: FieldInfo) -> Schema:
        schema = self.of(field.annotation, field.metadata)
        if key == "stages":
            one, several, _ = schema["anyOf"]
            schema = {"anyOf": [one, {**several, "contains": {"not": _EMPTY}}]}
        known = self._known(model, key)
        if known:
            schema = {"anyOf": [{"enum": known}, schema]}
        notes: Schema = {}
        if field.description:
            notes["description"] = " ".join(field.description.split())
        if field.examples:
            notes["examples"] = list(field.examples)
        return {**schema, **notes}

    def _known(self, model: type[Model], key: str) -> list[str]:
        """Words of the site's catalogue that an editor may offer at a key."""
        if model is Touchpoint and key == "channel":
            return list(self.catalog.channels)
        if model is Journey and key == "status":
            return list(self.catalog.statuses)
        return []

    def of(self, annotation: Any, notes: Any = ()) -> Schema:
        """Schema of whatever may be written where a type is expected."""
        if get_origin(annotation) is Annotated:
            annotation, *inner = get_args(annotation)
            return self.of(annotation, (*inner, *notes))
        for note in notes:
            if isinstance(note, Read):
                return dict(note.schema)
            if isinstance(note, ByPersona):
                return self._feelings()
            if isinstance(note, Scale):
                return self._scale(annotation, note)
            if isinstance(note, OneOrMany):
                return self._one_or_many(annotation)
        if get_origin(annotation) in (Union, UnionType):
            known = next(item for item in get_args(annotation) if item is not NoneType)
            is_word = any(isinstance(note, MayBeEmpty) for note in notes)
            return {"anyOf": [self.of(known, notes), _EMPTY if is_word else {"type": "null"}]}
        if is_part(annotation):
            return self._lone_or_long(annotation)
        return self._keyed(annotation, any(isinstance(note, Keyed) for note in notes))

    def _lone_or_long(self, model: type[Model]) -> Schema:
        if model is PersonaReference:
            identifier = self.of(*_note_of(model, "id"))
            named = {"type": "object", "required": ["id"], "properties": {"id": identifier}}
            return {
                "anyOf": [
                    identifier,
                    {**named, "additionalProperties": False},
                    self.part(Persona),
                ]
            }
        if issubclass(model, Short):
            return {"anyOf": [self.of(*_note_of(model, model.short)), self.part(model)]}
        return self.part(model)

    def _one_or_many(self, annotation: Any) -> Schema:
        one = self.of(get_args(annotation)[0])
        items = {"anyOf": [one, _EMPTY]}
        return {"anyOf": [one, {"type": "array", "items": items}, _EMPTY]}

    def _keyed(self, annotation: Any, may_be_empty: bool) -> Schema:
        key, value = get_args(annotation)
        schema: Schema = {"type": "object", "additionalProperties": self.of(value)}
        if get_origin(key) is Annotated:
            schema["propertyNames"] = _KEY
        return {"anyOf": [schema, _EMPTY]} if may_be_empty else schema

    def _scale(self, annotation: Any, scale: Scale) -> Schema:
        answers = bare(annotation)
        count = self.of(get_args(answers)[1])
        properties = dict.fromkeys(scale.answers, count)
        table = {"type": "object", "properties": properties, "additionalProperties": False}
        return {"anyOf": [table, _EMPTY]}

    def _feelings(self) -> Schema:
        """A feeling, a list of them, or either by persona.

        A feeling's own keys are never personas: else a misspelt one would pass as a name.
        """
        one = {"anyOf": [self._lone_or_long(Feeling), _EMPTY]}
        several = [one, {"type": "array", "items": one}]
        personas = {
            "type": "object",
            "minProperties": 1,
            "propertyNames": {**_KEY, "not": {"enum": list(FEELING_KEYS)}},
            "additionalProperties": {"anyOf": several},
        }
        return {"anyOf": [*several, personas]}


def _one_kind() -> list[Schema]:
    """A block has one key that says what kind it is; a jump may stand beside it, or alone."""
    kinds: list[Schema] = [{"required": [kind]} for kind in BLOCKS if kind != "goto"]
    jump: Schema = {"required": ["goto"], "not": {"anyOf": kinds}}
    return [
        {**schema, "properties": {schema["required"][0]: {"not": _EMPTY}}}
        for schema in (*kinds, jump)
    ]


def _note_of(model: type[Model], name: str) -> tuple[Any, Any]:
    field = model.model_fields[name]
    return field.annotation, field.metadata
