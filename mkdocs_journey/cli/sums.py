"""Views that sum rows up, as entries of a list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any

from mkdocs_journey.queries import Query
from mkdocs_journey.views.across.channels import heat_map
from mkdocs_journey.views.across.overview import Overview
from mkdocs_journey.views.across.segments import segments

Entry = Mapping[str, Any]
"""What is listed of one thing, by name; feelings of several groups are a mapping of their own."""


def _channels(query: Query, overview: Overview) -> Iterable[Entry]:
    found = heat_map(query, overview)
    heads = [str(head or "") for head in found.heads]
    for line in found.lines:
        tallies = dict(zip(heads, line.cells, strict=False))
        yield {
            "channel": line.channel.id if line.channel else None,
            "touchpoints": line.sum.touchpoints,
            "feeling": line.sum.feeling,
            "pains": line.sum.pains,
            "feelings": {head: tally and tally.feeling for head, tally in tallies.items() if head},
        }


def _segments(query: Query, overview: Overview) -> Iterable[Entry]:
    found = segments(query, overview)
    for line in found.differences:
        sides = zip(found.heads, line.sides, strict=True)
        yield {
            "moment": line.name,
            "path": line.path,
            "spread": line.spread,
            "feelings": {str(head): side and side.feeling for head, side in sides},
        }


SUMS: Mapping[str, Callable[[Query, Overview], Iterable[Entry]]] = MappingProxyType(
    {"channels": _channels, "segments": _segments}
)
"""What is listed of them, by the name of the view."""
