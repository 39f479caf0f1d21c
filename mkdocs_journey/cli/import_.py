"""`import`: a map from a file that people or other tools made."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from mkdocs_journey.catalog import BUILT_IN, Catalog, read_configuration
from mkdocs_journey.cli.files import write_new
from mkdocs_journey.cli.options import find_project, site_options
from mkdocs_journey.cli.output import write_out
from mkdocs_journey.formats import yaml
from mkdocs_journey.formats.choosing import read_file
from mkdocs_journey.formats.imported import MOST_BYTES, FormatError, Imported
from mkdocs_journey.model import read_journey
from mkdocs_journey.project import Project, ProjectError, find_settings
from mkdocs_journey.values.base import Reading
from mkdocs_journey.values.text import slugify

_WRITERS: dict[str, Callable[[Imported], str]] = {
    "page": yaml.write_page,
    "yaml": lambda found: yaml.write_data(found.journey),
}


@click.command(epilog="Example: mkdocs-journey import workshop.xlsx -o docs/workshop.md")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--to",
    "to",
    type=click.Choice(list(_WRITERS)),
    default="page",
    show_default=True,
    help="A page with front matter, or a map's own YAML file.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Where to write it; without it the map is printed.",
)
@click.option("--force", is_flag=True, help="Overwrite the file if it is there.")
@click.option(
    "--update",
    "page",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="MAP",
    help="Put what was edited into this page, and leave all else in it as it stands.",
)
@site_options
@click.pass_context
def command(
    ctx: click.Context,
    file: Path,
    to: str,
    output: Path | None,
    force: bool,
    page: Path | None,
    config: Path | None,
    today: str,
) -> None:
    """Make a map of FILE: CSV, XLSX, JSON, YAML, a Markdown table or a Mermaid journey.

    Spreadsheets may have lanes down or across; headings are known in English, Portuguese and
    Spanish. What could not be placed is listed on the error stream, with row and column; with
    --update the exit code is 1 then.
    """
    if page is not None:
        if output is not None or force:
            raise click.UsageError("--update writes into its page: leave -o and --force out")
        ctx.exit(0 if _update(file, page, find_project(config, today, page)) else 1)
    catalog = _catalog(config, today, file)
    try:
        found = read_file(file.name, _content(file), catalog)
    except FormatError as problem:
        raise ProjectError(f"{file}: {problem}") from None
    text = _WRITERS[to](found)
    if output is None:
        write_out(text)
    else:
        write_new({output: text}, is_forced=force)
    for message in (*map(str, found.notes), *_faults(found, catalog)):
        click.echo(f"{file}: {' '.join(message.split())}", err=True)


def _update(file: Path, page: Path, project: Project) -> bool:
    from mkdocs_journey.cli.update import update  # the whole site: only where it is asked for

    try:
        return update(file, _content(file), page, project)
    except FormatError as problem:
        raise ProjectError(f"{file}: {problem}") from None


def _content(file: Path) -> bytes:
    with file.open("rb") as stream:
        return stream.read(MOST_BYTES + 1)


def _catalog(config: Path | None, today: str, file: Path) -> Catalog:
    """The site's own lanes and channels within a site; elsewhere the built-in ones."""
    try:
        settings = config or find_settings(Path.cwd())
    except ProjectError:
        return BUILT_IN
    return read_configuration(find_project(settings, today, file).options)[0]


def _faults(found: Imported, catalog: Catalog) -> list[str]:
    """What a check will say of the map's values, so that nobody has to ask for it."""
    personas = found.journey.get("personas") or ()
    ids = (slugify(str(who.get("name"))) if isinstance(who, dict) else who for who in personas)
    read = read_journey(found.journey, Reading(catalog, frozenset(map(str, ids))))
    return [f"{'.'.join(map(str, fault.path))}: {fault.message}" for fault in read.faults]
