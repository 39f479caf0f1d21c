"""The toolbar of a map's page: what can be shown, filtered and followed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mkdocs_journey.atlas import Map
from mkdocs_journey.catalog import Channel
from mkdocs_journey.lanes import Lane
from mkdocs_journey.views.blueprint import has_blueprint
from mkdocs_journey.views.grid import Grid


@dataclass(frozen=True, slots=True)
class Toolbar:
    """Controls of a map's page."""

    views: tuple[str, ...]
    """Names of its views, in order."""
    channels: tuple[Channel, ...]
    """Channels of its touchpoints in their order; empty where there is nothing to choose."""
    paths: Mapping[str, str]
    """Labels of the ways through the map, by id."""
    lanes: tuple[Lane, ...]
    """Lanes of its grid."""


def toolbar(found: Map, view: Grid) -> Toolbar:
    """The toolbar of a map that is drawn as this grid."""
    channels = {channel.id: channel for column in view.columns for channel in column.channels}
    named = {
        path for column in view.columns if column.touchpoint for path in column.touchpoint.path
    }
    return Toolbar(
        views=view_names(found),
        channels=tuple(channels.values()) if len(channels) > 1 else (),
        paths={key: text for key, text in found.journey.paths.items() if key in named},
        lanes=tuple(lane.lane for lane in view.lanes),
    )


def view_names(found: Map) -> tuple[str, ...]:
    """Views of a map in order; a service blueprint's own stands first."""
    if found.journey.kind == "service-blueprint":
        return ("blueprint", "map", "flow", "insights")
    if has_blueprint(found.journey):
        return ("map", "blueprint", "flow", "insights")
    return ("map", "flow", "insights")
