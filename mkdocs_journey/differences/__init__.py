"""What changed in maps from one state of a site to another, whatever changed in their text."""

from __future__ import annotations

from mkdocs_journey.differences.change import Change, Kind, Spot
from mkdocs_journey.differences.journeys import compare_journeys
from mkdocs_journey.differences.sites import PageChanges, compare_pages, compare_sites

__all__ = [
    "Change",
    "Kind",
    "PageChanges",
    "Spot",
    "compare_journeys",
    "compare_pages",
    "compare_sites",
]
