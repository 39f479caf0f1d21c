"""Pains, gains, opportunities and quotes: what a map finds out."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import Field

from mkdocs_journey.values.base import OneOrMany, Read, Short, fault, is_empty, show
from mkdocs_journey.values.cards import Ids
from mkdocs_journey.values.choices import Level, PainSeverity, Who, WorkStatus
from mkdocs_journey.values.quantities import Measure, parse_measure
from mkdocs_journey.values.text import Id, Name, Text, read_text


def read_frequency(value: Any) -> str | float | None:
    """How often: a share between 0 and 1 where one is written, else the words."""
    if is_empty(value):
        return None
    text = read_text(value)
    measure: Measure | None = parse_measure(text)
    if measure is None or measure.bound or measure.low != measure.high:
        return text
    if measure.is_percent or not measure.unit:
        share = measure.value / 100 if measure.is_percent else measure.value
        if 0 <= share <= 1:
            return share
        raise fault(
            "share-out-of-range",
            "`{value}` is not a share: write it like `30%`, or say how often in words",
            value=show(text),
        )
    return text


_FREQUENCY = {
    "anyOf": [{"type": "number", "minimum": 0, "maximum": 1}, {"type": ["string", "null"]}]
}
Frequency = Annotated[
    str | float | None, Read(read_frequency, _FREQUENCY, "text, or a share like `30%`")
]


class Pain(Short):
    """Friction: something that goes wrong for somebody."""

    short: ClassVar[str] = "text"

    text: Name = Field(examples=["The address is asked for twice"])
    """What goes wrong, as inline Markdown."""
    id: Id = Field(default="", examples=["address-twice"])
    """Name by which opportunities and actions say that they solve it."""
    severity: PainSeverity = Field(default=None, examples=["high"])
    """How bad it is; medium counts where nothing is written."""
    frequency: Frequency = Field(default=None, examples=["30%", "every week"])
    """How often it happens: words, or a share (`30%`)."""
    impact: Text = Field(default="", examples=["Some give up here"])
    """What it leads to."""
    who: Who = Field(default=None, examples=["customer"])
    """Whom it hurts: customer, employee or system."""
    sources: Ids = Field(default=(), examples=[["interviews"]])
    """Ids of the map's sources that this rests on."""


class Gain(Pain):
    """What delights: the same form as a pain."""


class Opportunity(Short):
    """What could be better, and what it would solve."""

    text: Name = Field(examples=["Guest checkout"])
    """What could be done, as inline Markdown."""
    id: Id = Field(default="", examples=["guest-checkout"])
    """Name by which others refer to it."""
    solves: Ids = Field(default=(), examples=[["forced-account"]])
    """Ids of the pains that it mends."""
    impact: Level = Field(default=None, examples=["high"])
    """How much it would change."""
    effort: Level = Field(default=None, examples=["medium"])
    """How much work it is."""
    status: WorkStatus = Field(default=None, examples=["planned"])
    """idea, planned, doing, done or dropped."""
    owner: Text = Field(default="", examples=["Web team"])
    """Who answers for it."""
    ticket: Text = Field(default="", examples=["WEB-204"])
    """Where the work is tracked: an address or a number."""
    horizon: Text = Field(default="", examples=["Next quarter"])
    """When it is meant for: now, next, later, a quarter."""


class Quote(Short):
    """The customer's own words."""

    text: Name = Field(examples=["He knew the machine by heart."])
    """What was said."""
    source: Id = Field(default="", examples=["interviews"])
    """Id of the map's source that it comes from."""
    persona: Id = Field(default="", examples=["ana"])
    """Id of the persona who could have said it."""
    who: Text = Field(default="", examples=["Office manager, 40 desks"])
    """Who said it, in words."""


Pains = Annotated[tuple[Pain, ...], OneOrMany()]
Gains = Annotated[tuple[Gain, ...], OneOrMany()]
Opportunities = Annotated[tuple[Opportunity, ...], OneOrMany()]
Quotes = Annotated[tuple[Quote, ...], OneOrMany()]
