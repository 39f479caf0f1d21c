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
from mkdocs_journey.render.listing import Column, Line, list_table
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
    """A table of a group's rows; the column `head` names each row for screen readers."""
    columns = [
        Column(escape(field_label(desk, name)), is_head=name == head, is_number=name in NUMBERS)
        for name in found.columns
    ]
    drawn = [cells[name] for name in found.columns]
    lines = (
        Line((draw(desk, row) for draw in drawn), row_attributes(found, row)) for row in group.rows
    )
    table = list_table(found.listing.name, columns, lines)
    label = escape(_label(desk, found, group))
    return Html(
        '<div class="journey-scroll journey-scroll--plain" role="group" tabindex="0" '
        f'aria-label="{label}">{table}</div>'
    )


def _label(desk: Desk, found: Answer[Row], group: Group[Row]) -> str:
    """What a table shows, after the name of its group: several tables are told apart by it."""
    says = desk.text(found.listing.says)
    if found.group is None:
        return says
    value = plain(value_label(desk, found.group, group.value))
    return f"{field_label(desk, found.group.id)}: {value}. {says}"
