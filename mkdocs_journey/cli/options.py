"""Options that commands share, and what they lead to."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from mkdocs_journey.project import Project, find_settings, open_project

_Function = TypeVar("_Function", bound=Callable[..., Any])


def site_options(function: _Function) -> _Function:
    """Add `--config` and `--today`."""
    config = click.option(
        "--config",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        metavar="FILE",
        help="The site's mkdocs.yml; without it the nearest one, from here upwards.",
    )
    today = click.option(
        "--today",
        default="",
        metavar="DATE",
        help="Day that reviews and due dates are measured from, like 2026-10-02.",
    )
    return config(today(function))


def format_option(*formats: str) -> Callable[[_Function], _Function]:
    """Add `--format` with its choices, of which the first is the default."""
    return click.option(
        "--format",
        "format",
        type=click.Choice(formats),
        default=formats[0],
        show_default=True,
        help="How to write it.",
    )


def find_project(config: Path | None, today: str, start: Path | None = None) -> Project:
    """The site that a command works on: the one named, else the nearest from `start` upwards."""
    start = start or Path.cwd()
    file = config or find_settings(start if start.is_dir() else start.parent)
    return open_project(file, today, os.environ)


def seen_from_here(folder: Path) -> str:
    """A folder as messages name it: from the current one, with forward slashes."""
    shown = Path(os.path.relpath(folder)).as_posix()
    return "" if shown == "." else shown
