"""How far a command is, on a terminal and where it takes long."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager

import click

_MANY = 100
"""Pages from which on a command takes long enough to show how far it is."""


@contextmanager
def progress(paths: Collection[str]) -> Iterator[Iterator[str]]:
    """The same paths, one after the other, with a bar on the error stream."""
    is_hidden = len(paths) < _MANY or not sys.stderr.isatty()
    with click.progressbar(paths, label="Reading", file=sys.stderr, hidden=is_hidden) as shown:
        yield iter(shown)
