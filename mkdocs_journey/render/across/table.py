"""Rows of a view across maps as a table: one cell function a column."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from mkdocs_journey.queries import Row
from mkdocs_journey.render.across.desk import Desk
from mkdocs_journey.render.across.frame import row_attributes
from mkdocs_journey.render.across.words import field_label
from mkdocs_journey.render.escape import Html, escape
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
    desk: Desk, found: Answer[Row], rows: Sequence[Row], cells: Mapping[str, Cell[Row]], head: str
) -> Html:
    """A table of rows; the column `head` names each row for screen readers."""
    heads = "".join(
        f'<th scope="col"{_number(name)}>{escape(field_label(desk, name))}</th>'
        for name in found.columns
    )
    body = "".join(
        f"<tr{row_attributes(found, row)}>"
        + "".join(_cell(desk, row, name, cells[name], head) for name in found.columns)
        + "</tr>"
        for row in rows
    )
    label = escape(desk.text(found.listing.says))
    return Html(
        '<div class="journey-scroll journey-scroll--plain" role="region" tabindex="0" '
        f'aria-label="{label}"><table class="journey-table journey-table--{found.listing.name}">'
        f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _cell(desk: Desk, row: Row, name: str, draw: Cell[Row], head: str) -> str:
    content = draw(desk, row)
    if name == head:
        return f'<th scope="row">{content}</th>'
    return f"<td{_number(name)}>{content}</td>"


def _number(name: str) -> str:
    return ' class="is-num"' if name in NUMBERS else ""
