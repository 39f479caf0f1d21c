"""A map as one HTML file that needs nothing else: style sheet and script are inside."""

from __future__ import annotations

from datetime import date

from mkdocs_journey.atlas import Map
from mkdocs_journey.catalog import Catalog
from mkdocs_journey.formats.json import without_surrogates
from mkdocs_journey.render.assets import script, stylesheet
from mkdocs_journey.render.chart import Chart, no_chart
from mkdocs_journey.render.context import Context
from mkdocs_journey.render.escape import Html, escape
from mkdocs_journey.render.inline import inline, plain
from mkdocs_journey.render.page import map_page
from mkdocs_journey.translations import Translator
from mkdocs_journey.views.anchors import Anchors
from mkdocs_journey.views.identities import rename, with_distinct_ids
from mkdocs_journey.views.layout import lay_out

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:"
"""Whatever a text on the map says, nothing is fetched."""
_PAGE = "body{margin:0;padding:1rem;font-family:system-ui,sans-serif;line-height:1.5}"


def write(
    map: Map,
    catalog: Catalog,
    translator: Translator,
    today: date | None = None,
    chart: Chart = no_chart,
) -> str:
    """The whole map, as its page shows it, in one file that opens without a network.

    Pictures and other pages are not in it: their links stay as they were written. `today` is what
    stale reviews are measured from, the day of the review where it is missing; `chart` draws the
    flow.
    """
    map = with_distinct_ids(map)
    anchors = Anchors("", rename(map, "", ()))
    context = Context(translator, catalog, anchors, lambda _: None)
    title = inline(map.title, context.resolve)
    reviewed = map.journey.reviewed
    day = today or (reviewed.last_day if reviewed else date(2000, 1, 1))
    content = map_page(
        lay_out(map, catalog),
        context,
        downloads=None,
        title_html=Html(f"<h1>{title}</h1>"),
        today=day,
        chart=chart,
    )
    return without_surrogates(
        f'<!doctype html>\n<html lang="{escape(translator.language)}" '
        f'dir="{translator.direction}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(plain(map.title))}</title>\n"
        f"<style>\n{_PAGE}\n{stylesheet()}\n</style>\n</head>\n"
        f'<body>\n<main class="md-typeset">\n{content}\n</main>\n'
        f"<script>\n{script()}\n</script>\n</body>\n</html>\n"
    )
