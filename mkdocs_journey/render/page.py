"""Whole pages and single views of a map, with the sprite of the icons that they use."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from mkdocs_journey.atlas import Map
from mkdocs_journey.render.blueprint import draw_blueprint
from mkdocs_journey.render.chart import Chart
from mkdocs_journey.render.context import Context
from mkdocs_journey.render.escape import Html, escape
from mkdocs_journey.render.findings import findings_card
from mkdocs_journey.render.flow import flow_section
from mkdocs_journey.render.grid import draw_curve, draw_grid
from mkdocs_journey.render.header import draw_header, draw_persona_card
from mkdocs_journey.render.insights import insights_section
from mkdocs_journey.render.parts import sprite
from mkdocs_journey.render.persona import persona_page
from mkdocs_journey.render.sheet import make_sheet
from mkdocs_journey.render.toolbar import Downloads, draw_toolbar
from mkdocs_journey.translations import mark
from mkdocs_journey.views.blueprint import blueprint
from mkdocs_journey.views.grid import grid
from mkdocs_journey.views.header import header, persona_card
from mkdocs_journey.views.insights.plan import NOTHING_ELSEWHERE, WorkElsewhere
from mkdocs_journey.views.layout import Layout, lay_out
from mkdocs_journey.views.toolbar import toolbar

__all__ = ["Downloads", "findings_card", "map_page", "map_view", "persona_page"]


def map_page(
    layout: Layout,
    context: Context,
    *,
    downloads: Downloads | None,
    title_html: Html,
    today: date,
    chart: Chart,
    elsewhere: WorkElsewhere = NOTHING_ELSEWHERE,
) -> str:
    """A map with header, toolbar and all its views; `title_html` is the page's own heading.

    `elsewhere` is what other maps do about its pains.
    """
    found = layout.found
    sheet, across = make_sheet(layout, context), grid(layout, context.catalog)
    bar = toolbar(found, across)
    sections: Mapping[str, Callable[[], Sequence[str]]] = {
        "map": lambda: _section(
            context, "map", context.label("Journey map"), draw_grid(sheet, found, across)
        ),
        "blueprint": lambda: _section(
            context, "blueprint", context.label("Service blueprint"),
            draw_blueprint(sheet, found, blueprint(layout)),
        ),
        "flow": lambda: [flow_section(found, context, chart)],
        "insights": lambda: insights_section(found, layout, context, today, elsewhere),
    }  # fmt: skip
    parts = [
        draw_header(header(found, context.catalog, today), context, title_html),
        draw_toolbar(bar, context, downloads),
        *[part for name in bar.views for part in sections[name]()],
    ]
    return _journey(parts, len(across.columns), "journey journey--wide")


def map_view(
    found: Map,
    name: str,
    context: Context,
    *,
    today: date,
    chart: Chart,
    elsewhere: WorkElsewhere = NOTHING_ELSEWHERE,
) -> str:
    """One view of a map, for where an author places it; `name` is one of the view blocks'."""
    columns = sum(len(stage.touchpoints) or 1 for stage in found.journey.stages)
    parts: Sequence[str]
    match name:
        case "flow":
            parts = [flow_section(found, context, chart)]
        case "insights":
            layout = lay_out(found, context.catalog)
            parts = insights_section(found, layout, context, today, elsewhere)
        case "persona":
            cards = (persona_card(who, found.path) for who in found.personas)
            drawn = "".join(draw_persona_card(context, card) for card in cards)
            parts = [f'<div class="journey-personas journey-personas--row">{drawn}</div>']
        case _:
            label, draw = _TABLES[name]
            parts = _section(context, name, context.text(label), draw(found, context))
    return _journey(parts, columns, "journey journey--view")


def _draw_map(found: Map, context: Context) -> Sequence[str]:
    layout = lay_out(found, context.catalog)
    return draw_grid(make_sheet(layout, context), found, grid(layout, context.catalog))


def _draw_curve(found: Map, context: Context) -> Sequence[str]:
    layout = lay_out(found, context.catalog)
    return draw_curve(make_sheet(layout, context), found, grid(layout, context.catalog))


def _draw_blueprint(found: Map, context: Context) -> Sequence[str]:
    layout = lay_out(found, context.catalog)
    return draw_blueprint(make_sheet(layout, context), found, blueprint(layout), is_main=True)


_TABLES: Mapping[str, tuple[str, Callable[[Map, Context], Sequence[str]]]] = MappingProxyType(
    {
        "map": (mark("Journey map"), _draw_map),
        "curve": (mark("Emotion curve"), _draw_curve),
        "blueprint": (mark("Service blueprint"), _draw_blueprint),
    }
)
"""Views that are tables: title and drawing."""


def _section(context: Context, name: str, title: str, content: Sequence[str]) -> Sequence[str]:
    """A table's section in parts, which are joined with those of the page: it is most of it."""
    view, heading = (
        escape(context.anchors.view(name)),
        escape(context.anchors.part(f"{name}-title")),
    )
    start = (
        f'<section class="journey-view" id="{view}" aria-labelledby="{heading}">'
        f'<h2 class="journey-view__title" id="{heading}">{escape(title)}</h2>'
    )
    return start, *content, "</section>"


def _journey(parts: Sequence[str], columns: int, classes: str) -> str:
    start = f'<div class="{classes}" data-journey style="--n:{columns}">{sprite(*parts)}'
    return "".join([start, *parts, "</div>"])
