"""A persona: whom a journey is about."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from mkdocs_journey.model.evidence import Evidence
from mkdocs_journey.values.base import Keyed, Model, OneOrMany
from mkdocs_journey.values.cards import Texts
from mkdocs_journey.values.channels import Channels
from mkdocs_journey.values.feelings import Feelings
from mkdocs_journey.values.text import Id, Label, Name, Text


class Hour(Model):
    """One hour of a persona's day."""

    time: Text = Field(default="", examples=["07:30"])
    """Time of the day."""
    text: Name = Field(examples=["Opens the shop"])
    """What happens then."""
    feeling: Feelings = Field(default_factory=dict, examples=["calm"])
    """How it feels."""


class Persona(Model):
    """A picture of a group of customers, drawn as one person."""

    name: Label = Field(examples=["Ana Martins"])
    """What the persona is called."""
    role: Text = Field(default="", examples=["Office manager"])
    """What they do."""
    age: Text = Field(default="", examples=[34])
    """How old they are."""
    place: Text = Field(default="", examples=["Lisbon"])
    """Where they live."""
    avatar: Text = Field(default="", examples=["ana.png"])
    """Path of a picture; else the name's initials stand there."""
    quote: Text = Field(default="", examples=["One order, no fuss."])
    """One sentence that could be theirs."""
    bio: Text = Field(default="", examples=["Buys everything from paper to plants."])
    """Who they are, in a few sentences."""
    motivations: Texts = Field(default=(), examples=[["Being thanked"]])
    """What drives them."""
    goals: Texts = Field(default=(), examples=[["Coffee that nobody complains about"]])
    """What they want to reach."""
    needs: Texts = Field(default=(), examples=[["To pay by invoice"]])
    """What they need for it."""
    pains: Texts = Field(default=(), examples=[["Being made to sign up"]])
    """What annoys them."""
    channels: Channels = Field(default=(), examples=[["email", "web"]])
    """Channels that they prefer, the most used first."""
    day: Annotated[tuple[Hour, ...], OneOrMany()] = Field(
        default=(), examples=[[{"time": "07:30", "text": "Takes the train", "feeling": 3}]]
    )
    """Their day, hour by hour."""
    segment: Text = Field(default="", examples=["Newsletter readers"])
    """The segment that they stand for."""
    sources: Annotated[dict[Id, Evidence], Keyed()] = Field(
        default_factory=dict, examples=[{"interviews": {"title": "12 interviews", "n": 12}}]
    )
    """The research that the persona rests on, by id."""
