"""`fix`: the repairs that are safe."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from difflib import unified_diff
from pathlib import Path

import click

from mkdocs_journey.catalog import Catalog, read_configuration
from mkdocs_journey.cli.compiling import compile_pages
from mkdocs_journey.cli.files import write_whole
from mkdocs_journey.cli.options import find_project, seen_from_here, site_options
from mkdocs_journey.cli.output import paint_changes, write_out
from mkdocs_journey.cli.progress import progress
from mkdocs_journey.diagnostics import Severity
from mkdocs_journey.edits import RefusedError, read_document
from mkdocs_journey.pages import decode, mentions_map, read_page
from mkdocs_journey.project import Project
from mkdocs_journey.repairs import Repaired, repair
from mkdocs_journey.reporters.frame import clean
from mkdocs_journey.reporters.verdict import shown_path
from mkdocs_journey.rules import read_severities

_NOTHING = "mkdocs-journey: nothing to mend; what else is wrong, `mkdocs-journey check` says"


class _Places:
    """Files and folders that are to be mended; all of a site where none is named."""

    def __init__(self, paths: tuple[Path, ...]) -> None:
        self._places = [path.resolve() for path in paths]

    def hold(self, file: Path) -> bool:
        """Whether a file is to be mended."""
        return not self._places or any(map(file.resolve().is_relative_to, self._places))

    def choose(self, docs: Path, pages: Collection[str]) -> Collection[str]:
        """Those of the pages below a folder that are to be read.

        Any page may name what is no page itself as its map, so that only pages lead to no others.
        """
        named = {path: file for path in pages if (file := (docs / path).resolve()) in self._places}
        return named if self._places and {*self._places} == {*named.values()} else pages


@click.command(epilog="Example: mkdocs-journey fix --diff")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--diff", "is_shown", is_flag=True, help="Show what would change, write nothing.")
@site_options
@click.pass_context
def command(
    ctx: click.Context, paths: tuple[Path, ...], is_shown: bool, config: Path | None, today: str
) -> None:
    """Mend what can only have been meant in one way, in all maps of a site or those in PATHS.

    A known key that is misspelt gets its right name, a severity or channel in Portuguese or Spanish
    the word that maps know, a word or emoji for a score its number, and stages and touchpoints
    their ids. All else stays as it is, to the byte. Exit code: 0 when nothing is left to mend, 1
    where something is (with --diff where anything would change), 2 where it could not be done.
    """
    project = find_project(config, today, paths[0] if paths else None)
    catalog, _ = read_configuration(project.options)
    severities, _ = read_severities(project.options.get("rules") or {})
    done = files = 0
    for file, is_page in sorted(_files(project, catalog, paths).items()):
        shown = seen_from_here(file)
        try:
            before = read_document(shown, file.read_bytes())
        except RefusedError as error:
            click.echo(f"mkdocs-journey: left out {error}", err=True)
            continue
        repaired = repair(before, catalog, severities, is_page=is_page)
        done, files = done + len(repaired.done), files + bool(repaired.done)
        if is_shown:
            write_out(
                paint_changes(_diff(shown, before.source.text, repaired.document.source.text))
            )
            continue
        if repaired.document.raw != before.raw:
            write_whole(file, repaired.document.raw)
        _tell(shown, repaired)
    if is_shown:
        if not done:
            click.echo(_NOTHING, err=True)
        ctx.exit(1 if done else 0)
    left = _count_left(project, paths)
    write_out(f"{_count(done, 'repair')} in {_count(files, 'file')}, {_count(left, 'fault')} left")
    write_out(": `mkdocs-journey check` says what to write\n" if left else "\n")
    ctx.exit(1 if left else 0)


def _files(project: Project, catalog: Catalog, paths: tuple[Path, ...]) -> dict[Path, bool]:
    """Files that hold maps and personas, and whether each is a page or a map's own file."""
    pages = project.read_pages()
    docs = project.docs.resolve()
    places = _Places(paths)
    found: dict[Path, bool] = {}
    maps = {path: text for path, text in pages.contents.items() if mentions_map(text)}
    wanted = places.choose(docs, maps)
    with progress(wanted) as shown:
        for path in shown:
            page = read_page(decode(path, maps[path])[0], catalog, project.load)
            if page is None:
                continue
            found[(docs / path).resolve()] = True
            if page.map_source.path != path:
                found[(docs / page.map_source.path).resolve()] = False
    return {file: is_page for file, is_page in found.items() if places.hold(file)}


def _tell(shown: str, repaired: Repaired) -> None:
    for item in (*repaired.done, *repaired.left):
        line, column = item.position
        write_out(clean(f"{shown}:{line}:{column}: {item.message}") + "\n")


def _diff(shown: str, before: str, after: str) -> str:
    return "".join(_with_ends(unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), shown, shown
    )))  # fmt: skip


def _with_ends(lines: Iterator[str]) -> Iterator[str]:
    """Lines of a diff as `patch` reads them where the file's last one has no end."""
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _count_left(project: Project, paths: tuple[Path, ...]) -> int:
    """Errors and warnings that a check of the same maps still finds."""
    places = _Places(paths)
    docs, root = str(project.docs), str(project.root)
    compiled = compile_pages(
        project, project.read_pages(), is_asked=lambda path: places.hold(project.docs / path)
    )
    return sum(
        places.hold(Path(shown_path(finding, docs, root)))
        for finding in compiled.findings
        if finding.severity is not Severity.INFO
    )


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
