"""Findings to be written, those with text that every format must escape among them."""

from __future__ import annotations

from dataclasses import replace

from mkdocs_journey.diagnostics import Finding, Severity, find
from mkdocs_journey.model.rules import UNKNOWN_KEY
from mkdocs_journey.reporters.verdict import Verdict
from mkdocs_journey.rules.configuration import BAD_CONFIGURATION
from mkdocs_journey.source import Source, Span

PAGE = """\
---
journey:
  stages:
    - name: Buy
      chanel: web
      touchpoints:
        - {name: Pay, chanel: web}
        - {name: Pay, chanel: web}
---

# Text, with a wrong block
"""
HOSTILE = 'a <b> & "c" ]]> 100%: x,y\r\n\x1b[2J \ufffe 😀 ::error::'


def finding(
    source: Source,
    text: str,
    message: str = "m",
    *,
    severity: Severity = Severity.ERROR,
    nth: int = 0,
) -> Finding:
    """A finding at the n-th place where a text stands in a source."""
    start = -1
    for _ in range(nth + 1):
        start = source.text.index(text, start + 1)
    found = find(UNKNOWN_KEY, source, Span(start, start + len(text)), message)
    # As if nobody had cleaned it: each format escapes for itself.
    return replace(found, severity=severity, message=message)


def verdict(*findings: Finding, is_strict: bool = False) -> Verdict:
    """A check with some findings."""
    return Verdict(findings, pages="docs", checked=2, is_strict=is_strict, version="1.2.3")


def several() -> Verdict:
    """Findings of every severity, of pages and of the configuration, with hostile text."""
    page = Source("a/order, 100% (é).md", PAGE)
    settings = Source("mkdocs.yml", "a: 1\n")
    return verdict(
        finding(page, "chanel", HOSTILE),
        finding(page, "chanel", "again", severity=Severity.WARNING, nth=1),
        finding(page, "chanel", "again", severity=Severity.INFO, nth=2),
        finding(page, "# Text, with a wrong block\n", "of two lines"),
        find(BAD_CONFIGURATION, settings, Span(3, 4), "m"),
    )
