"""`new`: a commented page to begin with."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from string import Template
from typing import Any, TypeVar, get_args

import click

from mkdocs_journey.catalog import KindName, read_configuration
from mkdocs_journey.cli.files import write_new
from mkdocs_journey.cli.options import find_project, seen_from_here
from mkdocs_journey.languages import LANGUAGES
from mkdocs_journey.project import Project, ProjectError

_PAGES = Path(__file__).with_name("pages")
_FOLDERS = {"map": ("journeys", "jornadas", "recorridos"), "persona": ("personas",)}
"""Where pages of a sort go: the folder that is there, else the first. The starter site has them."""
_MARKUP = re.compile(r"[\\`*_{}\[\]<>#]")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029]+")
_KINDS: tuple[str, ...] = get_args(KindName)

_Function = TypeVar("_Function", bound=Callable[..., Any])


def _page_options(function: _Function) -> _Function:
    """Add what both pages take."""
    for option in (
        click.option("--force", is_flag=True, help="Overwrite the page if it is there."),
        click.option(
            "-o",
            "--output",
            type=click.Path(dir_okay=False, path_type=Path),
            metavar="FILE",
            help="Where to write it; else by its name, in the folder of its sort.",
        ),
        click.option(
            "--language",
            type=click.Choice(LANGUAGES),
            help="Language of its comments; else the site's.",
        ),
        click.option(
            "--config",
            type=click.Path(exists=True, dir_okay=False, path_type=Path),
            metavar="FILE",
            help="The site's mkdocs.yml; without it the nearest one, from here upwards.",
        ),
    ):
        function = option(function)
    return function


_name_argument = click.argument(
    "name",
    nargs=-1,
    required=True,
    metavar="NAME",
    # Without quotes the shell makes several words of a name: they are still one.
    callback=lambda _ctx, _param, words: " ".join(words),
)


@click.group(epilog="Example: mkdocs-journey new map 'Booking a visit' --kind service-blueprint")
def command() -> None:
    """Write a page with comments that say what to put where."""


@command.command("map", epilog="Example: mkdocs-journey new map 'Booking a visit'")
@_name_argument
@click.option(
    "--kind", type=click.Choice(_KINDS), default=_KINDS[0], show_default=True, help="Kind of map."
)
@_page_options
def write_map(
    name: str,
    kind: str,
    config: Path | None,
    language: str | None,
    output: Path | None,
    force: bool,
) -> None:
    """Write a page with a map called NAME into the site's folder of maps, `journeys`."""
    project = find_project(config, "")
    page = draft(project, name, kind, language)
    _write(project, output or _folder(project, "map") / _file(name), page, force)


@command.command("persona", epilog="Example: mkdocs-journey new persona 'Robin Vega'")
@_name_argument
@_page_options
def write_persona(
    name: str, config: Path | None, language: str | None, output: Path | None, force: bool
) -> None:
    """Write a page with a persona called NAME into the site's folder `personas`."""
    project = find_project(config, "")
    page = draft(project, name, "persona", language)
    _write(project, output or _folder(project, "persona") / _file(name), page, force)


def draft(project: Project, name: str, kind: str, language: str | None) -> str:
    """Text of a page of a kind of map, or of a `persona`."""
    title = " ".join(_UNSEEN.sub(" ", name).split())
    if not title:
        raise ProjectError("a page needs a name: write it in quotes, as 'Booking a visit'")
    folder = _PAGES / (language or read_configuration(project.options)[0].language).lower()[:2]
    folder = folder if folder.is_dir() else _PAGES / "en"
    is_map = kind != "persona"
    page = folder / ("map.md" if is_map else "persona.md")
    stages = (folder / f"{kind}.yml").read_text(encoding="utf-8") if is_map else ""
    return Template(page.read_text(encoding="utf-8")).substitute(
        title=json.dumps(title, ensure_ascii=False),
        heading=_MARKUP.sub(r"\\\g<0>", title),
        kind=kind,
        day=project.today.isoformat(),
        stages=Template(stages).substitute(),
    )


def _folder(project: Project, sort: str) -> Path:
    folders = [project.docs / name for name in _FOLDERS[sort]]
    return next((folder for folder in folders if folder.is_dir()), folders[0])


def _file(name: str) -> str:
    from mkdocs_journey.values.text import slugify  # the model takes long to load

    slug = slugify(name)
    if not slug:
        raise ProjectError(f"{name!r} makes no file name: name the file with `--output`")
    return f"{slug}.md"


def _write(project: Project, file: Path, page: str, is_forced: bool) -> None:
    write_new({file: page}, is_forced=is_forced)
    click.echo(f"Wrote {seen_from_here(file)}.")
    if not file.resolve().is_relative_to(project.docs.resolve()):
        click.echo(f"It is no page of the site: those are in {seen_from_here(project.docs)}.")
