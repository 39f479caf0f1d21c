"""JSON Schema of the file of all maps, computed from the model's fields.

The schema of maps says what people may write, with all its short forms; this one says what tools
get to read, where each value has one form.
"""

from __future__ import annotations

from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from mkdocs_journey.catalog import Catalog
from mkdocs_journey.formats.site import VERSION
from mkdocs_journey.lanes import LaneFields
from mkdocs_journey.model import Journey, Persona
from mkdocs_journey.model.journey import Stage, Touchpoint
from mkdocs_journey.model.schema import DIALECT, Schema
from mkdocs_journey.model.shape import is_part, keys_of
from mkdocs_journey.values.base import Model
from mkdocs_journey.values.cards import Card
from mkdocs_journey.values.feelings import Feeling
from mkdocs_journey.values.quantities import Measure
from mkdocs_journey.values.times import Date, Duration

_TEXT: Schema = {"type": "string"}
_NUMBER: Schema = {"type": "number"}
_ADDRESS: Schema = {
    "type": "string",
    "format": "uri-reference",
    "description": "Address of the page, relative to this file.",
}
_PATH: Schema = {
    "type": "string",
    "description": "Path of a page's source from the root of the site's pages: its stable id.",
}
_DEFINITIONS: dict[type, Schema] = {
    Duration: {
        "type": "object",
        "description": "A span of time in seconds, and as it was written where that says more; "
        "without `max_seconds` it is open.",
        "properties": {"min_seconds": _NUMBER, "max_seconds": _NUMBER, "text": _TEXT},
        "required": ["min_seconds"],
        "additionalProperties": False,
    },
    Measure: {
        "type": "object",
        "description": "A number as it was written; `low` and `high` only of a range.",
        "properties": {
            "value": _NUMBER,
            "low": _NUMBER,
            "high": _NUMBER,
            "unit": _TEXT,
            "bound": _TEXT,
            "text": _TEXT,
        },
        "required": ["value"],
        "additionalProperties": False,
    },
    Date: {
        "type": "string",
        "description": "A day, a month or a year.",
        "pattern": r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
    },
}
_SCALARS: dict[Any, Schema] = {
    str: _TEXT,
    float: _NUMBER,
    int: {"type": "integer"},
    bool: {"type": "boolean"},
}


def site_schema(catalog: Catalog) -> Schema:
    """JSON Schema (draft 2020-12) of the file that `site.write` writes, with a site's own lanes."""
    builder = _Builder(catalog)
    described = builder.definition(Persona)
    builder.part(Journey)
    return {
        "$schema": DIALECT,
        "description": "All journey maps and personas of a site.",
        **_object(
            {
                "$schema": {"type": "string", "format": "uri-reference"},
                "version": {"const": VERSION},
                "personas": {"type": "array", "items": {"$ref": "#/$defs/SitePersona"}},
                "maps": {"type": "array", "items": {"$ref": "#/$defs/SiteMap"}},
            }
        ),
        "$defs": {**builder.definitions, "SiteMap": _map(), "SitePersona": _persona(described)},
    }


def _map() -> Schema:
    paths = {"type": "array", "items": _PATH}
    reference = _object({"id": _TEXT, "page": _PATH}, ("id",))
    properties: Schema = {
        "path": _PATH,
        "url": _ADDRESS,
        "title": _TEXT,
        "tags": {"type": "array", "items": _TEXT},
        "personas": {"type": "array", "items": reference},
        "parent": {**_PATH, "description": "Path of the map that this one details."},
        "details": {**paths, "description": "Paths of the maps that detail this one."},
        "improves": {**_PATH, "description": "Path of the map that this future state answers."},
        "journey": {"$ref": "#/$defs/Journey"},
    }
    return _object(properties, ("path", "url", "title", "journey"))


def _persona(described: Schema) -> Schema:
    """A persona as described, with the page or map where that stands."""
    own = {"id": _TEXT, "page": _PATH, "map": _PATH, "url": _ADDRESS}
    return {
        **described,
        "properties": {**own, **described["properties"]},
        "required": ["id", "url", *described["required"]],
        "oneOf": [{"required": ["page"]}, {"required": ["map"]}],
    }


def _object(properties: Schema, required: tuple[str, ...] | None = None) -> Schema:
    names = list(properties) if required is None else list(required)
    return {
        "type": "object",
        "properties": properties,
        "required": names,
        "additionalProperties": False,
    }


class _Builder:
    """Schemas of types as they are written out, with one definition for each part."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self.definitions: dict[str, Schema] = {}

    def part(self, kind: type) -> Schema:
        """Reference to the definition of a part or value with keys of its own."""
        name = kind.__name__
        if name not in self.definitions:
            self.definitions[name] = {}  # Stands already while the part's own fields name it.
            known = _DEFINITIONS.get(kind)
            self.definitions[name] = self.definition(kind) if known is None else known
        return {"$ref": f"#/$defs/{name}"}

    def definition(self, model: type[Model]) -> Schema:
        """An object with the fields of a part; of those only what has to be there is required."""
        fields = keys_of(model)
        properties: Schema = {}
        for key, field in fields.items():
            notes = (
                {"description": " ".join(field.description.split())} if field.description else {}
            )
            properties[key] = {**self.of(field.annotation), **notes}
        if issubclass(model, LaneFields):
            cards = {"type": "array", "items": self.part(Card)}
            for lane in self.catalog.lanes.values():
                properties.setdefault(lane.id, {**cards, "description": lane.label})
        if model is Feeling:
            properties["persona"] = {**_TEXT, "description": "Id of whose it is; else everyone's."}
        required = [key for key, field in fields.items() if field.is_required()]
        required += ["id"] if model in (Stage, Touchpoint) else []
        return _object(properties, tuple(required)) | {
            "description": " ".join((model.__doc__ or "").split())
        }

    def of(self, annotation: Any) -> Schema:
        """Schema of a type's values."""
        origin, inner = get_origin(annotation), get_args(annotation)
        if annotation in _SCALARS:
            return _SCALARS[annotation]
        if annotation in _DEFINITIONS or is_part(annotation):
            return self.part(annotation)
        if origin is Annotated:
            return self.of(inner[0])
        if origin is Literal:
            return {"enum": list(inner)}
        if origin in (Union, UnionType):
            known = [self.of(item) for item in inner if item is not NoneType]
            return known[0] if len(known) == 1 else {"anyOf": known}
        if origin is tuple:
            return {"type": "array", "items": self.of(inner[0])}
        # Feelings are kept by persona, and written out as a list that names each one's.
        if origin is dict and _is_feelings(inner[1]):
            return self.of(inner[1])
        return {"type": "object", "additionalProperties": self.of(inner[1])}


def _is_feelings(annotation: Any) -> bool:
    item = get_args(get_args(annotation)[0]) if get_origin(annotation) is Annotated else ()
    return bool(item) and item[0] is Feeling
