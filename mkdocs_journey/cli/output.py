"""What commands print."""

from __future__ import annotations

import sys

import click


def write_out(text: str) -> None:
    """Print a text, into files and pipes in UTF-8 whatever the machine's own encoding.

    What no encoding has, half of a pair of surrogates, becomes a question mark.
    """
    encoded = text.encode("utf-8", "replace")
    click.echo(encoded.decode() if sys.stdout.isatty() else encoded, nl=False)
