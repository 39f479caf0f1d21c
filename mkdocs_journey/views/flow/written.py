"""A flow that was written as blocks: numbered first, then joined from its end to its beginning."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count, groupby
from typing import Any

from pydantic_core import PydanticCustomError

from mkdocs_journey.model import Block, Journey, Stage, Touchpoint
from mkdocs_journey.model.flow import MESSAGES
from mkdocs_journey.values.times import Date, read_date
from mkdocs_journey.views.flow.nodes import END, Branch, Edge, Node, NodeKind, Place, Way

_ALTERNATIVES = ("audience", "trigger")


@dataclass(frozen=True, slots=True)
class _Draft:
    """A block with its number, before it is known where it leads."""

    number: int
    kind: NodeKind
    block: Block
    branches: tuple[_DraftBranch, ...] = ()


@dataclass(frozen=True, slots=True)
class _DraftBranch:
    way: Way
    share: float | None
    drafts: tuple[_Draft, ...]


def written(journey: Journey) -> tuple[Node, ...]:
    """Nodes of the blocks of a journey, joined."""
    numbering = _Numbering()
    drafts = tuple(numbering.drafts(journey.flow))
    return _Joining(numbering.ids, _moments(journey)).join(drafts, Edge(END, END))


def _moments(journey: Journey) -> dict[str, tuple[Place, Touchpoint | Stage]]:
    """Columns as a block may name them: a touchpoint, the first of its id or `stage.touchpoint`,
    or a stage that has none."""
    found: dict[str, tuple[Place, Touchpoint | Stage]] = {}
    for stage in journey.stages:
        for touchpoint in stage.touchpoints:
            here = Place(stage.id, touchpoint.id), touchpoint
            found.setdefault(touchpoint.id, here)
            found.setdefault(f"{stage.id}.{touchpoint.id}", here)
    for stage in journey.stages:
        if not stage.touchpoints:
            found.setdefault(stage.id, (Place(stage.id, None), stage))
    return found


class _Numbering:
    """Gives every block its number, and remembers the ids that a `goto` may name."""

    def __init__(self) -> None:
        self.ids: dict[str, _Draft] = {}
        self._numbers = count(1)

    def drafts(self, blocks: Iterable[Block]) -> Iterator[_Draft]:
        for kind, run in groupby(blocks, key=lambda block: block.kind):
            same = tuple(run)
            if kind in _ALTERNATIVES and len(same) > 1:
                number = next(self._numbers)
                ways = tuple(_DraftBranch("or", None, self._pair(block)) for block in same)
                yield _Draft(number, "any", same[0], ways)
            else:
                for block in same:
                    yield from self._pair(block)

    def _pair(self, block: Block) -> tuple[_Draft, ...]:
        """A block, and the jump behind it where it has a `goto` beside its own key."""
        number = next(self._numbers)
        draft = _Draft(number, block.kind, block, tuple(self._branches(block)))
        if block.id:
            self.ids.setdefault(block.id, draft)
        if block.goto and block.kind not in ("goto", "end"):
            return draft, _Draft(next(self._numbers), "goto", block)
        return (draft,)

    def _branches(self, block: Block) -> Iterator[_DraftBranch]:
        if block.kind == "if":
            yield _DraftBranch("yes", None, tuple(self.drafts(block.then)))
            yield _DraftBranch("no", None, tuple(self.drafts(block.else_)))
        for branch in block.split:
            yield _DraftBranch("share", branch.share, tuple(self.drafts(branch.do)))


class _Joining:
    """Makes nodes of drafts: what comes after a node is known before the node itself."""

    def __init__(
        self, ids: dict[str, _Draft], moments: dict[str, tuple[Place, Touchpoint | Stage]]
    ) -> None:
        self._ids = ids
        self._moments = moments
        self._targets: dict[str, int | None] = {}

    def join(self, drafts: Iterable[_Draft], after: Edge) -> tuple[Node, ...]:
        """Nodes of drafts that run in order; the last one goes on where `after` ends."""
        nodes: list[Node] = []
        for draft in reversed(tuple(drafts)):
            nodes.append(self._node(draft, after))
            after = self._entry(draft)
        return tuple(reversed(nodes))

    def _node(self, draft: _Draft, after: Edge) -> Node:
        onward = after._replace(start=draft.number)
        exits: tuple[Edge, ...] = (onward,)
        branches: list[Branch] = []
        if draft.kind == "end":
            exits = ()
        elif draft.kind == "goto":
            entry = self._entry(draft)
            exits = (entry._replace(start=draft.number),) if entry.is_jump else ()
        elif draft.branches:
            for way in draft.branches:
                nodes = self.join(way.drafts, after)
                branches.append(Branch(way.way, way.share, nodes, _onward(nodes, onward)))
            exits = tuple(
                (self._entry(way.drafts[0]) if way.drafts else after)
                ._replace(start=draft.number, way=way.way, share=way.share)
                for way in draft.branches
            )  # fmt: skip
        return Node(draft.number, draft.kind, branches=tuple(branches), exits=exits,
                    **self._words(draft))  # fmt: skip

    def _entry(self, draft: _Draft) -> Edge:
        """Edge into a draft; one into a `goto` leads to the `goto`'s target at once."""
        target = self._target(draft.block.goto) if draft.kind == "goto" else None
        if target is None:
            return Edge(END, draft.number)
        return Edge(END, target, is_jump=True)

    def _target(self, name: str) -> int | None:
        """Number of the block that a `goto` leads to; `None` where it leads nowhere or in circles.

        A `goto` may name another `goto`; what one chain leads to is looked up once.
        """
        passed: dict[str, None] = {}
        while name not in self._targets and name not in passed:
            passed[name] = None
            draft = self._ids.get(name)
            if draft is None or draft.kind != "goto":
                self._targets[name] = draft.number if draft else None
            else:
                name = draft.block.goto
        found = self._targets.get(name)
        self._targets.update(dict.fromkeys(passed, found))
        return found

    def _words(self, draft: _Draft) -> dict[str, Any]:
        block, kind = draft.block, draft.kind
        if kind == "any":
            return {}
        words = {"owner": block.owner} | _own_words(block, kind)
        if kind == "touchpoint" and (found := self._moments.get(block.touchpoint)):
            place, moment = found
            words |= {"name": moment.name, "place": place}
            if isinstance(moment, Touchpoint):
                words |= {"owner": block.owner or moment.owner,
                          "channel": next(iter(moment.all_channels), "")}  # fmt: skip
        return words


