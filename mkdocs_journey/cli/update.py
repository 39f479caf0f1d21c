"""`import --update`: an edited file put back into the page that it came from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import click

from mkdocs_journey.atlas import Map
from mkdocs_journey.catalog import Catalog
from mkdocs_journey.cli.compiling import compile_pages
from mkdocs_journey.cli.export import find_map
from mkdocs_journey.cli.files import write_whole
from mkdocs_journey.cli.options import seen_from_here
from mkdocs_journey.cli.output import write_out
from mkdocs_journey.compilation import Compilation
from mkdocs_journey.edits import RefusedError, read_document
from mkdocs_journey.formats import csv, markdown, mermaid, xlsx
from mkdocs_journey.formats.choosing import find_format, read_file
from mkdocs_journey.formats.edited import merge_edits
from mkdocs_journey.formats.imported import Imported
from mkdocs_journey.merging import data_of, merge
from mkdocs_journey.project import Project, ProjectError
from mkdocs_journey.reporters.frame import clean
from mkdocs_journey.translations import Translator

_Tables = tuple[
    Callable[[Map, Catalog, Translator], str | bytes], Callable[[Any, Catalog], Imported]
]
_TABLES: Mapping[str, _Tables] = MappingProxyType(
    {
        "csv": (csv.write, csv.read),
        "xlsx": (xlsx.write, xlsx.read_cells),
        "markdown": (markdown.write, markdown.read),
        "mermaid": (mermaid.write, mermaid.read),
    }
)
"""Formats that say less than a map: what they leave out stays as the page has it."""


def update(file: Path, content: bytes, page: Path, project: Project) -> bool:
    """Write what differs in a file into the map of a page; whether all of it could be placed.

    Prints each change, and on the error stream each that the page was not given. Raises
    `ProjectError` and `FormatError`, and then writes nothing.
    """
    site = compile_pages(project, project.read_pages())
    found = find_map(site.atlas, project, page)
    source = site.atlas.pages[found.path].map_source
    target = (project.docs / source.path).resolve()
    shown = seen_from_here(target)
    imported = _read(file, content, found, site)
    try:
        document = read_document(shown, target.read_bytes())
        merged = merge(document, imported, site.atlas.catalog, is_page=source.path == found.path)
    except RefusedError as error:
        raise ProjectError(str(error)) from None
    if merged.document.raw != document.raw:
        write_whole(target, merged.document.raw)
    for line in merged.done:
        write_out(clean(f"{shown}: {line}") + "\n")
    left = (*map(str, imported.notes), *merged.left)
    for line in left:
        click.echo(clean(f"{file}: not placed: {' '.join(line.split())}"), err=True)
    count = len(merged.done)
    write_out(f"{count} change{'' if count == 1 else 's'} in {shown}, {len(left)} not placed\n")
    return not left


def _read(file: Path, content: bytes, found: Map, site: Compilation) -> Imported:
    """The map that a file says, over the one that the page has where the file says less."""
    catalog = site.atlas.catalog
    imported = read_file(file.name, content, catalog)
    tables = _TABLES.get(find_format(file.name, content))
    if tables is None or imported.base is not None:
        return imported
    write, read = tables
    written = read(write(found, catalog, site.translator), catalog)
    return merge_edits(Imported(data_of(found.journey)), written, imported)
