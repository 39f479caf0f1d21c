"""What the tables of a map share: columns, the stages and phases above them, and the curves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby, pairwise
from typing import Any, Literal, NamedTuple, TypeAlias

from mkdocs_journey.atlas import Map
from mkdocs_journey.catalog import Catalog
from mkdocs_journey.lanes import Lane
from mkdocs_journey.model import Journey, Stage
from mkdocs_journey.model.claims import every_card
from mkdocs_journey.values.choices import PhaseName
from mkdocs_journey.values.feelings import EVERYONE, Feeling
from mkdocs_journey.values.notes import Opportunity, Pain
from mkdocs_journey.views.columns import (
    Column,
    Holder,
    Placed,
    columns,
    feelings_by_column,
    holders_of,
    personas_of,
    placed_opportunities,
    placed_pains,
    written_fields,
)
from mkdocs_journey.views.curve import Curve, curve


class Phase(NamedTuple):
    """A band of neighbouring stages in the same phase."""

    name: PhaseName | None
    start: int
    """First column, from 0."""
    span: int
    """Number of columns."""


Level: TypeAlias = Literal["journey", "stage", "touchpoint"]


class Cell(NamedTuple):
    """What one lane says of one touchpoint, stage or journey: a tuple, as a map has hundreds."""

    start: int
    span: int
    level: Level
    stage_index: int | None
    """Place of its stage; `None` where it spans the whole map."""
    holder: Holder
    """The touchpoint, stage or journey that it speaks of."""
    content: Any
    """The model's value of the lane's shape; false where the cell is empty."""


class StageHead(NamedTuple):
    """A stage and the columns that it spans."""

    stage: Stage
    index: int  # type: ignore[assignment]  # nobody looks in a head for the place of a value
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


class Row(NamedTuple):
    """One row: a lane, or a part of a lane that needs several rows."""

    lane: Lane
    cells: tuple[Cell, ...]
    lines: tuple[FeelingLine, ...] = ()
    """What a feeling row draws, one or two lines; its cells then hold the moments' feelings."""


@dataclass(frozen=True)
class Layout:
    """A map from left to right, found once for its grid, its blueprint and its table."""

    found: Map
    columns: tuple[Column, ...]
    stages: tuple[StageHead, ...]
    in_columns: frozenset[str]
    """Fields that are written on any touchpoint, or on a stage that is a column itself."""
    across_columns: frozenset[str]
    """Fields that are written on the journey, or on a stage with touchpoints."""
    rows: dict[str, tuple[Row, ...]] = field(default_factory=dict, init=False, compare=False)
    """Rows by the ids of their lanes, kept when `grid.lane_rows` is first asked for them.

    Nothing else of a layout changes, and these are what they would be if they were found anew.
    """

    @property
    def journey(self) -> Journey:
        """The journey of the map."""
        return self.found.journey

    @cached_property
    def phases(self) -> tuple[Phase, ...]:
        """Empty where no stage names its phase."""
        return phases(self.stages)

    @cached_property
    def written(self) -> frozenset[str]:
        """Fields that are written anywhere in the map but on its cards."""
        return self.in_columns | self.across_columns

    @cached_property
    def on_cards(self) -> frozenset[str]:
        """Fields that are written on any card of any lane."""
        return written_fields(every_card(holders_of(self.journey)))

    @cached_property
    def blanks(self) -> tuple[Cell, ...]:
        """An empty cell of each column, the same in all lanes that say nothing there."""
        return tuple(
            [
                Cell(column.index, 1, "touchpoint", column.stage_index, column.holder, ())
                for column in self.columns
            ]
        )

    @cached_property
    def lines(self) -> tuple[FeelingLine, ...]:
        """Empty where no moment has a feeling."""
        return feeling_lines(self.found)

    @cached_property
    def pains(self) -> tuple[Placed[Pain], ...]:
        """Its pains with their numbers, which its cells and its insights show."""
        return placed_pains(self.journey)

    @cached_property
    def opportunities(self) -> tuple[Placed[Opportunity], ...]:
        """Its opportunities, likewise."""
        return placed_opportunities(self.journey)


def lay_out(found: Map, catalog: Catalog) -> Layout:
    """The layout of a map."""
    journey, across = found.journey, columns(found.journey, catalog)
    return Layout(
        found=found,
        columns=across,
        stages=stage_heads(across),
        in_columns=written_fields([column.holder for column in across]),
        across_columns=written_fields(
            [journey, *[stage for stage in journey.stages if stage.touchpoints]]
        ),
    )


def stage_heads(across: Sequence[Column]) -> tuple[StageHead, ...]:
    """Stages with the columns that they span."""
    starts = [column.index for column in across if column.is_first]
    return tuple(
        [
            StageHead(across[start].stage, index, start, end - start)
            for index, (start, end) in enumerate(pairwise([*starts, len(across)]))
        ]
    )


def phases(heads: Sequence[StageHead]) -> tuple[Phase, ...]:
    """Bands of neighbouring stages in the same phase; none where no stage names one."""
    if not any(head.stage.phase for head in heads):
        return ()
    bands = []
    for name, group in groupby(heads, key=lambda head: head.stage.phase):
        own = list(group)
        bands.append(Phase(name, own[0].start, sum(head.span for head in own)))
    return tuple(bands)


def feeling_lines(found: Map) -> tuple[FeelingLine, ...]:
    """A line for each persona with feelings of its own, else one; none without any feeling."""
    return tuple(
        [
            FeelingLine(felt.persona, curve([scores_of(moment) for moment in felt.feelings]),
                        felt.feelings, felt.id)
            for felt in felt_by_persona(found)
        ]
    )  # fmt: skip


def felt_by_persona(found: Map) -> Iterator[Felt]:
    """The feelings of each line, for what draws none."""
    names = persona_names(found)
    for persona in personas_of(found.journey):
        feelings = feelings_by_column(found.journey, persona)
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
