"""Ids within a map: each is there once, and what points at one finds it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, partial

from mkdocs_journey.atlas import Atlas
from mkdocs_journey.diagnostics import Finding, Rule, Severity
from mkdocs_journey.model import Block, Journey, PlannedAction, Stage
from mkdocs_journey.model.rules import page_with
from mkdocs_journey.model.shape import Path
from mkdocs_journey.rules.walking import Checked, Later, Told
from mkdocs_journey.source import Span
from mkdocs_journey.values.base import Model, show
from mkdocs_journey.values.cards import Card
from mkdocs_journey.values.choices import MUCH_ALIKE, closest, suggest
from mkdocs_journey.values.notes import Gain, Opportunity, Pain


def _rule(code: str, name: str, summary: str, why: str, bad: str, good: str) -> Rule:
    return Rule(code, name, Severity.WARNING, summary, why, page_with(bad), page_with(good))


_FLOW = "journey:\n  stages:\n    - name: Buy\n      touchpoints: [{name: Checkout}]\n  flow:\n"

DUPLICATE_ID = _rule(
    "J321", "duplicate-id",
    "An id stands once in its map.",
    "Two things of one id share an address, and a link finds only the first.",
    "journey:\n  stages:\n    - {name: Buy, id: buy}\n    - {name: Buy again, id: buy}\n",
    "journey:\n  stages:\n    - {name: Buy, id: buy}\n    - {name: Buy again, id: buy-again}\n",
)  # fmt: skip
UNKNOWN_PAIN = _rule(
    "J322", "unknown-pain",
    "`solves` names pains of this map, of the map that it improves, or of one that details it.",
    "A pain that seems to be answered by nothing is worked on twice.",
    "opportunities:\n  - {text: Guest checkout, solves: [forced-acount]}\n"
    "pains: {id: forced-account, text: An account is forced on buyers}",
    "opportunities:\n  - {text: Guest checkout, solves: [forced-account]}\n"
    "pains: {id: forced-account, text: An account is forced on buyers}",
)  # fmt: skip
UNKNOWN_CONNECTION = _rule(
    "J323", "unknown-connection",
    "A card's `to` names another card, a touchpoint or a stage of the map.",
    "An arrow that leads nowhere is not drawn.",
    "backstage: {text: Fraud check, to: [chekout]}",
    "backstage: {text: Fraud check, to: [checkout]}",
)  # fmt: skip
UNKNOWN_PLACE = _rule(
    "J324", "unknown-place",
    "An alert's `at` names a stage or touchpoint of the map.",
    "An alert that watches nothing never rings.",
    "journey:\n  stages: [{name: Buy, health: 50}]\n"
    "  alerts: {metric: health, below: 60, at: by}\n  kind: lifecycle\n",
    "journey:\n  stages: [{name: Buy, health: 50}]\n"
    "  alerts: {metric: health, below: 60, at: buy}\n  kind: lifecycle\n",
)  # fmt: skip
UNKNOWN_TOUCHPOINT = _rule(
    "J325", "unknown-touchpoint",
    "A flow's `touchpoint` names one of the map.",
    "The block cannot link to its column.",
    _FLOW + "    - touchpoint: chekout\n",
    _FLOW + "    - touchpoint: checkout\n",
)  # fmt: skip
AMBIGUOUS_TOUCHPOINT = _rule(
    "J326", "ambiguous-touchpoint",
    "An id that several stages have is written with its stage, as `stage.touchpoint`.",
    "What names it would lead to the first of them, which may be the wrong one.",
    "journey:\n  stages:\n    - {name: Buy, touchpoints: [{name: Call}]}\n"
    "    - {name: Use, touchpoints: [{name: Call}]}\n  flow:\n    - touchpoint: call\n",
    "journey:\n  stages:\n    - {name: Buy, touchpoints: [{name: Call}]}\n"
    "    - {name: Use, touchpoints: [{name: Call}]}\n  flow:\n    - touchpoint: use.call\n",
)  # fmt: skip
UNKNOWN_GOTO = _rule(
    "J327", "unknown-goto",
    "A `goto` names the id of a block of the flow.",
    "Nobody knows where the flow goes on.",
    _FLOW + "    - {step: Check the address, id: check}\n    - goto: chek\n",
    _FLOW + "    - {step: Check the address, id: check}\n    - goto: check\n",
)  # fmt: skip

RULES = (
    DUPLICATE_ID, UNKNOWN_PAIN, UNKNOWN_CONNECTION, UNKNOWN_PLACE, UNKNOWN_TOUCHPOINT,
    AMBIGUOUS_TOUCHPOINT, UNKNOWN_GOTO,
)  # fmt: skip


def check_places(checked: Checked) -> Iterator[Finding]:
    """Ids that stand twice, and what points at ids that stand nowhere."""
    if isinstance(checked.part, Journey):
        named = _Named(checked.part)
        yield from _check_duplicates(checked, checked.part)
        yield from _check_connections(checked, named)
        yield from _check_alerts(checked, checked.part, named)
        if checked.part.flow:
            yield from _check_flow(checked, checked.part, named)


def _check_duplicates(checked: Checked, journey: Journey) -> Iterator[Finding]:
    groups: list[list[tuple[Path, str]]] = [
        _ids(checked, Stage),
        _ids(checked, Block),
        [*_ids(checked, Pain), *_ids(checked, Opportunity), *_ids(checked, PlannedAction)],
        _ids(checked, Card),
    ]
    groups += [
        [
            (("stages", at, "touchpoints", place), touchpoint.id)
            for place, touchpoint in enumerate(stage.touchpoints)
        ]
        for at, stage in enumerate(journey.stages)
        if len({touchpoint.id for touchpoint in stage.touchpoints}) < len(stage.touchpoints)
    ]
    for group in groups:
        seen: set[str] = set()
        for path, name in group:
            if name in seen:
                message = f"`{name}` is the id of another one already: give this one its own"
                yield checked.report(DUPLICATE_ID, (*path, "id"), message)
            seen.add(name)


def _ids(checked: Checked, kind: type[Model]) -> list[tuple[Path, str]]:
    """Parts of a kind that have an id: their paths, and the id."""
    return [(path, id) for path, part in checked.of(kind) if (id := vars(part).get("id"))]


def find_solved(checked: Checked) -> Iterator[Later]:
    """Pains that `solves` names, and that are not this map's own."""
    pains = {name for _, name in _ids(checked, Pain)}
    planned = pains.union(name for _, name in _ids(checked, Opportunity))
    own: dict[type[Model], set[str]] = {Opportunity: pains, PlannedAction: planned}
    for kind, names in own.items():
        others = [
            ((*path, "solves", place), name)
            for path, part in checked.of(kind)
            for place, name in enumerate(getattr(part, "solves", ()))
            if name not in names and name not in checked.page.left_out.ids
        ]
        if others:
            nameless = _nameless_pains(checked)
            every = [text for texts in nameless.values() for text in texts]
            # An action stands beside no pain, and may mean any of the map.
            elsewhere = every if kind is PlannedAction else []
            unknown = [
                (checked.place(path), name, nameless.get(path[:-4], elsewhere))
                for path, name in others
            ]
            yield partial(_check_solved, unknown, names, checked.page.path)


