"""Where the cells of a map's table stand, and the attributes that say so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mkdocs_journey.views.columns import Column
from mkdocs_journey.views.layout import Cell, StageHead


@dataclass(slots=True)
class Rows:
    """Places of a table's cells when a narrow screen turns it and stages run down the page.

    A column is then a block of `height` rows: what spans the map, the phase, the stage with what
    spans it, the touchpoint, and its own cells. What follows a stage's name leaves room for it,
    because the name stays in sight while the stage scrolls by.
    """

    lanes: int
    """Rows of the table below its head."""
    leads: frozenset[int]
    """First columns of stages whose touchpoint follows the name."""
    waiting: set[int]
    """Stages whose first cell, which follows the name, is still to be drawn."""
    classes: tuple[str, ...]
    """State classes of each column's cells."""
    plain: tuple[str, ...]
    """Attributes of a touchpoint's cell in each column, as most have them in every row."""

    @classmethod
    def of_table(
        cls,
        lanes: int,
        columns: Sequence[Column],
        stages: Iterable[StageHead],
        cells: Iterable[Cell],
    ) -> Rows:
        """Rows of a table with these columns, stages and cells."""
        spanned = {
            cell.stage_index
            for cell in cells
            if cell.level == "stage" and cell.stage_index is not None and cell.content
        }
        leads = frozenset(stage.start for stage in stages if stage.index not in spanned)
        classes = tuple([_state_classes(column) for column in columns])
        plain = tuple([_attributes(at, own) for at, own in enumerate(classes)])
        return cls(lanes, leads, spanned, classes, plain)

    def attributes(self, column: int, classes: str = "") -> str:
        """Attributes of a touchpoint's cell; further classes begin with a space each."""
        if not classes:
            return self.plain[column]
        return f' class="{(self.classes[column] + classes)[1:]}" role="cell" style="--c:{column}"'

    @property
    def phase(self) -> int:
        """Row of the phase, below what spans the whole map."""
        return self.lanes + 1

    @property
    def stage(self) -> int:
        """Row of the stage's name."""
        return self.phase + 1

    @property
    def head(self) -> int:
        """Row of the touchpoint's name, below what spans its stage."""
        return self.stage + self.lanes + 1

    @property
    def height(self) -> int:
        """Rows of one column."""
        return self.head + self.lanes

    def takes_lead(self, cell: Cell) -> bool:
        """Whether a cell follows its stage's name; asked of each cell in their order."""
        if cell.level != "stage" or not cell.content or cell.stage_index not in self.waiting:
            return False
        self.waiting.remove(cell.stage_index)
        return True

    def of(self, level: str, index: int) -> int:
        """Row of a lane's cell, by its level and its place among the table's rows, from 0."""
        match level:
            case "journey":
                return 1 + index
            case "stage":
                return self.stage + 1 + index
        return self.head + 1 + index


def _state_classes(column: Column) -> str:
    first = " is-first" if column.is_first else ""
    return first + (" is-moment" if column.is_moment_of_truth else "")


def _attributes(column: int, classes: str) -> str:
    """Classes and place of a touchpoint's cell."""
    return f'{_class_attribute(classes)} role="cell" style="--c:{column}"'


def cell_attributes(rows: Rows, cell: Cell, at: int, extra: str = "") -> str:
    """Classes, span and place of a lane's cell; `at` is its row's place among the table's."""
    if cell.level == "touchpoint":
        return rows.attributes(cell.start, extra) if extra else rows.plain[cell.start]
    lead = " is-lead" if rows.takes_lead(cell) else ""
    span = f' colspan="{cell.span}"' if cell.span > 1 else ""
    return (
        f'{_class_attribute(f" is-first is-{cell.level}{lead}{extra}")}{span} role="cell" '
        f'style="--c:{cell.start};--k:{cell.span};--r:{rows.of(cell.level, at)}"'
    )


def _class_attribute(classes: str) -> str:
    """Attribute of classes that each begin with a space; nothing where there are none."""
    return f' class="{classes[1:]}"' if classes else ""
