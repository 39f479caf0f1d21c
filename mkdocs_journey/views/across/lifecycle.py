"""How customers do after the sale, stage by stage, over all maps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_journey.model import Stage
from mkdocs_journey.queries import flag, number
from mkdocs_journey.translations import mark, mark_count
from mkdocs_journey.views.across.fields import map_fields, place_fields
from mkdocs_journey.views.across.listing import Fact, Listing
from mkdocs_journey.views.across.overview import Overview
from mkdocs_journey.views.across.rows import MapRow, address_of
from mkdocs_journey.views.insights.alerts import Watch, watches
from mkdocs_journey.views.insights.lifecycle import (
    HealthReport,
    Readiness,
    Rung,
    blocking,
    healths,
    ladder,
    readiness,
)
from mkdocs_journey.views.insights.places import Place


@dataclass(frozen=True, slots=True)
class StageRow:
    """A stage of a map with its touchpoints, or the whole map where it has a health or alerts."""

    map: MapRow
    place: Place
    health: HealthReport | None
    """Its own, else the lowest of its touchpoints': the weakest of them is where customers go."""
    rung: Rung | None
    """Its checkpoint."""
    blocks: bool
    """Its checkpoint is the first one of the map that is not passed."""
    watches: tuple[Watch, ...]
    """Alerts on it."""
    ready: tuple[Readiness, ...]
    """What is healthy enough in it to be offered more, held back or not."""

    @property
    def address(self) -> str:
        """Where it stands, from the root of the site's pages."""
        return address_of(self.map.path, self.place)

    @property
    def change(self) -> float | None:
        """Points of health gained since the time before."""
        return self.health.change if self.health else None

    @property
    def crossed(self) -> tuple[Watch, ...]:
        """Alerts that ring, warnings before good news."""
        ringing = (watch for watch in self.watches if watch.is_crossed)
        return tuple(sorted(ringing, key=lambda watch: watch.is_good_news))

    @property
    def warnings(self) -> int:
        """Alerts that ring with bad news."""
        return sum(watch.is_warning for watch in self.watches)

    @property
    def is_ready(self) -> bool:
        """Customers here could be offered more."""
        return any(item.is_ready for item in self.ready)


def _stages(overview: Overview) -> tuple[StageRow, ...]:
    return tuple(row for found in overview.maps for row in _rows(found))


def _rows(row: MapRow) -> Iterator[StageRow]:
    """Stages of a lifecycle map; of others those of which something is known that counts here."""
    journey = row.found.journey
    reports, rungs = healths(journey), ladder(journey)
    watched = watches(journey, row.catalog)
    ready = readiness(reports, watched, row.opportunities)
    stop = blocking(rungs)
    for stage in (None, *journey.stages):
        found = StageRow(
            map=row,
            place=Place(journey, stage),
            health=_health([report for report in reports if report.place.stage is stage]),
            rung=next((rung for rung in rungs if rung.place.stage is stage), None),
            blocks=stop is not None and stop.place.stage is stage,
            watches=tuple(watch for watch in watched if _stage_of(watch.place) is stage),
            ready=tuple(item for item in ready if item.health.place.stage is stage),
        )
        is_listed = stage is not None and journey.kind == "lifecycle"
        if is_listed or found.health or found.rung or found.watches:
            yield found


def _health(reports: list[HealthReport]) -> HealthReport | None:
    """The stage's own health, which comes before those of its touchpoints, else their lowest."""
    own = next((report for report in reports if report.place.touchpoint is None), None)
    return own or min(reports, key=lambda report: report.value, default=None)


def _stage_of(place: Place | None) -> Stage | None:
    return place.stage if place else None


LIFECYCLE: Listing[StageRow] = Listing(
    name="lifecycle",
    says=mark(
        "Stages of all lifecycles: how healthy customers are, what they have reached, what warns "
        "and who could be offered more."
    ),
    rows=_stages,
    fields=(
        number("health", lambda row: row.health.value if row.health else None),
        number("change", lambda row: row.change),
        number("missing", lambda row: len(row.rung.missing) if row.rung else None),
        number("alerts", lambda row: row.warnings),
        flag("warned", lambda row: row.warnings > 0),
        flag("ready", lambda row: row.is_ready),
        *place_fields(lambda row: row.place, lambda row: row.place.score),
        *map_fields(lambda row: row.map),
    ),
    columns=(
        "stage",
        "health",
        "change",
        "checkpoint",
        "alerts",
        "ready",
        "phase",
        "segment",
        "persona",
        "feeling",
        "map",
    ),
    shown=("stage", "health", "change", "checkpoint", "alerts", "ready"),
    facets=("map", "segment", "stage", "warned", "ready", "owner"),
    facts=(
        Fact(mark_count("{n} stage", "{n} stages")),
        Fact(
            mark_count("{n} lost health", "{n} lost health"),
            lambda row: int((row.change or 0) < 0),
        ),
        Fact(mark_count("{n} alert warns", "{n} alerts warn"), lambda row: row.warnings),
        Fact(
            mark_count("{n} is ready for more", "{n} are ready for more"),
            lambda row: int(row.is_ready),
        ),
    ),
)
