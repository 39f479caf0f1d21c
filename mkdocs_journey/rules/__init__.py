"""Every check of a site, and the one table of all rules."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from mkdocs_journey import blocks, queries
from mkdocs_journey.atlas import Atlas
from mkdocs_journey.catalog import ConfigurationFault
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
from mkdocs_journey.rules.walking import Checked
from mkdocs_journey.source import Source
from mkdocs_journey.values.choices import suggest

__all__ = ["FAMILIES", "RULES", "check", "check_configuration", "read_severities", "silenced"]

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


def check(atlas: Atlas, today: date) -> tuple[Finding, ...]:
    """Every finding of every page: of its text, its form, and beside all others.

    Findings that a comment silences are left out; `weigh` puts the others in order. `today` is
    what reviews count from.
    """
    return tuple(
        finding for page in atlas.pages.values() for finding in _check_page(atlas, page, today)
    )


def _check_page(atlas: Atlas, page: Page, today: date) -> tuple[Finding, ...]:
    findings = references.hold_back(atlas, page)
    for part in (page.journey, page.persona):
        if part is not None:
            findings.extend(_check_part(Checked(atlas, page, part), today))
    if page.draft is not None:
        drafted = _check_part(Checked(atlas, page, page.draft), today)
        guess = page.recovery
        findings.extend(item for item in drafted if guess is None or not guess.follows(item))
    return silenced(findings, page.silences, (page.map_source, page.source))


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


def _check_part(checked: Checked, today: date) -> Iterator[Finding]:
    yield from references.check_references(checked)
    yield from places.check_places(checked)
    yield from maps.check_maps(checked)
    yield from links.check_links(checked)
    yield from flow.check_flow(checked)
    yield from method.check_method(checked, today)
    yield from evidence.check_evidence(checked, today)
    yield from numbers.check_numbers(checked)
