"""The grid of a map as an HTML table, with the emotion curve drawn inside its feeling row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType

from mkdocs_journey.atlas import Map
from mkdocs_journey.lanes import LaneShape
from mkdocs_journey.render.cells import cell_drawer
from mkdocs_journey.render.escape import Html, escape
from mkdocs_journey.render.feelings import draw_plots, draw_reasons
from mkdocs_journey.render.parts import face
from mkdocs_journey.render.rows import Rows, cell_attributes
from mkdocs_journey.render.sheet import Sheet
from mkdocs_journey.render.table import (
    Head,
    draw_head,
    draw_lane_head,
    draw_table,
    nothing_shown,
)
from mkdocs_journey.views.columns import Column
from mkdocs_journey.views.grid import Grid, LaneRows
from mkdocs_journey.views.layout import Row


def draw_grid(sheet: Sheet, found: Map, view: Grid) -> Sequence[str]:
    """The whole grid, in parts."""
    label = sheet.context.text("Journey map")
    text = sheet.context.text(
        "Journey map of “{title}”. Columns are touchpoints grouped by stage; rows are lanes.",
        title=found.title,
    )
    return _draw(sheet, found, view, view.lanes, label, text)


def draw_curve(sheet: Sheet, found: Map, view: Grid) -> Sequence[str]:
    """Stages, touchpoints and the emotion curve alone."""
    label = sheet.context.text("Emotion curve")
    text = sheet.context.text(
        "Emotion curve of “{title}”. Columns are touchpoints grouped by stage.",
        title=found.title,
    )
    feelings = tuple(lane for lane in view.lanes if lane.lane.shape is LaneShape.FEELING)
    drawn = _draw(sheet, found, view, feelings, label, text)
    none = sheet.context.text("No moment says yet how it feels.")
    return drawn if feelings else (nothing_shown(none), *drawn)


def _draw(
    sheet: Sheet, found: Map, view: Grid, lanes: Sequence[LaneRows], label: str, caption: str
) -> Sequence[str]:
    # A feeling row may have a second one below it that says why.
    count = sum(2 * len(lane.rows) for lane in lanes)
    cells = [cell for lane in lanes for row in lane.rows for cell in row.cells]
    rows = Rows.of_table(count, view.columns, view.stages, cells)
    shown = {lane.lane.id for lane in lanes}
    head = Head(
        view.columns,
        view.phases,
        view.stages,
        is_main=True,
        shows_when="when" not in shown,
        paths=found.journey.paths,
        details=found.details,
    )
    content, at = [draw_head(sheet, head, rows), '<tbody role="rowgroup">'], 0
    for lane in lanes:
        content.append(_lane(sheet, view.columns, lane, rows, at))
        at += 2 * len(lane.rows)
    content.append("</tbody>")
    table = draw_table(sheet.context, "", label, caption, rows, len(view.columns), content)
    return _legend(lanes), *table


def _legend(lanes: Sequence[LaneRows]) -> str:
    """Whose line is which; of a line alone in its row only where the row's head is not shown."""
    rows = [row for lane in lanes if lane.lane.shape is LaneShape.FEELING for row in lane.rows]
    if sum(len(row.lines) for row in rows) < 2:
        return ""
    # The lines of further rows are not drawn there: each of their moments says whose it is.
    names = "".join(f"<span>{escape(line.persona)}</span>" for line in rows[0].lines)
    return f'<p class="journey-legend" aria-hidden="true">{names}</p>'


def _lane(sheet: Sheet, columns: Sequence[Column], lane: LaneRows, rows: Rows, at: int) -> str:
    if lane.lane.shape is LaneShape.FEELING:
        return draw_feeling_rows(sheet, columns, lane, rows, at)
    label = sheet.context.lane(lane.lane)
    draw = cell_drawer(sheet, lane.lane)
    drawn = ""
    for index, row in enumerate(lane.rows):
        cells = [] if index else [draw_lane_head(sheet.context, lane.lane, rows=len(lane.rows))]
        for cell in row.cells:
            attributes = cell_attributes(rows, cell, at + index)
            cells.append(
                f'<td{attributes} data-label="{label}">{draw(cell)}</td>'
                if cell.content
                else f"<td{attributes}></td>"
            )
        drawn += draw_row(lane.lane.id, "", rows.of("touchpoint", at + index), "".join(cells))
    return drawn


def draw_row(lane: str, classes: str, number: int, cells: str) -> str:
    """A row of a lane, with the number that it has when the table is turned."""
    name = escape(lane)
    return (
        f'<tr class="journey-lane journey-lane--{name}{classes}" data-lane="{name}" role="row" '
        f'style="--r:{number}">{cells}</tr>'
    )


def draw_feeling_rows(
    sheet: Sheet,
    columns: Sequence[Column],
    lane: LaneRows,
    rows: Rows,
    at: int,
    *,
    compact: bool = False,
    behind: Mapping[int, str] = MappingProxyType({}),
) -> str:
    """Rows of the curve, one for one or two personas, else one each, and below them why.

    `behind` is what stands behind the marks of a column, by its place.
    """
    context = sheet.context
    name = context.lane(lane.lane)
    several = len(lane.rows) > 1
    drawn = ""
    for index, row in enumerate(lane.rows):
        label = Html(f"{name}: {escape(row.lines[0].persona)}") if several else name
        classes = " journey-lane--curve"
        classes += " journey-lane--compact" if compact else ""
        classes += " journey-lane--more" if index else ""
        leads = rows.leads if not index else frozenset[int]()
        key = tuple([line.id for line in row.lines])
        plots = sheet.plots.get(key)
        if plots is None:
            is_named = several and not index
            plots = sheet.plots[key] = draw_plots(sheet, row.lines, columns, is_named=is_named)
        cells = [draw_lane_head(context, lane.lane, label=label, extra=_axis())]
        for column, plot in enumerate(plots):
            attributes = rows.attributes(column, " is-lead" if column in leads else "")
            cells.append(
                f'<td{attributes} data-label="{label}">'
                f"{plot.lines}{behind.get(column, '')}{plot.marks}</td>"
            )
        number = rows.of("touchpoint", at + 2 * index)
        drawn += draw_row(lane.lane.id, classes, number, "".join(cells))
        if not compact:
            drawn += _reasons(sheet, row, rows, number + 1)
    return drawn


@cache
def _axis() -> str:
    faces = f"{face(5)}{face(3)}{face(1)}"
    return f'<span class="journey-axis" aria-hidden="true">{faces}</span>'


def _reasons(sheet: Sheet, row: Row, rows: Rows, number: int) -> str:
    said = [draw_reasons(sheet, row.lines, cell.content) for cell in row.cells]
    if not any(said):
        return ""
    label = sheet.context.label("Why")
    cells = [
        '<th class="journey-map__lane journey-map__lane--part" scope="row" role="rowheader">'
        f"<span>{label}</span></th>"
    ]
    for column, text in enumerate(said):
        filled = f' data-label="{label}"' if text else ""
        cells.append(f"<td{rows.attributes(column)}{filled}>{text}</td>")
    return draw_row(row.lane.id, " journey-lane--why", number, "".join(cells))
