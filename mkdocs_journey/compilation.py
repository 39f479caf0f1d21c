"""A site's texts as an atlas, with every finding of every page in one run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from mkdocs_journey.atlas import Atlas
from mkdocs_journey.blocks import ViewBlock, find_blocks
from mkdocs_journey.catalog import read_configuration
from mkdocs_journey.diagnostics import Finding, Severity, weigh
from mkdocs_journey.diagrams import Draw
from mkdocs_journey.drawing import check_blocks, check_charts
from mkdocs_journey.front_matter import find_front_matter
from mkdocs_journey.pages import Load, Page, read_page
from mkdocs_journey.render.icons import ICONS
from mkdocs_journey.rules import (
    Checkup,
    check_configuration,
    check_page,
    finish,
    read_severities,
    silenced,
)
from mkdocs_journey.rules.configuration import check_diagrams, check_icons, check_names, check_today
from mkdocs_journey.rules.links import BROKEN_LINK
from mkdocs_journey.source import Source
from mkdocs_journey.surroundings import UNKNOWN, Surroundings
from mkdocs_journey.translations import Translator, translator
from mkdocs_journey.views.across.overview import Overview


@dataclass(frozen=True)
class Compilation:
    """A site's maps and everything that is wrong with them."""

    atlas: Atlas
    translator: Translator
    findings: tuple[Finding, ...]
    pages_with_blocks: frozenset[str]
    """Paths of pages that place views themselves."""


@dataclass(frozen=True)
class _Placed:
    """A page that places views."""

    source: Source
    blocks: tuple[ViewBlock, ...]
    findings: tuple[Finding, ...]

    def check(self, overview: Overview) -> tuple[Finding, ...]:
        """What is wrong with the blocks, but for what comments in them silence."""
        findings = (*self.findings, *check_blocks(overview, self.source, self.blocks))
        silences = [item for block in self.blocks for item in block.read.silences]
        return silenced(findings, silences, (self.source,))


def compile_site(
    sources: Iterable[tuple[Source, tuple[Finding, ...]]],
    options: Mapping[str, Any],
    configuration: Source,
    load: Load,
    today: date,
    draw: Draw | None = None,
    surroundings: Surroundings = UNKNOWN,
    keep: Callable[[Page], Page] | None = None,
    is_asked: Callable[[str], bool] = lambda _: True,
) -> Compilation:
    """Read every page of a site, and check it alone and against the others.

    `sources` are the pages with what decoding them found; `options` are the site's settings and
    `configuration` the file that they stand in; `load` reads a file that `journey:` names; `draw`
    is the engine of a site that has its charts drawn while it is built; `keep` is what a host
    makes of a page that it keeps, without the values that nobody asks for when it was checked;
    `is_asked` says of a file's path whether anybody asks what is wrong in it: the other pages are
    read, for maps refer to them, and not checked.
    """
    catalog, faults = read_configuration(options)
    severities, rule_faults = read_severities(options.get("rules") or {})
    faults += rule_faults + check_names(options)
    faults += check_icons(catalog, ICONS)
    faults += check_today(options.get("today"))
    faults += check_diagrams(options.get("diagrams"), has_engine=draw is not None)
    findings = list(check_configuration(configuration, faults, catalog))
    pages: dict[str, Page] = {}
    checkups: list[Checkup] = []
    placed: list[_Placed] = []
    for source, decoding in sources:
        findings.extend(decoding)
        page = read_page(source, catalog, load)
        if page is not None:
            if is_asked(page.path) or is_asked(page.map_source.path):
                checkups.append(check_page(catalog, surroundings, page, today))
            pages[page.path] = keep(page) if keep else page.without_values()
        blocks, block_findings = _find_blocks(source)
        if blocks:
            placed.append(_Placed(source, blocks, block_findings))
        else:
            findings.extend(block_findings)
    atlas = Atlas(catalog, pages, surroundings, frozenset(_trusted(pages, severities)))
    overview = Overview(atlas, today)
    for item in placed:
        if is_asked(item.source.path):
            findings.extend(item.check(overview))
    for checkup in checkups:
        findings.extend(finish(checkup, atlas))
    speak = translator(catalog.language)
    if draw is not None:
        findings.extend(check_charts(atlas, {item.path for item in checkups}, speak, draw))
    return Compilation(
        atlas,
        speak,
        weigh(findings, severities),
        frozenset(item.source.path for item in placed),
    )


def _trusted(pages: Mapping[str, Page], severities: Mapping[str, Severity]) -> Iterator[str]:
    """Paths of pages whose site or author knows better than we which links lead nowhere."""
    is_off = severities.get(BROKEN_LINK.name) is Severity.OFF
    names = {BROKEN_LINK.name, BROKEN_LINK.code}
    for path, page in pages.items():
        if is_off or any(names & item.names for item in page.silences):
            yield path


def _find_blocks(source: Source) -> tuple[tuple[ViewBlock, ...], tuple[Finding, ...]]:
    """View blocks below a page's front matter, whose end is looked for where there may be any."""
    front = find_front_matter(source) if "///" in source.text else None
    return find_blocks(source, front[1] if front else 0)
