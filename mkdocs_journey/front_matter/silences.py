"""Comments that silence one finding where it stands, with the reason."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from mkdocs_journey.diagnostics import Finding, find
from mkdocs_journey.front_matter import rules
from mkdocs_journey.source import Source, Span

_COMMENT = re.compile(
    r"^(?P<before>.*?)(?P<comment>#[ \t]*journey:[ \t]*ignore\[(?P<names>[^\]\n]*)\]"
    r"(?P<reason>[^\n]*))$",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Silence:
    """A comment `# journey: ignore[name] reason` and the line that it speaks of."""

    path: str
    """Path of the file that the comment stands in."""
    line: int
    names: frozenset[str]
    """Names or codes of the rules that stay silent on that line."""
    span: Span
    """Where the names stand."""


def find_silences(source: Source, span: Span) -> tuple[tuple[Silence, ...], tuple[Finding, ...]]:
    """Comments that silence findings, and a finding for each that gives no reason."""
    silences: list[Silence] = []
    findings: list[Finding] = []
    for match in _COMMENT.finditer(source.text, span.start, span.end):
        names = frozenset(name.strip() for name in match["names"].split(",") if name.strip())
        line = source.position(match.start("comment")).line
        if not match["before"].strip():
            line = _next_line(source, line)
        if names:
            silences.append(Silence(source.path, line, names, Span(*match.span("names"))))
        if names and match["reason"].strip():
            continue
        message = (
            "nothing is named in `ignore[]`: write the rule's name in it"
            if not names
            else f"no reason for silencing `{match['names'].strip()}`: write it behind the `]`"
        )
        place = Span(*match.span("comment"))
        findings.append(find(rules.SILENCED_WITHOUT_REASON, source, place, message))
    return tuple(silences), tuple(findings)


def _next_line(source: Source, line: int) -> int:
    """First line below that is no comment: what a comment above speaks of."""
    number = line + 1
    while source.line(number).lstrip()[:1] == "#":
        number += 1
    return number


def silence(findings: Iterable[Finding], silences: Iterable[Silence]) -> tuple[Finding, ...]:
    """Findings that no comment silences; a silence never silences the lack of its reason."""
    by_line: dict[tuple[str, int], set[str]] = {}
    for item in silences:
        by_line.setdefault((item.path, item.line), set()).update(item.names)
    return tuple(
        finding
        for finding in findings
        if finding.rule is rules.SILENCED_WITHOUT_REASON
        or not {finding.rule.name, finding.rule.code}
        & by_line.get((finding.path, finding.position.line), set())
    )
