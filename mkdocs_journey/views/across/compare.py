"""The comparison of two maps: what can be asked of it, and its numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from mkdocs_journey.queries import Field, number, word
from mkdocs_journey.translations import mark, mark_count
from mkdocs_journey.views.across.comparison import Comparison, Fate
from mkdocs_journey.views.across.comparison_table import SHAPES
from mkdocs_journey.views.across.fields import place_fields
from mkdocs_journey.views.across.listing import Fact, Listing
from mkdocs_journey.views.across.overview import Overview
from mkdocs_journey.views.across.rows import Moment
from mkdocs_journey.views.across.steps import Presence, Step
from mkdocs_journey.views.insights.times import TotalTime, total_times


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
    columns=tuple(SHAPES),
    shown=tuple(SHAPES),
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
    times: tuple[tuple[TotalTime, TotalTime], ...]
    """Totals of the current map and of the future one, of each kind of time that both know; none
    where not all moments are shown."""


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
        times=_times(comparison) if len(steps) == len(comparison.steps) else (),
    )


def _times(comparison: Comparison) -> tuple[tuple[TotalTime, TotalTime], ...]:
    future = {total.kind: total for total in total_times(comparison.future.found.journey)}
    current = total_times(comparison.current.found.journey)
    return tuple((total, future[total.kind]) for total in current if total.kind in future)


def _is_left_behind(step: Step) -> bool:
    """The place that a moment moved away from: it counts where it moved to."""
    return step.presence is Presence.MOVED and step.future is None


def _feeling(moment: Moment | None) -> float | None:
    return moment.feeling if moment else None
