"""The table of lanes: each field of this class is a lane, declared in one place.

To add a lane, add a field with its `Lane`: the model, the JSON Schema, the reference page, the
grid and the exports read it from here. `registry` says where it stands by default.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, ValidationInfo, model_validator

from mkdocs_journey.lanes.declaration import Lane, LaneShape
from mkdocs_journey.translations import mark
from mkdocs_journey.values.base import MayBeEmpty, Model, reading
from mkdocs_journey.values.cards import Cards, Images, Links, ServiceCards
from mkdocs_journey.values.feelings import Feelings
from mkdocs_journey.values.measures import Checkpoint, Health, Metrics
from mkdocs_journey.values.notes import Gains, Opportunities, Pains, Quotes
from mkdocs_journey.values.text import Text
from mkdocs_journey.values.times import DurationValue

CUSTOM = "(custom)"
"""What the site's own lanes are gathered under; nobody can mean to write it."""


class LaneFields(Model):
    """Lanes that a touchpoint, a stage or a whole journey may fill.

    On a stage a lane spans the stage's columns, on a journey the whole map.
    """

    goal: Annotated[Cards, Lane("goal", mark("Goal"), "goal", LaneShape.CARDS)] = Field(
        default=(), examples=["Find out whether it fits"]
    )
    """What the customer wants to have done when it is over."""
    when: Annotated[Text, Lane("when", mark("When"), "clock", LaneShape.TEXT)] = Field(
        default="", examples=["Day 2–5"]
    )
    """When it happens, in words."""
    description: Annotated[
        Cards, Lane("description", mark("Description"), "description", LaneShape.CARDS)
    ] = Field(default=(), examples=["The visitor opens the chat from the invoice page"])
    """What the step is."""
    doing: Annotated[
        Cards,
        Lane("doing", mark("Doing"), "doing", LaneShape.CARDS,
             blueprint_label=mark("Customer actions")),
    ] = Field(default=(), examples=["Compares two roasts"])  # fmt: skip
    """What the customer does."""
    thinking: Annotated[
        Cards, Lane("thinking", mark("Thinking"), "thinking", LaneShape.QUOTED_CARDS)
    ] = Field(default=(), examples=["Which grind does *our* machine take?"])
    """What the customer thinks, in the first person."""
    feeling: Annotated[Feelings, Lane("feeling", mark("Feeling"), "feeling", LaneShape.FEELING)] = (
        Field(
            default_factory=dict,
            examples=[4, "curious", {"score": 2, "emotion": "confused"}, {"ana": 4, "bruno": 2}],
        )
    )
    """What the customer feels, 1 (worst) to 5 (best): a score, a word, an emoji, a list that is a
    change within the moment, or one of these by persona."""
    needs: Annotated[Cards, Lane("needs", mark("Needs"), "needs", LaneShape.CARDS)] = Field(
        default=(), examples=["To pay by invoice"]
    )
    """What the customer needs here."""
    expecting: Annotated[
        Cards, Lane("expecting", mark("Expecting"), "expecting", LaneShape.CARDS)
    ] = Field(default=(), examples=["An answer on the same day"])
    """What the customer expects to happen."""
    design: Annotated[Cards, Lane("design", mark("Design"), "design", LaneShape.CARDS)] = Field(
        default=(), examples=["Chat button on every page"]
    )
    """Experience maps: how the company designed the step."""
    intention: Annotated[
        Cards, Lane("intention", mark("Intention"), "intention", LaneShape.CARDS)
    ] = Field(default=(), examples=["Answer before the customer leaves"])
    """Experience maps: what the company meant by the step."""
    implementation: Annotated[
        Cards, Lane("implementation", mark("Implementation"), "implementation", LaneShape.CARDS)
    ] = Field(default=(), examples=["Two agents, weekdays only"])
    """Experience maps: how the step is carried out."""
    health: Annotated[
        Health | None, MayBeEmpty(), Lane("health", mark("Health"), "health", LaneShape.HEALTH)
    ] = Field(default=None, examples=[72, {"value": 72, "previous": 64}])
    """Lifecycle maps: health score from 0 to 100, and the one before."""
    checkpoint: Annotated[
        Checkpoint, Lane("checkpoint", mark("Checkpoint"), "checkpoint", LaneShape.CHECKPOINT)
    ] = Field(default=(), examples=[[{"text": "First invoice sent", "met": True}]])
    """Criteria that must be met to leave the stage."""
    quotes: Annotated[Quotes, Lane("quotes", mark("Quotes"), "quotes", LaneShape.QUOTES)] = Field(
        default=(), examples=[{"text": "He knew the machine by heart.", "source": "interviews"}]
    )
    """The customer's own words."""
    pains: Annotated[Pains, Lane("pains", mark("Pain points"), "pains", LaneShape.PAINS)] = Field(
        default=(), examples=[{"text": "The address is asked for twice", "severity": "medium"}]
    )
    """Friction."""
    gains: Annotated[Gains, Lane("gains", mark("Gains"), "gains", LaneShape.GAINS)] = Field(
        default=(), examples=["Delivered two days early"]
    )
    """What delights."""
    opportunities: Annotated[
        Opportunities,
        Lane("opportunities", mark("Opportunities"), "opportunities", LaneShape.OPPORTUNITIES),
    ] = Field(default=(), examples=[{"text": "Guest checkout", "impact": "high", "effort": "low"}])
    """What could be better."""
    image: Annotated[Images, Lane("image", mark("Image"), "image", LaneShape.IMAGES)] = Field(
        default=(), examples=[{"src": "checkout.png", "alt": "The checkout form"}]
    )
    """Storyboard picture or screenshot."""
    metrics: Annotated[Metrics, Lane("metrics", mark("Metrics"), "metrics", LaneShape.METRICS)] = (
        Field(default_factory=dict, examples=[{"nps": 46, "conversion": {"value": "41%"}}])
    )
    """Measured values by metric id."""
    links: Annotated[Links, Lane("links", mark("Links"), "links", LaneShape.LINKS)] = Field(
        default=(), examples=[[{"text": "Design", "url": "https://example.org/design"}]]
    )
    """Pages, tickets, designs."""
    evidence: Annotated[Cards, Lane("evidence", mark("Evidence"), "evidence", LaneShape.STEPS)] = (
        Field(default=(), examples=["Order confirmation"])
    )
    """Blueprint: what the customer sees or touches (physical evidence)."""
    frontstage: Annotated[
        ServiceCards, Lane("frontstage", mark("Frontstage"), "frontstage", LaneShape.STEPS)
    ] = Field(default=(), examples=["Checkout form"])
    """Blueprint: contact that the customer sees."""
    backstage: Annotated[
        ServiceCards, Lane("backstage", mark("Backstage"), "backstage", LaneShape.STEPS)
    ] = Field(default=(), examples=["Fraud check by hand above 200 euros"])
    """Blueprint: work for this customer that they do not see."""
    support: Annotated[
        ServiceCards, Lane("support", mark("Support processes"), "support", LaneShape.STEPS)
    ] = Field(default=(), examples=[{"text": "Payment provider", "system": "payments"}])
    """Blueprint: systems and partners that carry the rest."""
    policy: Annotated[Cards, Lane("policy", mark("Policy"), "policy", LaneShape.STEPS)] = Field(
        default=(), examples=["Invoices are kept for ten years"]
    )
    """Blueprint: regulations and rules that apply."""
    duration: DurationValue = Field(default=None, examples=["5 min"])
    """Hands-on time."""
    elapsed: DurationValue = Field(default=None, examples=["2 days"])
    """Time on the calendar."""
    wait: DurationValue = Field(default=None, examples=["2–3 hours"])
    """Time that the customer waits."""
    custom: dict[str, Cards] = Field(default_factory=dict, alias=CUSTOM)
    """Cells of the site's own lanes, by lane id; written under the lane's own name."""

    @model_validator(mode="before")
    @classmethod
    def gather_custom_lanes(cls, value: Any, info: ValidationInfo) -> Any:
        """Cells of lanes that the site declares move into `custom`."""
        lanes = reading(info.context).catalog.lanes
        if not lanes or not isinstance(value, dict):
            return value
        own = {key: value[key] for key in value if key in lanes and key not in cls.model_fields}
        if not own:
            return value
        rest = {key: item for key, item in value.items() if key not in own}
        return {**rest, CUSTOM: own}


TIMES = Lane("times", mark("Times"), "clock", LaneShape.TIMES, ("duration", "elapsed", "wait"))
