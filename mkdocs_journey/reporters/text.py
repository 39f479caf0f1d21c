"""Findings as lines that people read and editors jump from."""

from __future__ import annotations

from mkdocs_journey.diagnostics import Finding, Severity
from mkdocs_journey.reporters.frame import clean, frame
from mkdocs_journey.reporters.paint import SEVERITIES, Paint, Tone, plain
from mkdocs_journey.reporters.verdict import Verdict, shown_path


def report(finding: Finding, folder: str = "", root: str = "", paint: Paint = plain) -> str:
    """A finding as `path:line:column: severity CODE message [rule-name]`.

    `folder` is that of the site's pages, as seen from where the reader works: it is put before
    the paths of pages. The configuration stands outside it, in `root`.
    """
    line, column = finding.position
    rule, path = finding.rule, shown_path(finding, folder, root)
    place = paint(clean(f"{path}:{line}:{column}:"), Tone.BOLD)
    weight = paint(f"{finding.severity} {rule.code}", SEVERITIES[finding.severity], Tone.BOLD)
    return f"{place} {weight} {clean(finding.message)} {paint(f'[{rule.name}]', Tone.DIM)}"


def write(verdict: Verdict) -> str:
    """Each finding with its line of the file, and what they come to."""
    paint = verdict.paint
    shown = (
        f"{report(finding, verdict.pages, verdict.root, paint)}\n{frame(finding, paint)}\n\n"
        for finding in verdict.findings
    )
    return "".join([*shown, paint(_summary(verdict), Tone.BOLD), "\n"])


def _summary(verdict: Verdict) -> str:
    checked = _count(verdict.checked, "page with maps or personas", "pages with maps or personas")
    if not verdict.findings:
        return f"Nothing to report in {checked}."
    words = {
        Severity.ERROR: ("error", "errors"),
        Severity.WARNING: ("warning", "warnings"),
        Severity.INFO: ("note", "notes"),
    }
    counts = [_count(n, *words[severity]) for severity, n in verdict.counts.items() if n]
    files = _count(len({verdict.path(finding) for finding in verdict.findings}), "file", "files")
    return f"{', '.join(counts)} in {files}; checked {checked}."


def _count(number: int, one: str, several: str) -> str:
    return f"{number:,} {one if number == 1 else several}"
