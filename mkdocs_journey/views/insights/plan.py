"""The improvement plan: what is done about each pain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from mkdocs_journey.model import Journey, PlannedAction
from mkdocs_journey.values.notes import Opportunity
from mkdocs_journey.views.columns import Placed, placed_opportunities
from mkdocs_journey.views.insights.pains import HotSpot
from mkdocs_journey.views.insights.places import Place, place_of

CLOSED = frozenset({"done", "dropped"})
"""Statuses after which no date can be missed."""


class Origin(NamedTuple):
    """Another map, in which work on a pain of this one is written."""

    title: str
    address: str
    """Where the work stands there, as this map's page would write it."""


class Work(NamedTuple):
    """An opportunity, or an action of the plan."""

    item: Opportunity | PlannedAction
    number: int | None
    """Place among the map's opportunities in reading order, from 1; actions have none."""
    place: Place
    """Where it is written; an action belongs to the whole map."""
    is_overdue: bool = False
    """An open action whose last day has passed; of an archived map none is."""
    origin: Origin | None = None
    """Where it comes from, if not from the map whose plan this is."""

    @property
    def due(self) -> date | None:
        """Last day of an action that has one."""
        item = self.item
        return item.due.last_day if isinstance(item, PlannedAction) and item.due else None

    @property
    def is_live(self) -> bool:
        """It was not dropped: it may answer a pain, or has."""
        return self.item.status != "dropped"


WorkElsewhere: TypeAlias = Mapping[str, tuple[Work, ...]]
"""Work of other maps by the ids of this map's pains that it solves."""
NOTHING_ELSEWHERE: WorkElsewhere = MappingProxyType({})
"""Of a map that is read alone."""

MOST_REPEATS = 8
"""Pains under which an action stands that names none of them, but carries out what solves them."""


class PlanEntry(NamedTuple):
    """A pain and what is done about it; no pain where the work is linked to none."""

    pain: HotSpot | None
    works: tuple[Work, ...]
    """Opportunities, each before the actions that carry it out; then actions on the pain itself;
    then what other maps do about it."""
    has_more: bool = False
    """Further actions that carry these opportunities out stand under worse pains."""

    @property
    def is_open(self) -> bool:
        """Nothing answers the pain: no work, or all of it was dropped."""
        return self.pain is not None and not answers(self.pain.pain.id, self.works)


@dataclass(frozen=True, slots=True)
class Plan:
    """Pains with their work, worst first; then work that is linked to no pain."""

    entries: tuple[PlanEntry, ...]

    @property
    def unanswered(self) -> tuple[HotSpot, ...]:
        """Pains that nothing answers, worst first."""
        return tuple(entry.pain for entry in self.entries if entry.pain and entry.is_open)

    @property
    def unlinked(self) -> tuple[Work, ...]:
        """Work that names no pain of the map."""
        return tuple(work for entry in self.entries if not entry.pain for work in entry.works)

    @property
    def overdue(self) -> tuple[Work, ...]:
        """Actions past their date, each once."""
        works = (work for entry in self.entries for work in entry.works if work.is_overdue)
        return tuple({id(work): work for work in works}.values())


def answers(pain_id: str, works: Iterable[Work]) -> bool:
    """Whether any of the work on a pain answers it: what names it and was not dropped.

    An action that only carries out an idea answers nothing by itself: the idea does, or is dropped.
    """
    return any(work.is_live and pain_id in work.item.solves for work in works)


def plan(
    ideas: Sequence[Work],
    tasks: Sequence[Work],
    ranked: Sequence[HotSpot],
    elsewhere: WorkElsewhere = NOTHING_ELSEWHERE,
) -> Plan:
    """The plan of a map: its opportunities and actions by its pains, `ranked` from the worst.

    Work stands under each pain that it solves, and with an opportunity the actions that carry it
    out; but under `MOST_REPEATS` pains at most, or many actions on an opportunity that solves many
    pains would make a table of many times as many lines as anybody wrote.
    """
    found = _Answers(ideas, tasks)
    # Of pains that share an id, the worst has what answers it.
    first = {spot.pain.id: spot for spot in reversed(ranked)}
    shown: Counter[int] = Counter()
    answered = []
    for spot in ranked:
        name, works = spot.pain.id, []
        if first[name] is spot:
            works = [*found.of_pain(name), *elsewhere.get(name, ())]
        omitted = set[int]()
        if carried := [id(work) for work in works if name not in work.item.solves]:
            shown.update(carried)
            omitted = {work for work in carried if shown[work] > MOST_REPEATS}
        kept = tuple([work for work in works if id(work) not in omitted])
        answered.append(PlanEntry(spot, kept, has_more=bool(omitted)))
    placed = {id(work) for entry in answered for work in entry.works}
    loose = [idea for idea in ideas if id(idea) not in placed]
    entries = [PlanEntry(None, (idea, *found.of_idea(idea))) for idea in loose]
    placed |= {id(work) for entry in entries for work in entry.works}
    rest = [PlanEntry(None, (task,)) for task in tasks if id(task) not in placed]
    return Plan((*answered, *entries, *rest))


def opportunities(journey: Journey) -> tuple[Work, ...]:
    """Opportunities of a map in reading order, with their numbers."""
    return ideas(journey, placed_opportunities(journey))


def ideas(journey: Journey, numbered: Iterable[Placed[Opportunity]]) -> tuple[Work, ...]:
    """The same of opportunities that have been numbered."""
    return tuple(
        [Work(placed.item, placed.number, place_of(journey, placed)) for placed in numbered]
    )


def actions(journey: Journey, today: date) -> tuple[Work, ...]:
    """Actions of a map's plan in their order, as they stand on a day."""
    return tuple([_action(journey, action, today) for action in journey.actions])


def _action(journey: Journey, action: PlannedAction, today: date) -> Work:
    is_open = action.status not in CLOSED and not journey.is_archived
    late = bool(is_open and action.due and action.due.last_day < today)
    return Work(action, None, Place(journey), late)


class _Answers:
    """What solves what, by id: of ideas that share one, the first has its actions."""

    def __init__(self, ideas: Iterable[Work], tasks: Iterable[Work]) -> None:
        self._ideas, self._tasks = _by_solved(ideas), _by_solved(tasks)
        self._first: dict[str, Work] = {}
        for idea in ideas:
            self._first.setdefault(idea.item.id, idea)

    def of_pain(self, pain_id: str) -> tuple[Work, ...]:
        """Ideas that solve a pain, each before its actions; then actions on the pain itself."""
        found: list[Work] = []
        for idea in self._ideas.get(pain_id, ()):
            found += (idea, *self.of_idea(idea))
        found += self._tasks.get(pain_id, ())
        return tuple({id(work): work for work in found}.values())

    def of_idea(self, idea: Work) -> Sequence[Work]:
        """Actions that carry out an idea."""
        id = idea.item.id
        return self._tasks.get(id, ()) if self._first[id] is idea else ()


def _by_solved(works: Iterable[Work]) -> Mapping[str, Sequence[Work]]:
    """Work by the ids of what it solves."""
    found: dict[str, list[Work]] = {}
    for work in works:
        for name in dict.fromkeys(filter(None, work.item.solves)):
            found.setdefault(name, []).append(work)
    return found
