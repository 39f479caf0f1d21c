"""The comparison of two maps: figures, then a table that holds both curves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mkdocs_journey.lanes import LaneShape
from mkdocs_journey.queries import Group, Query
from mkdocs_journey.render.across.desk import Desk
from mkdocs_journey.render.across.frame import framed
from mkdocs_journey.render.across.parts import map_link
from mkdocs_journey.render.across.summary import draw_summary, signed, word_of
from mkdocs_journey.render.cells import TIME_ICONS, draw_items, time_labels
from mkdocs_journey.render.escape import Html, escape, join
from mkdocs_journey.render.grid import draw_feeling_rows, draw_row
from mkdocs_journey.render.inline import plain
from mkdocs_journey.render.insights.panel import fill, gap, tag
from mkdocs_journey.render.quantities import amount_html, duration_text
from mkdocs_journey.render.rows import Rows, cell_attributes
from mkdocs_journey.render.sheet import Sheet
from mkdocs_journey.render.table import (
    Head,
    draw_head,
    draw_lane_head,
    draw_table,
)
from mkdocs_journey.translations import mark
from mkdocs_journey.views.across.compare import compare, summarize
from mkdocs_journey.views.across.comparison import Comparison, Fate, PainChange
from mkdocs_journey.views.across.comparison_table import (
    ComparisonTable,
    Difference,
    TimeDifference,
    comparison_table,
)
from mkdocs_journey.views.across.listing import answer
from mkdocs_journey.views.across.rows import address_of
from mkdocs_journey.views.across.steps import Presence, Step
from mkdocs_journey.views.grid import LaneRows
from mkdocs_journey.views.insights.places import Place
from mkdocs_journey.views.layout import Cell, FeelingLine, StageHead

_ANSWER_LABELS = {
    Presence.NEW: mark("New"),
    Presence.REMOVED: mark("Removed"),
    Presence.MOVED: mark("Moved"),
}
_OTHER_LABELS = {
    Presence.NEW: mark("Only in the first"),
    Presence.REMOVED: mark("Only in the second"),
    Presence.MOVED: mark("Elsewhere in the other"),
}
"""Of two maps of which none comes after the other."""

_TONES = {Presence.NEW: "new", Presence.REMOVED: "gone", Presence.MOVED: ""}


def draw_compare(query: Query, desk: Desk, comparison: Comparison) -> Html:
    """The comparison of two maps as a query asks for it."""
    found = answer(compare(comparison), query, desk.overview)
    is_in_order = not query.sort
    summary = draw_summary(desk, comparison, summarize(comparison, found.rows))

    def draw(group: Group[Step]) -> Html:
        names = _names(desk, comparison)
        table = comparison_table(
            comparison, group.rows, found.columns, names, is_in_order=is_in_order
        )
        return _draw_table(desk, comparison, table)

    lead = Html(f"{_title(desk, comparison)}{summary if found.rows else ''}")
    return framed(desk, found, draw, lead=lead, has_filter=False)


def _names(desk: Desk, comparison: Comparison) -> tuple[str, str]:
    """What the two lines are called."""
    if comparison.is_answer:
        return desk.text("Future"), desk.text("Now")
    return plain(comparison.future.found.title), plain(comparison.current.found.title)


def _title(desk: Desk, comparison: Comparison) -> Html:
    maps = {
        "future": map_link(desk, comparison.future),
        "current": map_link(desk, comparison.current),
    }
    sentence = (
        desk.text("{future}, over {current} as it is now.")
        if comparison.is_answer
        else desk.text("{future}, over {current}.")
    )
    return Html(f'<p class="journey-compare__title">{fill(sentence, **maps)}</p>')


def _draw_table(desk: Desk, comparison: Comparison, table: ComparisonTable) -> Html:
    context = desk.context
    # Two rows a lane: a feeling row could have a second one.
    count = sum(2 * len(lane.rows) for lane in table.lanes)
    cells = (cell for lane in table.lanes for row in lane.rows for cell in row.cells)
    rows = Rows.of_table(count, table.columns, table.stages, cells)
    sheet = Sheet(context, {}, {}, {}, {}, {})
    paths = (comparison.current.found.journey.paths, comparison.future.found.journey.paths)
    head = Head(
        table.columns,
        table.phases,
        table.stages,
        is_main=False,
        shows_when=False,
        paths={**paths[0], **paths[1]},
        names={at: _name(desk, comparison, step) for at, step in enumerate(table.steps)},
        stage_names={stage.start: _stage(desk, comparison, table, stage) for stage in table.stages},
    )
    content, at = [draw_head(sheet, head, rows), '<tbody role="rowgroup">'], 0
    for lane in table.lanes:
        content.append(_lane(desk, comparison, table, sheet, lane, rows, at))
        at += 2 * len(lane.rows)
    content.append("</tbody>")
    caption = desk.text(
        "Comparison of “{future}” with “{current}”. Columns are moments grouped by stage.",
        future=plain(comparison.future.found.title),
        current=plain(comparison.current.found.title),
    )
    drawn = draw_table(
        context, " journey-map--compare", desk.text("Comparison"), caption, rows,
        len(table.columns), content,
    )  # fmt: skip
    return Html("".join([_legend(_lines(table)), *drawn]))


def _lines(table: ComparisonTable) -> tuple[FeelingLine, ...]:
    return next((row.lines for lane in table.lanes for row in lane.rows if row.lines), ())


def _legend(lines: Sequence[FeelingLine]) -> str:
    """Whose line is which."""
    names = "".join(f"<span>{escape(line.persona)}</span>" for line in lines)
    return f'<p class="journey-legend" aria-hidden="true">{names}</p>' if len(lines) > 1 else ""


def _name(desk: Desk, comparison: Comparison, step: Step) -> Html:
    """A moment's name, linked to where it stands, and whether it is new."""
    moment = step.moment
    name = desk.link(moment.address, desk.at(moment.map.path).in_link(moment.column.name))
    return Html(f"{name}{_presence(desk, comparison, step)}")


