"""What every output of findings is made from."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from mkdocs_journey.diagnostics import Finding, Severity
from mkdocs_journey.reporters.identity import Identity, identify
from mkdocs_journey.reporters.paint import Paint, plain

_CONFIGURATION = "J6"
"""How the codes of rules about the configuration begin."""


@dataclass(frozen=True)
class Verdict:
    """The findings of one check, and how they weigh in it."""

    findings: tuple[Finding, ...]
    """In the order of `Finding.order`."""
    pages: str = ""
    """Folder of the site's pages, as seen from where the reader works."""
    root: str = ""
    """Folder of the configuration, seen from there."""
    checked: int = 0
    """Pages with a map or persona that were checked."""
    is_strict: bool = False
    """Warnings fail the check as errors do."""
    version: str = ""
    """Version of this program."""
    paint: Paint = plain
    """How a text output sets its parts off."""

    def path(self, finding: Finding) -> str:
        """Path of a finding's file, as seen from where the reader works."""
        return shown_path(finding, self.pages, self.root)

    def fails(self, finding: Finding) -> bool:
        """Whether a finding is reason enough for the check to fail."""
        is_warning = finding.severity is Severity.WARNING
        return finding.severity is Severity.ERROR or (is_warning and self.is_strict)

    @property
    def is_failure(self) -> bool:
        """Whether the check fails."""
        return any(map(self.fails, self.findings))

    @property
    def counts(self) -> Mapping[Severity, int]:
        """How many findings there are of each severity."""
        found = Counter(finding.severity for finding in self.findings)
        return {severity: found[severity] for severity in Severity if severity is not Severity.OFF}

    @cached_property
    def identities(self) -> tuple[Identity, ...]:
        """What each finding is known by, whatever line it moves to."""
        return identify(self.findings)


def shown_path(finding: Finding, pages: str = "", root: str = "") -> str:
    """Path of a finding's file under the folder of the pages, or that of the configuration."""
    is_setting = finding.rule.code.startswith(_CONFIGURATION)
    return posixpath.normpath(posixpath.join(root if is_setting else pages, finding.path))
