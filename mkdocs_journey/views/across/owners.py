"""The owners: who answers for which maps, moments, systems and work, and what waits for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from mkdocs_journey.catalog import System
from mkdocs_journey.queries import Order, Scalar, flag, number, word
from mkdocs_journey.queries.tests import fold
from mkdocs_journey.translations import mark, mark_count
from mkdocs_journey.views.across.fields import maps_field
from mkdocs_journey.views.across.listing import Fact, Listing
from mkdocs_journey.views.across.overview import Overview
from mkdocs_journey.views.across.rows import MapRow, Moment, PainRow, WorkRow


@dataclass(slots=True)
class OwnerRow:
    """A person or team, with all that names them."""

    name: str
    """As it is first written; empty for what has no owner."""
    maps: list[MapRow] = field(default_factory=list)
    moments: list[Moment] = field(default_factory=list)
    """Touchpoints that name them; of none those in whose map nobody answers either."""
    opportunities: list[WorkRow] = field(default_factory=list)
    """Open ones."""
    actions: list[WorkRow] = field(default_factory=list)
    """Open ones."""
    systems: list[System] = field(default_factory=list)
    """Systems of the site's catalogue."""
    unanswered: list[PainRow] = field(default_factory=list)
    """Pains of their maps that nothing answers."""

    @property
    def overdue(self) -> int:
        """Actions past their date."""
        return sum(row.work.is_overdue for row in self.actions)


def owners(overview: Overview) -> tuple[OwnerRow, ...]:
    """Everybody whom maps or systems name, in the order in which they are first named.

    Names are compared without regard to case and spacing. A touchpoint without an owner is its
    map's owner's, which the map already says: it is listed only where the map has none either.
    """
    found = _Owners()
    for row in overview.maps:
        found.of(row.found.journey.owner).maps.append(row)
    for moment, name in _owned(overview):
        found.of(name).moments.append(moment)
    for work in filter(_is_open, overview.opportunities):
        found.of(work.work.item.owner).opportunities.append(work)
    for work in filter(_is_open, overview.actions):
        found.of(work.work.item.owner).actions.append(work)
    for pain in (pain for pain in overview.pains if pain.is_open):
        found.of(pain.map.found.journey.owner).unanswered.append(pain)
    for system in overview.atlas.catalog.systems.values():
        if system.owner:
            found.of(system.owner).systems.append(system)
    return tuple(found.rows.values())


class _Owners:
    """Rows of owners, made when they are first named."""

    def __init__(self) -> None:
        self.rows: dict[Scalar, OwnerRow] = {}

    def of(self, name: str) -> OwnerRow:
        return self.rows.setdefault(fold(name), OwnerRow(" ".join(name.split())))


def _is_open(row: WorkRow) -> bool:
    return row.is_open


def _owned(overview: Overview) -> Iterator[tuple[Moment, str]]:
    for moment in overview.moments:
        touchpoint = moment.column.touchpoint
        if touchpoint and (touchpoint.owner or not moment.map.found.journey.owner):
            yield moment, touchpoint.owner


OWNERS: Listing[OwnerRow] = Listing(
    name="owners",
    says=mark("Who answers for what, and what waits for them: those with overdue actions first."),
    rows=owners,
    fields=(
        word("owner", lambda row: (row.name,)),
        maps_field(lambda row: row.maps),
        number("journeys", lambda row: len(row.maps)),
        number("moments", lambda row: len(row.moments)),
        number("systems", lambda row: len(row.systems)),
        number("opportunities", lambda row: len(row.opportunities)),
        number("actions", lambda row: len(row.actions)),
        number("overdue_actions", lambda row: row.overdue),
        flag("overdue", lambda row: row.overdue > 0),
        number("unanswered", lambda row: len(row.unanswered)),
        flag("named", lambda row: bool(row.name)),
    ),
    columns=(
        "owner",
        "journeys",
        "moments",
        "systems",
        "opportunities",
        "actions",
        "unanswered",
    ),
    shown=("owner", "journeys", "moments", "systems", "opportunities", "actions", "unanswered"),
    facets=("overdue",),
    facts=(
        Fact(mark_count("{n} owner", "{n} owners"), lambda row: int(bool(row.name))),
        Fact(
            mark_count("{n} action is overdue", "{n} actions are overdue"), lambda row: row.overdue
        ),
        Fact(
            mark_count(
                "{n} journey has no owner",
                "{n} journeys have no owner",
            ),
            lambda row: 0 if row.name else len(row.maps),
        ),
    ),
    sort=(
        Order("overdue_actions", is_descending=True),
        Order("unanswered", is_descending=True),
        Order("actions", is_descending=True),
        Order("opportunities", is_descending=True),
        Order("owner"),
    ),
    groups=("overdue",),
)
