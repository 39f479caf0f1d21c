"""`export`: maps as files to take along."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

import click

from mkdocs_journey.atlas import Atlas, Map
from mkdocs_journey.catalog import Catalog
from mkdocs_journey.cli.compiling import compile_pages
from mkdocs_journey.cli.files import write_new
from mkdocs_journey.cli.options import find_project, site_options
from mkdocs_journey.cli.output import write_out
from mkdocs_journey.cli.progress import progress
from mkdocs_journey.compilation import Compilation
from mkdocs_journey.diagrams import drawn_or, find_engine
from mkdocs_journey.formats import csv, html, json, markdown, mermaid, svg, xlsx, yaml
from mkdocs_journey.formats.imported import FormatError
from mkdocs_journey.project import Project, ProjectError
from mkdocs_journey.render.chart import no_chart
from mkdocs_journey.translations import Translator

_Write: TypeAlias = Callable[[Map, Compilation, Project], str | bytes]


def _html(found: Map, site: Compilation, project: Project) -> str:
    draw = find_engine() if project.options.get("diagrams") == "svg" else None
    chart = drawn_or(draw, no_chart)
    return html.write(found, site.atlas.catalog, site.translator, project.today, chart)


FORMATS: Mapping[str, tuple[str, _Write]] = MappingProxyType(
    {
        "json": (".json", lambda found, *_: json.write(found)),
        "yaml": (".journey.yml", lambda found, at, _: yaml.write(found, *_words(at))),
        "csv": (".csv", lambda found, at, _: csv.write(found, *_words(at))),
        "xlsx": (".xlsx", lambda found, at, _: xlsx.write(found, *_words(at))),
        "markdown": (".table.md", lambda found, at, _: markdown.write(found, *_words(at))),
        "mermaid": (".mmd", lambda found, at, _: mermaid.write(found, *_words(at))),
        "svg": (".svg", lambda found, at, _: svg.write(found, *_words(at))),
        "html": (".html", _html),
    }
)
"""Ending of a format's files, and its writer."""


@click.command(epilog="Example: mkdocs-journey export docs/order.md --to xlsx -o order.xlsx")
@click.argument("map", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--to", "to", type=click.Choice(list(FORMATS)), required=True, help="The format.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Where to write it, with --all a folder; without it one map is printed.",
)
@click.option("--all", "is_all", is_flag=True, help="Every map of the site, into the folder of -o.")
@click.option("--force", is_flag=True, help="Overwrite files that are there.")
@site_options
def command(
    map: Path | None,
    to: str,
    output: Path | None,
    is_all: bool,
    force: bool,
    config: Path | None,
    today: str,
) -> None:
    """Write the page MAP, or --all maps of a site, in another format.

    What each format holds is in the guide. Nothing is written where one of the maps cannot be.
    """
    if is_all == (map is not None):
        raise click.UsageError("name one MAP, or write --all")
    if is_all and output is None:
        raise click.UsageError("name a folder for --all with -o")
    project = find_project(config, today, map)
    site = compile_pages(project, project.read_pages())
    ending, write = FORMATS[to]
    if map is None and output is not None:
        write_new(_write_all(site, project, output, to), is_forced=force)
        return
    found = find_map(site.atlas, project, map or Path())
    content = _written(write, found, site, project)
    if output is not None:
        if output.is_dir():
            output = output / f"{Path(found.path).stem}{ending}"
        write_new({output: content}, is_forced=force)
    elif isinstance(content, str):
        write_out(content)
    elif sys.stdout.isatty():
        raise click.UsageError("a spreadsheet is no text to print: name a file with -o")
    else:
        click.echo(content, nl=False)


def _write_all(
    site: Compilation, project: Project, folder: Path, to: str
) -> dict[Path, str | bytes]:
    ending, write = FORMATS[to]
    if folder.exists() and not folder.is_dir():
        raise ProjectError(f"{folder} is a file: name a folder")
    with progress(site.atlas.maps.items(), "Writing") as shown:
        return {
            folder / f"{path.rpartition('.')[0]}{ending}": _written(write, found, site, project)
            for path, found in shown
        }


def _words(site: Compilation) -> tuple[Catalog, Translator]:
    return site.atlas.catalog, site.translator


def _written(write: _Write, found: Map, site: Compilation, project: Project) -> str | bytes:
    try:
        return write(found, site, project)
    except FormatError as problem:
        raise ProjectError(str(problem)) from None


def find_map(atlas: Atlas, project: Project, file: Path) -> Map:
    """The map of a page, or of the file that a page names."""
    place = file.resolve()
    docs = project.docs.resolve()
    if not place.is_relative_to(docs):
        raise ProjectError(f"{file} is not among the site's pages in {project.docs}: name one")
    path = place.relative_to(docs).as_posix()
    for page in atlas.pages.values():
        if path in (page.path, page.map_source.path) and page.path in atlas.maps:
            return atlas.maps[page.path]
    raise ProjectError(f"no map that can be read in {file}: see `mkdocs-journey check {file}`")
