"""A view across maps, declared once: what its rows are, and what can be asked of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Generic

from mkdocs_journey.catalog.labels import Sort, id_for
from mkdocs_journey.queries import (
    Field,
    FieldKind,
    Group,
    Order,
    Query,
    Row,
    Scalar,
    Shape,
    arrange,
    choose,
    distinct,
    group,
)
from mkdocs_journey.views.across.overview import Overview
from mkdocs_journey.views.across.people import persona_id

_LABELLED: Mapping[str, Sort] = MappingProxyType({"channel": "channels", "status": "statuses"})
"""Vocabularies whose words have labels that may stand for them."""


@dataclass(frozen=True, slots=True)
class Fact(Generic[Row]):
    """One number of the sentence above a view: it counts over the rows that are shown."""

    forms: tuple[str, str]
    """Msgids of the sentence's part for one and for several, with `{n}`."""
    count: Callable[[Row], int] | None = None
    """What a row adds; `None` counts the rows themselves, and is said where there are none, too."""

    def of(self, row: Row) -> int:
        """What a row adds."""
        return 1 if self.count is None else int(self.count(row))


@dataclass(frozen=True)
class Listing(Generic[Row]):
    """A view that lists rows of all maps."""

    name: str
    """As a block names it."""
    says: str
    """Msgid of the sentence on what it shows."""
    rows: Callable[[Overview], tuple[Row, ...]]
    fields: tuple[Field[Row], ...]
    columns: tuple[str, ...]
    """Columns that can be chosen; those of `shown` are by default."""
    shown: tuple[str, ...]
    facets: tuple[str, ...]
    """Fields that readers can filter by."""
    facts: tuple[Fact[Row], ...]
    sort: tuple[Order, ...] = ()
    """Order by default."""
    options: tuple[str, ...] = ()
    """Options that the view takes besides those of all views."""
    sorts: tuple[str, ...] = ()
    """What it is sorted by where rows are summed up; else by any field."""
    groups: tuple[str, ...] = ()
    """What it is grouped by where not every field of words will do."""

    @property
    def sortable(self) -> tuple[str, ...]:
        """What `sort` takes."""
        return self.sorts or tuple(field.id for field in self.fields)

    @property
    def groupable(self) -> tuple[str, ...]:
        """What `group` takes."""
        named = (FieldKind.WORD, FieldKind.FLAG)
        return self.groups or tuple(field.id for field in self.fields if field.kind in named)

    def shape(self, overview: Overview) -> Shape:
        """What a block can ask of the view on a site."""
        return Shape(
            fields=self.fields,
            columns=self.columns,
            sorts=self.sortable,
            groups=self.groupable,
            words=lambda name: self.words(overview, name),
            meant=lambda name, word: self.meant(overview, name, word),
        )

    def words(self, overview: Overview, name: str) -> Collection[str]:
        """Words that a field has on a site, in order: those of all rows, and of the catalogue."""
        field = self.field(name)
        found = {str(value) for row in self.rows(overview) for value in field.read(row)}
        return sorted(found | known_words(overview, field.vocabulary))

    def meant(self, overview: Overview, name: str, word: str) -> str | None:
        """The id among a field's words that a label stands for."""
        sort = _LABELLED.get(self.field(name).vocabulary)
        return id_for(overview.atlas.catalog, sort, word) if sort else None

    def field(self, name: str) -> Field[Row]:
        """The field of a name that the view has."""
        return next(field for field in self.fields if field.id == name)


def known_words(overview: Overview, vocabulary: str) -> set[str]:
    """Words of a vocabulary that a site knows, whether or not a map uses them."""
    catalog = overview.atlas.catalog
    match vocabulary:
        case "channel":
            return set(catalog.channels)
        case "status":
            return set(catalog.statuses)
        case "persona":
            keys = overview.persona_names
            return {*keys, *map(persona_id, keys)}
        case "system":
            return set(catalog.systems)
        case _:
            return set()


@dataclass(frozen=True, slots=True)
class Facet:
    """A field that readers filter by, with its values in order."""

    field: Field[Any]
    values: tuple[Scalar, ...]


@dataclass(frozen=True, slots=True)
class Answer(Generic[Row]):
    """What a listing shows for a query."""

    listing: Listing[Row]
    columns: tuple[str, ...]
    groups: tuple[Group[Row], ...]
    group: Field[Row] | None
    """The field that the rows are grouped by."""
    rows: tuple[Row, ...]
    """All rows that are shown, each once."""
    numbers: Mapping[int, int]
    """Place of each row among them, by the row's identity: a row of several groups is one row."""
    total: int
    """Rows that pass the query's tests; more than `rows` where `limit` cuts them."""
    facets: tuple[Facet, ...]


def answer(listing: Listing[Row], query: Query, overview: Overview) -> Answer[Row]:
    """Rows that a query asks for, sorted, cut and grouped."""
    chosen = choose(query, listing.rows(overview), listing.fields)
    order = query if query.sort else Query(sort=listing.sort)
    shown = arrange(order, chosen, listing.fields)[: query.limit]
    return Answer(
        listing=listing,
        columns=query.columns or listing.shown,
        groups=group(query, shown, listing.fields),
        group=next((field for field in listing.fields if field.id == query.group), None),
        rows=shown,
        numbers={id(row): number for number, row in enumerate(shown)},
        total=len(chosen),
        facets=tuple(find_facets(listing, shown)),
    )


def find_facets(listing: Listing[Row], rows: tuple[Row, ...]) -> list[Facet]:
    """Facets that tell rows apart; one value alone is no choice."""
    by_id = {field.id: field for field in listing.fields}
    found: list[Facet] = []
    for name in listing.facets:
        field = by_id[name]
        values = distinct((value for row in rows for value in field.read(row)), field)
        if len(values) > 1:
            found.append(Facet(field, values))
    return found
