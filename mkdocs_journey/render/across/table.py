"""Rows of a view across maps as a table: one cell function a column."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from mkdocs_journey.queries import Group, Row
from mkdocs_journey.render.across.desk import Desk
from mkdocs_journey.render.across.frame import row_attributes
from mkdocs_journey.render.across.words import field_label, value_label
from mkdocs_journey.render.escape import Html, escape
from mkdocs_journey.render.inline import plain
from mkdocs_journey.views.across.listing import Answer

Cell: TypeAlias = Callable[[Desk, Row], Html]

NUMBERS = frozenset(
    {
        "change",
        "feeling",
        "frequency",
        "pains",
        "rank",
        "stages",
        "touchpoints",
        "truths",
        "value",
    }
)
"""Columns of numbers, which are set flush."""


def draw_table(
    desk: Desk, found: Answer[Row], group: Group[Row], cells: Mapping[str, Cell[Row]], head: str
) -> Html:
    """A table of a group's rows; the column `head` names each row for screen readers.

    On a phone each row becomes a card. The roles are written out, because a table that is laid out
    otherwise is no table to a browser any more.
    """
    labels = {name: escape(field_label(desk, name)) for name in found.columns}
    heads = "".join(
        f'<th scope="col" role="columnheader"{_number(name)}>{label}</th>'
        for name, label in labels.items()
    )
    body = "".join(
        f'<tr role="row"{row_attributes(found, row)}>'
        + "".join(
            _cell(name, label, cells[name](desk, row), head) for name, label in labels.items()
        )
        + "</tr>"
        for row in group.rows
    )
    label = escape(_label(desk, found, group))
    return Html(
        '<div class="journey-scroll journey-scroll--plain" role="group" tabindex="0" '
        f'aria-label="{label}"><table class="journey-table journey-table--list '
        f'journey-table--{found.listing.name}" role="table"><thead role="rowgroup">'
        f'<tr role="row">{heads}</tr></thead><tbody role="rowgroup">{body}</tbody></table></div>'
    )


def _label(desk: Desk, found: Answer[Row], group: Group[Row]) -> str:
    """What a table shows, after the name of its group: several tables are told apart by it."""
    says = desk.text(found.listing.says)
    if found.group is None:
        return says
    value = plain(value_label(desk, found.group, group.value))
    return f"{field_label(desk, found.group.id)}: {value}. {says}"


def _cell(name: str, label: Html, content: Html, head: str) -> str:
    if name == head:
        return f'<th scope="row" role="rowheader">{content}</th>'
    return f'<td role="cell" data-label="{label}"{_number(name)}><div>{content}</div></td>'


def _number(name: str) -> str:
    return ' class="is-num"' if name in NUMBERS else ""
