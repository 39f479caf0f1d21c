"""What a map's claims rest on, and how old that is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from mkdocs_journey.lanes import LANES
from mkdocs_journey.model import Evidence, Journey
from mkdocs_journey.values.cards import Card
from mkdocs_journey.views.insights.places import Place, places, scored

OLD_AFTER_DAYS = 365
"""A source whose last day lies further back is called old: a year has passed all seasons."""


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


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that a map says about customers and that somebody may ask the proof of."""

    kind: ClaimKind
    text: str
    """As written, as inline Markdown; of a feeling its name, which may be empty."""
    place: Place
    sources: tuple[str, ...]
    standing: Standing
    score: float | None = None
    """Of a feeling its score."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Claims of one kind, counted by standing."""

    kind: ClaimKind
    observed: int
    assumed: int
    unsourced: int

    @property
    def total(self) -> int:
        """All claims of the kind."""
        return self.observed + self.assumed + self.unsourced


@dataclass(frozen=True, slots=True)
class SourceReport:
    """One source of the map."""

    number: int
    """Place among the map's sources, from 1."""
    id: str
    source: Evidence
    uses: int
    """Claims and metrics that name it."""
    age: int | None
    """Days from its date (of a month or year its last day) to today; `None` without a date.

    Never below 0: a source dated ahead of today is new.
    """

    @property
    def is_old(self) -> bool:
        """Whether it deserves a second look."""
        return is_old(self.age)


@dataclass(frozen=True, slots=True)
class EvidenceReport:
    """Claims by what they rest on, and the sources."""

    tallies: tuple[Tally, ...]
    """One a kind that the map has, in the order of `ClaimKind`."""
    unfounded: tuple[Claim, ...]
    """Assumed and unsourced claims, in reading order."""
    sources: tuple[SourceReport, ...]

    @property
    def total(self) -> int:
        """All claims."""
        return sum(tally.total for tally in self.tallies)

    @property
    def observed_share(self) -> float:
        """Share of claims that were observed, 0 to 1; 0 where there is no claim."""
        observed = sum(tally.observed for tally in self.tallies)
        return observed / self.total if self.total else 0.0


def evidence(journey: Journey, today: date) -> EvidenceReport:
    """What the claims of a map rest on, and how old its sources are on a day."""
    found = [claim for place in places(journey) for claim in _claims(place)]
    tallies = (_tally(kind, found) for kind in ClaimKind)
    return EvidenceReport(
        tallies=tuple(tally for tally in tallies if tally.total),
        unfounded=tuple(claim for claim in found if claim.standing is not Standing.OBSERVED),
        sources=_sources(journey, found, today),
    )


def _claims(place: Place) -> Iterator[Claim]:
    def claim(
        kind: ClaimKind, text: str, sources: tuple[str, ...], score: float | None = None
    ) -> Claim:
        standing = _standing(sources, place.journey.sources)
        return Claim(kind, text, place, sources, standing, score)

    holder = place.holder
    for feeling in scored(holder):
        yield claim(ClaimKind.FEELING, feeling.emotion, feeling.sources, feeling.score)
    for pain in holder.pains:
        yield claim(ClaimKind.PAIN, pain.text, pain.sources)
    for gain in holder.gains:
        yield claim(ClaimKind.GAIN, gain.text, gain.sources)
    for quote in holder.quotes:
        yield claim(ClaimKind.QUOTE, quote.text, (quote.source,) if quote.source else ())
    for card in cards(place):
        if card.sources:
            yield claim(ClaimKind.CARD, card.text, card.sources)


def cards(place: Place) -> Iterator[Card]:
    """Cards of a place's lanes, lane after lane, the site's own lanes last."""
    holder = place.holder
    own = [holder.custom[lane_id] for lane_id in sorted(holder.custom)]
    built_in = [getattr(holder, lane) for lane in LANES if lane in holder.model_fields_set]
    for cell in (*built_in, *own):
        if isinstance(cell, tuple):
            yield from (item for item in cell if isinstance(item, Card))


def _standing(sources: tuple[str, ...], known: Mapping[str, Evidence]) -> Standing:
    methods = [known[source].method for source in sources if source in known]
    if not methods:
        return Standing.UNSOURCED
    return Standing.ASSUMED if all(m == "assumption" for m in methods) else Standing.OBSERVED


def _tally(kind: ClaimKind, claims: list[Claim]) -> Tally:
    standings = [claim.standing for claim in claims if claim.kind is kind]
    return Tally(kind, *(standings.count(standing) for standing in Standing))


def _sources(journey: Journey, claims: list[Claim], today: date) -> tuple[SourceReport, ...]:
    uses = [source for claim in claims for source in set(claim.sources)]
    uses += [m.source for place in places(journey) for m in place.holder.metrics.values()]
    return tuple(
        SourceReport(number, source_id, source, uses.count(source_id), age_of(source, today))
        for number, (source_id, source) in enumerate(journey.sources.items(), 1)
    )


def is_old(age: int | None) -> bool:
    """Whether a source of this age in days deserves a second look."""
    return age is not None and age > OLD_AFTER_DAYS


def age_of(source: Evidence, today: date) -> int | None:
    """Days from a source's date to a day; `None` without a date, never below 0."""
    return max(0, (today - source.date.last_day).days) if source.date else None
