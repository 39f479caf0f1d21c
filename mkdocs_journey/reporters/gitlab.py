"""Findings as GitLab's code quality report, which its merge requests compare."""

from __future__ import annotations

import json
from typing import Any

from mkdocs_journey.diagnostics import Finding, Severity
from mkdocs_journey.reporters.identity import Identity
from mkdocs_journey.reporters.verdict import Verdict

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def write(verdict: Verdict) -> str:
    """A list of issues; a fingerprint stays when lines move, so that only new ones are shown."""
    issues = [
        _issue(verdict, finding, identity)
        for finding, identity in zip(verdict.findings, verdict.identities, strict=True)
    ]
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"


def _issue(verdict: Verdict, finding: Finding, identity: Identity) -> dict[str, Any]:
    return {
        "description": f"{finding.message} [{finding.rule.name}]",
        "check_name": finding.rule.name,
        "fingerprint": identity.fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": verdict.path(finding),
            "lines": {"begin": finding.position.line},
        },
    }
