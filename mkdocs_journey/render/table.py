"""The head of a map's table, which grid and blueprint share: phases, stages, touchpoints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from mkdocs_journey.catalog import Channel
from mkdocs_journey.lanes import Lane
from mkdocs_journey.model import Stage, Touchpoint
from mkdocs_journey.render.context import Context
from mkdocs_journey.render.escape import Html, escape
from mkdocs_journey.render.parts import icon
from mkdocs_journey.render.quantities import amount_html, duration_text
from mkdocs_journey.render.rows import Rows
from mkdocs_journey.render.sheet import Sheet, href_of
from mkdocs_journey.translations import mark
from mkdocs_journey.views.columns import Column
from mkdocs_journey.views.layout import Phase, StageHead

MOST_DETAILS = 3
"""Maps that a stage's head leads to besides the one that it names; the page lists all of them."""

PHASE_LABELS = {"before": mark("Before"), "during": mark("During"), "after": mark("After")}


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a table shows."""

    columns: Sequence[Column]
    phases: Sequence[Phase]
    stages: Sequence[StageHead]
    is_main: bool
    """It holds the anchors and headings; the other tables of a page repeat the names only."""
    shows_when: bool
    """Say when a stage or touchpoint happens, because no lane does."""
    paths: Mapping[str, str]
    details: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    """Address and title of further maps that detail a stage, by the stage's id."""
    names: Mapping[int, Html] = field(default_factory=dict)
    """Finished names of touchpoints by their columns, where they are not all of one map."""
    stage_names: Mapping[int, Html] = field(default_factory=dict)
    """Finished names of stages by their first columns: they have no number in such a table."""


def draw_head(sheet: Sheet, head: Head, rows: Rows) -> str:
    """Column groups and the rows of phases, stages and touchpoints."""
    context = sheet.context
    groups = "".join([f'<colgroup span="{stage.span}"></colgroup>' for stage in head.stages])
    phases = _phase_row(context, head, rows) if head.phases else ""
    touchpoints = ""
    if any(column.touchpoint for column in head.columns):
        touchpoints = _row(
            "touchpoints", rows.head, context.label("Touchpoint"),
            "".join([_touchpoint(sheet, head, column, rows) for column in head.columns]),
        )  # fmt: skip
    stages = _row(
        "stages", rows.stage, context.label("Stage"),
        "".join([_stage(sheet, head, stage) for stage in head.stages]),
    )  # fmt: skip
    return (
        f'<colgroup><col class="journey-map__labels"></colgroup>{groups}'
        f'<thead role="rowgroup">{phases}{stages}{touchpoints}</thead>'
    )


def _row(name: str, number: int, label: Html, cells: str) -> str:
    return (
        f'<tr class="journey-{name}" role="row" style="--r:{number}">'
        '<th class="journey-map__lane" scope="row" role="rowheader">'
        f"<span>{label}</span></th>{cells}</tr>"
    )


def _phase_row(context: Context, head: Head, rows: Rows) -> str:
    cells = ""
    for phase in head.phases:
        span = f'colspan="{phase.span}" style="--c:{phase.start};--k:{phase.span}"'
        if phase.name is None:
            cells += f'<td class="journey-phase" role="cell" {span}></td>'
        else:
            label = context.label(PHASE_LABELS[phase.name])
            cells += (
                '<th class="journey-phase" scope="colgroup" role="columnheader" '
                f"{span}><span>{label}</span></th>"
            )
    return _row("phases", rows.phase, context.label("Phase"), cells)


def _stage(sheet: Sheet, head: Head, stage: StageHead) -> str:
    context = sheet.context
    name, number = head.stage_names.get(stage.start), ""
    if name is None:
        name = context.markdown(stage.stage.name)
        number = f'<span class="journey-stage__n" aria-hidden="true">{stage.index + 1}</span> '
    tag, attributes, permalink = "p", "", ""
    if head.is_main:
        anchor = escape(context.anchors.stage(stage.stage.id))
        tag, attributes, permalink = "h3", f' id="{anchor}"', permalink_html(context, anchor)
    return (
        f'<th class="journey-stage" scope="colgroup" colspan="{stage.span}" role="columnheader" '
        f'style="--c:{stage.start};--k:{stage.span}">'
        f'<{tag} class="journey-stage__name"{attributes}><span class="journey-stage__label">'
        f"{number}{name}{permalink}</span></{tag}>{_stage_facts(sheet, head, stage)}</th>"
    )


def permalink_html(context: Context, anchor: Html) -> str:
    """Link of a heading to itself, as the themes' own headings have one."""
    title = context.label("Permanent link")
    return f'<a class="headerlink" href="#{anchor}" title="{title}">¶</a>'


def _stage_facts(sheet: Sheet, head: Head, stage: StageHead) -> str:
    """When a stage happens, how long it takes, and the map that details it."""
    context, own = sheet.context, stage.stage
    facts: list[str] = []
    if own.when and head.shows_when:
        facts.append(f"<span>{context.markdown(own.when)}</span>")
    if own.duration is not None:
        facts.append(f"<span>{amount_html(duration_text(context.translator, own.duration))}</span>")
    if head.is_main:
        facts += _details(context, head, own)
    return f'<p class="journey-stage__facts">{"".join(facts)}</p>' if facts else ""


