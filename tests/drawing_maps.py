"""Small maps for tests of views and renderers, written as their authors would."""

from typing import Any

import yaml

from mkdocs_journey.atlas import Map, Who
from mkdocs_journey.catalog import BUILT_IN, Catalog
from mkdocs_journey.model import Journey, Persona
from mkdocs_journey.model.identity import identify
from mkdocs_journey.render.context import Context
from mkdocs_journey.render.sheet import Sheet, make_sheet
from mkdocs_journey.translations import translator
from mkdocs_journey.values.base import Reading
from mkdocs_journey.views.anchors import Anchors
from mkdocs_journey.views.blueprint import Blueprint, blueprint
from mkdocs_journey.views.grid import Grid, grid
from mkdocs_journey.views.layout import lay_out


def make_map(text: str, *, catalog: Catalog = BUILT_IN, personas: dict[str, str] | None = None,
             title: str = "A map") -> Map:  # fmt: skip
    """The map of a journey's YAML; `personas` are names by id, each with a page of its own."""
    named = personas or {}
    data: dict[str, Any] = yaml.safe_load(text)
    data |= {"personas": list(named)} if named else {}
    journey = Journey.model_validate(data, context=Reading(catalog, frozenset(named)))
    known = tuple(Who(key, Persona(name=name), f"personas/{key}.md") for key, name in named.items())
    return Map("journeys/a-map.md", title, identify(journey), known)


def make_context(language: str = "en", prefix: str = "", catalog: Catalog = BUILT_IN) -> Context:
    """A context whose links lead where they were written."""
    return Context(translator(language), catalog, Anchors(prefix), lambda address: address)


def sheet_of(found: Map, catalog: Catalog = BUILT_IN) -> Sheet:
    """The sheet of a map in English."""
    return make_sheet(lay_out(found, catalog), make_context(catalog=catalog))


def grid_of(found: Map, catalog: Catalog = BUILT_IN) -> Grid:
    """The grid of a map."""
    return grid(lay_out(found, catalog), catalog)


def blueprint_of(found: Map, catalog: Catalog = BUILT_IN) -> Blueprint:
    """The blueprint of a map."""
    return blueprint(lay_out(found, catalog))
