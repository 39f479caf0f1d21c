"""What views across maps are drawn with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mkdocs_journey.render.context import Context
from mkdocs_journey.render.escape import Html, escape
from mkdocs_journey.render.sheet import href_of
from mkdocs_journey.views.across.overview import Overview


@dataclass(frozen=True, slots=True)
class Desk:
    """A page that shows a view across maps, and the maps."""

    context: Context
    """Of the page; its links count from the root of the site's pages."""
    at: Callable[[str], Context]
    """For texts that were written on a map's page, by its path: their links count from there."""
    overview: Overview

    def text(self, msgid: str, **values: object) -> str:
        """A label in the site's language; the caller escapes it."""
        return self.context.text(msgid, **values)

    def label(self, msgid: str) -> Html:
        """A label without fields as HTML."""
        return self.context.label(msgid)

    def link(self, address: str, content: Html, kind: str = "journey-place") -> Html:
        """A link to a part of the site, at an address from the root of its pages."""
        return _anchor(self.context.resolve(address) or address, content, kind)

    def link_written(self, url: str, content: Html) -> Html:
        """A link to an address that an author wrote; only its content where that is not safe."""
        href = href_of(self.context, url)
        return _anchor(href, content, "journey-place") if href else content


def _anchor(href: str, content: Html, kind: str) -> Html:
    return Html(f'<a class="{kind}" href="{escape(href)}">{content}</a>')
