"""What drawing a page depends on besides the page: the site's maps, language and addresses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from mkdocs_journey.atlas import Atlas
from mkdocs_journey.render.chart import Chart, no_chart
from mkdocs_journey.render.page import Downloads
from mkdocs_journey.translations import Translator
from mkdocs_journey.views.across.overview import Overview
from mkdocs_journey.views.across.related import Relations
from mkdocs_journey.views.layout import Layout


def no_address(_path: str, _page_path: str) -> str | None:
    """Of a host that resolves links in the text of a page, and not before."""
    return None


def no_downloads(_path: str, _page_path: str) -> Downloads | None:
    """Of a host that publishes no files beside its pages."""
    return None


def keep_nothing(_layout: Layout) -> None:
    """Of a host that makes nothing else of the maps that it draws."""


@dataclass(frozen=True)
class Site:
    """A site as its pages are drawn; the host makes it once a build."""

    atlas: Atlas
    translator: Translator
    today: date
    """The day that stale and overdue marks are computed for; an input, so that builds repeat."""
    chart: Chart = no_chart
    """How the site draws the chart of a flow."""
    downloads: Callable[[str, str], Downloads | None] = no_downloads
    """Addresses of a map's files, by its page's path, as seen from the page of the second path."""

    address: Callable[[str, str], str | None] = no_address
    """Final address of a shown page, as seen from the page of the second path."""
    keep: Callable[[Layout], None] = keep_nothing
    """Told of each map that its own page shows as a whole, while it is laid out for that."""

    @cached_property
    def overview(self) -> Overview:
        """All its maps read together, once for all the pages that ask."""
        return Overview(self.atlas, self.today)

    @cached_property
    def relations(self) -> Relations:
        """What its maps have to do with each other, gathered once for all their pages."""
        return Relations(self.overview)
