"""`assets`: the stylesheet and the script, for sites whose engine runs no plugins."""

from __future__ import annotations

from pathlib import Path

import click

from mkdocs_journey.cli.files import write_new
from mkdocs_journey.cli.options import find_project, seen_from_here, site_options
from mkdocs_journey.render.assets import SCRIPT, STYLESHEET, script, stylesheet


@click.command(epilog="Example: mkdocs-journey assets")
@site_options
def command(config: Path | None, today: str) -> None:
    """Write journey.css and journey.js among the site's pages, for engines that run no plugins.

    With MkDocs the plugin does it. Run this once, and again after each update: what was written
    before is replaced.
    """
    docs = find_project(config, today).docs
    write_new(
        {docs / STYLESHEET: stylesheet(), docs / SCRIPT: script()},
        is_forced=True,
    )
    folder = seen_from_here((docs / STYLESHEET).parent)
    click.echo(f"Wrote journey.css and journey.js into {folder}.")
    click.echo(f"Next: name them in the configuration, `extra_css: [{STYLESHEET}]` and")
    click.echo(f"`extra_javascript: [{SCRIPT}]`.")
