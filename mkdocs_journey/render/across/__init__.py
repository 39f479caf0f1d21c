"""Views across maps as HTML: one file a view, and what they share."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mkdocs_journey.queries import Query
from mkdocs_journey.render.across.actions import draw_actions
from mkdocs_journey.render.across.channels import draw_channels
from mkdocs_journey.render.across.compare import draw_compare
from mkdocs_journey.render.across.desk import Desk
from mkdocs_journey.render.across.hierarchy import draw_hierarchy
from mkdocs_journey.render.across.lifecycle import draw_lifecycle
from mkdocs_journey.render.across.opportunities import draw_opportunities
from mkdocs_journey.render.across.owners import draw_owners
from mkdocs_journey.render.across.pains import draw_pains
from mkdocs_journey.render.across.personas import draw_personas
from mkdocs_journey.render.across.portfolio import draw_portfolio
from mkdocs_journey.render.across.related import draw_related
from mkdocs_journey.render.across.segments import draw_segments
from mkdocs_journey.render.across.systems import draw_systems
from mkdocs_journey.render.escape import Html

__all__ = ["Desk", "across_view", "draw_compare", "draw_related"]

_VIEWS: Mapping[str, Callable[[Query, Desk], Html]] = {
    "portfolio": draw_portfolio,
    "personas": draw_personas,
    "pains": draw_pains,
    "opportunities": draw_opportunities,
    "actions": draw_actions,
    "owners": draw_owners,
    "segments": draw_segments,
    "systems": draw_systems,
    "channels": draw_channels,
    "lifecycle": draw_lifecycle,
    "hierarchy": draw_hierarchy,
}


def across_view(name: str, query: Query, desk: Desk) -> Html:
    """A view of all maps, for where an author places it."""
    return _VIEWS[name](query, desk)
