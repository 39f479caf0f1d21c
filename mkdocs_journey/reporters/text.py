"""Findings as lines that people read and editors jump from."""

from __future__ import annotations

from mkdocs_journey.diagnostics import Finding

_CONFIGURATION = "J6"
"""How the codes of rules about the configuration begin."""


def report(finding: Finding, folder: str = "") -> str:
    """A finding as `path:line:column: severity CODE message [rule-name]`.

    `folder` is that of the site's pages, as seen from where the reader works: it is put before
    the paths of pages, and not before that of the configuration, which stands outside it.
    """
    line, column = finding.position
    rule = finding.rule
    is_page = not rule.code.startswith(_CONFIGURATION)
    path = f"{folder}/{finding.path}" if folder not in ("", ".") and is_page else finding.path
    return f"{path}:{line}:{column}: {finding.severity} {rule.code} {finding.message} [{rule.name}]"
