"""What other maps do about the pains of one map, for its own plan."""

from __future__ import annotations

import posixpath
from urllib.parse import quote

from mkdocs_journey.views.across.overview import Overview
from mkdocs_journey.views.across.rows import WorkRow
from mkdocs_journey.views.columns import placed_pains
from mkdocs_journey.views.insights.plan import Origin, Work


def work_elsewhere(overview: Overview, path: str) -> dict[str, tuple[Work, ...]]:
    """Work of other maps on the pains of the map at a path, by the pains' ids.

    What works on several pains is one value under all of them, as the map's own work is.
    """
    rows = overview.answering(path)
    if not rows:
        return {}
    pains = {placed.item.id for placed in placed_pains(overview.by_path[path].found.journey)} - {""}
    found: dict[str, list[WorkRow]] = {}
    for row in rows:
        for work, carriers in row.work():
            works = [WorkRow(row, own) for own in (work, *carriers)]
            for target in work.item.solves:
                if target in pains:
                    found.setdefault(target, []).extend(works)
    once = {id(item.work): item for works in found.values() for item in works}
    seen = {key: _seen_from(path, item) for key, item in once.items()}
    return {
        target: tuple([seen[key] for key in dict.fromkeys(id(item.work) for item in works)])
        for target, works in found.items()
    }


def _seen_from(path: str, row: WorkRow) -> Work:
    """Work of another map, with its address from the page at a path."""
    address = posixpath.relpath(row.address, posixpath.dirname(quote(path)) or ".")
    return row.work._replace(origin=Origin(row.map.found.title, address))
