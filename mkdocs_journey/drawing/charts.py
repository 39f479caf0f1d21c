"""Charts that are drawn with the site: whether each flow has one."""

from __future__ import annotations

from collections.abc import Container, Iterator

from mkdocs_journey.atlas import Atlas, Map
from mkdocs_journey.diagnostics import Finding
from mkdocs_journey.diagrams import Draw, UndrawableError
from mkdocs_journey.front_matter.silences import silence
from mkdocs_journey.render.context import Context
from mkdocs_journey.render.flow import flow_source
from mkdocs_journey.rules.flow import FLOW_WITHOUT_CHART
from mkdocs_journey.rules.walking import Checked
from mkdocs_journey.translations import Translator
from mkdocs_journey.views.anchors import Anchors
from mkdocs_journey.views.flow import flow


def check_charts(
    atlas: Atlas, paths: Container[str], translator: Translator, draw: Draw
) -> Iterator[Finding]:
    """Flows on some pages of which an engine draws no chart, with what it says.

    Only an attempt can tell of all flows. It is made of the text that the map's own page draws, so
    that a host that keeps what was drawn draws it once.
    """
    context = Context(translator, atlas.catalog, Anchors(), lambda _: None)
    for path, shown in atlas.maps.items():
        if path in paths and (problem := _problem(shown, context, draw)):
            page = atlas.pages[path]
            checked = Checked(atlas.catalog, atlas.surroundings, page, shown.journey)
            message = f"no chart could be drawn of this flow: {problem}"
            found = checked.report(FLOW_WITHOUT_CHART, ("flow",), message, at_key=True)
            yield from silence((found,), page.silences)


def _problem(shown: Map, context: Context, draw: Draw) -> str | None:
    source = flow_source(shown, flow(shown), context)
    if source is None:
        return "it has too many blocks or words; make two maps of it, or leave it to the list"
    try:
        draw(source)
    except UndrawableError as error:
        return f"{error}; the page shows what it shows without `diagrams: svg`"
    return None
