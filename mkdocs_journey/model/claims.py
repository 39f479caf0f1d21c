"""What a map says about customers, and what each of these claims rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from mkdocs_journey.lanes import LANES, LaneFields, LaneShape
from mkdocs_journey.model.evidence import Evidence
from mkdocs_journey.values.cards import Card

_OF_CARDS = frozenset(
    lane.id
    for lane in LANES.values()
    if lane.shape in (LaneShape.CARDS, LaneShape.QUOTED_CARDS, LaneShape.STEPS)
)


class Standing(StrEnum):
    """How well a claim is founded."""

    OBSERVED = "observed"
    """It names a source of the map that is more than an assumption."""
    ASSUMED = "assumed"
    """It names sources, and all of them are assumptions."""
    UNSOURCED = "unsourced"
    """It names no source that the map has."""


class ClaimKind(StrEnum):
    """What is claimed."""

    FEELING = "feeling"
    PAIN = "pain"
    GAIN = "gain"
    QUOTE = "quote"
    CARD = "card"
    """A card of any lane that names sources; no other card is held to one."""


# To ask an enumeration for a member takes longer than to make a claim.
_FEELING, _PAIN, _GAIN, _QUOTE, _CARD = ClaimKind
_OBSERVED, _ASSUMED, _UNSOURCED = Standing


class Claim(NamedTuple):
    """Something that a map says about customers and that somebody may ask the proof of."""

    kind: ClaimKind
    text: str
    """As written, as inline Markdown; of a feeling its name, which may be empty."""
    sources: tuple[str, ...]
    score: float | None = None
    """Of a feeling its score."""

    def standing(self, known: Mapping[str, Evidence]) -> Standing:
        """How well it is founded, by the map's sources."""
        methods = [known[source].method for source in self.sources if source in known]
        if not methods:
            return _UNSOURCED
        is_assumed = methods.count("assumption") == len(methods)
        return _ASSUMED if is_assumed else _OBSERVED


def claims_of(holder: LaneFields) -> list[Claim]:
    """Claims that are written on a touchpoint, a stage or a whole journey, in reading order."""
    written, claims = vars(holder), []
    if "feeling" in written:
        claims += [
            Claim(_FEELING, feeling.emotion, feeling.sources, feeling.score)
            for felt in holder.feeling.values()
            for feeling in felt
            if feeling.score is not None
        ]
    if "pains" in written:
        claims += [Claim(_PAIN, pain.text, pain.sources) for pain in holder.pains]
    if "gains" in written:
        claims += [Claim(_GAIN, gain.text, gain.sources) for gain in holder.gains]
    if "quotes" in written:
        claims += [
            Claim(_QUOTE, quote.text, (quote.source,) if quote.source else ())
            for quote in holder.quotes
        ]
    claims += [
        Claim(_CARD, card.text, card.sources)
        for card in cards_of(holder)
        if "sources" in card.__dict__
    ]
    return claims


def every_card(holders: Iterable[LaneFields]) -> list[Card]:
    """Cards of all of these, for who asks of any of them: in one pass, lanes of a site last."""
    written = [vars(holder) for holder in holders]
    cards = [
        card
        for fields in written
        for lane, held in fields.items()
        if lane in _OF_CARDS
        for card in held
    ]
    own = [fields["custom"] for fields in written if "custom" in fields]
    return cards + [card for lanes in own for held in lanes.values() for card in held]


def cards_of(holder: LaneFields) -> list[Card]:
    """Cards of the lanes, lane after lane, the site's own lanes last."""
    written = vars(holder)  # in the order of the lanes
    cards = [card for lane, held in written.items() if lane in _OF_CARDS for card in held]
    if custom := written.get("custom"):
        cards += [card for lane in sorted(custom) for card in custom[lane]]
    return cards
