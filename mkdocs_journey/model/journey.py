"""A journey: a header, and stages with touchpoints."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, ClassVar

from pydantic import Field, field_validator, model_validator

from mkdocs_journey.lanes.table import LaneFields
from mkdocs_journey.model.evidence import Evidence
from mkdocs_journey.model.flow import Flow
from mkdocs_journey.model.persona import Persona
from mkdocs_journey.values.base import Keyed, MayBeEmpty, Model, OneOrMany, Short, fault, is_empty
from mkdocs_journey.values.cards import Ids, Texts
from mkdocs_journey.values.channels import Channel, Channels
from mkdocs_journey.values.choices import Flag, Kind, Level, Ownership, Phase, WorkStatus
from mkdocs_journey.values.feelings import EVERYONE
from mkdocs_journey.values.measures import Feedback
from mkdocs_journey.values.quantities import Count, MeasureValue, Share
from mkdocs_journey.values.text import Id, Label, Name, ShortText, Text, slugify
from mkdocs_journey.values.times import DateValue, DurationValue


class Touchpoint(LaneFields):
    """A moment when the customer meets the brand, directly or indirectly: one column."""

    name: Label = Field(examples=["Checkout"])
    """What the moment is called."""
    id: Id = Field(default="", examples=["checkout"])
    """Slug for links and for other maps; made from the name where it is missing."""
    channel: Channel = Field(default="", examples=["web"])
    """Id of the channel that it happens on."""
    channels: Channels = Field(default=(), examples=[["web", "phone"]])
    """Ids of its channels, where there are several."""
    ownership: Ownership = Field(default=None, examples=["indirect"])
    """`direct`, or `indirect` for a third party's moment that is still felt as ours; else as the
    channel says."""
    owner: Text = Field(default="", examples=["Web team"])
    """The team behind it."""
    path: Ids = Field(default=(), examples=["happy"])
    """Ids of the paths that it lies on; on all where it is missing."""
    moment_of_truth: Flag = Field(default=None, examples=[True])
    """Whether it is a moment that decides."""
    volume: Count = Field(default=None, examples=[18420])
    """How many come here."""
    drop_off: Share = Field(default=None, examples=["12%"])
    """Share of those that leave here."""
    feedback: Annotated[Feedback | None, MayBeEmpty()] = Field(
        default=None, examples=[{"nps": {"promoters": 60, "passives": 25, "detractors": 15}}]
    )
    """Counts of answers, from which NPS, CSAT and CES are computed."""

    @property
    def all_channels(self) -> tuple[str, ...]:
        """Its channels in the order of writing, each once."""
        first, more = self.channel, self.channels
        if more:
            return tuple(dict.fromkeys(filter(None, (first, *more))))
        return (first,) if first else ()


class Stage(LaneFields):
    """A part of the journey with a goal of its own: one group of columns."""

    name: Label = Field(examples=["Consider"])
    """What the stage is called."""
    id: Id = Field(default="", examples=["consider"])
    """Slug for links; made from the name where it is missing."""
    phase: Phase = Field(default=None, examples=["before"])
    """`before`, `during` or `after` the purchase."""
    touchpoints: Annotated[tuple[Touchpoint, ...], OneOrMany()] = Field(
        default=(), examples=[[{"name": "Product page", "channel": "web"}]]
    )
    """Moments of the stage, in order; without any the stage is one column of its own."""
    journey: Text = Field(default="", examples=["checkout-in-detail.md"])
    """Path of the map that details this stage."""


class PersonaReference(Short):
    """A persona of a map: the id of a persona's page, or a persona described in place."""

    short: ClassVar[str] = "id"

    id: Id = Field(default="", examples=["ana"])
    """Id of a persona's page: its file name."""
    persona: Persona | None = None
    """The persona, where it is described in place."""

    @classmethod
    def widen(cls, value: Any) -> Any:
        """A text is an id; a mapping with a name is a persona described in place."""
        is_reference = isinstance(value, dict) and value and value.keys() <= {"id", "persona"}
        if isinstance(value, dict) and not is_reference:
            return {"persona": value, "id": slugify(str(value.get("name") or ""))}
        return super().widen(value)


class Parent(Short):
    """The map (and stage) that a map details."""

    short: ClassVar[str] = "map"

    map: Name = Field(examples=["lifecycle.md"])
    """Path of the other map's page."""
    stage: Text = Field(default="", examples=["onboarding"])
    """Id of the stage that is detailed."""


class PlannedAction(Short):
    """One entry of the improvement plan."""

    text: Name = Field(examples=["Test guest checkout with one market"])
    """What is to be done."""
    id: Id = Field(default="", examples=["guest-test"])
    """Name by which others refer to it."""
    solves: Ids = Field(default=(), examples=[["no-grind"]])
    """Ids of the pains or opportunities that it carries out."""
    owner: Text = Field(default="", examples=["Web team"])
    """Who does it."""
    due: DateValue = Field(default=None, examples=["2026-12-15"])
    """Until when."""
    status: WorkStatus = Field(default=None, examples=["doing"])
    """idea, planned, doing, done or dropped."""
    effort: Level = Field(default=None, examples=["low"])
    """How much work it is."""
    impact: Level = Field(default=None, examples=["high"])
    """How much it changes."""
    ticket: Text = Field(default="", examples=["WEB-204"])
    """Where the work is tracked."""
    horizon: Text = Field(default="", examples=["Next quarter"])
    """When it is meant for, in words."""


