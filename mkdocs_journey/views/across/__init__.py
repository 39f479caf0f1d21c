"""Views that read all maps of a site at once; one declaration a view."""

from __future__ import annotations

from typing import Any

from mkdocs_journey.views.across.actions import ACTIONS
from mkdocs_journey.views.across.channels import CHANNELS
from mkdocs_journey.views.across.compare import COMPARE
from mkdocs_journey.views.across.hierarchy import HIERARCHY
from mkdocs_journey.views.across.lifecycle import LIFECYCLE
from mkdocs_journey.views.across.listing import Listing
from mkdocs_journey.views.across.opportunities import OPPORTUNITIES
from mkdocs_journey.views.across.owners import OWNERS
from mkdocs_journey.views.across.pains import PAINS
from mkdocs_journey.views.across.personas import PERSONAS
from mkdocs_journey.views.across.portfolio import PORTFOLIO
from mkdocs_journey.views.across.segments import SEGMENTS
from mkdocs_journey.views.across.systems import SYSTEMS

_ALL: tuple[Listing[Any], ...] = (
    PORTFOLIO,
    PERSONAS,
    PAINS,
    OPPORTUNITIES,
    ACTIONS,
    OWNERS,
    SYSTEMS,
    CHANNELS,
    LIFECYCLE,
    COMPARE,
    HIERARCHY,
    SEGMENTS,
)

LISTINGS: dict[str, Listing[Any]] = {listing.name: listing for listing in _ALL}
"""Every view across maps by the name that a block uses."""
