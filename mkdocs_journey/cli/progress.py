"""How far a command is, on a terminal and where it takes long."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import TypeVar

import click

Item = TypeVar("Item")
_MANY = 100
"""Maps from which on a command takes long enough to show how far it is."""


@contextmanager
def progress(items: Collection[Item], label: str = "Reading") -> Iterator[Iterator[Item]]:
    """The same items, one after the other, with a bar on the error stream."""
    is_hidden = len(items) < _MANY or not sys.stderr.isatty()
    with click.progressbar(items, label=label, file=sys.stderr, hidden=is_hidden) as shown:
        yield iter(shown)
