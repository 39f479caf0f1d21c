"""Flows: campaigns that can run, and blocks that can be reached."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_journey.diagnostics import Finding, Rule, Severity
from mkdocs_journey.model import Action, Audience, Block, Journey, Trigger
from mkdocs_journey.model.flow import ACTIONS, MESSAGES
from mkdocs_journey.model.rules import page_with
from mkdocs_journey.model.shape import Path
from mkdocs_journey.rules.walking import Checked, lists_of_blocks


def _rule(code: str, name: str, summary: str, why: str, bad: str, good: str) -> Rule:
    return Rule(code, name, Severity.WARNING, summary, why, _flow(bad), _flow(good))


def _flow(blocks: str) -> str:
    lines = "".join(f"    {line}\n" for line in blocks.splitlines())
    return page_with(f"journey:\n  stages: [{{name: Buy}}]\n  flow:\n{lines}")


CAMPAIGN_WITHOUT_AUDIENCE = _rule(
    "J401", "campaign-without-audience",
    "A campaign begins with an audience, or with a trigger that can start it.",
    "Nobody enters a campaign that says neither whom nor what starts it.",
    "- email: New beans\n- trigger: {business: Order created}",
    "- trigger: {business: Order created}\n- email: New beans",
)  # fmt: skip
CAMPAIGN_WITHOUT_MESSAGE = _rule(
    "J402", "campaign-without-message",
    "A campaign sends or shows at least one message.",
    "A campaign of which the customer notices nothing is a process: leave its audience out.",
    "- audience: {segment: Newsletter readers}\n- action: {task: Call the customer}",
    "- audience: {segment: Newsletter readers}\n- email: New beans",
)  # fmt: skip
INTERACTION_WITHOUT_MESSAGE = _rule(
    "J403", "interaction-without-message",
    "A trigger on an interaction stands behind a message on its path.",
    "Nobody can open, click or bounce a message that was never sent.",
    "- audience: {segment: Newsletter readers}\n- trigger: {interaction: Opened}\n"
    "- email: New beans",
    "- audience: {segment: Newsletter readers}\n- email: New beans\n"
    "- trigger: {interaction: Opened}",
)  # fmt: skip
SHARES_DO_NOT_SUM = _rule(
    "J404", "shares-do-not-sum",
    "The shares of a split sum to 100 %.",
    "Some contacts would go nowhere, or some twice.",
    "- split:\n    - {share: 50%, do: [{step: A}]}\n    - {share: 40%, do: [{step: B}]}",
    "- split:\n    - {share: 50%, do: [{step: A}]}\n    - {share: 50%, do: [{step: B}]}",
)  # fmt: skip
IF_WITHOUT_THEN = _rule(
    "J405", "if-without-then",
    "An `if` says under `then` or `else` what follows from it.",
    "A question whose answer changes nothing is not a branch.",
    "- if: Clicked a product",
    "- if: Clicked a product\n  then: [{step: Call the customer}]",
)  # fmt: skip
UNREACHABLE_BLOCK = _rule(
    "J406", "unreachable-block",
    "No block stands behind an `end` or a `goto`, except one that a `goto` jumps to.",
    "What nobody reaches never happens.",
    "- end: Customer has ordered\n- step: Say thank you",
    "- step: Say thank you\n- end: Customer has ordered",
)  # fmt: skip
KEY_OUT_OF_PLACE = _rule(
    "J407", "key-out-of-place",
    "`within`, `then` and `else` stand beside an `if`.",
    "Beside another block they mean nothing and are not drawn.",
    "- step: Check the address\n  within: 2 days",
    "- if: Address is complete\n  within: 2 days\n  then: [{step: Pack}]",
)  # fmt: skip
BLOCK_SAYS_ONE_THING = _rule(
    "J408", "block-says-one-thing",
    "An action says one thing that is done, a trigger or an audience one thing that happens.",
    "Without any the box has no words; of several it shows only one.",
    "- action: {owner: Sales}",
    "- action: {task: Call the customer, owner: Sales}",
)  # fmt: skip
FLOW_WITHOUT_CHART = _rule(
    "J409", "flow-without-chart",
    "With `diagrams: svg`, a chart can be drawn of every flow.",
    "Readers see the list of its blocks alone, or what the site's own Mermaid makes of it. A chart "
    "has at most 500 lines between blocks and 50,000 characters of source: of a longer flow make "
    "two maps.",
    "- audience: {segment: Newsletter readers}\n- email: New beans\n# … and 600 more blocks",
    "- audience: {segment: Newsletter readers}\n- email: New beans",
)  # fmt: skip

RULES = (
    CAMPAIGN_WITHOUT_AUDIENCE, CAMPAIGN_WITHOUT_MESSAGE, INTERACTION_WITHOUT_MESSAGE,
    SHARES_DO_NOT_SUM, IF_WITHOUT_THEN, UNREACHABLE_BLOCK, KEY_OUT_OF_PLACE, BLOCK_SAYS_ONE_THING,
    FLOW_WITHOUT_CHART,
)  # fmt: skip

_TOLERANCE = 0.011
"""Three times 33 % are meant to be all."""


def check_flow(checked: Checked) -> Iterator[Finding]:
    """What a flow must say so that it can run."""
    journey = checked.part
    if not isinstance(journey, Journey) or not journey.flow:
        return
    yield from _check_campaign(checked, journey)
    yield from _check_interactions(checked, journey)
    yield from _check_reach(checked, journey)
    yield from _check_meanings(checked)
    for path, block in checked.of(Block):
        yield from _check_block(checked, path, block)


def _check_campaign(checked: Checked, journey: Journey) -> Iterator[Finding]:
    blocks = list(checked.of(Block))
    entries = [(path, block) for path, block in blocks if block.kind in ("audience", "trigger")]
    if not entries:
        return
    first = journey.flow[0]
    starts = first.audience is not None or (
        first.trigger is not None and not first.trigger.interaction
    )
    if not starts and not (first.trigger and first.trigger.interaction):
        message = (
            f"this flow begins with `{first.kind}`: begin it with the audience or trigger that "
            "starts it"
        )
        path: Path = ("flow", 0, first.kind)
        yield checked.report(CAMPAIGN_WITHOUT_AUDIENCE, path, message, at_key=True)
    for path, audience in checked.of(Audience):
        if not (audience.segment or audience.form or audience.record):
            message = "this audience is nobody: write `segment`, `form` or `record`"
            yield checked.report(CAMPAIGN_WITHOUT_AUDIENCE, path, message)
    if not any(block.kind in MESSAGES for _, block in blocks):
        message = (
            "a flow with an audience or a trigger is a campaign, and this one sends nothing: "
            "add a message, such as `email`"
        )
        path, entry = entries[0]
        yield checked.report(CAMPAIGN_WITHOUT_MESSAGE, (*path, entry.kind), message, at_key=True)


def _check_interactions(checked: Checked, journey: Journey) -> Iterator[Finding]:
    """Interaction triggers that no message stands before, along every path but jumps.

    What a `goto` jumps to may have any message before it, so nothing is said from there on.
    """
    targets = {block.goto for _, block in checked.of(Block) if block.goto}
    found: list[Path] = []

    def run(blocks: tuple[Block, ...], path: Path, seen: bool) -> bool:
        for place, block in enumerate(blocks):
            at = (*path, place)
            seen = seen or block.kind in MESSAGES or (bool(block.id) and block.id in targets)
            if block.trigger is not None and block.trigger.interaction and not seen:
                found.append((*at, "trigger", "interaction"))
            branches = [(block.then, (*at, "then")), (block.else_, (*at, "else"))]
            branches += [
                (branch.do, (*at, "split", number, "do"))
                for number, branch in enumerate(block.split)
            ]
            # Every branch runs, so that each is checked; one message in any of them is enough.
            ends = [run(inner, where, seen) for inner, where in branches]
            seen = seen or any(ends)
        return seen

    run(journey.flow, ("flow",), False)
    for path in found:
        message = (
            "no message stands before this interaction: put the message that it is about first"
        )
        yield checked.report(INTERACTION_WITHOUT_MESSAGE, path, message)


def _check_reach(checked: Checked, journey: Journey) -> Iterator[Finding]:
    targets = {block.goto for _, block in checked.of(Block) if block.goto}
    for path, blocks in lists_of_blocks(journey):
        stopped = ""
        for place, block in enumerate(blocks):
            if block.id and block.id in targets:
                stopped = ""
            if stopped:
                message = f"nothing comes behind `{stopped}`: move it, or jump to it with `goto`"
                yield checked.report(UNREACHABLE_BLOCK, (*path, place), message)
                break
            stopped = "end" if block.kind == "end" else "goto" if block.goto else ""


_MEANINGS: dict[type[Audience | Trigger | Action], tuple[str, ...]] = {
    Audience: ("segment", "form", "record"),
    Trigger: ("custom", "interaction", "business"),
    Action: ("text", *ACTIONS),
}


def _check_meanings(checked: Checked) -> Iterator[Finding]:
    """Parts of blocks that say nothing, or more than one thing."""
    for kind, keys in _MEANINGS.items():
        for path, part in checked.of(kind):
            said = [key for key in keys if getattr(part, key)]
            if len(said) > 1:
                message = f"`{said[0]}` and `{said[1]}` in one block: write a block for each"
                yield checked.report(BLOCK_SAYS_ONE_THING, (*path, said[1]), message, at_key=True)
            elif not said and kind is not Audience:
                either = ", ".join(f"`{key}`" for key in keys[:-1]) + f" or `{keys[-1]}`"
                message = f"this {path[-1]} says nothing: write {either}"
                yield checked.report(BLOCK_SAYS_ONE_THING, path, message)


def _check_block(checked: Checked, path: Path, block: Block) -> Iterator[Finding]:
    if block.kind == "if" and not (block.then or block.else_):
        message = f"nothing follows from `{block.if_}`: write under `then` what does"
        yield checked.report(IF_WITHOUT_THEN, (*path, "if"), message)
    if block.kind != "if":
        beside = [("within", block.within), ("then", block.then), ("else", block.else_)]
        for key, value in beside:
            if value:
                message = f"`{key}` beside `{block.kind}`: it belongs to an `if`"
                yield checked.report(KEY_OUT_OF_PLACE, (*path, key), message, at_key=True)
    shares = [branch.share for branch in block.split]
    if block.split:
        total = sum(share or 0.0 for share in shares)
        missing = shares.count(None)
        if missing or abs(total - 1) > _TOLERANCE:
            message = f"the shares of this split sum to {total:.0%}"
            message += f", and {missing} of them have none" if missing else ""
            yield checked.report(
                SHARES_DO_NOT_SUM, (*path, "split"), f"{message}: write shares that sum to 100%",
                at_key=True,
            )  # fmt: skip
