"""`schema`: JSON Schemas that know a site's own lanes, channels and statuses."""

from __future__ import annotations

from pathlib import Path

import click

from mkdocs_journey.catalog import BUILT_IN, read_configuration
from mkdocs_journey.cli.options import find_project, site_options
from mkdocs_journey.cli.output import write_out
from mkdocs_journey.model.schema import journey_schema, page_schema
from mkdocs_journey.project import find_settings
from mkdocs_journey.project.errors import ProjectError
from mkdocs_journey.reference import schema_page

_SCHEMAS = {"journey": journey_schema, "page": page_schema}


@click.command(epilog="Example: mkdocs-journey schema > journey.schema.json")
@click.argument("what", type=click.Choice(list(_SCHEMAS)), default="journey")
@site_options
def command(what: str, config: Path | None, today: str) -> None:
    """Print the JSON Schema of a map's own file, or of a page's front matter.

    Within a site it knows the site's lanes, channels and statuses; elsewhere the built-in ones.
    """
    catalog = BUILT_IN
    if config is not None or _is_site():
        catalog, _ = read_configuration(find_project(config, today).options)
    write_out(schema_page(_SCHEMAS[what](catalog)))


def _is_site() -> bool:
    try:
        find_settings(Path.cwd())
    except ProjectError:
        return False
    return True
