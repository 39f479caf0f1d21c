"""What other maps do about the pains of one map, for its own plan."""

from __future__ import annotations

import posixpath
from dataclasses import replace
from urllib.parse import quote

from mkdocs_journey.views.across.overview import Overview
from mkdocs_journey.views.across.rows import WorkRow
from mkdocs_journey.views.insights.plan import Origin, Work


def work_elsewhere(overview: Overview, path: str) -> dict[str, tuple[Work, ...]]:
    """Work of other maps on the pains of the map at a path, by the pains' ids.

    What works on several pains is one value under all of them, as the map's own work is.
    """
    found: dict[str, tuple[Work, ...]] = {}
    seen: dict[int, Work] = {}
    for pain in overview.pains_of(path):
        rows = [row for row in pain.works if row.map.path != path]
        for row in rows:
            if id(row.work) not in seen:
                seen[id(row.work)] = _seen_from(path, row)
        if rows:
            found[pain.spot.pain.id] = tuple([seen[id(row.work)] for row in rows])
    return found


def _seen_from(path: str, row: WorkRow) -> Work:
    """Work of another map, with its address from the page at a path."""
    address = posixpath.relpath(row.address, posixpath.dirname(quote(path)) or ".")
    return replace(row.work, origin=Origin(row.map.found.title, address))
