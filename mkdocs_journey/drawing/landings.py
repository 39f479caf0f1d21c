"""Where links from other pages land: views across maps lead to moments, pains and opportunities."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from mkdocs_journey.atlas import Map
from mkdocs_journey.render.escape import Html, escape
from mkdocs_journey.views.anchors import Anchors
from mkdocs_journey.views.columns import placed_opportunities, placed_pains

_ID = re.compile(r' id="([^"]+)"')
_ANCHORS = Anchors()


def ids_in(html: str) -> set[str]:
    """Ids of some finished HTML: quotes in a text are escaped, so what looks like one is one."""
    return set(_ID.findall(html))


def has_id(html: str, id: str) -> bool:
    """Whether some finished HTML has an element of an id; of many ids, ask `ids_in`."""
    return f' id="{escape(id)}"' in html


def missing_landings(shown: Map, found: Collection[str]) -> tuple[str, ...]:
    """Ids that other pages may link to and this page does not show.

    A map may hide a lane, and its page may place some of its views only: a link to a pain then
    leads to the page at least.
    """
    return tuple(id for id in _landings(shown) if id not in found)


def draw_landings(ids: Iterable[str]) -> Html:
    """Anchors where nothing is to be seen."""
    return Html("".join(f'<span id="{escape(id)}"></span>' for id in ids))


def _landings(shown: Map) -> Iterator[str]:
    for stage in shown.journey.stages:
        yield _ANCHORS.stage(stage.id)
        for touchpoint in stage.touchpoints:
            yield _ANCHORS.touchpoint(stage.id, touchpoint.id)
    for pain in placed_pains(shown.journey):
        yield _ANCHORS.pain(pain.number)
    for opportunity in placed_opportunities(shown.journey):
        yield _ANCHORS.opportunity(opportunity.number)
    yield _ANCHORS.view("insights")
