"""Cards, links and pictures: what a cell of a map holds."""

from __future__ import annotations

from typing import Annotated, ClassVar

from mkdocs_journey.values.base import OneOrMany, Short
from mkdocs_journey.values.choices import Flag
from mkdocs_journey.values.text import Id, Name, Text
from mkdocs_journey.values.times import DurationValue

Ids = Annotated[tuple[Id, ...], OneOrMany()]
Texts = Annotated[tuple[Text, ...], OneOrMany()]


class Connection(Short):
    """An arrow from a card to another card or touchpoint."""

    short: ClassVar[str] = "id"

    id: Name
    """Id of the card or touchpoint that the arrow leads to."""
    label: Text = ""
    """Words on the arrow."""
    two_way: Flag = False
    """Whether the arrow points both ways."""


class Card(Short):
    """One thing in a cell: a text, or a text with what belongs to it."""

    text: Name
    """What the card says, as inline Markdown."""
    id: Id = ""
    """Name by which other cards connect to this one."""
    actor: Text = ""
    """Who acts, where several do."""
    sources: Ids = ()
    """Ids of the map's sources that this rests on."""
    to: Annotated[tuple[Connection, ...], OneOrMany()] = ()
    """Connections to other cards or touchpoints."""
    note: Text = ""
    """A remark for those who work on the map."""
    fail_point: Flag = False
    """A place where the service often fails."""
    moment_of_truth: Flag = False
    """A moment that decides."""


class ServiceCard(Card):
    """A card of the blueprint's service layers."""

    system: Text = ""
    """System that carries it, by id or name; else the card's own text is compared."""
    owner: Text = ""
    """Team that answers for it."""
    duration: DurationValue = None
    """Hands-on time."""
    wait: DurationValue = None
    """Time spent waiting."""


class Link(Short):
    """A link to a page, a ticket or a design."""

    short: ClassVar[str] = "url"

    url: Name
    """Address: another page's path, or a full one."""
    text: Text = ""
    """What the link is called; else its address."""


class Image(Short):
    """A storyboard picture or a screenshot."""

    short: ClassVar[str] = "src"

    src: Name
    """Path of the picture, relative to the page."""
    alt: Text = ""
    """What the picture shows, for those who do not see it."""


Cards = Annotated[tuple[Card, ...], OneOrMany()]
ServiceCards = Annotated[tuple[ServiceCard, ...], OneOrMany()]
Links = Annotated[tuple[Link, ...], OneOrMany()]
Images = Annotated[tuple[Image, ...], OneOrMany()]

__all__ = ["Card", "Cards", "Connection", "Ids", "Image", "Images", "Link", "Links",
           "ServiceCard", "ServiceCards", "Texts"]  # fmt: skip
