"""Blocks of a flow: campaigns and processes, run in order."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal, get_args

from pydantic import Field, model_validator

from mkdocs_journey.model.shape import meant_by
from mkdocs_journey.values.base import Model, OneOrMany, Short, fault, is_empty, show
from mkdocs_journey.values.channels import Channel
from mkdocs_journey.values.quantities import Share
from mkdocs_journey.values.text import Id, Name, Text
from mkdocs_journey.values.times import DurationValue

BlockKind = Literal[
    "audience", "trigger", "email", "sms", "push", "message", "call", "page", "event", "wait",
    "wait_until", "if", "split", "action", "step", "touchpoint", "end", "goto",
]  # fmt: skip
MESSAGES: tuple[BlockKind, ...] = ("email", "sms", "push", "message", "call", "page", "event")
"""Blocks that send or show something to the customer."""


class Audience(Model):
    """Who enters: a segment, those who submit a form, those whose record changes."""

    segment: Text = Field(default="", examples=["Newsletter readers"])
    """A list of contacts."""
    form: Text = Field(default="", examples=["Pause my subscription"])
    """A form that was submitted."""
    record: Text = Field(default="", examples=["Customer status set to dormant"])
    """A record that was created or updated."""


class Trigger(Model):
    """The event that starts or continues a campaign."""

    custom: Text = Field(default="", examples=["Looked at the old order"])
    """An event that the team defined."""
    interaction: Text = Field(default="", examples=["E-mail opened"])
    """What happened to a message: delivered, bounced, opened. It never starts a journey."""
    business: Text = Field(default="", examples=["Order created"])
    """A record that was created or changed."""


class Message(Short):
    """What is sent or shown."""

    short: ClassVar[str] = "name"

    name: Name = Field(examples=["New beans"])
    """What the message is called."""
    channel: Channel = Field(default="", examples=["social"])
    """Id of its channel, where the block does not say it."""
    content: Text = Field(default="", examples=["Three roasts of this month"])
    """What it says."""


class Action(Short):
    """Something that a person or a system does."""

    short: ClassVar[str] = "text"

    text: Text = Field(default="", examples=["Take the office out of all other campaigns"])
    """What is done, where none of the others fits."""
    create_lead: Text = Field(default="", examples=["Wants an offer"])
    """A lead that is created."""
    run_workflow: Text = Field(default="", examples=["Restore the delivery rhythm"])
    """A workflow that is run."""
    linkedin_campaign: Text = Field(default="", examples=["Office managers"])
    """A campaign on a social network that the contact is added to."""
    task: Text = Field(default="", examples=["Call the customer"])
    """A task for somebody."""
    appointment: Text = Field(default="", examples=["Tasting at the office"])
    """An appointment that is made."""
    phone_call: Text = Field(default="", examples=["Ask about the taste"])
    """A phone call that is made."""
    owner: Text = Field(default="", examples=["Sales"])
    """Who does it."""

    @property
    def kind(self) -> str:
        """The key that says what it is: `task`, `create_lead`, …, else `text`."""
        return next((name for name in ACTIONS if getattr(self, name)), "text")

    @property
    def name(self) -> str:
        """What is done."""
        return str(getattr(self, self.kind))


ACTIONS = ("create_lead", "run_workflow", "linkedin_campaign", "task", "appointment", "phone_call")


class Step(Short):
    """A step of a process."""

    short: ClassVar[str] = "name"

    name: Name = Field(examples=["Check the address"])
    """What is done."""
    owner: Text = Field(default="", examples=["Care"])
    """Who does it."""


class Branch(Model):
    """One way out of a split."""

    share: Share = Field(default=None, examples=["50%"])
    """Part of the contacts that go this way."""
    do: Annotated[tuple[Block, ...], OneOrMany()] = Field(
        default=(), examples=[[{"email": "Customer stories"}]]
    )
    """Blocks of this way."""


class Block(Model):
    """One block of a flow: a mapping with one key that says what kind of block it is."""

    audience: Audience | None = Field(default=None, examples=[{"segment": "Newsletter readers"}])
    """Who enters; several in a row are alternatives."""
    trigger: Trigger | None = Field(default=None, examples=[{"business": "Order created"}])
    """The event that starts or continues it; after an audience it narrows it."""
    email: Message | None = Field(default=None, examples=["New beans"])
    """An e-mail that is sent."""
    sms: Message | None = Field(default=None, examples=["Your parcel is here"])
    """A text message that is sent."""
    push: Message | None = Field(default=None, examples=["Table is ready"])
    """A notification that is sent."""
    message: Message | None = Field(default=None, examples=[{"name": "Story", "channel": "social"}])
    """A message on any channel."""
    call: Message | None = Field(default=None, examples=["Welcome call"])
    """A call."""
    page: Message | None = Field(default=None, examples=["Landing page"])
    """A page that is shown."""
    event: Message | None = Field(default=None, examples=["Tasting evening"])
    """An event that contacts are invited to."""
    wait: DurationValue = Field(default=None, examples=["1 week"])
    """Holds the contact for a time."""
    wait_until: Text = Field(default="", examples=["2026-12-01", "the parcel is delivered"])
    """Holds the contact until a date or a condition."""
    if_: Text = Field(default="", alias="if", examples=["clicked a product"])
    """Holds the contact until the condition is true or `within` has passed."""
    within: DurationValue = Field(default=None, examples=["3 days"])
    """Time-out of an `if`."""
    then: Annotated[tuple[Block, ...], OneOrMany()] = Field(
        default=(), examples=[[{"email": "Thank you"}]]
    )
    """Blocks where the condition is true."""
    else_: Annotated[tuple[Block, ...], OneOrMany()] = Field(
        default=(), alias="else", examples=[[{"wait": "1 week"}]]
    )
    """Blocks where it is not, or the time-out has passed."""
    split: Annotated[tuple[Branch, ...], OneOrMany()] = Field(
        default=(), examples=[[{"share": "50%", "do": [{"email": "A"}]}]]
    )
    """Sends shares of the contacts down each way."""
    action: Action | None = Field(default=None, examples=[{"task": "Call the customer"}])
    """Something that a person or a system does."""
    step: Step | None = Field(default=None, examples=["Check the address"])
    """A step of a process."""
    touchpoint: Text = Field(default="", examples=["checkout", "buy.checkout"])
    """Id of a touchpoint of this map: the block links to its column."""
    end: Text = Field(default="", examples=["Customer has ordered"])
    """How it ends."""
    id: Id = Field(default="", examples=["reminder"])
    """Name by which a `goto` jumps here."""
    owner: Text = Field(default="", examples=["Marketing"])
    """Who answers for the block."""
    goto: Text = Field(default="", examples=["reminder"])
    """Id of the block that comes next; a block of only `goto` jumps there."""

    @property
    def kind(self) -> BlockKind:
        """The key that says what kind of block it is."""
        return next(kind for kind in BLOCKS if _field(kind) in self.model_fields_set)

    @model_validator(mode="before")
    @classmethod
    def check_kind(cls, value: Any) -> Any:
        """One key must say what kind of block it is."""
        if not isinstance(value, dict):
            raise fault("unknown-block", "a block is a mapping with one key, like "
                        "`email: New beans` or `wait: 1 week`")  # fmt: skip
        kinds = [key for key in value if key in BLOCKS and key != "goto"]
        if len(kinds) > 1:
            names = "` and `".join(kinds)
            raise fault("unknown-block", f"`{names}` in one block: begin a block of its own, with "
                        "`- `, for each", at=kinds[1])  # fmt: skip
        if not kinds and "goto" not in value:
            word = next((str(key) for key in value), "")
            near = meant_by(word, BLOCKS)
            hint = f"did you mean `{near}`?" if near else "write one of " + ", ".join(
                f"`{kind}`" for kind in BLOCKS
            )  # fmt: skip
            raise fault("unknown-block", f"unknown block `{show(word)}`: {hint}", at=word)
        kind = (kinds or ["goto"])[0]
        if is_empty(value[kind]):
            raise fault("missing-key", f"`{kind}` says nothing: write what it is", at=kind)
        return value


def _field(kind: str) -> str:
    return f"{kind}_" if kind in ("if", "else") else kind


BLOCKS: tuple[BlockKind, ...] = get_args(BlockKind)
Branch.model_rebuild()
Block.model_rebuild()
Flow = Annotated[tuple[Block, ...], OneOrMany()]
