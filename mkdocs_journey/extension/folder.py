"""All maps of a site's folder, for a host that shows an extension one page at a time."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Any

from mkdocs_journey.compilation import Compilation, compile_site
from mkdocs_journey.diagnostics import Severity
from mkdocs_journey.diagrams import Draw, drawn_if_in_doubt, drawn_or, find_engine
from mkdocs_journey.drawing import Site
from mkdocs_journey.extension.conversion import PageRequest
from mkdocs_journey.extension.zensical import HostedPage
from mkdocs_journey.front_matter import find_front_matter
from mkdocs_journey.languages import with_theme
from mkdocs_journey.pages import decode, mentions_map, refuse
from mkdocs_journey.project import (
    ProjectError,
    choose_pages,
    configuration_source,
    find_settings,
    loader,
    read_day,
    read_pages,
)
from mkdocs_journey.render.assets import SCRIPT, STYLESHEET, script, stylesheet
from mkdocs_journey.render.chart import mermaid_chart
from mkdocs_journey.reporters.text import report
from mkdocs_journey.source import Source
from mkdocs_journey.surroundings import Surroundings

log = logging.getLogger("mkdocs_journey")

_LEVELS = {Severity.ERROR: 40, Severity.WARNING: 30, Severity.INFO: 20}
_FILES = ((STYLESHEET, "extra_css", stylesheet), (SCRIPT, "extra_javascript", script))
_lock = Lock()


@dataclass(frozen=True)
class Folder:
    """What was read of a folder at one time."""

    page: HostedPage
    """The page for which it was read."""
    options: Mapping[str, Any]
    compilation: Compilation
    contents: Mapping[str, bytes]
    """Bytes of all pages of the site."""

    @cached_property
    def site(self) -> Site:
        """The site as its pages are drawn; it publishes no files beside them."""
        options, compiled = self.options, self.compilation
        chart = drawn_or(_engine(options), mermaid_chart)
        today = read_day(options.get("today"), os.environ)
        return Site(compiled.atlas, compiled.translator, today, chart)

    def is_as_it_was(self, page: HostedPage, options: Mapping[str, Any]) -> bool:
        """Whether another page can be drawn of what was read.

        Only that page's own file is looked at: looking at all of them for each of them would take
        longer than drawing them. So a changed persona is seen with the next page that changes.
        """
        is_same = (page.docs, options) == (self.page.docs, self.options)
        try:
            content = loader(page.docs)(page.path)
        except PermissionError:  # A link out of the pages, of which nothing is read.
            content = None
        return is_same and self.contents.get(page.path) == content


_last: list[Folder] = []


def request_page(page: HostedPage, options: Mapping[str, Any]) -> PageRequest | None:
    """What to draw on a page; `None` where it shows no map. Findings are logged once a reading."""
    if not choose_pages([page.path], page.configuration):
        return None
    options = with_theme(options, page.language)
    with _lock:  # A host may convert pages side by side.
        if not _last or not _last[0].is_as_it_was(page, options):
            _last[:] = [_read(page, options)]
        folder = _last[0]
    compiled = folder.compilation
    if page.path in compiled.atlas.pages or page.path in compiled.pages_with_blocks:
        return PageRequest(folder.site, page.path)
    return None


def _read(page: HostedPage, options: Mapping[str, Any]) -> Folder:
    pages = read_pages(page.docs, page.configuration, page.root)
    refused = [refuse(path) for path, text in pages.linked.items() if mentions_map(text)]
    contents = pages.contents
    draw = _engine(options)
    compilation = compile_site(
        [decode(path, text) for path, text in contents.items() if mentions_map(text)] + refused,
        options,
        _configuration(page.root),
        loader(page.docs),
        read_day(options.get("today"), os.environ),
        drawn_if_in_doubt(draw) if draw else None,
        Surroundings(pages.outside, pages.files, pages.hides),
    )
    folder = Folder(page, options, compilation, contents)
    _log_findings(folder)
    return folder


def _engine(options: Mapping[str, Any]) -> Draw | None:
    return find_engine() if options.get("diagrams") == "svg" else None


def _configuration(root: Path) -> Source:
    """Text of the configuration that Zensical takes, for the places of faults in it."""
    own = root / "zensical.toml"
    try:
        return configuration_source(own if own.is_file() else find_settings(root))
    except ProjectError:  # It has been named on the command line.
        return Source("mkdocs.yml", "")


def _log_findings(folder: Folder) -> None:
    docs = Path(os.path.relpath(folder.page.docs, folder.page.root)).as_posix()
    for finding in folder.compilation.findings:
        log.log(_LEVELS[finding.severity], report(finding, docs))
    for path, page in folder.compilation.atlas.pages.items():
        found = find_front_matter(page.source)
        if found and not page.source.text[found[1] :].strip():
            log.warning(
                f"{docs}/{path}: Zensical draws nothing of a page without text: "
                f"write its heading, `# {page.title}`, below the front matter"
            )
    for message in _missing_files(folder.page, docs):
        log.warning(message)


def _missing_files(page: HostedPage, docs: str) -> Iterator[str]:
    """What keeps the pages from their stylesheet and script, which an extension cannot publish."""
    for path, key, content in _FILES:
        name = path.rpartition("/")[2]
        address = next(page.loads(name), None)
        if address is None:
            yield f"no `{name}` in `{key}`: run `mkdocs-journey assets`, and write `{path}` there"
        elif "://" not in address and _text(page.docs / address) != content():
            yield f"{docs}/{address} is of another version, or missing: run `mkdocs-journey assets`"


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""
