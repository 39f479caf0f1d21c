"""Links of drawn views, kept open until the host has said where they lead."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType
from urllib.parse import unquote, urlsplit

from mkdocs_journey.render.escape import Html, escape
from mkdocs_journey.values.paths import relative


class LinkTokens:
    """Stands in for addresses while views are drawn, and remembers which were asked for.

    A host resolves links in its own time: MkDocs rewrites them in Markdown's tree, after all
    views are drawn. So a view is drawn with a token for each address, the host resolves the list
    of addresses as if they stood in the page's text, and the finished HTML takes them in.
    """

    def __init__(self, nonce: str) -> None:
        self._token = f"{nonce}-link-"
        self._numbers: dict[str, int] = {}

    @property
    def addresses(self) -> tuple[str, ...]:
        """Addresses that were asked for, each once, relative to the drawn page."""
        return tuple(self._numbers)

    def page_resolver(
        self, page_path: str, address_of: Callable[[str, str], str | None]
    ) -> Callable[[str], str]:
        """Resolver for our own links to pages: they count from the root of the site's pages.

        Where a host knows their addresses (`address_of`) they need not go through its Markdown: a
        map's page has dozens of them, and nothing in them can be wrong. They come as HTML: each
        page's address is escaped once, whatever is linked to on it.
        """
        resolve = self.resolver("", page_path)
        pages: dict[str, Html | None] = {}

        def resolve_page(address: str) -> str:
            path, mark, anchor = address.partition("#")
            if path not in pages:
                found = address_of(unquote(path), page_path)
                pages[path] = None if found is None else escape(found)
            known = pages[path]
            if known is None:
                return resolve(address)
            return Html(f"{known}{mark}{escape(anchor)}") if mark else known

        return resolve_page

    def resolver(
        self, map_path: str, page_path: str, own: Mapping[str, str] = MappingProxyType({})
    ) -> Callable[[str], str]:
        """Resolver for texts that were written on one page and are drawn on another.

        `own` is where links of ours lead that stand among those texts, by how they write them.
        """
        known = dict(own)
        seen_from = posixpath.dirname(page_path)

        def resolve(address: str) -> str:
            if address not in known:
                moved = address
                if map_path != page_path:
                    moved = _as_seen_from(seen_from, address, map_path)
                number = self._numbers.setdefault(moved, len(self._numbers))
                known[address] = f"{self._token}{number}."
            return known[address]

        return resolve

    def fill(self, html: str, resolved: Mapping[str, str]) -> str:
        """HTML with the final addresses in it, escaped for attributes."""
        if not self._numbers:
            return html
        finals = [escape(resolved.get(address, address)) for address in self._numbers]
        filled: list[str] = []
        start = 0
        while (at := html.find(self._token, start)) >= 0:
            number = at + len(self._token)
            end = html.index(".", number)
            filled += html[start:at], finals[int(html[number:end])]
            start = end + 1
        return "".join([*filled, html[start:]]) if filled else html


# The pages of a folder have many links in common: the same moments of other maps stand on each.
@lru_cache(maxsize=4096)
def _as_seen_from(folder: str, address: str, from_path: str) -> str:
    """A relative address of one page as those of a folder write it; others are left alone."""
    path = address.partition("#")[0].partition("?")[0]
    if path.startswith("/") or (":" in path and urlsplit(address).scheme):
        return address
    target = from_path
    if path:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(from_path), path))
    return relative(target, folder) + address[len(path) :]
