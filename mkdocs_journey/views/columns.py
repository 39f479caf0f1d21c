"""Columns of a map: its touchpoints in order, and stages that have none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from operator import attrgetter
from typing import Any, Generic, NamedTuple, TypeAlias, TypeVar

from mkdocs_journey.catalog import Catalog, Channel
from mkdocs_journey.model import Journey, Stage, Touchpoint
from mkdocs_journey.values.cards import Card
from mkdocs_journey.values.feelings import EVERYONE, MOST_CURVES, Feeling
from mkdocs_journey.values.notes import Opportunity, Pain

Holder: TypeAlias = Journey | Stage | Touchpoint
"""What lanes are written on."""

Item = TypeVar("Item")


class Column(NamedTuple):
    """One moment of the map: a touchpoint, or a stage without touchpoints.

    A tuple, because each view of a map and each of its exports asks for all of them.
    """

    index: int  # type: ignore[assignment]  # nobody looks in a moment for the place of a value
    """Place in the map, from 0."""
    stage_index: int
    """Place of its stage, from 0."""
    stage: Stage
    touchpoint: Touchpoint | None
    """`None` where the stage has no touchpoints and is a column of its own."""
    holder: Touchpoint | Stage
    """Where its lanes are written."""
    channels: tuple[Channel, ...]
    """Its channels, those that the catalogue does not know included (their id is their label)."""
    is_first: bool
    """First column of its stage."""
    is_indirect: bool
    """A third party's moment."""
    is_moment_of_truth: bool
    """A moment that decides."""

    @property
    def name(self) -> str:
        """What the moment is called."""
        return self.holder.name

    def feelings(self, persona: str = EVERYONE) -> tuple[Feeling, ...]:
        """Feelings of a persona written here that have a score; several are a change within it."""
        return _scored(self.holder.feeling, persona)


def find_channel(catalog: Catalog, channel_id: str) -> Channel:
    """Channel of an id; one that the site does not know shows its id."""
    return catalog.channels.get(channel_id) or _unknown_channel(channel_id)


def _unknown_channel(channel_id: str) -> Channel:
    return Channel(channel_id, channel_id)


def columns(journey: Journey, catalog: Catalog) -> tuple[Column, ...]:
    """Columns of a journey from left to right."""
    found: list[Column] = []
    for stage_index, stage in enumerate(journey.stages):
        if not stage.touchpoints:
            at = len(found)
            found.append(Column(at, stage_index, stage, None, stage, (), True, False, False))
        for place, touchpoint in enumerate(stage.touchpoints):
            channels = tuple([find_channel(catalog, id) for id in touchpoint.all_channels])
            ownership = touchpoint.ownership or (channels[0].ownership if channels else None)
            found.append(
                Column(
                    len(found), stage_index, stage, touchpoint, touchpoint, channels,
                    place == 0, ownership == "indirect", bool(touchpoint.moment_of_truth),
                )
            )  # fmt: skip
    return tuple(found)


def _scored(by_persona: Mapping[str, tuple[Feeling, ...]], persona: str) -> tuple[Feeling, ...]:
    """Feelings with a score; one that names no persona is everyone's."""
    if not by_persona:
        return ()
    felt = by_persona.get(persona) or by_persona.get(EVERYONE, ())
    return tuple([feeling for feeling in felt if feeling.score is not None])


def feelings_by_column(
    journey: Journey, persona: str = EVERYONE
) -> tuple[tuple[Feeling, ...], ...]:
    """Feelings that count for a persona, column by column; empty where nothing is known.

    A stage's own feeling counts where none of its touchpoints has one: it stands in the middle
    of the stage's columns.
    """
    found: list[tuple[Feeling, ...]] = []
    for stage in journey.stages:
        felt = [_scored(moment.feeling, persona) for moment in stage.touchpoints or (stage,)]
        if stage.feeling and not any(felt):
            felt[(len(felt) - 1) // 2] = _scored(stage.feeling, persona)
        found += felt
    return tuple(found)


def moments_of(journey: Journey) -> list[Stage | Touchpoint]:
    """What each column stands for, for who asks for nothing else of the columns."""
    return [moment for stage in journey.stages for moment in stage.touchpoints or (stage,)]


def holders_of(journey: Journey) -> list[Holder]:
    """All that lanes are written on in the order of the map."""
    found: list[Holder] = [journey]
    for stage in journey.stages:
        found.append(stage)
        found += stage.touchpoints
    return found


def written_fields(holders: Iterable[Holder | Card]) -> frozenset[str]:
    """Fields that are written on any of these: a lane of which there is none need not be read."""
    return frozenset().union(*map(vars, holders))


def personas_of(journey: Journey) -> tuple[str, ...]:
    """Personas that have a curve of their own; `EVERYONE` alone where feelings name nobody."""
    return journey.felt_by[:MOST_CURVES] or (EVERYONE,)


class Placed(NamedTuple, Generic[Item]):
    """A pain or an opportunity with its number and its place in the map."""

    number: int
    """From 1, in the order of the map: `P1`, `O1`."""
    item: Item
    holder: Holder
    """What it is written on."""
    stage_index: int | None
    """Place of its stage, from 0; `None` where it is the whole journey's."""


def placed_pains(journey: Journey) -> tuple[Placed[Pain], ...]:
    """Pains of a map in order: the journey's own, then each stage's before its touchpoints'."""
    return _placed(journey, "pains")


def placed_opportunities(journey: Journey) -> tuple[Placed[Opportunity], ...]:
    """Opportunities of a map in the same order as its pains."""
    return _placed(journey, "opportunities")


def _placed(journey: Journey, field: str) -> tuple[Placed[Any], ...]:
    read = attrgetter(field)
    items: list[tuple[Any, Holder, int | None]] = [(item, journey, None) for item in read(journey)]
    for at, stage in enumerate(journey.stages):
        items += [(item, stage, at) for item in read(stage)]
        for touchpoint in stage.touchpoints:
            if written := read(touchpoint):
                items += [(item, touchpoint, at) for item in written]
    return tuple([Placed(number, *placed) for number, placed in enumerate(items, 1)])
