"""Maps, moments, pains and work of a whole site as rows, each with what lists show of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache
from urllib.parse import quote

from mkdocs_journey.atlas import Map
from mkdocs_journey.catalog import Catalog, Status
from mkdocs_journey.model import PlannedAction
from mkdocs_journey.views.anchors import Anchors
from mkdocs_journey.views.columns import Column, columns, feelings_by_column, personas_of
from mkdocs_journey.views.curve import Curve, curve
from mkdocs_journey.views.header import status_of
from mkdocs_journey.views.insights.evidence import EvidenceReport, evidence
from mkdocs_journey.views.insights.pains import HotSpot, pains
from mkdocs_journey.views.insights.places import Place, mean
from mkdocs_journey.views.insights.plan import CLOSED, Work, actions, answers, opportunities

_ANCHORS = Anchors()


@dataclass(frozen=True, slots=True)
class Lowest:
    """The worst moment of a map."""

    column: Column
    score: float
    emotion: str
    """As the team named it; empty where several personas or scores were put together."""


@dataclass(frozen=True)
class MapRow:
    """A map; what it takes time to compute is computed when it is asked for."""

    found: Map
    catalog: Catalog
    today: date

    @property
    def path(self) -> str:
        """Path of its page."""
        return self.found.path

    @property
    def status(self) -> Status:
        """Its status, as the site calls it."""
        return status_of(self.found.journey, self.catalog)

    @property
    def is_stale(self) -> bool:
        """Its review is due."""
        return self.found.journey.is_stale(self.today)

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """Its moments from left to right."""
        return columns(self.found.journey, self.catalog)

    @cached_property
    def scores(self) -> tuple[tuple[float, ...], ...]:
        """Scores of each moment: a lone persona's own, of several the mean."""
        journey = self.found.journey
        by_persona = [
            [[felt.score or 0.0 for felt in moment]
             for moment in feelings_by_column(journey, persona)]
            for persona in personas_of(journey)
        ]  # fmt: skip
        if len(by_persona) == 1:
            return tuple(map(tuple, by_persona[0]))
        means = (
            mean(mean(moment) for moment in moments) for moments in zip(*by_persona, strict=True)
        )
        return tuple(() if score is None else (score,) for score in means)

    @property
    def feeling(self) -> float | None:
        """How it feels: the mean of its moments, which is that of its curve."""
        return mean(map(mean, self.scores))

    @cached_property
    def curve(self) -> Curve:
        """Its curve, one for all its personas."""
        return curve(self.scores)

    @cached_property
    def lowest(self) -> Lowest | None:
        """Its worst moment; `None` where nobody feels anything."""
        points = self.curve.points
        if not points:
            return None
        point = min(points, key=lambda point: point.score)
        journey = self.found.journey
        felt = feelings_by_column(journey, personas_of(journey)[0])[point.column]
        named = [feeling.emotion for feeling in felt if feeling.score == point.score]
        return Lowest(self.columns[point.column], point.score, next(iter(named), ""))

    @cached_property
    def pains(self) -> tuple[HotSpot, ...]:
        """Its pains in reading order."""
        return pains(self.found.journey)

    @cached_property
    def opportunities(self) -> tuple[Work, ...]:
        """Its opportunities in reading order."""
        return opportunities(self.found.journey)

    @cached_property
    def opportunities_by_id(self) -> dict[str, Work]:
        """Its opportunities by their ids; of those that share one, the first."""
        return {work.item.id: work for work in reversed(self.opportunities)}

    @cached_property
    def actions(self) -> tuple[Work, ...]:
        """Its plan's actions in order."""
        return actions(self.found.journey, self.today)

    def work(self) -> Iterator[tuple[Work, tuple[Work, ...]]]:
        """Its opportunities, each with the actions that carry it out, then its actions.

        Of opportunities that share an id the first has them, as on the map's own page.
        """
        carriers: dict[str, list[Work]] = {}
        for task in self.actions:
            for name in dict.fromkeys(task.item.solves):
                carriers.setdefault(name, []).append(task)
        for idea in self.opportunities:
            yield idea, tuple(carriers.pop(idea.item.id, ()))
        for task in self.actions:
            yield task, ()

    @property
    def open_opportunities(self) -> int:
        """Opportunities that are neither done nor dropped."""
        return sum(work.item.status not in CLOSED for work in self.opportunities)

    @cached_property
    def evidence(self) -> EvidenceReport:
        """What its claims rest on."""
        return evidence(self.found.journey, self.today)

    def moments(self) -> Iterator[Moment]:
        """Its moments as rows."""
        for column, scores in zip(self.columns, self.scores, strict=True):
            yield Moment(self, column, mean(scores))