def _details(context: Context, head: Head, stage: Stage) -> Iterator[str]:
    """Links to the maps that detail a stage; several are told apart by their titles."""
    label = context.label("Detailed map")
    further = head.details.get(stage.id, ())[:MOST_DETAILS]
    named = ((stage.journey, label),) if stage.journey else ()
    for url, title in (*named, *further):
        href = href_of(context, url)
        if href:
            text = title if len(named) + len(further) > 1 else label
            yield f'<a href="{escape(href)}">{escape(text)}</a>'


def _touchpoint(sheet: Sheet, head: Head, column: Column, rows: Rows) -> str:
    context, touchpoint = sheet.context, column.touchpoint
    classes = rows.classes[column.index] + (" is-lead" if column.index in rows.leads else "")
    if touchpoint is None:
        return f'<td class="journey-tp{classes}" role="cell" style="--c:{column.index}"></td>'
    name = head.names.get(column.index) or context.markdown(touchpoint.name)
    anchor, permalink = "", ""
    if head.is_main:
        own = escape(context.anchors.touchpoint(column.stage.id, touchpoint.id))
        anchor, permalink = f' id="{own}"', permalink_html(context, own)
    ids, channels = _channels(column.channels)
    path = f' data-path="{escape(" ".join(touchpoint.path))}"' if touchpoint.path else ""
    indirect = " journey-tp--indirect" if column.is_indirect else ""
    return (
        f'<th class="journey-tp{indirect}{classes}" scope="col" role="columnheader"{anchor} '
        f'data-channel="{ids}"{path} style="--c:{column.index}">{channels}'
        f'<span class="journey-tp__name">{name}{permalink}</span>'
        f"{_marks(sheet, head, column, touchpoint)}</th>"
    )


@lru_cache(maxsize=1024)
def _channels(channels: tuple[Channel, ...]) -> tuple[Html, str]:
    """Ids and drawing of a moment's channels; a site's moments share a few sets of them."""
    if not channels:
        return Html(""), ""
    ids = escape(" ".join(channel.id for channel in channels))
    icons = "".join(
        f'<span class="journey-tp__icon">{icon(channel.icon)}</span>' for channel in channels
    )
    labels = escape(", ".join(channel.label for channel in channels))
    return ids, f'<span class="journey-tp__channel">{icons}<span>{labels}</span></span>'


def _marks(sheet: Sheet, head: Head, column: Column, touchpoint: Touchpoint) -> str:
    context = sheet.context
    marks = ""
    if column.is_indirect:
        marks += f'<span class="journey-tag">{context.label("Indirect")}</span>'
    if column.is_moment_of_truth:
        label = context.label("Moment of truth")
        marks += f'<span class="journey-tp__moment">{icon("star")}{label}</span>'
    for path in touchpoint.path:
        label = context.markdown(head.paths.get(path) or path)
        marks += f'<span class="journey-tp__fact journey-tp__path">{icon("path")}{label}</span>'
    if not head.is_main:
        return marks
    if touchpoint.when and head.shows_when:
        marks += _fact("when", context.label("When"), context.markdown(touchpoint.when))
    if touchpoint.owner:
        marks += _fact("persona", context.label("Owner"), context.markdown(touchpoint.owner))
    if touchpoint.volume is not None:
        volume = escape(context.translator.number(touchpoint.volume))
        marks += _fact("volume", context.label("Volume"), volume)
    if touchpoint.drop_off is not None:
        share = escape(context.translator.percent(touchpoint.drop_off))
        marks += _fact("drop-off", context.label("Drop-off"), share)
    return marks


def _fact(name: str, label: Html, value: Html) -> str:
    return (
        f'<span class="journey-tp__fact">{icon(name)}<span class="journey-sr">{label} '
        f"</span><span>{value}</span></span>"
    )


def draw_lane_head(context: Context, lane: Lane, *, rows: int = 1, label: str = "",
                   extra: str = "") -> str:  # fmt: skip
    """Head of a lane: icon and name."""
    span = f' rowspan="{rows}"' if rows > 1 else ""
    scope = "rowgroup" if rows > 1 else "row"
    name = escape(label) if label else context.lane(lane)
    return (
        f'<th class="journey-map__lane" scope="{scope}" role="rowheader"{span}>'
        f"{icon(lane.icon)}<span>{name}</span>{extra}</th>"
    )


def nothing_shown(text: str) -> str:
    """Words above a table that has a head and nothing below it."""
    return f'<p class="journey-missing">{escape(text)}</p>'


def draw_table(
    context: Context,
    name: str,
    title: str,
    caption: str,
    rows: Rows,
    columns: int,
    content: Iterable[str],
) -> Sequence[str]:
    """A map's table in the box that lets it scroll sideways, which is called by its `title`.

    It comes in parts, as its content does, which are put together with those of the page: it is
    most of it.
    """
    label = context.text("{title}, scrolls sideways", title=title)
    style = f"--n:{columns};--h:{rows.height};--head:{rows.head}"
    start = (
        f'<div class="journey-scroll" role="region" aria-label="{escape(label)}" tabindex="0">'
        f'<table class="journey-map{name}" role="table" style="{style}">'
        f'<caption class="journey-sr">{escape(caption)}</caption>'
    )
    return start, *content, "</table></div>"
