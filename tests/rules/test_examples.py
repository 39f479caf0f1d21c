"""Every rule's bad example is reported by that rule alone, and its good example by none."""

import pytest

from mkdocs_journey.atlas import Atlas
from mkdocs_journey.blocks import find_blocks
from mkdocs_journey.catalog import read_configuration
from mkdocs_journey.diagnostics import Finding, Rule
from mkdocs_journey.drawing import check_blocks, check_charts
from mkdocs_journey.front_matter import find_front_matter, read_yaml
from mkdocs_journey.pages import decode, read_page
from mkdocs_journey.render.chart import mermaid_chart
from mkdocs_journey.rules import FAMILIES, RULES, check_configuration, read_severities
from mkdocs_journey.source import Source
from mkdocs_journey.surroundings import Surroundings
from mkdocs_journey.translations import translator
from mkdocs_journey.views.across.overview import Overview
from tests.rules.sites import TODAY, check

CATALOG, _ = read_configuration({"systems": {"payments": {"label": "Payments"}}})

# The site in which the examples stand.
NEIGHBOURS = {
    "maps/first-order.md": "---\njourney: {stages: [{name: Discover}, {name: Buy}]}\n---\n",
    "personas/ana.md": "---\npersona: {name: Ana Martins}\n---\n",
}
FILES = {
    "maps/map.journey.yml": b"stages: [{name: Buy}]\n",
    "maps/list.journey.yml": b"- name: Buy\n",
}
PICTURES = ("maps/checkout.png",)

# Examples that text alone cannot hold.
UNWRITABLE = {
    "not-utf-8": "---\njourney: {stages: [{name: Informação}]}\n---\n".encode("latin-1"),
    "too-large": b"---\njourney: {stages: [{name: Buy}]}\n# " + b"x" * 2_100_000 + b"\n---\n",
    "flow-without-chart": b"---\njourney:\n  stages: [{name: Buy}]\n  flow:\n"
    b"    - audience: {segment: Newsletter readers}\n"
    + b"    - email: New beans\n" * 601
    + b"---\n",
}
PATHS = {"duplicate-persona": "team/ana.md"}


def findings_of(content: bytes, path: str = "maps/checkout.md") -> tuple[Finding, ...]:
    sources = [decode(name, text.encode()) for name, text in NEIGHBOURS.items()]
    source, findings = decode(path, content)
    pages = [read_page(item, CATALOG, FILES.get) for item, _ in (*sources, (source, ()))]
    there = frozenset((*NEIGHBOURS, *FILES, *PICTURES, path))
    read = {page.path: page for page in pages if page}
    atlas = Atlas(CATALOG, read, Surroundings(files=there))
    body = find_front_matter(source)
    blocks, block_findings = find_blocks(source, body[1] if body else 0)
    block_findings += tuple(check_blocks(Overview(atlas, TODAY), source, blocks))
    charts = check_charts(atlas, atlas.maps, translator("en"), mermaid_chart)
    return (*findings, *check(atlas, TODAY), *charts, *block_findings)


def configuration_findings_of(text: str) -> tuple[Finding, ...]:
    source = Source("mkdocs.yml", text)
    options = read_yaml(source).data["plugins"][0]["journey"]
    options = {**options, "feelings": _numbers(options.get("feelings", {}))}
    catalog, faults = read_configuration(options)
    _, rule_faults = read_severities(options.get("rules", {}))
    return check_configuration(source, (*faults, *rule_faults), catalog)


def _numbers(words: dict[str, str]) -> dict[str, float]:
    """Scores as MkDocs' own loader gives them."""
    return {word: float(score) for word, score in words.items()}


def report_of(rule: Rule, text: str) -> list[str]:
    if rule in FAMILIES["Configuration"]:
        findings = configuration_findings_of(text)
    else:
        is_bad = text == rule.bad
        content = UNWRITABLE.get(rule.name, b"") if is_bad else b""
        path = PATHS.get(rule.name, "maps/checkout.md") if is_bad else "maps/checkout.md"
        findings = findings_of(content or text.encode(), path)
    return [finding.rule.name for finding in findings]


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.name)
def test_the_bad_example_is_reported_by_its_rule_alone(rule: Rule) -> None:
    assert set(report_of(rule, rule.bad)) == {rule.name}


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.name)
def test_the_good_example_is_reported_by_no_rule(rule: Rule) -> None:
    assert report_of(rule, rule.good) == []


def test_codes_are_unique_and_in_their_family() -> None:
    codes = [rule.code for family in FAMILIES.values() for rule in family]
    assert len(set(codes)) == len(codes)
    for number, family in enumerate(FAMILIES.values(), 1):
        assert {rule.code[:2] for rule in family} == {f"J{number}"}


def test_names_are_unique() -> None:
    assert len(RULES) == sum(len(family) for family in FAMILIES.values())
