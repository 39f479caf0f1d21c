"""Colours of text on a terminal: which parts of an output stand out, and how."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Concatenate, TypeAlias

from mkdocs_journey.diagnostics import Severity


class Tone(StrEnum):
    """A way to stand out, as the code that terminals know it by (ECMA-48, SGR)."""

    BOLD = "1"
    DIM = "2"
    RED = "31"
    GREEN = "32"
    YELLOW = "33"
    BLUE = "34"
    CYAN = "36"


Paint: TypeAlias = Callable[Concatenate[str, ...], str]
"""Sets a text off by some tones."""

SEVERITIES: Mapping[Severity, Tone] = MappingProxyType(
    {Severity.ERROR: Tone.RED, Severity.WARNING: Tone.YELLOW, Severity.INFO: Tone.CYAN}
)
"""Colour of a finding; its word stands beside it, for who cannot tell them apart."""


def plain(text: str, *_tones: Tone) -> str:
    """Leave a text as it is: for files, pipes, and who wants no colours."""
    return text


def coloured(text: str, *tones: Tone) -> str:
    """Colour a text for a terminal."""
    return f"\x1b[{';'.join(tones)}m{text}\x1b[0m" if text else ""
