"""`diff`: what changed in maps between two files, two folders or two revisions."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click

from mkdocs_journey.catalog import Catalog, read_configuration
from mkdocs_journey.cli.options import format_option
from mkdocs_journey.cli.output import paint_changes, write_out
from mkdocs_journey.cli.progress import progress
from mkdocs_journey.cli.revisions import open_revision, read_pages_at, read_range
from mkdocs_journey.differences import PageChanges, compare_pages, compare_sites
from mkdocs_journey.pages import Load, Page, decode, mentions_map, read_page
from mkdocs_journey.project import (
    NAMES,
    Project,
    ProjectError,
    find_settings,
    loader,
    open_project,
    read_pages,
)
from mkdocs_journey.project.files import MOST_BYTES
from mkdocs_journey.reporters.differences import FORMATS, find_reporter
from mkdocs_journey.source import Source

_MAY_NAME_A_FILE = re.compile(rb"^[\"']?journey[\"']?[ \t]*:[ \t]*\S", re.MULTILINE)
_MAP_FILES = (".yml", ".yaml")


@dataclass(frozen=True)
class _Side:
    """One of two states."""

    contents: Mapping[str, bytes]
    """Bytes of each page by its path."""
    load: Load


@dataclass(frozen=True)
class _Site:
    """What both states are read with: the site's catalogue of today.

    A setting that changed between them is not a change of every map.
    """

    docs: Path
    values: Mapping[str, Any] = field(default_factory=dict)
    options: Mapping[str, Any] = field(default_factory=dict)

    @property
    def catalog(self) -> Catalog:
        return read_configuration(self.options)[0]


@click.command(epilog="Example: mkdocs-journey diff main..HEAD --format markdown")
@click.argument("before", metavar="A|REV1..REV2")
@click.argument("after", metavar="[B]", required=False)
@click.option(
    "--config",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="The site's mkdocs.yml; without it the nearest one, from here or B upwards.",
)
@format_option(*FORMATS)
@click.pass_context
def command(
    ctx: click.Context, before: str, after: str | None, config: Path | None, format: str
) -> None:
    """Say what changed in maps and personas, not in their text.

    Compares the maps or folders A and B, or the site's pages at two git revisions. Exit code: 0
    where nothing changed, 1 where something did, 2 where they could not be compared.
    """
    pages = _between_revisions(before, config) if after is None else _between(before, after, config)
    text = find_reporter(format)(pages)
    write_out(paint_changes(text, indent=4) if format == "text" else text)
    ctx.exit(1 if pages else 0)


def _between_revisions(range: str, config: Path | None) -> tuple[PageChanges, ...]:
    names = read_range(range)
    site = _of_project(_open(config, Path.cwd()))
    revisions = [open_revision(site.docs, name) for name in names]
    old, new = (_Side(read_pages_at(found, site.values), found.load) for found in revisions)
    return _compare(old, new, site.catalog)


def _between(before: str, after: str, config: Path | None) -> tuple[PageChanges, ...]:
    one, other = Path(before), Path(after)
    for path in (one, other):
        if not path.exists():
            raise ProjectError(f"no file or folder {path}: name two maps, or two folders")
    if one.is_dir() != other.is_dir():
        raise ProjectError(f"{one} and {other}: name two maps, or two folders")
    if one.is_dir():
        old, new = _folder(one, config), _folder(other, config)
        return _compare(_side(old), _side(new), new.catalog)
    catalog = _near(other, config).catalog
    changes = compare_pages(_file(one, catalog), _file(other, catalog), is_same_place=True)
    return (changes,) if changes.changes else ()


def _compare(old: _Side, new: _Side, catalog: Catalog) -> tuple[PageChanges, ...]:
    """Changes between two states; pages that are the same to the byte are not read."""
    same = {
        path
        for path, content in old.contents.items()
        if new.contents.get(path) == content and not _MAY_NAME_A_FILE.search(content)
    }
    return compare_sites(*(_read(side, catalog, same) for side in (old, new)))


def _read(side: _Side, catalog: Catalog, same: set[str]) -> dict[str, Page]:
    found: dict[str, Page] = {}
    wanted = [path for path, text in side.contents.items() if path not in same]
    with progress([path for path in wanted if mentions_map(side.contents[path])]) as shown:
        for path in shown:
            page = read_page(decode(path, side.contents[path])[0], catalog, side.load)
            if page is not None and page.is_unreadable:
                raise ProjectError(_unreadable(page))
            if page is not None:
                found[path] = page
    return found


def _file(path: Path, catalog: Catalog) -> Page:
    """The map or persona of one file: a page, or a map's own file."""
    with path.open("rb") as stream:
        content = stream.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        raise ProjectError(f"{path} has more than {MOST_BYTES:,} bytes: is it a map?")
    load = loader(path.parent)
    if path.suffix in _MAP_FILES:
        # A page that does nothing but name the file, as such a file is read on a site.
        source = Source(str(path), f"---\ntitle: {path.name}\njourney: ./map{path.suffix}\n---\n")
        page = read_page(source, catalog, lambda _: content)
    else:
        text = decode(path.name, content)[0].text
        page = read_page(Source(path.name, text), catalog, load)
    if page is None:
        raise ProjectError(f"{path} has no map and no persona: name a page that has one")
    if page.is_unreadable:
        raise ProjectError(_unreadable(page))
    return page


def _unreadable(page: Page) -> str:
    finding = page.findings[0]
    line, column = finding.position
    where = f"{finding.source.path}:{line}:{column}"
    return f"{where}: {finding.message} (this map cannot be compared until it can be read)"


def _open(config: Path | None, start: Path) -> Project:
    return open_project(config or find_settings(start), "", os.environ)


def _of_project(project: Project) -> _Site:
    return _Site(project.docs, project.settings.values, project.options)


def _side(site: _Site) -> _Side:
    return _Side(read_pages(site.docs, site.values).contents, loader(site.docs))


def _folder(folder: Path, config: Path | None) -> _Site:
    """A site's folder, or a folder of pages, with what the site around it declares."""
    if config is None and any((folder / name).is_file() for name in NAMES):
        return _of_project(_open(None, folder))
    near = _near(folder, config)
    return _Site(folder, near.values if near.docs == folder.resolve() else {}, near.options)


def _near(path: Path, config: Path | None) -> _Site:
    """The site that a file or folder is in; where there is none, one without settings."""
    folder = path if path.is_dir() else path.parent
    try:
        return _of_project(_open(config, folder))
    except ProjectError:
        if config is not None:
            raise
        return _Site(folder)