@dataclass(frozen=True, slots=True)
class Moment:
    """A touchpoint, or a stage without any, of one map."""

    map: MapRow
    column: Column
    feeling: float | None
    """1 to 5; a stage's own feeling counts at the middle one of its moments."""

    @property
    def place(self) -> Place:
        """The moment as a place of its map."""
        return Place(self.map.found.journey, self.column.stage, self.column.touchpoint)

    @property
    def address(self) -> str:
        """Where it stands, from the root of the site's pages."""
        return address_of(self.map.path, self.place)


@dataclass(frozen=True, slots=True)
class WorkRow:
    """An opportunity, or an action of a plan."""

    map: MapRow
    """The map that it is written in."""
    work: Work
    solves: tuple[PainRow, ...] = field(default=(), compare=False)
    """Pains that it names, of its own map and of those that this one may answer."""
    carried_by: tuple[WorkRow, ...] = field(default=(), compare=False)
    """Actions that carry an opportunity out."""

    @property
    def due(self) -> date | None:
        """Last day of an action that has one."""
        return self.work.due

    @property
    def is_open(self) -> bool:
        """Neither done nor dropped."""
        return self.work.item.status not in CLOSED

    @property
    def is_action(self) -> bool:
        """An action of the plan, no opportunity."""
        return isinstance(self.work.item, PlannedAction)

    @property
    def address(self) -> str:
        """Where it stands, from the root of the site's pages."""
        number = self.work.number
        anchor = _ANCHORS.opportunity(number) if number else _ANCHORS.view("insights")
        return page_address(self.map.path, anchor)


@dataclass(frozen=True, slots=True)
class PainRow:
    """A pain of one map, and what answers it, be it in another map."""

    map: MapRow
    spot: HotSpot
    works: tuple[WorkRow, ...] = field(default=(), compare=False)
    """Opportunities, each before the actions that carry it out; then actions on the pain itself."""

    @property
    def is_answered(self) -> bool:
        """Work is planned or done about it that was not dropped."""
        return answers(self.spot.pain.id, (row.work for row in self.works))

    @property
    def is_open(self) -> bool:
        """Nothing answers it, and its map is not archived: such a map waits for no answer."""
        return not self.is_answered and not self.map.found.journey.is_archived

    @property
    def address(self) -> str:
        """Where it stands, from the root of the site's pages."""
        return page_address(self.map.path, _ANCHORS.pain(self.spot.number))

    @property
    def moment_address(self) -> str:
        """Where its moment stands; the map's page for a pain of the whole map."""
        return address_of(self.map.path, self.spot.place)


def address_of(path: str, place: Place) -> str:
    """Address of a place of a map, from the root of the site's pages."""
    if place.stage is None:
        return page_address(path)
    if place.touchpoint is None:
        return page_address(path, _ANCHORS.stage(place.stage.id))
    return page_address(path, _ANCHORS.touchpoint(place.stage.id, place.touchpoint.id))


def page_address(path: str, anchor: str = "") -> str:
    """Address of a page, or of a part of it: a `#` or `%` in the name of a file is encoded."""
    return f"{_quoted(path)}#{anchor}" if anchor else _quoted(path)


# Every link to a map asks for its path again.
_quoted = lru_cache(maxsize=4096)(quote)
