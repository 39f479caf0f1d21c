"""What the pages of the reference have in common."""

from __future__ import annotations

import re

NOTE = "<!-- Written by tools/write_reference.py from the declarations in the code. -->\n"


def cell(text: str) -> str:
    """Text as a cell of a Markdown table."""
    return text.replace("|", "\\|")


def fenced(text: str, language: str) -> str:
    """Text inside a fence that is longer than any within it."""
    longest = max((len(run) for run in re.findall(r"`{3,}", text)), default=2)
    fence = "`" * (longest + 1)
    shown = text.replace("\t", "→   ").replace("\x07", "␇")
    return f"{fence}{language}\n{shown.rstrip()}\n{fence}\n"
