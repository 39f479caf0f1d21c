"""What MkDocs is handed of pages whose maps were read already, kept out of memory."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from mkdocs_journey.drawing.shelf import Shelf
from mkdocs_journey.front_matter.packed import Unopened
from mkdocs_journey.pages import Page


class Originals:
    """Pages as they were written, on a shelf until MkDocs comes to each: its loader is slow."""

    def __init__(self, pages: Mapping[str, Page], shelf: Shelf) -> None:
        self._shelf = shelf
        self._places = {
            path: (shelf.put(page.remainder), shelf.put_bytes(page.packed))
            for path, page in pages.items()
        }

    def remainder(self, path: str) -> str | None:
        """A page's text without its map and persona; `None` of a page that has neither."""
        places = self._places.get(path)
        return places and self._shelf.get(places[0])

    def values(self, path: str) -> Unopened:
        """What a page's map or persona says, as others find it in `page.meta`."""
        return Unopened(partial(self._shelf.get_bytes, self._places[path][1]))
