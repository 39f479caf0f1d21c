"""The reference page of the views across maps, from their declarations."""

from __future__ import annotations

from typing import Any

from mkdocs_journey.queries import Field, FieldKind
from mkdocs_journey.reference.markdown import NOTE, cell
from mkdocs_journey.views.across import LISTINGS
from mkdocs_journey.views.across.listing import Listing

_KINDS = {
    FieldKind.WORD: "name",
    FieldKind.TEXT: "text",
    FieldKind.NUMBER: "number",
    FieldKind.DATE: "date",
    FieldKind.FLAG: "`true` or `false`",
}
_MOST = 9
"""A field with more words than this is said to be one of them without naming all."""


def views_page() -> str:
    """Every view across maps: its columns, and the fields that its options take."""
    sections = [_section(listing) for listing in LISTINGS.values()]
    return (
        f"---\ntitle: Views across maps\n---\n\n{NOTE}\n# Views across maps\n\n"
        "[All maps together](../guide/all-maps.md) says how they are placed and asked. "
        "Columns in bold are shown where `columns` says nothing else.\n\n" + "\n".join(sections)
    )


def _section(listing: Listing[Any]) -> str:
    columns = ", ".join(
        f"**`{name}`**" if name in listing.shown else f"`{name}`" for name in listing.columns
    )
    rows = "".join(
        f"| `{field.id}` | {cell(_values(field))} | {_takes(listing, field)} |\n"
        for field in listing.fields
    )
    others = [name for name in listing.sortable if name not in _ids(listing)]
    more = f"It is also sorted by {_names(others)}.\n\n" if others else ""
    return (
        f"## {listing.name}\n\n{listing.says}\n\nColumns: {columns}.\n\n{more}"
        f"| Field of `where` | Values | Also in |\n| --- | --- | --- |\n{rows}"
    )


def _ids(listing: Listing[Any]) -> set[str]:
    return {field.id for field in listing.fields}


def _values(field: Field[Any]) -> str:
    if field.choices and len(field.choices) <= _MOST:
        return _names(field.choices)
    return _KINDS[field.kind]


def _takes(listing: Listing[Any], field: Field[Any]) -> str:
    options = {"sort": listing.sortable, "group": listing.groupable}
    return _names(name for name, ids in options.items() if field.id in ids)


def _names(names: Any) -> str:
    return ", ".join(f"`{name}`" for name in names)
