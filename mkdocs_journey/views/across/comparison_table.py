"""The comparison of two maps as a table: a column a moment, both curves in one lane."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from typing import Any, Literal

from mkdocs_journey.lanes import Lane, LaneShape
from mkdocs_journey.model import Stage
from mkdocs_journey.queries.tests import fold
from mkdocs_journey.translations import mark
from mkdocs_journey.values.times import Duration
from mkdocs_journey.views.across.comparison import Comparison, Fate
from mkdocs_journey.views.across.rows import MapRow, Moment
from mkdocs_journey.views.across.steps import Step
from mkdocs_journey.views.columns import Column, Holder, columns
from mkdocs_journey.views.curve import curve
from mkdocs_journey.views.grid import LaneRows, content_rows
from mkdocs_journey.views.insights.times import TIME_KINDS, TimeKind
from mkdocs_journey.views.layout import (
    Cell,
    FeelingLine,
    Phase,
    Row,
    StageHead,
    phases,
    stage_heads,
)

SHAPES = {
    "feeling": ("feeling", LaneShape.FEELING),
    "change": ("metrics", LaneShape.TEXT),
    "changes": ("opportunities", LaneShape.CARDS),
    "solved": ("check", LaneShape.PAINS),
    "new": ("warning", LaneShape.PAINS),
    "left": ("pains", LaneShape.PAINS),
}
"""Icon and shape of each row of the table; the rows are its columns to choose from."""

_ANSWER_LABELS = {
    "feeling": mark("Feeling"),
    "change": mark("Change"),
    "changes": mark("What changes"),
    "solved": mark("Pains solved"),
    "new": mark("New pains"),
    "left": mark("Pains that stay"),
}
"""What the rows are called where a future state answers the current one."""

_OTHER_LABELS = {
    "feeling": mark("Feeling"),
    "change": mark("Difference"),
    "changes": mark("What differs"),
    "solved": mark("Pains only in the second"),
    "new": mark("Pains only in the first"),
    "left": mark("Pains in both"),
}
"""What they are called of any other two maps, of which none comes after the other."""


@dataclass(frozen=True, slots=True)
class Difference:
    """What a moment has in the future that it does not have now."""

    kind: Literal["gain", "doing", "channel"]
    text: str
    map: MapRow
    """The map that it is written in."""


@dataclass(frozen=True, slots=True)
class TimeDifference:
    """A time that a moment of the future takes longer or shorter than now."""

    kind: TimeKind
    before: Duration | None
    """`None` where the current map does not say it."""
    future: Duration | None
    is_new: bool
    """The moment is new, so there is nothing before it to ask for."""


@dataclass(frozen=True, slots=True)
class ComparisonTable:
    """Some steps of a comparison as a table."""

    columns: tuple[Column, ...]
    phases: tuple[Phase, ...]
    stages: tuple[StageHead, ...]
    steps: tuple[Step, ...]
    """The step of each column."""
    lanes: tuple[LaneRows, ...]
    """Lanes that say something of any column. Cells of pains hold `PainChange`, of what changes
    `Difference` or `TimeDifference`, of the change the step."""


def comparison_table(
    comparison: Comparison,
    steps: Sequence[Step],
    lanes: Sequence[str],
    names: tuple[str, str],
    *,
    is_in_order: bool,
) -> ComparisonTable:
    """Some steps as a table with some lanes, whose lines are called by the `names` of the maps.

    Without their own order there is no line from one moment to the next, only its marks.
    """
    across = _columns(comparison, steps)
    heads = stage_heads(across)
    contents = _contents(comparison, steps, across)
    drawn: list[LaneRows] = []
    for name in lanes:
        lane = _lane(comparison, name)
        if lane.shape is LaneShape.FEELING:
            lines = _lines(comparison, steps, names, is_in_order=is_in_order)
            own = Row(lane, _feeling_cells(across), lines)
            rows: tuple[Row, ...] = (own,) if lines else ()
        else:
            journey, read = comparison.future.found.journey, partial(contents, lane)
            rows = content_rows(journey, lane, read, across, heads)
        if rows:
            drawn.append(LaneRows(lane, rows))
    return ComparisonTable(across, phases(heads), heads, tuple(steps), tuple(drawn))


def _lane(comparison: Comparison, name: str) -> Lane:
    icon, shape = SHAPES[name]
    labels = _ANSWER_LABELS if comparison.is_answer else _OTHER_LABELS
    return Lane(name, labels[name], icon, shape)


def _columns(comparison: Comparison, steps: Sequence[Step]) -> tuple[Column, ...]:
    """Columns of steps, as if they were a map of their own: neighbours of one stage share it."""
    stages: list[Stage] = []
    for _, run in groupby(steps, key=lambda step: step.stage_index):
        own = list(run)
        parts = tuple(step.moment.column.touchpoint for step in own)
        touchpoints = tuple(part for part in parts if part is not None)
        stages.append(own[0].stage.model_copy(update={"touchpoints": touchpoints}))
    journey = comparison.future.found.journey.model_copy(update={"stages": tuple(stages)})
    return columns(journey, comparison.overview.atlas.catalog)


def _feeling_cells(across: Sequence[Column]) -> tuple[Cell, ...]:
    return tuple(
        Cell(column.index, 1, "touchpoint", column.stage_index, column.holder, ())
        for column in across
    )


def _lines(
    comparison: Comparison,
    steps: Sequence[Step],
    names: tuple[str, str],
    *,
    is_in_order: bool,
) -> tuple[FeelingLine, ...]:
    """The future's line, then the current one; the ones that have any feeling."""
    lines = (
        _line(comparison, names[0], [step.future for step in steps]),
        _line(comparison, names[1], [step.current for step in steps]),
    )
    known = tuple(line for line in lines if any(line.feelings))
    return known if is_in_order else tuple(map(_without_links, known))


