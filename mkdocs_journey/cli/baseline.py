"""Old findings that a check lets through, so that only new ones fail it.

Each is known by its rule and its place in the map, as code quality reports know it: lines may
move, and what was mended does not come back unnoticed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from mkdocs_journey.cli.files import write_whole
from mkdocs_journey.diagnostics import Finding
from mkdocs_journey.project import ProjectError
from mkdocs_journey.reporters.identity import Identity, identify

Baseline = frozenset[Identity]


def read_baseline(file: Path) -> Baseline:
    """What a file lets through; raises `ProjectError` where it is none."""
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))["findings"]
        return frozenset(
            Identity(path, str(entry["rule"]), str(entry["place"]), int(entry.get("number", 0)))
            for path, entries in kept.items()
            for entry in entries
        )
    except FileNotFoundError:
        message = f"no file {file}: run the check with `--update-baseline` to write it"
        raise ProjectError(message) from None
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        message = f"{file} is no baseline: delete it, and write it with `--update-baseline`"
        raise ProjectError(message) from None


def write_baseline(file: Path, baseline: Iterable[Identity]) -> None:
    """Write what is let through, sorted, so that changes can be read."""
    by_path: dict[str, list[dict[str, Any]]] = {}
    for path, rule, place, number in sorted(baseline):
        again = {"number": number} if number else {}
        by_path.setdefault(path, []).append({"rule": rule, "place": place, **again})
    write_whole(file, json.dumps({"findings": by_path}, ensure_ascii=False, indent=2) + "\n")


def let_through(
    findings: Sequence[Finding], baseline: Baseline
) -> tuple[tuple[Finding, ...], Baseline]:
    """Findings that a baseline does not know, and those of it that are still found."""
    identities = identify(findings)
    new = tuple(
        finding
        for finding, identity in zip(findings, identities, strict=True)
        if identity not in baseline
    )
    return new, baseline & frozenset(identities)