def _check_solved(
    unknown: Iterable[tuple[Span, str, Sequence[str]]], own: set[str], path: str, atlas: Atlas
) -> Iterator[Told]:
    """Pains that neither a map has, nor one that it improves or that details it.

    Beside each stand the pains without an id of which one may be meant.
    """
    near = atlas.neighbours(path)
    known = _Known(own.union(*(_pains_of(other.journey) for other in near)))
    for place, name, nameless in unknown:
        if name not in known:
            message = f"no pain has the id `{name}`: {_pain_meant(name, nameless, known)}"
            yield Told(UNKNOWN_PAIN, place, message)


def _nameless_pains(checked: Checked) -> dict[Path, list[str]]:
    """Texts of pains without an id by what they are pains of. Gains are of the same form."""
    found: dict[Path, list[str]] = {}
    for path, part in checked.of(Pain):
        if part.text and not part.id and not isinstance(part, Gain):
            found.setdefault(path[:-2], []).append(part.text)
    return found


def _pain_meant(name: str, nameless: Sequence[str], known: _Known) -> str:
    """What to write for an id that no pain has.

    Who named one beside a pain without an id meant that one, unless another's id is much alike.
    """
    meant = f"the pain `{show(nameless[0])}`" if len(nameless) == 1 else "the pain that is meant"
    give = f"give {meant} `id: {name}`"
    if not nameless:
        return known.hint(name, give)
    near = known.near(name, MUCH_ALIKE)
    return f"did you mean `{near}`? If not, {give}" if near else give


def _pains_of(journey: Journey) -> set[str]:
    holders = [journey, *journey.stages]
    lanes = [*holders, *(item for stage in journey.stages for item in stage.touchpoints)]
    return {pain.id for holder in lanes for pain in holder.pains if pain.id}


def touchpoint_ids(journey: Journey) -> list[tuple[str, str]]:
    """Ids of the stage and the touchpoint of every touchpoint, in order."""
    return [(stage.id, item.id) for stage in journey.stages for item in stage.touchpoints]


