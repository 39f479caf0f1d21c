"""Outputs of what changed in maps: one file each, all with the same verb."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module

from mkdocs_journey.differences import PageChanges

FORMATS = ("text", "markdown", "json")
"""Names of the outputs, which are those of their files."""

Write = Callable[[Sequence[PageChanges]], str]
"""Writes the changes of all pages as a whole document."""


def find_reporter(format: str) -> Write:
    """Return the writer of an output."""
    write: Write = import_module(f"{__name__}.{format}").write
    return write
