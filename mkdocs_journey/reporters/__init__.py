"""Outputs of findings: one file each, all with the same verb."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from mkdocs_journey.reporters.verdict import Verdict

FORMATS = ("text", "json", "github", "gitlab", "sarif", "junit")
"""Names of the outputs, which are those of their files."""

Write = Callable[[Verdict], str]
"""Writes a check's findings as a whole document."""


def find_reporter(format: str) -> Write:
    """Return the writer of an output; the others are not loaded."""
    write: Write = import_module(f"mkdocs_journey.reporters.{format}").write
    return write
