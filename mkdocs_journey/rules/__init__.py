"""Every check of a site, and the one table of all rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from mkdocs_journey import blocks, queries
from mkdocs_journey.atlas import Atlas
from mkdocs_journey.catalog import Catalog, ConfigurationFault
from mkdocs_journey.diagnostics import Finding, Rule, Severity, find
from mkdocs_journey.front_matter import rules as text_rules
from mkdocs_journey.front_matter.silences import Silence, silence
from mkdocs_journey.model import rules as form_rules
from mkdocs_journey.pages import Page
from mkdocs_journey.rules import (
    configuration,
    evidence,
    flow,
    links,
    maps,
    method,
    numbers,
    places,
    references,
)
from mkdocs_journey.rules.configuration import check_configuration
from mkdocs_journey.rules.walking import Checked, Later
from mkdocs_journey.source import Source
from mkdocs_journey.surroundings import Surroundings
from mkdocs_journey.values.choices import suggest

__all__ = [
    "FAMILIES",
    "RULES",
    "Checkup",
    "check_configuration",
    "check_page",
    "finish",
    "read_severities",
    "silenced",
]

FAMILIES: dict[str, tuple[Rule, ...]] = {
    "Text": text_rules.RULES,
    "Form": form_rules.RULES,
    "References": (*references.RULES, *places.RULES, *maps.RULES, *links.RULES),
    "Method": (*flow.RULES, *method.RULES, *evidence.RULES, *numbers.RULES),
    "View blocks": (*blocks.rules.RULES, *queries.rules.RULES),
    "Configuration": configuration.RULES,
}
"""All rules by family, each in the order of its code."""

RULES: dict[str, Rule] = {rule.name: rule for family in FAMILIES.values() for rule in family}
"""All rules by name."""

_NAMES = frozenset({*RULES, *(rule.code for rule in RULES.values())})
"""What a comment may name to silence a rule: its name or its code."""


def read_severities(
    options: Any,
) -> tuple[dict[str, Severity], tuple[ConfigurationFault, ...]]:
    """Severities that a site sets under `rules:`, by rule name, and what is wrong there."""
    return configuration.read_severities(options, RULES)


class Checkup(NamedTuple):
    """What a page says wrong by itself, and what is to be asked of all pages together."""

    path: str
    """Path of the page."""
    findings: tuple[Finding, ...]
    pending: tuple[Later, ...]


def check_page(catalog: Catalog, surroundings: Surroundings, page: Page, today: date) -> Checkup:
    """Check a page while its values are at hand; `today` is what reviews count from."""
    findings: list[Finding] = []
    pending: list[Later] = []
    for part in (page.journey, page.persona, page.draft):
        if part is not None:
            checked = Checked(catalog, surroundings, page, part)
            findings.extend(_check_alone(checked, today))
            pending.extend(_check_later(checked))
    return Checkup(page.path, tuple(findings), tuple(pending))


def finish(checkup: Checkup, atlas: Atlas) -> tuple[Finding, ...]:
    """Every finding of a page: of its text, its form, alone and beside all others.

    Findings that a comment silences are left out; `weigh` puts the others in order.
    """
    page = atlas.pages[checkup.path]
    found = [*checkup.findings, *_told(page, checkup.pending, atlas)]
    guess = page.recovery if page.draft is not None else None
    if guess is not None:
        found = [item for item in found if not guess.follows(item)]
    findings = (*references.hold_back(atlas, page), *found)
    return silenced(findings, page.silences, (page.map_source, page.source))


def _told(page: Page, pending: Iterable[Later], atlas: Atlas) -> Iterator[Finding]:
    told = [item for check in pending for item in check(atlas)]
    source = page.map_source.at_hand if told else page.map_source
    return (find(rule, source, place, message) for rule, place, message in told)


def silenced(
    findings: Iterable[Finding], silences: Sequence[Silence], sources: Iterable[Source]
) -> tuple[Finding, ...]:
    """Findings that no comment silences, and one for each comment that names no check.

    `sources` are the texts that the comments stand in.
    """
    if not silences:
        return tuple(findings)
    unknown = _check_silences(silences, {source.path: source.at_hand for source in sources})
    return silence((*findings, *unknown), silences)


def _check_silences(
    silences: Iterable[Silence], sources: Mapping[str, Source]
) -> Iterator[Finding]:
    for item in silences:
        source = sources[item.path]
        for name in sorted(item.names - _NAMES):
            message = f"unknown check `{name}`: {suggest(name, sorted(RULES), most=3)}"
            yield find(text_rules.SILENCED_UNKNOWN_RULE, source, item.span, message)


def _check_alone(checked: Checked, today: date) -> Iterator[Finding]:
    yield from references.check_references(checked)
    yield from places.check_places(checked)
    yield from maps.check_maps(checked)
    yield from links.check_links(checked)
    yield from flow.check_flow(checked)
    yield from method.check_method(checked, today)
    yield from evidence.check_evidence(checked, today)
    yield from numbers.check_numbers(checked)


def _check_later(checked: Checked) -> Iterator[Later]:
    yield from references.find_personas(checked)
    yield from places.find_solved(checked)
    yield from maps.find_maps(checked)
