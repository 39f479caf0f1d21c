"""What was read or drawn and waits for its page, kept out of memory."""

from __future__ import annotations

import os
from dataclasses import replace
from functools import partial
from tempfile import TemporaryFile
from weakref import finalize

from mkdocs_journey.pages import Page
from mkdocs_journey.source import Source, StoredSource


class Shelf:
    """Texts that wait on disk: a file without a name, which goes with the object.

    A host may convert all pages of a site before it writes the first. The texts and the finished
    views of a thousand maps would be the better part of what it holds in memory meanwhile.
    """

    def __init__(self) -> None:
        self._file = TemporaryFile()  # noqa: SIM115 (it is closed when nothing holds the shelf)
        finalize(self, self._file.close)

    def put(self, text: str) -> slice:
        """Keep a text; returns its place."""
        return self.put_bytes(text.encode())

    def get(self, place: slice) -> str:
        """The text that was kept at a place."""
        return self.get_bytes(place).decode()

    def put_bytes(self, content: bytes) -> slice:
        """Keep bytes; returns their place."""
        start = self._file.seek(0, os.SEEK_END)
        return slice(start, start + self._file.write(content))

    def get_bytes(self, place: slice) -> bytes:
        """The bytes that were kept at a place."""
        self._file.seek(place.start)
        return self._file.read(place.stop - place.start)


def put_away(page: Page, shelf: Shelf) -> Page:
    """The page without its values, and its text on a shelf, where it takes no memory.

    A page that is at fault keeps both, because its findings quote its text.
    """
    if page.findings:
        return page
    source = _stored(page.source, shelf)
    is_own = page.map_source is page.source
    return replace(
        page,
        source=source,
        map_source=source if is_own else _stored(page.map_source, shelf),
        values=None,
    )


def _stored(source: Source, shelf: Shelf) -> Source:
    return StoredSource(source.path, partial(shelf.get, shelf.put(source.text)))
