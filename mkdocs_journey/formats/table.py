"""A map as a table of texts: lanes down, touchpoints across, with what each cell spans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from mkdocs_journey.catalog import Catalog
from mkdocs_journey.formats.cells import Words
from mkdocs_journey.formats.headings import HEADS, PHASES
from mkdocs_journey.lanes import Lane, LaneShape, blueprint_lanes
from mkdocs_journey.render.inline import plain
from mkdocs_journey.render.parts import lane_label
from mkdocs_journey.translations import Translator
from mkdocs_journey.views.columns import Column
from mkdocs_journey.views.curve import mean_score
from mkdocs_journey.views.grid import grid_lanes, lane_rows
from mkdocs_journey.views.layout import Layout, StageHead, felt_by_persona, scores_of


class TextCell(NamedTuple):
    """One cell; of the cells that it spans the first one holds its text."""

    start: int
    """Column, from 0, not counting the one of labels."""
    span: int
    text: str
    score: float | None = None
    """Mean feeling of the moment, of a cell that says feelings."""


class TextRow(NamedTuple):
    """One row: its label and the cells that say something."""

    label: str
    cells: tuple[TextCell, ...]
    is_head: bool = False
    """It names what stands below, so that each of the columns that a cell spans has its text."""


@dataclass(frozen=True, slots=True)
class Table:
    """A map as rows; the first names the stages, the second the touchpoints."""

    width: int
    """Columns, without the one of labels."""
    rows: tuple[TextRow, ...]

    @property
    def texts(self) -> list[list[str]]:
        """Rows of texts with their labels; what spans several columns stands in the first of them,
        so that nothing is counted twice."""
        table = []
        for row in self.rows:
            cells = [""] * self.width
            for start, span, text, _ in row.cells:
                if row.is_head:
                    cells[start : start + span] = [text] * span
                else:
                    cells[start] = text
            table.append([row.label, *cells])
        return table


def make_table(layout: Layout, catalog: Catalog, translator: Translator) -> Table:
    """The map with all lanes of its grid and its blueprint, in the page's language."""
    across, words = layout.columns, Words(catalog, translator, layout.found)
    lanes = {lane.id: lane for lane in (*grid_lanes(layout.journey, catalog), *blueprint_lanes())}
    rows = [*_heads(across, layout.stages, translator), *_counts(across, translator)]
    for lane in lanes.values():
        if lane.shape is LaneShape.FEELING:
            rows += _feelings(layout, lane, words)
        else:
            rows += _lane(layout, lane, words)
    return Table(len(across), tuple(rows))


def _row(label: str, texts: Sequence[str]) -> TextRow:
    return TextRow(label, tuple([TextCell(at, 1, text) for at, text in enumerate(texts) if text]))


def _heads(
    across: Sequence[Column], heads: Sequence[StageHead], translator: Translator
) -> Iterator[TextRow]:
    def heading(key: str) -> str:
        return translator.text(HEADS[key])

    stages = [TextCell(head.start, head.span, plain(head.stage.name)) for head in heads]
    yield TextRow(heading("stage"), tuple(stages), is_head=True)
    names = [plain(column.touchpoint.name) if column.touchpoint else "" for column in across]
    yield _row(heading("touchpoint"), names)
    phases = [
        TextCell(head.start, head.span, translator.text(PHASES[head.stage.phase]))
        for head in heads
        if head.stage.phase
    ]
    if phases:
        yield TextRow(heading("phase"), tuple(phases), is_head=True)
    channels = [", ".join([item.label for item in column.channels]) for column in across]
    yield _row(heading("channel"), channels)
    owners = [plain(column.touchpoint.owner) if column.touchpoint else "" for column in across]
    if any(owners):
        yield _row(heading("owner"), owners)


def _counts(across: Sequence[Column], translator: Translator) -> Iterator[TextRow]:
    """Volumes and drop-offs; volumes as bare digits, so that they can be counted with."""
    volumes = [column.touchpoint.volume if column.touchpoint else None for column in across]
    if any(volume is not None for volume in volumes):
        cells = ["" if volume is None else str(volume) for volume in volumes]
        yield _row(translator.text(HEADS["volume"]), cells)
    shares = [column.touchpoint.drop_off if column.touchpoint else None for column in across]
    if any(share is not None for share in shares):
        cells = ["" if share is None else translator.percent(share) for share in shares]
        yield _row(translator.text(HEADS["drop_off"]), cells)


def _lane(layout: Layout, lane: Lane, words: Words) -> list[TextRow]:
    rows = lane_rows(layout, lane)
    if not rows:
        return []
    label, write = lane_label(words.translator, lane), words.writer(lane.shape)
    return [
        TextRow(
            label,
            tuple(
                [
                    TextCell(cell.start, cell.span, write(cell.content))
                    for cell in row.cells
                    if cell.content
                ]
            ),
        )
        for row in rows
    ]


def _feelings(layout: Layout, lane: Lane, words: Words) -> Iterator[TextRow]:
    label = lane_label(words.translator, lane)
    for line in felt_by_persona(layout.found):
        cells = [
            TextCell(at, 1, words.feelings(felt), mean_score(scores_of(felt)))
            for at, felt in enumerate(line.feelings)
            if felt
        ]
        name = f"{label} ({plain(line.persona)})" if line.persona else label
        yield TextRow(name, tuple(cells))
