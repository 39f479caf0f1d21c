"""Findings as JSON, for scripts."""

from __future__ import annotations

import json
from typing import Any

from mkdocs_journey.diagnostics import Finding
from mkdocs_journey.reporters.verdict import Verdict


def write(verdict: Verdict) -> str:
    """Every finding with its place, and the counts; lines and columns are counted from 1."""
    document = {
        "checked": verdict.checked,
        "counts": verdict.counts,
        "findings": [
            _entry(verdict, finding, identity.place)
            for finding, identity in zip(verdict.findings, verdict.identities, strict=True)
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _entry(verdict: Verdict, finding: Finding, place: str) -> dict[str, Any]:
    end = finding.source.position(finding.span.end)
    return {
        "path": verdict.path(finding),
        "line": finding.position.line,
        "column": finding.position.column,
        "end_line": end.line,
        "end_column": end.column,
        "severity": finding.severity,
        "code": finding.rule.code,
        "rule": finding.rule.name,
        "message": finding.message,
        "place": place,
    }
