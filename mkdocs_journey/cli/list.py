"""`list`: rows of the views across maps, as text or data."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import click

from mkdocs_journey.cli.compiling import read_overview
from mkdocs_journey.cli.options import find_project, format_option, site_options
from mkdocs_journey.cli.output import write_out
from mkdocs_journey.cli.tables import write_table
from mkdocs_journey.front_matter import read_yaml
from mkdocs_journey.queries import Field, Query, Scalar, Shape, read_query
from mkdocs_journey.source import Source, Span
from mkdocs_journey.views.across import LISTINGS
from mkdocs_journey.views.across.listing import Listing, answer

_MAPS = "maps"
_ROWS = {_MAPS: "portfolio"} | {
    name: name
    for name, listing in LISTINGS.items()
    if name not in ("portfolio", "compare") and not listing.sorts
}
"""Views whose rows are theirs alone: others sum up what these list, or need two maps."""
_SHOWN_OF_MAPS = ("path", "map", "kind", "status", "owner", "reviewed")
_PLACE = ("map", "moment")
"""What says of other rows where they stand."""


@click.command(epilog="Example: mkdocs-journey list --where 'kind: future-state'")
@click.argument("what", type=click.Choice(list(_ROWS)), default=_MAPS)
@click.option(
    "--where",
    default="",
    metavar="TESTS",
    help="What rows must be, as in a view: 'kind: future-state, feeling: {at_most: 2}'.",
)
@site_options
@format_option("text", "json")
def command(what: str, where: str, config: Path | None, today: str, format: str) -> None:
    """List the maps of a site, or WHAT else its views list: pains, opportunities, channels."""
    overview = read_overview(find_project(config, today))
    listing = LISTINGS[_ROWS[what]]
    query = _read_where(where, listing.shape(overview))
    rows = answer(listing, query, overview).rows
    if format == "json":
        entries = [{field.id: _data(field, row) for field in listing.fields} for row in rows]
        write_out(json.dumps(entries, ensure_ascii=False, indent=2) + "\n")
        return
    fields = _shown(what, listing)
    cells = [[_text(field.read(row)) for field in fields] for row in rows]
    write_out(write_table([field.id for field in fields], cells))


def _read_where(where: str, shape: Shape) -> Query:
    text = where.strip()
    if text and not text.startswith("{"):
        text = f"{{{text}}}"
    source = Source("--where", f"where: {text}\n")
    matter = read_yaml(source)
    query, faults = read_query(matter.data, shape, source, Span(0, 0))
    broken = [finding for finding in matter.findings if matter.is_broken]
    for finding in (*broken, *faults):
        raise click.BadParameter(finding.message, param_hint="`--where`")
    return query


def _shown(what: str, listing: Listing[Any]) -> list[Field[Any]]:
    names = _SHOWN_OF_MAPS if what == _MAPS else (*_PLACE, *listing.shown)
    by_id = {field.id: field for field in listing.fields}
    return [by_id[name] for name in dict.fromkeys(names) if name in by_id]


def _text(values: tuple[Scalar, ...]) -> str:
    return ", ".join(str(_plain(value)) for value in values)


def _data(field: Field[Any], row: Any) -> Any:
    """All values of a field: those that can be several as a list."""
    values = [_plain(value) for value in field.read(row)]
    return values if len(values) > 1 else next(iter(values), None)


def _plain(value: Scalar) -> Any:
    if isinstance(value, bool):
        return value
    if isinstance(value, date):
        return value.isoformat()
    return round(value, 2) if isinstance(value, float) else value