def _line(comparison: Comparison, name: str, moments: Sequence[Moment | None]) -> FeelingLine:
    """One map's line through the columns in which it has a moment."""
    feelings = tuple(map(comparison.felt, moments))
    scores = [[feeling.score or 0.0 for feeling in moment] for moment in feelings]
    skipped = {at for at, moment in enumerate(moments) if moment is None}
    # Highs, lows and drops are each map's own story: here only the change between both counts.
    drawn = replace(curve(scores, skipped), highest=(), lowest=(), drop=None)
    return FeelingLine(name, drawn, feelings)


def _without_links(line: FeelingLine) -> FeelingLine:
    return replace(line, curve=replace(line.curve, line=()))


def _contents(
    comparison: Comparison, steps: Sequence[Step], across: Sequence[Column]
) -> Callable[[Lane, Holder], Any]:
    """What each lane says of a touchpoint, a stage or the whole journey of a table."""
    journeys = (comparison.future.found.journey, comparison.current.found.journey)
    is_whole = len(steps) == len(comparison.steps)
    holders: dict[int, tuple[Holder, ...]] = {
        id(comparison.future.found.journey): journeys if is_whole else ()
    }
    own: dict[int, Step] = {}
    for step, column in zip(steps, across, strict=True):
        if column.touchpoint is not None:
            known = holders.get(id(column.stage), ())
            holders[id(column.stage)] = (*known, *step.stages)
        holders[id(column.holder)] = step.holders
        own[id(column.holder)] = step

    def read(lane: Lane, holder: Holder) -> Any:
        step = own.get(id(holder))
        if lane.id in tuple(Fate):
            found = comparison.pains_on(holders.get(id(holder), ()))
            return tuple(change for change in found if change.fate == lane.id)
        if lane.id == "change":
            return step
        return differences(step) if step else ()

    return read


def differences(step: Step) -> tuple[Difference | TimeDifference, ...]:
    """What is different in a step's future: new gains, what customers do, where, and how long.

    A moment that goes has none, and what is the same in other words is shown too: nobody but its
    authors could tell.
    """
    future, before = step.future, step.before
    if future is None:
        return ()
    holder, old = future.column.holder, before.column.holder if before else None
    known = {fold(gain.text) for gain in old.gains} if old else set()
    found: list[Difference | TimeDifference] = [
        Difference("gain", gain.text, future.map)
        for gain in holder.gains
        if fold(gain.text) not in known
    ]
    deeds = {fold(card.text) for card in old.doing} if old else set()
    found += [
        Difference("doing", card.text, future.map)
        for card in holder.doing
        if fold(card.text) not in deeds
    ]
    channels = (future.column.channels, before.column.channels if before else ())
    if all(channels) and channels[0] != channels[1]:
        now, then = (", ".join(item.label for item in side) for side in channels)
        found.append(Difference("channel", f"{then} → {now}", future.map))
    return (*found, *_times(holder, old))


def _times(holder: Holder, old: Holder | None) -> Iterator[TimeDifference]:
    """Times that differ; a touchpoint's is not compared with that of a whole stage."""
    if old is not None and type(holder) is not type(old):
        return
    for kind in TIME_KINDS:
        future: Duration | None = getattr(holder, kind)
        before: Duration | None = getattr(old, kind) if old else None
        if _said(future) != _said(before):
            yield TimeDifference(kind, before, future, old is None)


def _said(time: Duration | None) -> Duration | None:
    """What a time says, however it was written: `PT15M` is `15 min`."""
    return replace(time, text="") if time else None
