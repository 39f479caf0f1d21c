"""Files that a site publishes beside its pages: assets, schemas, data, maps' downloads."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, BinaryIO

from mkdocs_journey.atlas import Map
from mkdocs_journey.catalog import Catalog
from mkdocs_journey.drawing import Site
from mkdocs_journey.drawing.shelf import Shelf
from mkdocs_journey.formats import csv, json, site
from mkdocs_journey.formats.data import map_data
from mkdocs_journey.formats.site_schema import site_schema
from mkdocs_journey.formats.table import make_table
from mkdocs_journey.model.schema import journey_schema, page_schema
from mkdocs_journey.reference import schema_page
from mkdocs_journey.render.assets import SCRIPT, STYLESHEET, script, stylesheet
from mkdocs_journey.translations import Translator
from mkdocs_journey.values.paths import relative
from mkdocs_journey.views.layout import Layout, lay_out

JOURNEY_SCHEMA = "assets/mkdocs-journey/journey.schema.json"
PAGE_SCHEMA = "assets/mkdocs-journey/front-matter.schema.json"
SITE_SCHEMA = "assets/mkdocs-journey/journeys.schema.json"
SITE_DATA = "journeys.json"


class Publications:
    """Files on a shelf, made while all maps are at hand, and written when the site is built.

    The maps of a site are most of what a build keeps in memory. Once all that is made of them has
    been made they can go, before MkDocs needs the room for its pages.
    """

    def __init__(
        self,
        shelf: Shelf,
        address: site.Address,
        download_base: Callable[[str], str | None],
        home: str = "",
    ) -> None:
        """`address` and `download_base` tell of a map's path where it, and its files, will be.

        `home` is the folder of the site's home page, which the data of all maps stands beside: a
        site of several languages has one of each.
        """
        self._shelf = shelf
        self._address = address
        self._download_base = download_base
        self._home = home
        self._files: dict[str, list[slice]] = {}

    def keep(self, layout: Layout, catalog: Catalog, translator: Translator) -> None:
        """Make a map's table; while its page is drawn half of that is done already."""
        base = self._download_base(layout.found.path)
        if base is not None:
            table = csv.write_table(make_table(layout, catalog, translator))
            self._put(f"{base}.csv", [table.encode()])

    def make(self, made: Site) -> None:
        """Make all files of a site, but for tables that were made before."""
        catalog = made.atlas.catalog
        self._put(STYLESHEET, [stylesheet().encode()])
        self._put(SCRIPT, [script().encode()])
        self._put(JOURNEY_SCHEMA, [schema_page(journey_schema(catalog)).encode()])
        self._put(PAGE_SCHEMA, [schema_page(page_schema(catalog)).encode()])
        self._put(SITE_SCHEMA, [schema_page(site_schema(catalog)).encode()])

        def data_of(found: Map) -> dict[str, Any]:
            """A map's data, which its downloads hold as well."""
            data, base = map_data(found), self._download_base(found.path)
            if base is not None:
                if f"{base}.csv" not in self._files:
                    self.keep(lay_out(found, catalog), catalog, made.translator)
                self._put(f"{base}.json", [json.write_data(data)])
            return data

        path, schema = posixpath.join(self._home, SITE_DATA), relative(SITE_SCHEMA, self._home)
        self._put(path, site.write(made.atlas, self._address, schema, data_of))

    def _put(self, path: str, contents: Iterable[bytes]) -> None:
        self._files[path] = [self._shelf.put_bytes(content) for content in contents]

    def write(self, folder: Path) -> None:
        """Write all files into the folder of the built site."""
        for path, places in self._files.items():
            with _created(f"{folder}/{path}") as file:
                file.writelines(map(self._shelf.get_bytes, places))


def _created(path: str) -> BinaryIO:
    """A file to write; most are published into folders that a page stands in already."""
    try:
        return open(path, "wb")  # noqa: PTH123 (a `Path` takes as long to make as the file)
    except FileNotFoundError:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        return Path(path).open("wb")
