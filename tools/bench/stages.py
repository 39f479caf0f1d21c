"""Where the time of a map goes, from its text to its files: what to make faster next.

Each stage is measured alone over the maps of one site, and the least of a few runs counts. The
whole page costs less than its views drawn one by one, each with a sprite and a frame of its own.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from typing import TypeAlias, TypeVar

from mkdocs_journey.atlas import Atlas, Map
from mkdocs_journey.blocks import ALL, ViewBlock
from mkdocs_journey.catalog import read_configuration
from mkdocs_journey.drawing import Drawing, Site
from mkdocs_journey.formats import csv, json
from mkdocs_journey.formats import site as site_data
from mkdocs_journey.formats.data import map_data
from mkdocs_journey.front_matter import read_front_matter
from mkdocs_journey.pages import Page, read_page
from mkdocs_journey.rules import check_page, finish
from mkdocs_journey.source import Source
from mkdocs_journey.translations import translator
from tools.corpus import SETTINGS, site

MAPS = 100
RUNS = 3
TODAY = date(2026, 11, 23)
VIEWS = ("map", "curve", "blueprint", "flow", "insights")

Stage: TypeAlias = tuple[str, Callable[[], object]]
Item = TypeVar("Item")


def print_stages(maps: int = MAPS) -> None:
    """A line a stage: milliseconds a map."""
    print(f"stage                             ms a map, of {maps}")
    for name, run in _stages(maps):
        print(f"{name:34}{1000 * min(_seconds(run) for _ in range(RUNS)) / maps:8.2f}")


def _seconds(run: Callable[[], object]) -> float:
    start = time.process_time()
    run()
    return time.process_time() - start


def _stages(maps: int) -> Iterator[Stage]:
    catalog, _ = read_configuration(SETTINGS)
    sources = [Source(path, text) for path, text in site(maps)]

    def read() -> list[Page | None]:
        return [read_page(source, catalog, lambda _: None) for source in sources]

    atlas = Atlas(catalog, {page.path: page for page in read() if page})
    found = list(atlas.maps.values())
    words = translator("en")

    yield "read its YAML", lambda: _each(read_front_matter, sources)
    yield "read its page (YAML included)", read
    yield "check it", lambda: _check(atlas)
    drawn = Site(atlas, words, TODAY)
    yield "draw its page", lambda: _draw(drawn, found, ALL)
    for view in VIEWS:
        yield f"  {view} alone", partial(_draw, drawn, found, view)
    yield "write its CSV", lambda: _each(lambda map: csv.write(map, catalog, words), found)
    data = [map_data(map) for map in found]
    yield "make its data", lambda: _each(map_data, found)
    yield "write its JSON from that", lambda: _each(json.write_data, data)
    by_path = dict(zip(atlas.maps, data, strict=True))
    yield (
        "its line of the site's file",
        lambda: _each(len, site_data.write(atlas, str, "", lambda map: by_path[map.path])),
    )


def _check(atlas: Atlas) -> None:
    for page in atlas.pages.values():
        finish(check_page(atlas.catalog, atlas.surroundings, page, TODAY), atlas)


def _each(do: Callable[[Item], object], items: Iterable[Item]) -> None:
    for item in items:
        do(item)


def _draw(site: Site, maps: Iterable[Map], view: str) -> None:
    for found in maps:
        drawing = Drawing(site, found.path, "nonce")
        for drawn in drawing.draw((ViewBlock(view),), ()):
            drawing.fill(drawn.html, {})