def _presence(desk: Desk, comparison: Comparison, step: Step) -> Html:
    if step.presence is Presence.KEPT:
        return Html("")
    tone = _TONES[step.presence] if comparison.is_answer else ""
    return Html(f" {tag(_presence_label(desk, comparison, step), tone)}")


def _presence_label(desk: Desk, comparison: Comparison, step: Step) -> str:
    labels = _ANSWER_LABELS if comparison.is_answer else _OTHER_LABELS
    return desk.text(labels[step.presence])


def _stage(desk: Desk, comparison: Comparison, table: ComparisonTable, head: StageHead) -> Html:
    """A stage's name, linked to where it stands; one that is no column of its own has no mark."""
    step = table.steps[head.start]
    place = Place(step.moment.map.found.journey, step.stage)
    name = desk.at(step.moment.map.path).in_link(step.stage.name)
    link = desk.link(address_of(step.moment.map.path, place), name)
    is_whole = table.columns[head.start].touchpoint is None
    return Html(f"{link}{_presence(desk, comparison, step)}") if is_whole else link


def _lane(
    desk: Desk, comparison: Comparison, table: ComparisonTable, sheet: Sheet, lane: LaneRows,
    rows: Rows, at: int,
) -> str:  # fmt: skip
    if lane.lane.shape is LaneShape.FEELING:
        plain_rows = [row._replace(lines=tuple(map(_plain, row.lines))) for row in lane.rows]
        plain_lane = lane._replace(rows=tuple(plain_rows))
        behind = {place: _gain(step) for place, step in enumerate(table.steps)}
        return draw_feeling_rows(sheet, table.columns, plain_lane, rows, at, behind=behind)
    label = desk.label(lane.lane.label)
    drawn = ""
    for index, row in enumerate(lane.rows):
        head = draw_lane_head(desk.context, lane.lane, rows=len(lane.rows)) if not index else ""
        cells = ""
        for cell in row.cells:
            attributes = cell_attributes(rows, cell, at + index)
            said = _content(desk, comparison, lane, cell)
            cells += f'<td{attributes} data-label="{label}">{said}</td>' if said else (
                f"<td{attributes}></td>"
            )  # fmt: skip
        drawn += draw_row(lane.lane.id, "", rows.of("touchpoint", at + index), head + cells)
    return drawn


