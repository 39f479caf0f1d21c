"""Which lanes say something about which moments."""

from __future__ import annotations

from itertools import groupby

from mkdocs_journey.render.context import Context
from mkdocs_journey.render.escape import Html, escape, join
from mkdocs_journey.render.insights.panel import Panel, column_link, heading_id, scroll
from mkdocs_journey.render.parts import hidden, icon, lane_label
from mkdocs_journey.views.columns import Column
from mkdocs_journey.views.insights import Insights
from mkdocs_journey.views.insights.coverage import Coverage, Filled


def coverage_panel(found: Insights, context: Context) -> Panel | None:
    """Lanes down, moments across, a dot where something is said."""
    view = found.coverage
    if not view.rows:
        return None
    table = (
        f'<table class="journey-table journey-coverage" style="--n:{len(view.columns)}">'
        f"{_head(view.columns, context)}<tbody>{_rows(view, context)}</tbody></table>"
    )
    lead = context.label("What the map knows about each touchpoint, and where it is still blank.")
    if any(Filled.STAGE in row.cells for row in view.rows):
        half = context.label("A half dot is said of the whole stage or journey.")
        lead = Html(f"{lead} {half}")
    title = context.label("Coverage")
    return Panel("coverage", title, lead, scroll(heading_id(context, "coverage"), table), True)


def _head(columns: tuple[Column, ...], context: Context) -> Html:
    stages = [list(items) for _, items in groupby(columns, lambda column: column.stage_index)]
    moments = "".join(
        [
            f'<th scope="col"{_first(column)}>{column_link(context, column)}</th>'
            for column in columns
            if column.touchpoint
        ]
    )
    lane, filled = context.label("Lane"), context.label("Filled")
    second = f"<tr>{moments}</tr>" if moments else ""
    span = ' rowspan="2"' if moments else ""
    names = join(_stage(items, span, context) for items in stages)
    return Html(
        f'<thead><tr><th scope="col"{span}>{lane}</th>{names}'
        f'<th scope="col"{span} class="is-num is-first">{filled}</th></tr>{second}</thead>'
    )


def _stage(items: list[Column], span: str, context: Context) -> Html:
    """Head of a stage: above its touchpoints, or a column of its own."""
    first = items[0]
    if first.touchpoint is None:
        link = column_link(context, first)
        return Html(f'<th scope="col"{span} class="is-first">{link}</th>')
    return Html(
        f'<th scope="colgroup" colspan="{len(items)}" class="is-first">'
        f"{context.markdown(first.stage.name)}</th>"
    )


def _first(column: Column) -> str:
    return ' class="is-first"' if column.is_first else ""


def _rows(view: Coverage, context: Context) -> str:
    """A line a lane; what a cell may be is written once, for first columns of stages and others."""
    dots = {filled: _dot(filled, context) for filled in Filled}
    first = {filled: f'<td class="is-first">{dot}</td>' for filled, dot in dots.items()}
    other = {filled: f"<td>{dot}</td>" for filled, dot in dots.items()}
    kinds = [first if column.is_first else other for column in view.columns]
    number = context.translator.number
    every = number(len(kinds))
    counts = {
        n: escape(context.text("{n} of {all}", n=number(n), all=every))
        for n in {row.count for row in view.rows}
    }
    lines = ""
    for row in view.rows:
        label = escape(lane_label(context.translator, row.lane))
        cells = "".join([kind[cell] for kind, cell in zip(kinds, row.cells, strict=True)])
        lines += (
            f'<tr><th scope="row"><span class="journey-with-icon">{icon(row.lane.icon)}'
            f'{label}</span></th>{cells}<td class="is-num is-first">{counts[row.count]}</td></tr>'
        )
    return lines


def _dot(cell: Filled, context: Context) -> Html:
    match cell:
        case Filled.HERE:
            extra, word = "", context.label("yes")
        case Filled.STAGE:
            extra, word = " journey-dot--stage", context.label("of the whole stage")
        case Filled.BLANK:
            extra, word = " journey-dot--empty", context.label("blank")
    return Html(f'<span class="journey-dot{extra}">{hidden(word)}</span>')
