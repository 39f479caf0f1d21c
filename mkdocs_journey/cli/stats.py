"""`stats`: how much a site's maps hold, what they leave open, and how old they are."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import click

from mkdocs_journey.cli.compiling import read_overview
from mkdocs_journey.cli.options import find_project, format_option, site_options
from mkdocs_journey.cli.output import write_out
from mkdocs_journey.cli.tables import write_table
from mkdocs_journey.views.across.overview import Overview

Stats = Mapping[str, Mapping[str, Any]]
"""Numbers by section and name; of a share how many of how many."""


@click.command(epilog="Example: mkdocs-journey stats --format json")
@site_options
@format_option("text", "json")
def command(config: Path | None, today: str, format: str) -> None:
    """Count what the maps of a site hold, how much of it is filled in, and how old it is."""
    stats = count(read_overview(find_project(config, today)))
    if format == "json":
        write_out(json.dumps(stats, ensure_ascii=False, indent=2) + "\n")
        return
    rows = [
        [section, name, _shown(value)]
        for section, values in stats.items()
        for name, value in values.items()
    ]
    write_out(write_table(["section", "what", "number"], rows))


def count(overview: Overview) -> Stats:
    """Counts, coverage and freshness of a site's maps on its day."""
    maps = overview.maps
    moments = overview.moments
    reviews = [row.found.journey.reviewed for row in maps]
    days = sorted(found.last_day for found in reviews if found)
    return {
        "counts": {
            "maps": len(maps),
            "personas": len(overview.persona_names),
            "stages": sum(len(row.found.journey.stages) for row in maps),
            "moments": len(moments),
            "pains": len(overview.pains),
            "opportunities": len(overview.opportunities),
            "actions": len(overview.actions),
        },
        "coverage": {
            "moments with a feeling": _share(moment.feeling is not None for moment in moments),
            "pains with an answer": _share(pain.is_answered for pain in overview.pains),
            "maps with a persona": _share(bool(row.found.personas) for row in maps),
            "maps with an owner": _share(bool(row.found.journey.owner) for row in maps),
            "claims observed": {
                "of": sum(row.evidence.total for row in maps),
                "number": sum(row.evidence.observed for row in maps),
            },
        },
        "freshness": {
            "maps reviewed": _share(found is not None for found in reviews),
            "maps with a review overdue": _share(row.is_stale for row in maps),
            "oldest review": _day(days[:1]),
            "newest review": _day(days[-1:]),
        },
    }


def _share(answers: Any) -> dict[str, int]:
    found = list(answers)
    return {"of": len(found), "number": sum(found)}


def _day(days: list[date]) -> str | None:
    return days[0].isoformat() if days else None


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        whole, part = value["of"], value["number"]
        return f"{part} of {whole}" + (f" ({part / whole:.0%})" if whole else "")
    return "none" if value is None else str(value)