class Alert(Model):
    """What is watched: a metric that must not fall below or rise above a bound."""

    metric: Id = Field(examples=["health"])
    """Id of the metric; `health` is the stage's health."""
    below: MeasureValue = Field(default=None, examples=[60])
    """The alert rings where the value is below this."""
    above: MeasureValue = Field(default=None, examples=["10%"])
    """The alert rings where the value is above this."""
    at: Text = Field(default="", examples=["adoption"])
    """Id of the stage or touchpoint whose value is watched; else the journey's."""
    notify: Text = Field(default="", examples=["Customer success"])
    """Who hears of it."""
    then: Text = Field(default="", examples=["Call within a day"])
    """What is done then."""


class Journey(LaneFields):
    """A map: what one group of customers lives through, from one end to the other."""

    kind: Kind = Field(default="current-state", examples=["current-state"])
    """current-state, future-state, day-in-the-life, experience, service-blueprint or lifecycle;
    decides the default lanes and which checks apply."""
    status: Text = Field(default="draft", examples=["validated"])
    """draft, review, validated, archived, or one that the site declares."""
    owner: Text = Field(default="", examples=["Growth team"])
    """Who answers for the map."""
    reviewed: DateValue = Field(default=None, examples=["2026-10-02"])
    """When it was last looked at."""
    review_every: DurationValue = Field(default=None, examples=["6 months"])
    """How long a review holds; after that the map is stale."""
    personas: Annotated[tuple[PersonaReference, ...], OneOrMany()] = Field(
        default=(), examples=[["ana"], [{"name": "Rui", "role": "Barista"}]]
    )
    """Whom the map is about: ids of persona pages, or personas described in place."""
    segment: Text = Field(default="", examples=["Newsletter readers"])
    """Whom the map is about, beyond personas."""
    segments: Texts = Field(default=(), examples=[["Offices", "Restaurants"]])
    """The same, where there are several."""
    scenario: Texts = Field(default=(), examples=["Ana needs coffee for the office."])
    """The situation that is mapped."""
    goals: Texts = Field(default=(), examples=[["Order once"]])
    """What the customer wants to reach, or what the team wants to learn."""
    expectations: Texts = Field(default=(), examples=[["Delivery in two days"]])
    """What the customer expects beforehand."""
    scope: Texts = Field(default=(), examples=["First order only"])
    """What is in the map and what is not."""
    about: Annotated[dict[str, Text], Keyed()] = Field(
        default_factory=dict, examples=[{"Frequency": "Monthly"}]
    )
    """Whatever else stands in the header: label and text."""
    channels: Channels = Field(default=(), examples=[["email", "web"]])
    """Channels in scope; a touchpoint outside them is reported."""
    sources: Annotated[dict[Id, Evidence], Keyed()] = Field(
        default_factory=dict,
        examples=[{"interviews": {"title": "12 customer interviews", "method": "interview"}}],
    )
    """The research evidence, by id."""
    parent: Annotated[Parent | None, MayBeEmpty()] = Field(default=None, examples=["lifecycle.md"])
    """The map (and stage) that this one details."""
    improves: Text = Field(default="", examples=["first-order.md"])
    """The map that this future state answers."""
    paths: Annotated[dict[Id, ShortText], Keyed()] = Field(
        default_factory=dict, examples=[{"happy": "All goes well"}]
    )
    """Several ways through one map, by id."""
    lanes: Ids = Field(default=(), examples=[["doing", "feeling", "pains"]])
    """Which lanes show, in which order; else as the kind says."""
    stages: Annotated[tuple[Stage, ...], OneOrMany()] = Field(
        examples=[[{"name": "Discover", "touchpoints": [{"name": "Newsletter"}]}]]
    )
    """Stages of the journey, at least one."""
    flow: Flow = Field(default=(), examples=[[{"audience": {"segment": "All"}}]])
    """Blocks of the campaign or process; without it a flow is derived from the stages."""
    actions: Annotated[tuple[PlannedAction, ...], OneOrMany()] = Field(
        default=(), examples=[[{"text": "Test guest checkout", "due": "2026-12-15"}]]
    )
    """The improvement plan across the map."""
    alerts: Annotated[tuple[Alert, ...], OneOrMany()] = Field(
        default=(), examples=[[{"metric": "health", "below": 60, "at": "adoption"}]]
    )
    """What is watched."""

    @property
    def felt_by(self) -> tuple[str, ...]:
        """Ids of its personas with feelings of their own, in the map's order."""
        named = {
            persona
            for stage in self.stages
            for holder in (stage, *stage.touchpoints)
            for persona in holder.feeling
            if persona != EVERYONE
        }
        return tuple(item.id for item in self.personas if item.id in named)

    @property
    def all_segments(self) -> tuple[str, ...]:
        """Its segments in the order of writing, each once."""
        return tuple(dict.fromkeys(filter(None, (self.segment, *self.segments))))

    @property
    def is_archived(self) -> bool:
        """Kept to be read: nobody reviews it, sources it anew or carries out its plan."""
        return self.status == "archived"

    def is_stale(self, today: date) -> bool:
        """Whether its review is overdue on a day; nobody reviews a map that is archived."""
        if self.reviewed is None or self.review_every is None or self.is_archived:
            return False
        return self.reviewed.after(self.review_every) < today

    @model_validator(mode="before")
    @classmethod
    def keep_default_words(cls, value: Any) -> Any:
        """An empty `kind` or `status` means the default, as if the key were not there."""
        if isinstance(value, dict):
            empty = [key for key in ("kind", "status") if key in value and is_empty(value[key])]
            if empty:
                return {key: item for key, item in value.items() if key not in empty}
        return value

    @field_validator("stages")
    @classmethod
    def check_stages(cls, stages: tuple[Stage, ...]) -> tuple[Stage, ...]:
        """A map without a stage has no columns."""
        if not stages:
            raise fault("missing-key", "no stages: write at least one, as `- name: Discover`")
        return stages
