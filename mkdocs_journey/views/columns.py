"""Columns of a map: its touchpoints in order, and stages that have none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeAlias, TypeVar

from mkdocs_journey.catalog import Catalog, Channel
from mkdocs_journey.model import Journey, Stage, Touchpoint
from mkdocs_journey.values.feelings import EVERYONE, MOST_CURVES, Feeling
from mkdocs_journey.values.notes import Opportunity, Pain

Holder: TypeAlias = Journey | Stage | Touchpoint
"""What lanes are written on."""

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Column:
    """One moment of the map: a touchpoint, or a stage without touchpoints."""

    index: int
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
    known = catalog.channels
    for stage_index, stage in enumerate(journey.stages):
        for at, touchpoint in enumerate(stage.touchpoints or (None,)):
            channel_ids = touchpoint.all_channels if touchpoint else ()
            channels = tuple([known.get(id) or _unknown_channel(id) for id in channel_ids])
            ownership = touchpoint.ownership if touchpoint else None
            if ownership is None and channels:
                ownership = channels[0].ownership
            found.append(
                Column(
                    index=len(found),
                    stage_index=stage_index,
                    stage=stage,
                    touchpoint=touchpoint,
                    holder=touchpoint or stage,
                    channels=channels,
                    is_first=at == 0,
                    is_indirect=ownership == "indirect",
                    is_moment_of_truth=bool(touchpoint and touchpoint.moment_of_truth),
                )
            )
    return tuple(found)


def _scored(by_persona: dict[str, tuple[Feeling, ...]], persona: str) -> tuple[Feeling, ...]:
    """Feelings with a score; one that names no persona is everyone's."""
    felt = by_persona.get(persona) or by_persona.get(EVERYONE, ())
    return tuple([feeling for feeling in felt if feeling.score is not None])


def feelings_by_column(
    columns: Sequence[Column], persona: str = EVERYONE
) -> tuple[tuple[Feeling, ...], ...]:
    """Feelings that count for a persona, column by column; empty where nothing is known.

    A stage's own feeling counts where none of its touchpoints has one: it stands in the middle
    of the stage's columns.
    """
    felt = [column.feelings(persona) for column in columns]
    by_stage: dict[int, list[int]] = {}
    for column in columns:
        by_stage.setdefault(column.stage_index, []).append(column.index)
    for indexes in by_stage.values():
        if not any(felt[index] for index in indexes):
            stage = columns[indexes[0]].stage
            felt[indexes[(len(indexes) - 1) // 2]] = _scored(stage.feeling, persona)
    return tuple(felt)


def holders_of(journey: Journey) -> list[tuple[Holder, int | None]]:
    """All that lanes are written on in the order of the map, with the place of its stage."""
    found: list[tuple[Holder, int | None]] = [(journey, None)]
    for index, stage in enumerate(journey.stages):
        found.append((stage, index))
        found += [(touchpoint, index) for touchpoint in stage.touchpoints]
    return found


def written_fields(journey: Journey) -> frozenset[str]:
    """Fields that are written anywhere: a lane of which there is none need not be looked for."""
    return frozenset().union(*[vars(holder) for holder, _ in holders_of(journey)])


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
    return _numbered([(holder, at, holder.pains) for holder, at in holders_of(journey)])


def placed_opportunities(journey: Journey) -> tuple[Placed[Opportunity], ...]:
    """Opportunities of a map in the same order as its pains."""
    return _numbered([(holder, at, holder.opportunities) for holder, at in holders_of(journey)])


def _numbered(
    groups: Iterable[tuple[Holder, int | None, tuple[Item, ...]]],
) -> tuple[Placed[Item], ...]:
    found: list[Placed[Item]] = []
    for holder, at, items in groups:
        for item in items:
            found.append(Placed(len(found) + 1, item, holder, at))
    return tuple(found)
