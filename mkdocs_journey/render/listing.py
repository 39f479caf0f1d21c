"""Tables that are lists: on a phone each row becomes a card."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from mkdocs_journey.render.escape import Html


class Column(NamedTuple):
    """A column of a list."""

    label: Html
    """Its head, and on a phone what stands before each of its cells."""
    is_head: bool = False
    """It names each row for screen readers."""
    is_number: bool = False
    is_spark: bool = False
    """Its cells are curves."""


class Line(NamedTuple):
    """A row of a list."""

    cells: Iterable[Html]
    """One a column."""
    attributes: str = ""
    """What its element has besides, with a space before each."""


def list_table(kind: str, columns: Sequence[Column], lines: Iterable[Line]) -> Html:
    """A table of finished cells; `kind` ends its own class.

    The roles are written out, because a table that is laid out otherwise is no table to a browser
    any more.
    """
    heads = "".join(
        f'<th scope="col" role="columnheader"{_number(column)}>{column.label}</th>'
        for column in columns
    )
    body = "".join(
        f'<tr role="row"{line.attributes}>'
        + "".join([_cell(*pair) for pair in zip(columns, line.cells, strict=True)])
        + "</tr>"
        for line in lines
    )
    return Html(
        f'<table class="journey-table journey-table--list journey-table--{kind}" role="table">'
        f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead>'
        f'<tbody role="rowgroup">{body}</tbody></table>'
    )


def _cell(column: Column, content: Html) -> str:
    if column.is_head:
        return f'<th scope="row" role="rowheader">{content}</th>'
    kind = ' class="is-spark"' if column.is_spark else _number(column)
    return f'<td role="cell" data-label="{column.label}"{kind}><div>{content}</div></td>'


def _number(column: Column) -> str:
    return ' class="is-num"' if column.is_number else ""
