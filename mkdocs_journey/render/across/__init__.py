"""Views across maps as HTML: one file a view, and what they share."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mkdocs_journey.queries import Query
from mkdocs_journey.render.across.channels import draw_channels
from mkdocs_journey.render.across.desk import Desk
from mkdocs_journey.render.across.lifecycle import draw_lifecycle
from mkdocs_journey.render.across.pains import draw_pains
from mkdocs_journey.render.across.personas import draw_personas
from mkdocs_journey.render.across.portfolio import draw_portfolio
from mkdocs_journey.render.escape import Html

__all__ = ["Desk", "across_view"]

_VIEWS: Mapping[str, Callable[[Query, Desk], Html]] = {
    "portfolio": draw_portfolio,
    "personas": draw_personas,
    "pains": draw_pains,
    "channels": draw_channels,
    "lifecycle": draw_lifecycle,
}


def across_view(name: str, query: Query, desk: Desk) -> Html:
    """A view of all maps, for where an author places it."""
    return _VIEWS[name](query, desk)
