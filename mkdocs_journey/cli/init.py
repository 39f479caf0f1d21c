"""`init`: the starter site in a folder of one's own."""

from __future__ import annotations

from pathlib import Path

import click

from mkdocs_journey.cli.files import write_new
from mkdocs_journey.cli.starter import read_starter
from mkdocs_journey.languages import LANGUAGES


@click.command(epilog="Example: mkdocs-journey init our-journeys --language pt-BR")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    default=LANGUAGES[0],
    show_default=True,
    help="Language of its pages and settings.",
)
@click.option("--force", is_flag=True, help="Overwrite files of the same names.")
def command(folder: Path, language: str, force: bool) -> None:
    """Write the starter site into DIR: a map, a persona, settings and pipelines, ready to build.

    What is there already stays as it is: without --force nothing is written where a file of the
    starter site would replace another one.
    """
    written = {folder / path: text for path, text in read_starter(language).items()}
    write_new(written, is_forced=force)
    is_here = folder.resolve() == Path.cwd()
    click.echo(f"Wrote {len(written)} files {'here' if is_here else f'into {folder}'}.")
    where = "" if is_here else "go there, "
    click.echo(f"Next: {where}`pip install -r requirements.txt`, and `mkdocs serve --livereload`.")
