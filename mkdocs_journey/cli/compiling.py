"""A site's pages compiled for a command, with a bar on a terminal where it takes long."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import chain

from mkdocs_journey.cli.progress import progress
from mkdocs_journey.compilation import Compilation, compile_site
from mkdocs_journey.diagrams import drawn_if_in_doubt, find_engine
from mkdocs_journey.pages import Load, decode, mentions_map, refuse
from mkdocs_journey.project import Pages, Project
from mkdocs_journey.surroundings import Surroundings
from mkdocs_journey.views.across.overview import Overview


def compile_pages(
    project: Project,
    pages: Pages,
    load: Load | None = None,
    is_asked: Callable[[str], bool] = lambda _: True,
) -> Compilation:
    """Every map of a site, with all findings that a build would report in the files asked for."""
    wanted = {path: text for path, text in pages.contents.items() if mentions_map(text)}
    refused = (refuse(path) for path, text in pages.linked.items() if mentions_map(text))
    draw = find_engine() if project.options.get("diagrams") == "svg" else None
    with progress(wanted) as shown, _without_collector():
        return compile_site(
            chain((decode(path, wanted[path]) for path in shown), refused),
            project.options,
            project.source,
            load or project.load,
            project.today,
            drawn_if_in_doubt(draw) if draw else None,
            Surroundings(pages.outside, pages.files, pages.hides),
            is_asked=is_asked,
        )


def read_overview(project: Project) -> Overview:
    """The maps of a site, for commands that ask them and do not check."""
    compiled = compile_pages(project, project.read_pages())
    return Overview(compiled.atlas, project.today)


@contextmanager
def _without_collector() -> Iterator[None]:
    """Time without Python's collector of cycles, which would walk all that was read, in vain.

    It would take a third of the time. All maps are kept to the end of the command, and hold no
    cycles: they stay out of its sight, when the program ends, too.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