def _onward(nodes: tuple[Node, ...], after: Edge) -> Edge | None:
    if not nodes:
        return after
    last = nodes[-1]
    goes_on = last.exits and not last.branches and last.kind != "goto"
    return last.exits[0] if goes_on else None


def _own_words(block: Block, kind: NodeKind) -> dict[str, Any]:
    """What a block says of itself, as fields of its node."""
    if kind in MESSAGES and (message := getattr(block, kind)):
        return {"name": message.name, "channel": message.channel, "content": message.content}
    match kind:
        case "audience":
            return _form(block.audience, ("segment", "form", "record"))
        case "trigger":
            return _form(block.trigger, ("custom", "interaction", "business"))
        case "action" if action := block.action:
            return {"name": action.name, "form": action.kind, "owner": block.owner or action.owner}
        case "step" if step := block.step:
            return {"name": step.name, "owner": block.owner or step.owner}
        case "touchpoint" | "end" | "goto":
            return {"name": getattr(block, kind)}
    return _times(block)


def _times(block: Block) -> dict[str, Any]:
    """What a block that waits says: how long, until which date, or for what."""
    if block.wait_until:
        date = _date(block.wait_until)
        return {"time": date} if date else {"name": block.wait_until}
    return {"name": block.if_, "time": block.wait or block.within}


def _form(part: object, forms: tuple[str, ...]) -> dict[str, str]:
    form = next((form for form in forms if getattr(part, form, "")), forms[0])
    return {"form": form, "name": getattr(part, form, "")}


def _date(text: str) -> Date | None:
    try:
        return read_date(text)
    except PydanticCustomError:
        return None
