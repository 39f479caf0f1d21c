"""References between pages: maps that detail or improve each other, and persona pages."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from mkdocs_journey.atlas import Atlas
from mkdocs_journey.diagnostics import Finding, Rule, Severity
from mkdocs_journey.front_matter.rules import OUTSIDE_SITE
from mkdocs_journey.model import Journey, Persona
from mkdocs_journey.model.rules import page_with
from mkdocs_journey.model.shape import Path
from mkdocs_journey.rules.walking import Checked, Later, Told
from mkdocs_journey.source import Span
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


_PARENT: Path = ("parent", "map")


def check_maps(checked: Checked) -> Iterator[Finding]:
    """What a map says about others, as far as it can be told without them."""
    journey = checked.part
    if not isinstance(journey, Journey):
        return
    if journey.improves and journey.kind != "future-state":
        message = f"a {journey.kind} map that improves another: write `kind: future-state`"
        yield checked.report(IMPROVES_NOTHING_NEW, ("improves",), message)
    for path, reference in _references(journey):
        target = _target(checked, reference)
        if target is None:
            message = f"`{reference}` lies outside the site's pages: name a page among them"
            yield checked.report(OUTSIDE_SITE, path, message)
        elif target == checked.page.path and path != _PARENT:  # of which circles of parents tell
            message = f"`{reference}` is this map itself: name another one, or none"
            yield checked.report(UNKNOWN_MAP, path, message)


def _references(journey: Journey) -> Iterator[tuple[Path, str]]:
    """Other maps as a map names them."""
    if journey.parent is not None:
        yield _PARENT, journey.parent.map
    if journey.improves:
        yield ("improves",), journey.improves
    for place, stage in enumerate(journey.stages):
        if stage.journey:
            yield ("stages", place, "journey"), stage.journey


def _target(checked: Checked, reference: str) -> str | None:
    """Path of the page that a reference names; `None` outside the site's pages."""
    target = resolve(checked.page.path, reference)
    return None if target is None or checked.surroundings.leads_out(target) else target


def find_maps(checked: Checked) -> Iterator[Later]:
    """What a page says about others that only they can tell."""
    page, part = checked.page, checked.part
    if isinstance(part, Persona):
        if part is page.persona:
            yield partial(_check_persona, page.persona_id, page.path, checked.place(("name",)))
        return
    for path, reference in _references(part):
        target = _target(checked, reference)
        if target is not None and target != page.path:
            yield partial(_check_map, target, page.path, checked.place(path))
    if part.parent is not None:
        stage = part.parent.stage, checked.place(("parent", "stage"))
        yield partial(_check_parent, page.path, checked.place(_PARENT), *stage)


def _check_map(target: str, path: str, place: Span, atlas: Atlas) -> Iterator[Told]:
    """Whether a page that is named has a map."""
    if target not in atlas.maps and target not in atlas.broken_pages:
        others = [other for other in in_order(atlas.maps) if other != path]
        hint = suggest(target, others, most=3) if others else "this site has no other map"
        yield Told(UNKNOWN_MAP, place, f"no map at `{target}`: {hint}")


def _check_parent(
    path: str, place: Span, stage: str, stage_place: Span, atlas: Atlas
) -> Iterator[Told]:
    """Whether a map's parent has the stage that it details, and is not below the map itself."""
    parent = atlas.parent_of(path)
    if parent is None:
        return
    stages = [own.id for own in atlas.maps[parent].journey.stages]
    if stage and stage not in stages:
        message = f"`{parent}` has no stage `{stage}`: {suggest(stage, stages)}"
        yield Told(UNKNOWN_STAGE, stage_place, message)
    circle = atlas.circle_of(path)
    if circle:
        names = [f"`{name}`" for name in (*circle, circle[0])]
        way = " → ".join(names if len(names) < 8 else (*names[:3], "…", *names[-3:]))
        message = f"this map is its own parent ({way}): name another one, or none"
        yield Told(CYCLE_OF_PARENTS, place, message)


def _check_persona(persona: str, path: str, place: Span, atlas: Atlas) -> Iterator[Told]:
    """Whether a persona's page is the only one of its name."""
    first = atlas.persona_pages.get(persona)
    if first is not None and first != path:
        message = f"`{first}` is the persona `{persona}` already: rename one of the files"
        yield Told(DUPLICATE_PERSONA, place, message)