class _Known(frozenset[str]):
    """Ids that something may point at."""

    def near(self, wrong: str, likeness: float) -> str | None:
        """The one that is so alike to a wrong id, if any is."""
        return closest(wrong, self._in_order, likeness)

    def hint(self, wrong: str, where_none: str = "", *, without: str = "") -> str:
        """What to write for an id that is none of them, and not one that cannot be meant."""
        return suggest(wrong, self._in_order, without=without) if self else where_none

    @cached_property
    def _in_order(self) -> list[str]:
        """Sorted for the first wrong id, and only then: a map has none of them, or hundreds."""
        return sorted(self)


class _Named:
    """Every way to name a stage or a touchpoint of a map, found where something names any."""

    def __init__(self, journey: Journey) -> None:
        self.journey = journey

    @cached_property
    def by_touchpoint(self) -> dict[str, list[str]]:
        """`stage.touchpoint` of each that has an id."""
        found: dict[str, list[str]] = {}
        for stage, name in touchpoint_ids(self.journey):
            found.setdefault(name, []).append(f"{stage}.{name}")
        return found

    @cached_property
    def stages(self) -> set[str]:
        """Ids of stages."""
        return {stage.id for stage in self.journey.stages}

    @cached_property
    def full(self) -> set[str]:
        """Every `stage.touchpoint`."""
        return {full for found in self.by_touchpoint.values() for full in found}

    @cached_property
    def all(self) -> _Known:
        """All of these."""
        return _Known(self.stages | self.full | self.by_touchpoint.keys())

    def several(self, name: str) -> str:
        """What to write for an id that several touchpoints have; empty for another."""
        full = self.by_touchpoint.get(name, [])
        message = f"several stages have a touchpoint `{name}`: write `{full[0]}`" if full else ""
        return message if len(full) > 1 else ""


def _check_connections(checked: Checked, named: _Named) -> Iterator[Finding]:
    pointing = [(path, card) for path, card in checked.of(Card) if card.to]
    if not pointing:
        return
    cards = {name for _, name in _ids(checked, Card)}
    known = _Known(named.all | cards)
    for path, card in pointing:
        for place, connection in enumerate(card.to):
            at = (*path, "to", place, "id")
            if connection.id not in known:
                if connection.id in checked.page.left_out.ids:
                    continue
                hint = known.hint(connection.id, without=card.id)
                message = f"no card, touchpoint or stage has the id `{connection.id}`: {hint}"
                yield checked.report(UNKNOWN_CONNECTION, at, message)
            elif connection.id not in cards and (message := named.several(connection.id)):
                yield checked.report(AMBIGUOUS_TOUCHPOINT, at, message)


def _check_alerts(checked: Checked, journey: Journey, named: _Named) -> Iterator[Finding]:
    for place, alert in enumerate(journey.alerts):
        at = ("alerts", place, "at")
        if alert.at and alert.at not in named.all:
            if alert.at in checked.page.left_out.ids:
                continue
            message = f"no stage or touchpoint has the id `{alert.at}`: "
            yield checked.report(UNKNOWN_PLACE, at, message + named.all.hint(alert.at))
        elif alert.at not in named.stages and (message := named.several(alert.at)):
            yield checked.report(AMBIGUOUS_TOUCHPOINT, at, message)


def _check_flow(checked: Checked, journey: Journey, named: _Named) -> Iterator[Finding]:
    names = list(named.by_touchpoint)
    # A stage without touchpoints is a column of its own.
    alone = {stage.id for stage in journey.stages if not stage.touchpoints}
    ids = _Known(block.id for _, block in checked.of(Block) if block.id)
    lost = checked.page.left_out.ids
    known = named.full | alone | lost
    for path, block in checked.of(Block):
        wanted = block.touchpoint
        if wanted and wanted not in known and len(named.by_touchpoint.get(wanted, ())) != 1:
            at = (*path, "touchpoint")
            if message := named.several(wanted):
                yield checked.report(AMBIGUOUS_TOUCHPOINT, at, message)
            else:
                hint = suggest(wanted, names) if names else "this map has no touchpoints"
                message = f"no touchpoint has the id `{wanted}`: {hint}"
                yield checked.report(UNKNOWN_TOUCHPOINT, at, message)
        if block.goto and block.goto not in ids and block.goto not in lost:
            hint = ids.hint(block.goto, "give the block that is meant an `id`")
            message = f"no block has the id `{block.goto}`: {hint}"
            yield checked.report(UNKNOWN_GOTO, (*path, "goto"), message)
