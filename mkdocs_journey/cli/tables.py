"""Tables of text, aligned as a terminal shows them."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_journey.reporters.frame import clean, width

_GAP = "  "


def write_table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A line for the heads and one for each row, the last column ragged."""
    lines = [list(heads), *([clean(" ".join(cell.split())) for cell in row] for row in rows)]
    widths = [max(map(width, column)) for column in zip(*lines, strict=True)]
    return "".join(
        _GAP.join(
            cell + " " * (room - width(cell)) for cell, room in zip(line, widths, strict=True)
        ).rstrip()
        + "\n"
        for line in lines
    )
