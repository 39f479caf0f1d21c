"""Findings as GitHub's workflow commands, which become annotations of a pull request."""

from __future__ import annotations

from mkdocs_journey.diagnostics import Finding, Severity
from mkdocs_journey.reporters.verdict import Verdict

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def write(verdict: Verdict) -> str:
    """One command a finding; nothing where there is none."""
    return "".join(f"{_command(verdict, finding)}\n" for finding in verdict.findings)


def _command(verdict: Verdict, finding: Finding) -> str:
    start, end = finding.position, finding.source.position(finding.span.end)
    properties = {
        "file": verdict.path(finding),
        "line": start.line,
        "endLine": end.line,
        "col": start.column,
        "title": f"{finding.rule.code} {finding.rule.name}",
    }
    if start.line == end.line:  # GitHub takes columns within one line only.
        properties["endColumn"] = end.column
    written = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {written}::{_data(finding.message)}"


def _data(text: str) -> str:
    """Escaped as `escapeData` of GitHub's toolkit does (actions/toolkit, core/src/command.ts)."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escaped as `escapeProperty` there."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
