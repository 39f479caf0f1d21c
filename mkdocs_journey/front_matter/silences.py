"""Comments that silence one finding where it stands, with the reason."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import itemgetter

from mkdocs_journey.diagnostics import Finding, find
from mkdocs_journey.front_matter import rules
from mkdocs_journey.front_matter.outline import find_texts
from mkdocs_journey.source import Source, Span

_COMMENT = re.compile(r"#[ \t]*journey:[ \t]*ignore\[(?P<names>[^\[\]\n]*)\](?P<reason>[^\n]*)")


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
    below = (0, 0)
    for match in _comments(source, span):
        names = frozenset(name.strip() for name in match["names"].split(",") if name.strip())
        line, column = source.position(match.start())
        if not source.line(line)[: column - 1].strip():
            below = (line, _next_line(source, line)) if line >= below[1] else below
            line = below[1]
        if names:
            silences.append(Silence(source.path, line, names, Span(*match.span("names"))))
        if names and match["reason"].strip():
            continue
        message = (
            "nothing is named in `ignore[]`: write the rule's name in it"
            if not names
            else f"no reason for silencing `{match['names'].strip()}`: write it behind the `]`"
        )
        place = Span(*match.span())
        findings.append(find(rules.SILENCED_WITHOUT_REASON, source, place, message))
    return tuple(silences), tuple(findings)


def _comments(source: Source, span: Span) -> Iterator[re.Match[str]]:
    """What looks like such a comment and does not stand inside a text."""
    match = _COMMENT.search(source.text, span.start, span.end)
    if match is None:
        return
    texts = find_texts(source.text[span.start : span.end])
    while match is not None:
        at = match.start() - span.start
        before = bisect_right(texts, at, key=itemgetter(0))
        is_comment = not before or at >= texts[before - 1].end
        if is_comment:
            yield match
        after = match.end() if is_comment else match.start() + 1
        match = _COMMENT.search(source.text, after, span.end)


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
    if not by_line:
        return tuple(findings)  # whose lines need not be counted
    return tuple(
        finding
        for finding in findings
        if finding.rule is rules.SILENCED_WITHOUT_REASON
        or not {finding.rule.name, finding.rule.code}
        & by_line.get((finding.path, finding.position.line), set())
    )
