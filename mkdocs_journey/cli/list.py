"""`list`: rows of the views across maps, as text or data."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

import click

from mkdocs_journey.cli.compiling import read_overview
from mkdocs_journey.cli.options import find_project, format_option, site_options
from mkdocs_journey.cli.output import write_out
from mkdocs_journey.cli.sums import SUMS, Entry
from mkdocs_journey.cli.tables import write_table
from mkdocs_journey.front_matter import read_yaml
from mkdocs_journey.queries import Field, Query, Shape, read_query
from mkdocs_journey.source import Source, Span
from mkdocs_journey.views.across import LISTINGS
from mkdocs_journey.views.across.listing import Listing, answer

_MAPS = "maps"
_VIEWS = {_MAPS: "portfolio"} | {
    name: name for name in LISTINGS if name not in ("portfolio", "compare")
}
"""What can be listed, by the name of its view; two maps are compared by `diff`."""
_SHOWN: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        _MAPS: ("path", "map", "kind", "status", "owner", "reviewed"),
        "personas": ("name", "role", "segment", "journeys", "feeling", "lowest"),
        "owners": LISTINGS["owners"].shown,
        "systems": LISTINGS["systems"].shown,
    }
)
"""Columns of rows that stand in no map, or are one; others say first where they stand."""
_PLACE = ("map", "moment")


@click.command(epilog="Example: mkdocs-journey list --where 'kind: future-state'")
@click.argument("what", type=click.Choice(list(_VIEWS)), default=_MAPS)
@click.option(
    "--where",
    default="",
    metavar="TESTS",
    help="What rows must be, as in a view: 'kind: future-state, feeling: {at_most: 2}'.",
)
@site_options
@format_option("text", "json")
def command(what: str, where: str, config: Path | None, today: str, format: str) -> None:
    """List the maps of a site, or WHAT else its views show: pains, opportunities, channels.

    Two maps are compared by `mkdocs-journey diff`.
    """
    overview = read_overview(find_project(config, today))
    listing = LISTINGS[_VIEWS[what]]
    query = _read_where(where, listing.shape(overview))
    if what in SUMS:
        entries = list(SUMS[what](query, overview))
        heads, cells = _flatten(entries)
    else:
        rows = answer(listing, query, overview).rows
        entries = [{field.id: _data(field, row) for field in listing.fields} for row in rows]
        fields = _fields(what, listing)
        heads = [field.id for field in fields]
        cells = [[_text(*field.read(row)) for field in fields] for row in rows]
    if format == "json":
        write_out(json.dumps(_plain(entries), ensure_ascii=False, indent=2) + "\n")
    else:
        write_out(write_table(heads, cells))


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


def _fields(what: str, listing: Listing[Any]) -> list[Field[Any]]:
    names = _SHOWN.get(what) or (*_PLACE, *listing.shown)
    by_id = {field.id: field for field in listing.fields}
    return [by_id[name] for name in dict.fromkeys(names) if name in by_id]


def _flatten(entries: Sequence[Entry]) -> tuple[list[str], list[list[str]]]:
    """Heads and cells, with a column for the feelings of each group; where it is, JSON tells."""
    flat = [{**entry, **entry["feelings"]} for entry in entries]
    heads = [name for name in next(iter(flat), {}) if name not in ("feelings", "path")]
    return heads, [[_text(entry[name]) for name in heads] for entry in flat]


def _text(*values: Any) -> str:
    return ", ".join(str(_plain(value)) for value in values if value is not None)


def _data(field: Field[Any], row: Any) -> Any:
    """All values of a field: those that can be several as a list."""
    values = field.read(row)
    return list(values) if len(values) > 1 else next(iter(values), None)


def _plain(value: Any) -> Any:
    """A value as JSON has it, with no more digits than anybody reads."""
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return round(value, 2) if isinstance(value, float) else value
