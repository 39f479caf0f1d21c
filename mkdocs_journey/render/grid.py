"""The grid of a map as an HTML table, with the emotion curve drawn inside its feeling row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from mkdocs_journey.atlas import Map
from mkdocs_journey.lanes import LaneShape
from mkdocs_journey.render.cells import draw_cell
from mkdocs_journey.render.escape import Html, escape
from mkdocs_journey.render.feelings import draw_plot, draw_reasons
from mkdocs_journey.render.parts import face, lane_label
from mkdocs_journey.render.sheet import Sheet
from mkdocs_journey.render.table import (
    Head,
    Rows,
    cell_attributes,
    class_attribute,
    column_classes,
    draw_head,
    draw_lane_head,
    draw_table,
    nothing_shown,
)
from mkdocs_journey.views.columns import Column
from mkdocs_journey.views.grid import Cell, Grid, LaneRows, Row


def draw_grid(sheet: Sheet, found: Map, view: Grid) -> Html:
    """The whole grid."""
    label = sheet.context.text("Journey map")
    text = sheet.context.text(
        "Journey map of “{title}”. Columns are touchpoints grouped by stage; rows are lanes.",
        title=found.title,
    )
    return _draw(sheet, found, view, view.lanes, label, text)


def draw_curve(sheet: Sheet, found: Map, view: Grid) -> Html:
    """Stages, touchpoints and the emotion curve alone."""
    label = sheet.context.text("Emotion curve")
    text = sheet.context.text(
        "Emotion curve of “{title}”. Columns are touchpoints grouped by stage.",
        title=found.title,
    )
    feelings = tuple(lane for lane in view.lanes if lane.lane.shape is LaneShape.FEELING)
    drawn = _draw(sheet, found, view, feelings, label, text)
    none = sheet.context.text("No moment says yet how it feels.")
    return drawn if feelings else Html(nothing_shown(none) + drawn)


def _draw(
    sheet: Sheet, found: Map, view: Grid, lanes: Sequence[LaneRows], label: str, caption: str
) -> Html:
    # A feeling row may have a second one below it that says why.
    count = sum(2 * len(lane.rows) for lane in lanes)
    cells = (cell for lane in lanes for row in lane.rows for cell in row.cells)
    rows = Rows.of_table(count, view.stages, cells)
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
    body, at = "", 0
    for lane in lanes:
        body += _lane(sheet, view, lane, rows, at)
        at += 2 * len(lane.rows)
    content = f'{draw_head(sheet, head, rows)}<tbody role="rowgroup">{body}</tbody>'
    table = draw_table(sheet.context, "", label, caption, rows, len(view.columns), content)
    return Html(_legend(lanes) + table)


def _legend(lanes: Sequence[LaneRows]) -> str:
    """Whose line is which, for narrow screens, where words beside the lines find no room."""
    rows = [row for lane in lanes if lane.lane.shape is LaneShape.FEELING for row in lane.rows]
    if sum(len(row.lines) for row in rows) < 2:
        return ""
    # The lines of further rows are not drawn there: each of their moments says whose it is.
    names = "".join(f"<span>{escape(line.persona)}</span>" for line in rows[0].lines)
    return f'<p class="journey-legend" aria-hidden="true">{names}</p>'


def _lane(sheet: Sheet, view: Grid, lane: LaneRows, rows: Rows, at: int) -> str:
    if lane.lane.shape is LaneShape.FEELING:
        return draw_feeling_rows(sheet, view.columns, lane, rows, at)
    label = escape(lane_label(sheet.context.translator, lane.lane))
    drawn = ""
    for index, row in enumerate(lane.rows):
        head = draw_lane_head(sheet.context, lane.lane, rows=len(lane.rows)) if not index else ""
        cells = "".join(
            _cell(sheet, view, cell, row, label, rows, at + index) for cell in row.cells
        )
        drawn += draw_row(lane.lane.id, "", rows.of("touchpoint", at + index), head + cells)
    return drawn


def draw_row(lane: str, classes: str, number: int, cells: str) -> str:
    """A row of a lane, with the number that it has when the table is turned."""
    name = escape(lane)
    return (
        f'<tr class="journey-lane journey-lane--{name}{classes}" data-lane="{name}" role="row" '
        f'style="--r:{number}">{cells}</tr>'
    )


def _cell(sheet: Sheet, view: Grid, cell: Cell, row: Row, label: Html, rows: Rows, at: int) -> str:
    attributes = cell_attributes(view.columns, rows, cell, at)
    if not cell.content:
        return f"<td{attributes}></td>"
    return f'<td{attributes} data-label="{label}">{draw_cell(sheet, row.lane, cell)}</td>'


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
    name = lane_label(context.translator, lane.lane)
    drawn = ""
    for index, row in enumerate(lane.rows):
        several = len(lane.rows) > 1
        label = f"{name}: {row.lines[0].persona}" if several else name
        classes = " journey-lane--curve"
        classes += " journey-lane--compact" if compact else ""
        classes += " journey-lane--more" if index else ""
        cells = draw_lane_head(context, lane.lane, label=label, extra=_axis())
        for cell in row.cells:
            column = columns[cell.start]
            lead = " is-lead" if not index and cell.start in rows.leads else ""
            key = id(row.lines[0]), cell.start
            if key not in sheet.plots:
                sheet.plots[key] = draw_plot(
                    sheet, row.lines, cell.start, column.is_moment_of_truth, _unscored(column),
                    is_named=several and not index,
                )  # fmt: skip
            plot = sheet.plots[key]
            cells += (
                f'<td{class_attribute(column_classes(column) + lead)} role="cell" '
                f'style="--c:{cell.start}" data-label="{escape(label)}">'
                f"{plot.lines}{behind.get(cell.start, '')}{plot.marks}</td>"
            )
        drawn += draw_row(lane.lane.id, classes, rows.of("touchpoint", at + 2 * index), cells)
        if not compact:
            drawn += _reasons(sheet, columns, row, rows.of("touchpoint", at + 2 * index) + 1)
    return drawn


def _axis() -> str:
    faces = f"{face(5)}{face(3)}{face(1)}"
    return f'<span class="journey-axis" aria-hidden="true">{faces}</span>'


def _unscored(column: Column) -> str:
    """Words of a feeling that has no score: they stand where the face would."""
    felt = column.holder.feeling.values()
    return ", ".join(
        feeling.emotion for moment in felt for feeling in moment if feeling.score is None
    )


def _reasons(sheet: Sheet, columns: Sequence[Column], row: Row, number: int) -> str:
    said = [draw_reasons(sheet, cell.content) for cell in row.cells]
    if not any(said):
        return ""
    context = sheet.context
    label = context.label("Why")
    cells = (
        '<th class="journey-map__lane journey-map__lane--part" scope="row" role="rowheader">'
        f"<span>{label}</span></th>"
    )
    for cell, text in zip(row.cells, said, strict=True):
        filled = f' data-label="{label}"' if text else ""
        classes = class_attribute(column_classes(columns[cell.start]))
        cells += f'<td{classes} role="cell" style="--c:{cell.start}"{filled}>{text}</td>'
    return draw_row(row.lane.id, " journey-lane--why", number, cells)
