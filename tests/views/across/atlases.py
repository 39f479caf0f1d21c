"""Small sites for views across maps."""

from datetime import date
from textwrap import dedent

from mkdocs_journey.atlas import Atlas
from mkdocs_journey.catalog import BUILT_IN, Catalog
from mkdocs_journey.pages import read_page
from mkdocs_journey.source import Source
from mkdocs_journey.views.across.overview import Overview

TODAY = date(2026, 11, 23)


def overview_of(
    pages: dict[str, str], catalog: Catalog = BUILT_IN, *, is_valid: bool = True
) -> Overview:
    """A site of pages, each the YAML of its front matter; valid ones have no finding of form."""
    read = {}
    for path, text in pages.items():
        page = read_page(Source(path, f"---\n{dedent(text)}\n---\n"), catalog, lambda _: None)
        assert page is not None
        assert not (is_valid and page.findings), page.findings
        read[path] = page
    return Overview(Atlas(catalog, read), TODAY)