def _plain(line: FeelingLine) -> FeelingLine:
    """A line whose words hold no links: they were written on pages in different folders."""
    feelings = tuple(
        tuple(felt.model_copy(update={"emotion": plain(felt.emotion)}) for felt in moment)
        for moment in line.feelings
    )
    return replace(line, feelings=feelings)


def _gain(step: Step) -> str:
    """A bar from what a moment feels like now to what it will; decoration beside its number."""
    future, before = step.future, step.current
    if not step.change or not future or not before:
        return ""
    low, high = sorted((future.feeling or 0, before.feeling or 0))
    kind = "" if step.change > 0 else " journey-gain--loss"
    style = f"--lo:{low:.3g};--s:{high:.3g}"
    return f'<span class="journey-gain{kind}" aria-hidden="true" style="{style}"></span>'


def _content(desk: Desk, comparison: Comparison, lane: LaneRows, cell: Cell) -> Html:
    if not cell.content:
        return Html("")
    match lane.lane.id:
        case "change":
            return _change(desk, comparison, cell.content)
        case "changes":
            return Html(draw_items([_difference(desk, item) for item in cell.content]))
        case _:
            return Html(draw_items([_pain(desk, item) for item in cell.content]))


def _change(desk: Desk, comparison: Comparison, step: Step) -> Html:
    if step.change is None:
        if step.presence is Presence.KEPT:
            return gap(desk.text("no data"))
        word = escape(_presence_label(desk, comparison, step).lower())
        return Html(f'<span class="journey-delta">{word}</span>')
    delta = signed(desk, step.change)
    if not step.change:
        return Html(f'<span class="journey-delta journey-delta--same">{delta}</span>')
    tone, sign = ("pos", "▲") if step.change > 0 else ("neg", "▼")
    now, then = (word_of(desk, comparison, side) for side in (step.before, step.future))
    return Html(
        f'<span class="journey-delta journey-delta--{tone}"><span aria-hidden="true">{sign}</span> '
        f"{delta}</span> <small>{now} → {then}</small>"
    )


def _difference(desk: Desk, item: Difference | TimeDifference) -> str:
    if isinstance(item, TimeDifference):
        label = dict(zip(TIME_ICONS, time_labels(desk.context), strict=True))[item.kind]
        return _labelled(label, _times(desk, item))
    match item.kind:
        case "channel":
            return _labelled(desk.label("Channel"), escape(item.text))
        case "doing":
            label = desk.label("Doing")
        case "gain":
            label = desk.label("Gain")
    return _labelled(label, desk.at(item.map.path).markdown(item.text))


def _labelled(label: Html, text: Html) -> str:
    return f'<span class="journey-compare__kind">{label}:</span> {text}'


def _times(desk: Desk, item: TimeDifference) -> Html:
    """How long a moment takes now and then; of a new one only how long it takes."""
    sides = (item.future,) if item.is_new else (item.before, item.future)
    speak = desk.context.translator
    said = (
        amount_html(duration_text(speak, time)) if time else gap(desk.text("not known"))
        for time in sides
    )
    return join(said, " → ")


def _pain(desk: Desk, change: PainChange) -> str:
    row = change.row
    # Linked by its text: each map counts its own pains, so of two maps both have a first.
    text = desk.link(row.address, desk.at(row.map.path).in_link(row.spot.pain.text))
    is_open = change.fate is not Fate.SOLVED and row.is_open
    note = gap(desk.text("Nothing planned yet")) if is_open else Html("")
    return join((text, note), " ") if note else text
