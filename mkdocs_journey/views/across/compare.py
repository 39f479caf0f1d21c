"""The comparison of two maps as a table: a column a moment, both curves in one lane."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any, Literal

from mkdocs_journey.lanes import Lane, LaneShape
from mkdocs_journey.model import Stage
from mkdocs_journey.queries import Field, number, word
from mkdocs_journey.queries.tests import fold
from mkdocs_journey.translations import mark, mark_count
from mkdocs_journey.views.across.comparison import Comparison, Fate, Presence, Step
from mkdocs_journey.views.across.fields import place_fields
from mkdocs_journey.views.across.listing import Fact, Listing
from mkdocs_journey.views.across.overview import Overview
from mkdocs_journey.views.across.rows import MapRow, Moment
from mkdocs_journey.views.columns import (
    Column,
    Holder,
    columns,
)
from mkdocs_journey.views.curve import curve
from mkdocs_journey.views.grid import (
    Cell,
    FeelingLine,
    LaneRows,
    Phase,
    Row,
    StageHead,
    content_rows,
    phases,
    stage_heads,
)

_SHAPES = {
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
class ComparisonTable:
    """Some steps of a comparison as a table."""

    columns: tuple[Column, ...]
    phases: tuple[Phase, ...]
    stages: tuple[StageHead, ...]
    steps: tuple[Step, ...]
    """The step of each column."""
    lanes: tuple[LaneRows, ...]
    """Lanes that say something of any column. Cells of pains hold `PainChange`, of what changes
    `Difference`, of the change the step."""


def _no_steps(_overview: Overview) -> tuple[Step, ...]:
    return ()


def _count_pains(comparison: Comparison, step: Step, fate: Fate) -> int:
    return sum(change.fate is fate for change in comparison.pains_on(step.holders))


COMPARE: Listing[Step] = Listing(
    name="compare",
    says=mark(
        "Two journeys side by side: how each moment feels in both, and what becomes of the pains."
    ),
    rows=_no_steps,
    fields=(
        *place_fields(lambda step: step.moment.place, lambda step: _feeling(step.future)),
        number("before", lambda step: _feeling(step.before)),
        number("change", lambda step: step.change),
        word("presence", lambda step: (step.presence.value,), tuple(Presence)),
    ),
    columns=tuple(_SHAPES),
    shown=tuple(_SHAPES),
    facets=(),
    facts=(
        Fact(mark_count("{n} moment", "{n} moments")),
        Fact(
            mark_count("{n} feels better", "{n} feel better"),
            lambda step: int((step.change or 0) > 0),
        ),
        Fact(
            mark_count("{n} feels worse", "{n} feel worse"),
            lambda step: int((step.change or 0) < 0),
        ),
    ),
)
"""What can be asked of any comparison; `compare` gives that of two maps."""


def compare(comparison: Comparison) -> Listing[Step]:
    """The listing of two maps' moments."""
    counts: tuple[Field[Step], ...] = (
        number("solved", lambda step: _count_pains(comparison, step, Fate.SOLVED)),
        number("new", lambda step: _count_pains(comparison, step, Fate.NEW)),
        number("left", lambda step: _count_pains(comparison, step, Fate.LEFT)),
    )
    return replace(COMPARE, rows=lambda _: comparison.steps, fields=(*COMPARE.fields, *counts))


def find_comparison(overview: Overview, one: str, other: str | None) -> Comparison | None:
    """The comparison of the map at one path with that at another, or with the one that it answers.

    Without another path it is the map that the one improves, else the first future state that
    improves it. A future state is compared with what it improves, whichever of them comes first.
    """
    atlas = overview.atlas
    if other is None:
        answers = atlas.improvements_of(one)
        other = atlas.improved_by(one) or (answers[0].path if answers else "")
    if one == other or one not in overview.by_path or other not in overview.by_path:
        return None
    if atlas.improved_by(other) == one:
        one, other = other, one
    return Comparison(overview, overview.by_path[one], overview.by_path[other])


@dataclass(frozen=True, slots=True)
class Summary:
    """A comparison in numbers, over the steps that are shown."""

    future: tuple[float, ...]
    """What each moment of the future map feels like, where that is known."""
    current: tuple[float, ...]
    best: Step | None
    """The largest gain, the first of several; `None` where nothing feels better."""
    worst: Step | None
    """The largest loss."""
    moments: tuple[int, int]
    """Moments of the current map and of the future one."""
    presences: Counter[Presence]
    fates: Counter[Fate]
    unanswered: int
    """Pains of the future that nothing answers."""


def summarize(comparison: Comparison, steps: Sequence[Step]) -> Summary:
    """The numbers of some steps."""
    known = [step for step in steps if step.change]
    best = max(known, key=lambda step: step.change or 0, default=None)
    worst = min(known, key=lambda step: step.change or 0, default=None)
    pains = comparison.pains_among(steps)
    sides = [[step.future for step in steps], [step.current for step in steps]]
    future, current = ([moment for moment in side if moment] for side in sides)
    return Summary(
        future=tuple(moment.feeling for moment in future if moment.feeling is not None),
        current=tuple(moment.feeling for moment in current if moment.feeling is not None),
        best=best if best and (best.change or 0) > 0 else None,
        worst=worst if worst and (worst.change or 0) < 0 else None,
        moments=(len(current), len(future)),
        presences=Counter(step.presence for step in steps if not _is_left_behind(step)),
        fates=Counter(pain.fate for pain in pains),
        unanswered=sum(pain.row.is_open for pain in pains if pain.fate is not Fate.SOLVED),
    )


def _is_left_behind(step: Step) -> bool:
    """The place that a moment moved away from: it counts where it moved to."""
    return step.presence is Presence.MOVED and step.future is None


def _feeling(moment: Moment | None) -> float | None:
    return moment.feeling if moment else None


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
            rows = content_rows(comparison.future.found.journey, lane, contents, across, heads)
        if rows:
            drawn.append(LaneRows(lane, rows))
    return ComparisonTable(across, phases(heads), heads, tuple(steps), tuple(drawn))


def _lane(comparison: Comparison, name: str) -> Lane:
    icon, shape = _SHAPES[name]
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
    marks = tuple(replace(column, pieces=()) for column in line.curve.columns)
    return replace(line, curve=replace(line.curve, columns=marks, line=()))


def _contents(
    comparison: Comparison, steps: Sequence[Step], across: Sequence[Column]
) -> Callable[[Holder, Lane], Any]:
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

    def read(holder: Holder, lane: Lane) -> Any:
        step = own.get(id(holder))
        if lane.id in tuple(Fate):
            found = comparison.pains_on(holders.get(id(holder), ()))
            return tuple(change for change in found if change.fate == lane.id)
        if lane.id == "change":
            return step
        return differences(step) if step else ()

    return read


def differences(step: Step) -> tuple[Difference, ...]:
    """What is different in a step's future: new gains, what customers do, where it happens.

    A moment that goes has none, and what is the same in other words is shown too: nobody but its
    authors could tell.
    """
    future, before = step.future, step.before
    if future is None:
        return ()
    holder, old = future.column.holder, before.column.holder if before else None
    known = {fold(gain.text) for gain in old.gains} if old else set()
    found = [
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
    return tuple(found)
