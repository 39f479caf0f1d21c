"""Cards, links and pictures: what a cell of a map holds."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from mkdocs_journey.values.base import OneOrMany, Short
from mkdocs_journey.values.choices import Flag
from mkdocs_journey.values.text import Id, Name, Text
from mkdocs_journey.values.times import DurationValue

Ids = Annotated[tuple[Id, ...], OneOrMany()]
Texts = Annotated[tuple[Text, ...], OneOrMany()]


class Connection(Short):
    """An arrow from a card to another card or touchpoint."""

    short: ClassVar[str] = "id"

    id: Name = Field(examples=["crm"])
    """Id of the card or touchpoint that the arrow leads to."""
    label: Text = Field(default="", examples=["asks back"])
    """Words on the arrow."""
    two_way: Flag = Field(default=False, examples=[True])
    """Whether the arrow points both ways."""


class Card(Short):
    """One thing in a cell: a text, or a text with what belongs to it."""

    text: Name = Field(examples=["Compares *two* roasts"])
    """What the card says, as inline Markdown."""
    id: Id = Field(default="", examples=["compare"])
    """Name by which other cards connect to this one."""
    actor: Text = Field(default="", examples=["Office manager"])
    """Who acts, where several do."""
    sources: Ids = Field(default=(), examples=[["interviews"]])
    """Ids of the map's sources that this rests on."""
    to: Annotated[tuple[Connection, ...], OneOrMany()] = Field(
        default=(), examples=[["crm"], {"id": "crm", "label": "asks back", "two_way": True}]
    )
    """Connections to other cards or touchpoints."""
    note: Text = Field(default="", examples=["Ask again in spring"])
    """A remark for those who work on the map."""
    fail_point: Flag = Field(default=False, examples=[True])
    """A place where the service often fails."""
    moment_of_truth: Flag = Field(default=False, examples=[True])
    """A moment that decides."""


class ServiceCard(Card):
    """A card of the blueprint's service layers."""

    system: Text = Field(default="", examples=["crm"])
    """System that carries it, by id or name; else the card's own text is compared."""
    owner: Text = Field(default="", examples=["Sales operations"])
    """Team that answers for it."""
    duration: DurationValue = Field(default=None, examples=["11 min"])
    """Hands-on time."""
    wait: DurationValue = Field(default=None, examples=["1 day"])
    """Time spent waiting."""


class Link(Short):
    """A link to a page, a ticket or a design."""

    short: ClassVar[str] = "url"

    url: Name = Field(examples=["../guide/index.md"])
    """Address: another page's path, or a full one."""
    text: Text = Field(default="", examples=["Who gets which message"])
    """What the link is called; else its address."""


class Image(Short):
    """A storyboard picture or a screenshot."""

    short: ClassVar[str] = "src"

    src: Name = Field(examples=["checkout.png"])
    """Path of the picture, relative to the page."""
    alt: Text = Field(default="", examples=["The form asks for the address twice"])
    """What the picture shows, for those who do not see it."""


Cards = Annotated[tuple[Card, ...], OneOrMany()]
ServiceCards = Annotated[tuple[ServiceCard, ...], OneOrMany()]
Links = Annotated[tuple[Link, ...], OneOrMany()]
Images = Annotated[tuple[Image, ...], OneOrMany()]

__all__ = ["Card", "Cards", "Connection", "Ids", "Image", "Images", "Link", "Links",
           "ServiceCard", "ServiceCards", "Texts"]  # fmt: skip
