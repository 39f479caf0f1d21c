"""The toolbar of a map's page.

Without a script its tabs are links to the views, which all stand on the page, and the download
menu opens; what only a script can do stays hidden until it has run.
"""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_journey.render.context import Context
from mkdocs_journey.render.escape import Html, escape
from mkdocs_journey.render.inline import plain
from mkdocs_journey.render.parts import icon
from mkdocs_journey.translations import mark
from mkdocs_journey.views.toolbar import Toolbar

VIEW_LABELS = {
    "map": (mark("Journey"), "journey"),
    "blueprint": (mark("Blueprint"), "blueprint"),
    "flow": (mark("Flow"), "flow"),
    "insights": (mark("Insights"), "insights"),
}
"""Label and icon of each view's tab."""

_TABLES = 'data-for="map blueprint" data-journey-js hidden'


@dataclass(frozen=True, slots=True)
class Downloads:
    """Addresses of a map's files."""

    csv: str
    json: str


def draw_toolbar(view: Toolbar, context: Context, downloads: Downloads | None) -> str:
    """The whole toolbar."""
    status = context.label("{n} of {all} touchpoints shown")
    return (
        f'<div class="journey-toolbar">{_tabs(view, context)}{_channels(view, context)}'
        f'{_paths(view, context)}<div class="journey-tools">{_lanes(view, context)}'
        f"{_downloads(context, downloads)}{_full_screen(context)}</div>"
        f'<p class="journey-sr" role="status" data-text="{status}"></p></div>'
    )


def _tabs(view: Toolbar, context: Context) -> str:
    tabs = ""
    for name in view.views:
        label, sign = VIEW_LABELS[name]
        anchor = escape(context.anchors.view(name))
        tabs += f'<a href="#{anchor}">{icon(sign)}{context.label(label)}</a>'
    return f'<nav class="journey-tabs" aria-label="{context.label("Views")}">{tabs}</nav>'


def _channels(view: Toolbar, context: Context) -> str:
    chips = "".join(
        '<button class="journey-chip" type="button" aria-pressed="false" '
        f'data-channel="{escape(channel.id)}">{icon(channel.icon)}{escape(channel.label)}</button>'
        for channel in view.channels
    )
    return _chips(context.label("Channel"), chips)


def _paths(view: Toolbar, context: Context) -> str:
    chips = "".join(
        '<button class="journey-chip" type="button" aria-pressed="false" '
        f'data-path="{escape(path)}">{icon("path")}{escape(plain(label or path))}</button>'
        for path, label in view.paths.items()
    )
    return _chips(context.label("Follow one path"), chips)


def _chips(label: Html, chips: str) -> str:
    if not chips:
        return ""
    return f'<div class="journey-chips" role="group" aria-label="{label}" {_TABLES}>{chips}</div>'


def _lanes(view: Toolbar, context: Context) -> str:
    menu = escape(context.anchors.part("lanes"))
    label = context.label("Lanes")
    boxes = "".join(
        f'<label><input type="checkbox" value="{escape(lane.id)}" checked> '
        f"{context.lane(lane)}</label>"
        for lane in view.lanes
    )
    return (
        f'<button class="journey-tool" type="button" popovertarget="{menu}" data-for="map" '
        f"data-journey-js hidden>{icon('lanes')}<span>{label}</span></button>"
        f'<div class="journey-menu" id="{menu}" popover role="group" aria-label="{label}">'
        f"{boxes}</div>"
    )


def _downloads(context: Context, downloads: Downloads | None) -> str:
    label, menu = context.label, escape(context.anchors.part("download"))
    files = ""
    if downloads is not None:
        files = "".join(
            f'<a href="{escape(href)}" download>{icon("file")}{name}</a>'
            for href, name in (
                (downloads.csv, label("Table (CSV)")),
                (downloads.json, label("Data (JSON)")),
            )
        )
    only_script = "" if files else " data-journey-js hidden"
    return (
        f'<button class="journey-tool" type="button" popovertarget="{menu}"{only_script}>'
        f"{icon('download')}<span>{label('Download')}</span></button>"
        f'<div class="journey-menu" id="{menu}" popover>{files}'
        f'<button type="button" data-journey-print data-journey-js hidden>{icon("print")}'
        f"{label('Print or PDF (A3)')}</button></div>"
    )


def _full_screen(context: Context) -> str:
    label = context.label("Full screen")
    return (
        '<button class="journey-tool" type="button" data-journey-fullscreen data-journey-js hidden>'
        f'{icon("fullscreen")}<span class="journey-sr">{label}</span></button>'
    )
