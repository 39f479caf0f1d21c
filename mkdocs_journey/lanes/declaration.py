"""What a lane is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class LaneShape(StrEnum):
    """What a lane's cells hold; it decides how they are drawn and exported."""

    CARDS = "cards"
    QUOTED_CARDS = "quoted-cards"
    """Cards in quotation marks: thoughts."""
    STEPS = "steps"
    """Cards in boxes that arrows connect: the blueprint's layers."""
    FEELING = "feeling"
    TEXT = "text"
    QUOTES = "quotes"
    PAINS = "pains"
    GAINS = "gains"
    OPPORTUNITIES = "opportunities"
    METRICS = "metrics"
    IMAGES = "images"
    LINKS = "links"
    HEALTH = "health"
    CHECKPOINT = "checkpoint"
    TIMES = "times"


@dataclass(frozen=True, slots=True)
class Lane:
    """One row of a map: how it is called, what its cells hold, which fields it reads."""

    id: str
    label: str
    """Msgid of the lane's name; of a custom lane its finished label."""
    icon: str
    shape: LaneShape
    fields: tuple[str, ...] = ()
    """Fields of a touchpoint, stage or journey that the lane shows; its id where empty."""
    is_custom: bool = False
    blueprint_label: str = ""
    """Name in the blueprint where it differs: doing is *customer actions* there."""

    @property
    def sources(self) -> tuple[str, ...]:
        """Names of the model's fields that hold the lane's content."""
        return self.fields or (self.id,)
