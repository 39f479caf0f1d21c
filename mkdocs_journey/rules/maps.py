"""References between pages: maps that detail or improve each other, and persona pages."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_journey.diagnostics import Finding, Rule, Severity
from mkdocs_journey.front_matter.rules import OUTSIDE_SITE
from mkdocs_journey.model import Journey
from mkdocs_journey.model.rules import page_with
from mkdocs_journey.model.shape import Path
from mkdocs_journey.rules.walking import Checked
from mkdocs_journey.values.choices import in_order, suggest
from mkdocs_journey.values.paths import resolve


def _rule(code: str, name: str, summary: str, why: str, bad: str, good: str) -> Rule:
    return Rule(code, name, Severity.WARNING, summary, why, page_with(bad), page_with(good))


UNKNOWN_MAP = _rule(
    "J341", "unknown-map",
    "`parent`, `improves` and a stage's `journey` name another page that has a map.",
    "The link leads nowhere, and the two maps are not shown together.",
    "journey:\n  parent: first-oder.md\n  stages: [{name: Buy}]\n",
    "journey:\n  parent: first-order.md\n  stages: [{name: Buy}]\n",
)  # fmt: skip
UNKNOWN_STAGE = _rule(
    "J342", "unknown-stage",
    "The stage that `parent` names is one of that map.",
    "The detail belongs to no place in the larger journey.",
    "journey:\n  parent: {map: first-order.md, stage: by}\n  stages: [{name: Buy}]\n",
    "journey:\n  parent: {map: first-order.md, stage: buy}\n  stages: [{name: Buy}]\n",
)  # fmt: skip
CYCLE_OF_PARENTS = _rule(
    "J343", "cycle-of-parents",
    "No map is its own parent, directly or by way of others.",
    "A hierarchy that runs in a circle has no top from which to read it.",
    "journey:\n  parent: checkout.md\n  stages: [{name: Buy}]\n",
    "journey:\n  parent: first-order.md\n  stages: [{name: Buy}]\n",
)  # fmt: skip
IMPROVES_NOTHING_NEW = _rule(
    "J344", "improves-needs-future-state",
    "A map that `improves` another is a future-state map.",
    "Readers would take what is planned for what happens today.",
    "journey:\n  improves: first-order.md\n  stages: [{name: Buy}]\n",
    "journey:\n  kind: future-state\n  improves: first-order.md\n  stages: [{name: Buy}]\n",
)  # fmt: skip
DUPLICATE_PERSONA = Rule(
    "J345", "duplicate-persona", Severity.WARNING,
    "No two persona pages have the same file name.",
    "The file name is the persona's id: maps would show only one of the two.",
    "---\npersona: {name: Ana Martins}\n---\n",
    "---\npersona: {name: Bruno Reis}\n---\n",
)  # fmt: skip

RULES = (UNKNOWN_MAP, UNKNOWN_STAGE, CYCLE_OF_PARENTS, IMPROVES_NOTHING_NEW, DUPLICATE_PERSONA)


def check_maps(checked: Checked) -> Iterator[Finding]:
    """What a page says about other pages."""
    if checked.page.persona is not None:
        yield from _check_persona(checked)
    journey = checked.part
    if not isinstance(journey, Journey):
        return
    if journey.parent is not None:
        yield from _check_parent(checked, journey)
    if journey.improves:
        yield from _check_other(checked, journey.improves, ("improves",))
        if journey.kind != "future-state":
            message = f"a {journey.kind} map that improves another: write `kind: future-state`"
            yield checked.report(IMPROVES_NOTHING_NEW, ("improves",), message)
    for place, stage in enumerate(journey.stages):
        if stage.journey:
            yield from _check_other(checked, stage.journey, ("stages", place, "journey"))


def _check_other(checked: Checked, reference: str, path: Path) -> Iterator[Finding]:
    """A map that must not be this one; of a parent, the circle of parents says so."""
    if resolve(checked.page.path, reference) == checked.page.path:
        message = f"`{reference}` is this map itself: name another one, or none"
        yield checked.report(UNKNOWN_MAP, path, message)
    else:
        yield from _check_map(checked, reference, path)


def _check_map(checked: Checked, reference: str, path: Path) -> Iterator[Finding]:
    target = resolve(checked.page.path, reference)
    if target is None or checked.atlas.leads_out(target):
        message = f"`{reference}` lies outside the site's pages: name a page among them"
        yield checked.report(OUTSIDE_SITE, path, message)
    elif target not in checked.atlas.maps and target not in checked.atlas.broken_pages:
        others = [path for path in in_order(checked.atlas.maps) if path != checked.page.path]
        hint = suggest(target, others, most=3) if others else "this site has no other map"
        yield checked.report(UNKNOWN_MAP, path, f"no map at `{target}`: {hint}")


def _check_parent(checked: Checked, journey: Journey) -> Iterator[Finding]:
    assert journey.parent is not None
    path: Path = ("parent", "map")
    yield from _check_map(checked, journey.parent.map, path)
    parent = checked.atlas.parent_of(checked.page.path)
    if parent is None:
        return
    stages = [stage.id for stage in checked.atlas.maps[parent].journey.stages]
    if journey.parent.stage and journey.parent.stage not in stages:
        hint = suggest(journey.parent.stage, stages)
        message = f"`{parent}` has no stage `{journey.parent.stage}`: {hint}"
        yield checked.report(UNKNOWN_STAGE, ("parent", "stage"), message)
    circle = checked.atlas.circle_of(checked.page.path)
    if circle:
        names = [f"`{name}`" for name in (*circle, circle[0])]
        way = " → ".join(names if len(names) < 8 else (*names[:3], "…", *names[-3:]))
        message = f"this map is its own parent ({way}): name another one, or none"
        yield checked.report(CYCLE_OF_PARENTS, path, message)


def _check_persona(checked: Checked) -> Iterator[Finding]:
    page = checked.page
    first = checked.atlas.persona_pages.get(page.persona_id)
    if checked.part is page.persona and first is not None and first != page.path:
        message = f"`{first}` is the persona `{page.persona_id}` already: rename one of the files"
        yield checked.report(DUPLICATE_PERSONA, ("name",), message)
