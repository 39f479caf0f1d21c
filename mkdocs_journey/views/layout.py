"""What the tables of a map share: columns, the stages and phases above them, and the curves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from mkdocs_journey.atlas import Map
from mkdocs_journey.catalog import Catalog
from mkdocs_journey.model import Journey, Stage
from mkdocs_journey.values.choices import PhaseName
from mkdocs_journey.values.feelings import EVERYONE, Feeling
from mkdocs_journey.views.columns import (
    Column,
    columns,
    feelings_by_column,
    personas_of,
    written_fields,
)
from mkdocs_journey.views.curve import Curve, curve


@dataclass(frozen=True, slots=True)
class Phase:
    """A band of neighbouring stages in the same phase."""

    name: PhaseName | None
    start: int
    """First column, from 0."""
    span: int
    """Number of columns."""


@dataclass(frozen=True, slots=True)
class StageHead:
    """A stage and the columns that it spans."""

    stage: Stage
    index: int
    """Place of the stage, from 0."""
    start: int
    span: int


class Felt(NamedTuple):
    """What one persona, or everybody, feels along the map."""

    persona: str
    """As `FeelingLine` has it."""
    id: str
    feelings: tuple[tuple[Feeling, ...], ...]


@dataclass(frozen=True, slots=True)
class FeelingLine:
    """The feelings of one persona, or of everybody, along the map."""

    persona: str
    """Name to tell it apart by; empty where the map has one line."""
    curve: Curve
    feelings: tuple[tuple[Feeling, ...], ...]
    """Feelings behind the curve's points, column by column."""
    id: str = EVERYONE
    """Id of the persona; `EVERYONE` where feelings name nobody."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A map from left to right, found once for its grid and its blueprint."""

    journey: Journey
    columns: tuple[Column, ...]
    phases: tuple[Phase, ...]
    """Empty where no stage names its phase."""
    stages: tuple[StageHead, ...]
    lines: tuple[FeelingLine, ...]
    """Empty where no moment has a feeling."""
    written: frozenset[str]
    """Fields that are written anywhere in the map."""


def lay_out(found: Map, catalog: Catalog) -> Layout:
    """The layout of a map."""
    across = columns(found.journey, catalog)
    heads = stage_heads(across)
    return Layout(
        journey=found.journey,
        columns=across,
        phases=phases(heads),
        stages=heads,
        lines=feeling_lines(found, across),
        written=written_fields(found.journey),
    )


def stage_heads(across: Sequence[Column]) -> tuple[StageHead, ...]:
    """Stages with the columns that they span."""
    heads = []
    for index, group in groupby(across, key=lambda column: column.stage_index):
        own = list(group)
        heads.append(StageHead(own[0].stage, index, own[0].index, len(own)))
    return tuple(heads)


def phases(heads: Sequence[StageHead]) -> tuple[Phase, ...]:
    """Bands of neighbouring stages in the same phase; none where no stage names one."""
    if not any(head.stage.phase for head in heads):
        return ()
    bands = []
    for name, group in groupby(heads, key=lambda head: head.stage.phase):
        own = list(group)
        bands.append(Phase(name, own[0].start, sum(head.span for head in own)))
    return tuple(bands)


def feeling_lines(found: Map, across: Sequence[Column]) -> tuple[FeelingLine, ...]:
    """A line for each persona with feelings of its own, else one; none without any feeling."""
    return tuple(
        FeelingLine(felt.persona, curve([scores_of(moment) for moment in felt.feelings]),
                    felt.feelings, felt.id)
        for felt in felt_by_persona(found, across)
    )  # fmt: skip


def felt_by_persona(found: Map, across: Sequence[Column]) -> Iterator[Felt]:
    """The feelings of each line, for what draws none."""
    names = persona_names(found)
    for persona in personas_of(found.journey):
        feelings = feelings_by_column(across, persona)
        if any(feelings):
            yield Felt(names.get(persona, persona), persona, feelings)


def scores_of(felt: Iterable[Feeling]) -> list[float]:
    """Scores of one moment's feelings."""
    return [feeling.score or 0 for feeling in felt]


_PORTUGUESE = (
    "dona",
    "seu",
    "sr",
    "sra",
    "srta",
    "dr",
    "dra",
    "doutor",
    "doutora",
    "prof",
    "profa",
)
_TITLES = {*_PORTUGUESE, "don", "doña", "señor", "señora", "mr", "mrs", "ms", "mx", "doctor"}
"""What people are called by only together with a name: `Dona Lúcia` is nobody's `Dona`."""


def first_name(name: str) -> str:
    """What a person is called in short: the first name, with the title that stands before it."""
    words = name.split()
    title = words[0].rstrip(".").casefold()
    return " ".join(words[: 2 if title in _TITLES else 1])


def persona_names(found: Map) -> dict[str, str]:
    """First names of a map's personas by id; whole names where two share their first one."""
    short = {who.id: first_name(who.persona.name) for who in found.personas}
    count = Counter(short.values())
    return {
        who.id: short[who.id] if count[short[who.id]] == 1 else who.persona.name
        for who in found.personas
    }
