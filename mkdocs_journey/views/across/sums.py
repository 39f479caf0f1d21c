"""Tables that sum rows up: which values of one of their fields stand across."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeAlias

from mkdocs_journey.queries import Field, Query, Row, Scalar
from mkdocs_journey.queries.tests import fold

MOST_COLUMNS = 8
"""Columns that a page has room for."""

Head: TypeAlias = Scalar | None
"""A value that stands across; `None` for rows without one."""

Columns: TypeAlias = dict[Head, list[Row]]


def by_value(rows: Iterable[Row], field: Field[Row], query: Query) -> Columns[Row]:
    """Rows by their values of a field, in its order, those without one last.

    `Buy` and `buy` are one value, under its first spelling. A row with several values stands at
    each, except at those that the query's tests of this very field leave out: who asks for two
    personas does not want a third one who shares a map with them.
    """
    names: dict[Scalar, Scalar] = {}
    found: Columns[Row] = {}
    rest: list[Row] = []
    for row in rows:
        wanted = [value for value in field.read(row) if is_wanted(query, field, value)]
        for key, value in {fold(value): value for value in wanted}.items():
            found.setdefault(names.setdefault(key, value), []).append(row)
        if not wanted:
            rest.append(row)
    ordered: Columns[Row] = {name: found[name] for name in sorted(names.values(), key=field.place)}
    return ordered | ({None: rest} if rest else {})


def is_wanted(query: Query, field: Field[Any], value: Scalar) -> bool:
    """Whether one value of a field passes the query's tests of that field."""
    alone: Field[Scalar] = replace(field, read=lambda value: (value,))
    return all(test.admits(alone, value) for test in query.where if test.field == field.id)


def most(columns: Columns[Row], n: int) -> tuple[Head, ...]:
    """The `n` values with the most rows, in their own order."""
    largest = sorted(columns, key=lambda head: -len(columns[head]))[:n]
    return tuple(head for head in columns if head in largest)
