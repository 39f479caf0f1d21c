"""What commands print."""

from __future__ import annotations

import os
import sys

import click

from mkdocs_journey.reporters.paint import Paint, Tone, coloured, plain

_SIGNS = {
    "+": Tone.GREEN,
    "-": Tone.RED,
    "~": Tone.YELLOW,
    ">": Tone.CYAN,
    "@": Tone.CYAN,
}


def write_out(text: str) -> None:
    """Print a text, into files and pipes in UTF-8 whatever the machine's own encoding.

    What no encoding has, half of a pair of surrogates, becomes a question mark.
    """
    encoded = text.encode("utf-8", "replace")
    click.echo(encoded.decode() if is_terminal() else encoded, nl=False)


def is_terminal() -> bool:
    """Whether people read along."""
    return sys.stdout.isatty()


def choose_paint() -> Paint:
    """Colours on a terminal, but for who has set NO_COLOR (no-color.org) or a dumb one."""
    is_wanted = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    return coloured if is_wanted and is_terminal() else plain


def paint_changes(text: str, indent: int = 0) -> str:
    """Changes with each line in the colour of its sign, where colours are wanted.

    `indent` is how many spaces stand before the sign.
    """
    paint = choose_paint()
    return "".join(_paint_change(line, indent, paint) for line in text.splitlines(keepends=True))


def _paint_change(line: str, indent: int, paint: Paint) -> str:
    tone = None if line[:indent].strip() else _SIGNS.get(line[indent : indent + 1])
    words = line.rstrip("\n")
    return paint(words, tone) + line[len(words) :] if tone else line
