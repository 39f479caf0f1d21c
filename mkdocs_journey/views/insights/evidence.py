"""What a map's claims rest on, and how old that is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from mkdocs_journey.model import Evidence, Journey
from mkdocs_journey.model.claims import Claim, ClaimKind, Standing, claims_of
from mkdocs_journey.model.evidence import is_old
from mkdocs_journey.views.insights.places import Place, places

_KINDS, _STANDINGS = tuple(ClaimKind), tuple(Standing)


class PlacedClaim(NamedTuple):
    """A claim with its place in the map and how well it is founded."""

    claim: Claim
    place: Place
    standing: Standing


class Tally(NamedTuple):
    """Claims of one kind, counted by standing."""

    kind: ClaimKind
    observed: int
    assumed: int
    unsourced: int

    @property
    def total(self) -> int:
        """All claims of the kind."""
        return self.observed + self.assumed + self.unsourced


class SourceReport(NamedTuple):
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
    unfounded: tuple[PlacedClaim, ...]
    """Assumed and unsourced claims, in reading order."""
    sources: tuple[SourceReport, ...]

    @property
    def total(self) -> int:
        """All claims."""
        return sum(tally.total for tally in self.tallies)

    @property
    def observed(self) -> int:
        """Claims that were observed."""
        return sum(tally.observed for tally in self.tallies)

    @property
    def assumed(self) -> int:
        """Claims that rest on assumptions alone."""
        return sum(tally.assumed for tally in self.tallies)

    @property
    def observed_share(self) -> float:
        """Share of claims that were observed, 0 to 1; 0 where there is no claim."""
        return self.observed / self.total if self.total else 0.0

    @property
    def newest(self) -> SourceReport | None:
        """The source with the latest date; `None` where none has one."""
        dated = [
            (report.source.date.last_day, report.number, report)
            for report in self.sources
            if report.source.date
        ]
        return max(dated)[2] if dated else None


def evidence(journey: Journey, today: date) -> EvidenceReport:
    """What the claims of a map rest on, and how old its sources are on a day."""
    sources, observed = journey.sources, Standing.OBSERVED
    standings: dict[ClaimKind, list[Standing]] = {}
    named: list[str] = []
    unfounded: list[PlacedClaim] = []
    for place in places(journey):
        holder = place.holder
        for claim in claims_of(holder):
            standing = claim.standing(sources)
            standings.setdefault(claim.kind, []).append(standing)
            named += set(claim.sources)
            if standing is not observed:
                unfounded.append(PlacedClaim(claim, place, standing))
        if holder.metrics:
            named += [metric.source for metric in holder.metrics.values()]
    uses = Counter(named)
    return EvidenceReport(
        tallies=tuple([_tally(kind, standings[kind]) for kind in _KINDS if kind in standings]),
        unfounded=tuple(unfounded),
        sources=tuple(
            [
                SourceReport(number, source_id, source, uses[source_id], source.age(today))
                for number, (source_id, source) in enumerate(sources.items(), 1)
            ]
        ),
    )


def _tally(kind: ClaimKind, found: list[Standing]) -> Tally:
    return Tally(kind, *[found.count(standing) for standing in _STANDINGS])
