"""What a check says: a rule is declared once, a finding points at a piece of text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from mkdocs_journey.source import Position, Source, Span


class Severity(StrEnum):
    """How much a finding weighs: an error, or a warning that `--strict` turns into a failure."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Rule:
    """One check, declared once: its code, its documentation and its tests come from here."""

    code: str
    """Stable short code, `J` and three digits; the first digit is the family."""
    name: str
    """Readable name in kebab-case, as `# journey: ignore[name]` and `rules:` use it."""
    severity: Severity
    """Severity where the site sets no other."""
    summary: str
    """What is checked, one sentence."""
    why: str
    """What goes wrong for readers or teams when it is not kept."""
    bad: str
    """A page (or front matter) that the rule reports, as text."""
    good: str
    """The same, mended: reported by no rule."""
    repair: str = ""
    """What `fix` writes of itself, one sentence; empty where only people can know."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault at one place, with a message that says what stands there and what to write."""

    rule: Rule
    message: str
    source: Source
    span: Span
    severity: Severity

    @property
    def path(self) -> str:
        """Path of the file the fault stands in."""
        return self.source.path

    @property
    def position(self) -> Position:
        """Line and column of the value at fault."""
        return self.source.position(self.span.start)

    @property
    def order(self) -> tuple[str, int, str, str]:
        """Key that sorts findings by file, place, code and words: the same on every machine."""
        return (self.path, self.span.start, self.rule.code, self.message)


_ENDS = re.compile(r"[\t\n\r\u2028\u2029]+")
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def seen(text: str) -> str:
    """Text on one line, without what a terminal or a log would obey instead of showing it."""
    return _UNSEEN.sub("\ufffd", _ENDS.sub(" ", text))


def find(rule: Rule, source: Source, span: Span, message: str) -> Finding:
    """A finding of a rule with the rule's own severity; what it quotes can be printed anywhere."""
    return Finding(rule, seen(message), source, span, rule.severity)


def weigh(findings: Iterable[Finding], severities: dict[str, Severity]) -> tuple[Finding, ...]:
    """Findings in order, each once, with the severities that a site sets by rule name.

    Those that it turns off are left out.
    """
    weighed = (
        replace(finding, severity=severities[finding.rule.name])
        if finding.rule.name in severities
        else finding
        for finding in findings
    )
    kept = {finding for finding in weighed if finding.severity is not Severity.OFF}
    return tuple(sorted(kept, key=lambda finding: finding.order))
