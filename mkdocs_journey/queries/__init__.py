"""What a view across maps is asked for: tests, order, bounds, groups and columns of its rows."""

from __future__ import annotations

from mkdocs_journey.queries import rules
from mkdocs_journey.queries.fields import (
    Field,
    FieldKind,
    Row,
    Scalar,
    day,
    flag,
    number,
    prose,
    word,
)
from mkdocs_journey.queries.query import Group, Order, Query, arrange, choose, distinct, group
from mkdocs_journey.queries.reading import OPTIONS, read_query
from mkdocs_journey.queries.shape import Shape
from mkdocs_journey.queries.tests import Operator, Test, fold

__all__ = [
    "OPTIONS", "Field", "FieldKind", "Group", "Operator", "Order", "Query", "Row", "Scalar",
    "Shape", "Test", "arrange", "choose", "day", "distinct", "flag", "fold", "group", "number",
    "prose", "read_query", "rules", "word",
]  # fmt: skip
