"""All maps and personas of a site as one file of data, for tools that read the site.

The file lies at the root of the site. Its addresses of pages are relative to it, so that the file
is the same wherever the site is published. It says what is written on the pages and when that was
looked at, and never what depends on the day that it is read: what is stale or overdue is for the
reader to find out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from mkdocs_journey.atlas import Atlas, Map
from mkdocs_journey.formats.data import map_data, part_data, without_empty
from mkdocs_journey.formats.json import encode

VERSION = 1
"""Raised when a reader of the file would have to change."""

Address = Callable[[str], str | None]
"""Address of a page in the built site, from its root; `None` of a page that is not published."""

DataOf = Callable[[Map], dict[str, Any]]
"""Data of a map in the form that `map_data` gives it."""


def write(
    atlas: Atlas, address: Address, schema: str, data_of: DataOf = map_data
) -> Iterator[bytes]:
    """The file in UTF-8, piece by piece: a line a persona and a map, by the paths of their pages.

    `schema` is the address of the file's JSON Schema. Pieces are made as they are asked for, so
    that no more than one map's data is held at a time; `data_of` is asked once for each map that is
    published.
    """
    head = {"$schema": schema, "version": VERSION}
    yield encode(head).removesuffix(b"}")
    yield from _list("personas", _personas(atlas, address))
    yield from _list("maps", _maps(atlas, address, data_of))
    yield b"\n}\n"


def _list(name: str, items: Iterator[dict[str, Any]]) -> Iterator[bytes]:
    yield f',\n"{name}": ['.encode()
    for at, item in enumerate(items):
        yield (b",\n" if at else b"\n") + encode(item)
    yield b"\n]"


def _personas(atlas: Atlas, address: Address) -> Iterator[dict[str, Any]]:
    """Personas: those with a page of their own, then those that maps describe in place."""
    for path, page in sorted(atlas.pages.items()):
        url = address(path)
        if page.persona is not None and url is not None:
            place = {"id": page.persona_id, "page": path, "url": url}
            yield place | part_data(page.persona)
    for path, found in atlas.maps.items():
        url = address(path)
        for who in found.personas:
            if who.page is None and url is not None:
                yield {"id": who.id, "map": path, "url": url} | part_data(who.persona)


def _maps(atlas: Atlas, address: Address, data_of: DataOf) -> Iterator[dict[str, Any]]:
    for path, found in atlas.maps.items():
        url = address(path)
        if url is not None:
            yield _map(atlas, found, data_of(found), url, address)


def _map(
    atlas: Atlas, found: Map, data: dict[str, Any], url: str, address: Address
) -> dict[str, Any]:
    """A map; published pages that it refers to stand beside it, from the root of the pages."""

    def published(*paths: str | None) -> list[str]:
        return [path for path in paths if path is not None and address(path) is not None]

    return without_empty(
        {
            "path": found.path,
            "url": url,
            "title": found.title,
            "tags": list(found.tags),
            "personas": [
                without_empty({"id": who.id, "page": "".join(published(who.page))})
                for who in found.personas
            ],
            "parent": "".join(published(atlas.parent_of(found.path))),
            "details": published(*(detail.path for detail in atlas.details_of(found.path))),
            "improves": "".join(published(atlas.improved_by(found.path))),
            "journey": data["journey"],
        }
    )
