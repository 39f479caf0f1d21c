"""Links of drawn views, kept open until the host has said where they lead."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit, urlunsplit

from mkdocs_journey.render.escape import escape


class LinkTokens:
    """Stands in for addresses while views are drawn, and remembers which were asked for.

    A host resolves links in its own time: MkDocs rewrites them in Markdown's tree, after all
    views are drawn. So a view is drawn with a token for each address, the host resolves the list
    of addresses as if they stood in the page's text, and the finished HTML takes them in.
    """

    def __init__(self, nonce: str) -> None:
        self._nonce = nonce
        self._numbers: dict[str, int] = {}

    @property
    def addresses(self) -> tuple[str, ...]:
        """Addresses that were asked for, each once, relative to the drawn page."""
        return tuple(self._numbers)

    def resolver(self, map_path: str, page_path: str) -> Callable[[str], str]:
        """Resolver for texts that were written on one page and are drawn on another."""

        def resolve(address: str) -> str:
            moved = rebase(address, map_path, page_path)
            number = self._numbers.setdefault(moved, len(self._numbers))
            return f"{self._nonce}-link-{number}."

        return resolve

    def fill(self, html: str, resolved: Mapping[str, str]) -> str:
        """HTML with the final addresses in it, escaped for attributes."""
        addresses = self.addresses

        def address(match: re.Match[str]) -> str:
            written = addresses[int(match[1])]
            return escape(resolved.get(written, written))

        return re.sub(rf"{self._nonce}-link-(\d+)\.", address, html)


def rebase(address: str, from_path: str, to_path: str) -> str:
    """A relative address of one page as another page would write it; others are left alone."""
    if from_path == to_path:
        return address
    parts = urlsplit(address)
    if parts.scheme or parts.netloc or parts.path.startswith("/"):
        return address
    target = from_path
    if parts.path:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(from_path), parts.path))
    moved = posixpath.relpath(target, posixpath.dirname(to_path) or ".")
    return urlunsplit(("", "", moved, parts.query, parts.fragment))
