"""How each channel of a map does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from mkdocs_journey.catalog import Channel
from mkdocs_journey.views.columns import Column
from mkdocs_journey.views.insights.places import mean, mean_score


class ChannelReport(NamedTuple):
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
    moments: dict[str, list[_Moment]] = {}
    named: dict[str, Channel] = {}
    for column in columns:
        if column.channels:
            moment = mean_score(column.touchpoint), column.is_indirect, len(column.holder.pains)
            for channel in column.channels:
                named.setdefault(channel.id, channel)
                moments.setdefault(channel.id, []).append(moment)
    reports = [_report(channel, moments[channel_id]) for channel_id, channel in named.items()]
    return tuple(sorted(reports, key=lambda report: 6 if report.mean is None else report.mean))


_Moment: TypeAlias = tuple[float | None, bool, int]
"""Score, whether it is a third party's, and number of pains."""


def _report(channel: Channel, moments: Sequence[_Moment]) -> ChannelReport:
    known, indirect, pains = zip(*moments, strict=True)
    scores = tuple([score for score in known if score is not None])
    return ChannelReport(
        channel, len(moments), sum(indirect), scores, mean=mean(scores), pains=sum(pains)
    )
