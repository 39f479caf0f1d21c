"""Where links from other pages land: views across maps lead to moments, pains and opportunities."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from mkdocs_journey.atlas import Map
from mkdocs_journey.catalog import Catalog
from mkdocs_journey.render.escape import Html, escape
from mkdocs_journey.views.anchors import Anchors
from mkdocs_journey.views.columns import holders_of, written_fields
from mkdocs_journey.views.grid import grid_lanes

_ANCHORS = Anchors()
_LANES = frozenset({"pains", "opportunities"})
"""Lanes whose notes are linked to from other pages."""


def ids_in(html: str) -> set[str]:
    """Ids of some finished HTML: quotes in a text are escaped, so what looks like one is one."""
    return {after.partition('"')[0] for after in html.split(' id="')[1:]}


def has_id(html: str, id: str) -> bool:
    """Whether some finished HTML has an element of an id; of many ids, ask `ids_in`."""
    return f' id="{escape(id)}"' in html


def shows_all_landings(shown: Map, catalog: Catalog) -> bool:
    """Whether the whole of a map has all that other pages may link to.

    It has, but for lanes that its author left out: then the page is searched for what is missing.
    """
    hidden = _LANES.difference([lane.id for lane in grid_lanes(shown.journey, catalog)])
    return hidden.isdisjoint(written_fields(holders_of(shown.journey)) if hidden else ())


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
    holders = holders_of(shown.journey)
    for number in range(sum([len(holder.pains) for holder in holders])):
        yield _ANCHORS.pain(number + 1)
    for number in range(sum([len(holder.opportunities) for holder in holders])):
        yield _ANCHORS.opportunity(number + 1)
    yield _ANCHORS.view("insights")
