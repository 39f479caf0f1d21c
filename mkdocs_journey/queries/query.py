"""What a view across maps is asked for, and the rows that answer it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic

from mkdocs_journey.queries.fields import Field, Row, Scalar
from mkdocs_journey.queries.tests import Test, fold


@dataclass(frozen=True, slots=True)
class Order:
    """One key to sort by."""

    field: str
    is_descending: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """Options of a view across maps; what is empty is as the view has it by itself."""

    where: tuple[Test, ...] = ()
    sort: tuple[Order, ...] = ()
    limit: int | None = None
    group: str = ""
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group(Generic[Row]):
    """Rows that share a value of the field that the view is grouped by."""

    value: Scalar | None
    """`None` for rows without a value, and where nothing is grouped."""
    rows: tuple[Row, ...]


def choose(query: Query, rows: Iterable[Row], fields: Sequence[Field[Row]]) -> tuple[Row, ...]:
    """Rows that pass every test, in their own order."""
    by_id = {field.id: field for field in fields}
    tests = [(by_id[test.field], test) for test in query.where]
    return tuple(row for row in rows if all(test.admits(field, row) for field, test in tests))


def arrange(query: Query, rows: Iterable[Row], fields: Sequence[Field[Row]]) -> tuple[Row, ...]:
    """Rows sorted by the query's keys, rows without a value last; ties keep their order."""
    by_id = {field.id: field for field in fields}
    arranged = list(rows)
    for key in reversed(query.sort):
        field = by_id[key.field]
        known = [row for row in arranged if field.read(row)]
        unknown = [row for row in arranged if not field.read(row)]
        known.sort(key=field.order, reverse=key.is_descending)
        arranged = known + unknown
    return tuple(arranged)


def group(
    query: Query, rows: Sequence[Row], fields: Sequence[Field[Row]]
) -> tuple[Group[Row], ...]:
    """Rows by their values of the query's field, in the field's order, those without one last.

    A row with several values stands in each of their groups. `Web team` and `web team` are one
    group, under its first spelling.
    """
    field = next((field for field in fields if field.id == query.group), None)
    if field is None:
        return (Group(None, tuple(rows)),)
    groups: dict[Scalar, list[Row]] = {}
    for row in rows:
        for value in {fold(value): None for value in field.read(row)}:
            groups.setdefault(value, []).append(row)
    rest = tuple(row for row in rows if not field.read(row))
    named = distinct((value for row in rows for value in field.read(row)), field)
    found = tuple(Group(value, tuple(groups[fold(value)])) for value in named)
    return (*found, Group(None, rest)) if rest else found


def distinct(values: Iterable[Scalar], field: Field[Row]) -> tuple[Scalar, ...]:
    """Values that differ, in the field's order, each in its first spelling."""
    first: dict[Scalar, Scalar] = {}
    for value in values:
        first.setdefault(fold(value), value)
    return tuple(sorted(first.values(), key=field.place))
