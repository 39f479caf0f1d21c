"""How each channel of a map does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_journey.catalog import Channel
from mkdocs_journey.views.columns import Column
from mkdocs_journey.views.insights.places import mean, mean_score


@dataclass(frozen=True, slots=True)
class ChannelReport:
    """What happens on one channel; a touchpoint on several counts on each."""

    channel: Channel
    touchpoints: int
    indirect: int
    """How many of them are a third party's moments."""
    scores: tuple[float, ...]
    """Feeling of each touchpoint that has one of its own, in the map's order."""
    mean: float | None
    """Unweighted mean of the scores."""
    pains: int


def channels(columns: Sequence[Column]) -> tuple[ChannelReport, ...]:
    """Channels of a map, worst mean first, those without a feeling last; ties in map order.

    A stage's own feeling counts for no channel, because nobody said which of them it is about.
    """
    by_id: dict[str, list[Column]] = {}
    for column in columns:
        for channel in column.channels:
            by_id.setdefault(channel.id, []).append(column)
    reports = (_report(channel_id, found) for channel_id, found in by_id.items())
    return tuple(sorted(reports, key=lambda report: 6 if report.mean is None else report.mean))


def _report(channel_id: str, found: Sequence[Column]) -> ChannelReport:
    known = (mean_score(column.touchpoint) for column in found)
    scores = tuple(score for score in known if score is not None)
    return ChannelReport(
        channel=next(c for c in found[0].channels if c.id == channel_id),
        touchpoints=len(found),
        indirect=sum(column.is_indirect for column in found),
        scores=scores,
        mean=mean(scores),
        pains=sum(len(column.holder.pains) for column in found),
    )
