"""Sites of a few pages, and what is found on them."""

from datetime import date

from mkdocs_journey.atlas import Atlas
from mkdocs_journey.catalog import BUILT_IN, Catalog
from mkdocs_journey.diagnostics import Finding, weigh
from mkdocs_journey.pages import read_page
from mkdocs_journey.reporters.text import report
from mkdocs_journey.rules import check_page, finish
from mkdocs_journey.source import Source

TODAY = date(2026, 11, 23)


def atlas_of(pages: dict[str, str], catalog: Catalog = BUILT_IN) -> Atlas:
    """Atlas of pages by path; what is given is their front matter."""
    read = {
        path: read_page(Source(path, f"---\n{text}---\n"), catalog, lambda _: None)
        for path, text in pages.items()
    }
    return Atlas(catalog, {path: page for path, page in read.items() if page})


def check(atlas: Atlas, today: date = TODAY) -> tuple[Finding, ...]:
    """All that is wrong with the pages of a site, alone and together."""
    checkups = [
        check_page(atlas.catalog, atlas.surroundings, page, today) for page in atlas.pages.values()
    ]
    return tuple(finding for checkup in checkups for finding in finish(checkup, atlas))


def reports_of(pages: dict[str, str], catalog: Catalog = BUILT_IN) -> list[str]:
    """Lines of a report on all pages."""
    return [report(finding) for finding in weigh(check(atlas_of(pages, catalog)), {})]
