"""Findings as SARIF 2.1.0 (OASIS), which code scanning services and editors read."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from mkdocs_journey.diagnostics import Finding, Rule, Severity
from mkdocs_journey.reporters.identity import Identity
from mkdocs_journey.reporters.verdict import Verdict

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def write(verdict: Verdict) -> str:
    """One run with its findings and the rules that they name."""
    rules = sorted({finding.rule for finding in verdict.findings}, key=lambda rule: rule.code)
    numbers = {rule.code: number for number, rule in enumerate(rules)}
    driver: dict[str, Any] = {"name": "mkdocs-journey", "rules": [_rule(rule) for rule in rules]}
    if verdict.version:
        driver["version"] = verdict.version
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(verdict, finding, identity, numbers[finding.rule.code])
            for finding, identity in zip(verdict.findings, verdict.identities, strict=True)
        ],
    }
    document = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": f"{rule.summary} {rule.why}"},
        "help": {"text": f"{rule.why}\n\nReported:\n\n{rule.bad}\n\nMended:\n\n{rule.good}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(verdict: Verdict, finding: Finding, identity: Identity, rule: int) -> dict[str, Any]:
    start, end = finding.position, finding.source.position(finding.span.end)
    return {
        "ruleId": finding.rule.code,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {
                        "uri": quote(verdict.path(finding)),
                        "uriBaseId": "%SRCROOT%",
                    },
                    "region": {
                        "startLine": start.line,
                        "startColumn": start.column,
                        "endLine": end.line,
                        "endColumn": end.column,
                    },
                },
                "logicalLocations": [{"fullyQualifiedName": identity.place}],
            }
        ],
        "partialFingerprints": {"placeInMap/v1": identity.fingerprint},
    }
