"""A table that somebody drew as a map: lanes down or across, recognised by their headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from mkdocs_journey.catalog import Catalog
from mkdocs_journey.catalog.feelings import fold
from mkdocs_journey.formats.headings import read_headings, words_of
from mkdocs_journey.formats.imported import FormatError, Imported, Note, check_columns
from mkdocs_journey.formats.reading import read_cell, read_head
from mkdocs_journey.lanes import LaneShape, find_lane
from mkdocs_journey.values.base import is_empty, show
from mkdocs_journey.values.text import slugify

_LABELS_WITHIN = 4
"""Rows or columns from the edge among which headings are looked for."""
_WITH_PERSONA = re.compile(r"(?P<heading>[^()]*\S)\s*\((?P<persona>[^()]+)\)")
_MOST_NOTES = 500


@dataclass(frozen=True, slots=True)
class Sheet:
    """Texts of a table, and how far merged cells reach."""

    rows: tuple[tuple[str, ...], ...]
    """All of the same length."""
    spans: Mapping[tuple[int, int], tuple[int, int]]
    """Row and column of a merged range's first cell -> its rows and columns."""
    is_turned: bool = False
    """Rows and columns have changed places; people are told the places that they see."""

    @classmethod
    def of(
        cls,
        rows: Sequence[Sequence[str]],
        spans: Mapping[tuple[int, int], tuple[int, int]] | None = None,
    ) -> Sheet:
        """A table of rows of any length; words that mean an empty cell are empty."""
        width = max(map(len, rows), default=0)
        tidy = (["" if is_empty(cell) else cell.strip() for cell in row] for row in rows)
        return cls(tuple((*row, *[""] * (width - len(row))) for row in tidy), spans or {})

    def turned(self) -> Sheet:
        """The table with its columns as rows."""
        spans = {(c, r): (width, height) for (r, c), (height, width) in self.spans.items()}
        return Sheet(tuple(zip(*self.rows, strict=True)), spans, not self.is_turned)

    def place(self, row: int, column: int) -> str:
        """Where a cell stands, as people count."""
        row, column = (column, row) if self.is_turned else (row, column)
        return f"row {row + 1}, column {column + 1}"


@dataclass(slots=True)
class _Column:
    """A column that is a moment: where its content goes."""

    at: int
    stage: dict[str, Any]
    holder: dict[str, Any]
    """The touchpoint, or the stage where there is none."""


@dataclass
class _Reader:
    sheet: Sheet
    catalog: Catalog
    label_column: int
    notes: list[Note] = field(default_factory=list)
    headings: list[tuple[str, str]] = field(default_factory=list)
    """Of each row its key (empty where unknown) and its persona."""
    columns: list[_Column] = field(default_factory=list)
    unread: list[tuple[dict[str, Any], str]] = field(default_factory=list)
    """Holders of cells that could not be read, and the cells' keys."""
    title: str = ""

    def note(self, row: int, column: int, message: str) -> None:
        self.notes.append(Note(self.sheet.place(row, column), message))

    def row_of(self, key: str) -> int | None:
        return next((at for at, (found, _) in enumerate(self.headings) if found == key), None)


def read_sheet(sheet: Sheet, catalog: Catalog) -> Imported:
    """The map of a table; raises `FormatError` where no headings of a map are found."""
    reader = _reader(sheet, catalog)
    stages = _read_columns(reader)
    journey: dict[str, Any] = {"stages": stages}
    for row, (key, persona) in enumerate(reader.headings):
        if key in ("stage", "touchpoint"):
            _tell_strays(reader, row, is_second=row != reader.row_of(key))
        else:
            _read_row(reader, row, key, persona, journey)
    personas = list(dict.fromkeys(persona for _, persona in reader.headings if persona))
    if personas:
        journey = {"personas": [{"name": name} for name in personas], **journey}
    notes = reader.notes
    if len(notes) > _MOST_NOTES:
        more = Note("", f"{len(notes) - _MOST_NOTES:,} more cells were left out")
        notes = [*notes[:_MOST_NOTES], more]
    unread = tuple(_unread_paths(reader, stages))
    return Imported(journey, reader.title, (), tuple(notes), unread, frozenset(_said(reader)))


def _said(reader: _Reader) -> Iterator[str]:
    """Keys that the table has a row for, empty or not."""
    for key, _ in reader.headings:
        lane = find_lane(reader.catalog, key)
        yield from lane.sources if lane else (key,)


def _unread_paths(reader: _Reader, stages: list[dict[str, Any]]) -> Iterator[tuple[str | int, ...]]:
    for at, stage in enumerate(stages):
        yield from (("stages", at, key) for holder, key in reader.unread if holder is stage)
        for number, moment in enumerate(stage.get("touchpoints", ())):
            for holder, key in reader.unread:
                if holder is moment:
                    yield "stages", at, "touchpoints", number, key


def _reader(sheet: Sheet, catalog: Catalog) -> _Reader:
    if not sheet.rows:
        raise FormatError("an empty table: write stages across and lanes down")
    down, across = _best_column(sheet, catalog), _best_column(sheet.turned(), catalog)
    if across[0] > down[0]:
        sheet, down = sheet.turned(), across
    if down[0] == 0:
        raise FormatError(
            "no headings of a map found: name rows or columns like `Stage`, `Touchpoint`, "
            "`Doing`, `Feeling`, `Pain points`"
        )
    reader = _Reader(sheet, catalog, down[1])
    known = read_headings(catalog)
    for row in sheet.rows:
        reader.headings.append(_heading(row[reader.label_column], known))
    _continue_labels(reader)
    _find_stage_row(reader)
    return reader


def _best_column(sheet: Sheet, catalog: Catalog) -> tuple[int, int]:
    """How many headings the best of the first columns has, and which one it is."""
    known = read_headings(catalog)
    width = len(sheet.rows[0])
    counts = [
        (sum(bool(_heading(row[at], known)[0]) for row in sheet.rows), -at)
        for at in range(min(width, _LABELS_WITHIN))
    ]
    count, at = max(counts, default=(0, 0))
    return count, -at


def _heading(text: str, known: Mapping[str, str]) -> tuple[str, str]:
    word = text.strip(" :*#")
    if key := known.get(fold(word)):
        return key, ""
    match = _WITH_PERSONA.fullmatch(word)
    if match and (key := known.get(fold(match["heading"]))):
        return key, match["persona"].strip() if key == "feeling" else ""
    return "", ""


def _continue_labels(reader: _Reader) -> None:
    """Rows below a heading that is merged over them belong to it."""
    for (row, column), (height, _) in reader.sheet.spans.items():
        if column == reader.label_column:
            for below in range(row + 1, min(row + height, len(reader.headings))):
                reader.headings[below] = reader.headings[row]


def _find_stage_row(reader: _Reader) -> None:
    """Stages may stand under `Phase`, or in a first row without a heading."""
    if reader.row_of("stage") is not None:
        return
    phase = reader.row_of("phase")
    if phase is not None:
        names = set(filter(None, reader.sheet.rows[phase][reader.label_column + 1 :]))
        if not all(fold(name) in words_of("phase") for name in names):
            reader.headings[phase] = ("stage", "")
            return
    for at, (row, (key, _)) in enumerate(zip(reader.sheet.rows, reader.headings, strict=True)):
        if not key and len(list(filter(None, row[reader.label_column + 1 :]))) > 1:
            reader.headings[at] = ("stage", "")
            return
        if key:
            break
    touchpoint = reader.row_of("touchpoint")
    if touchpoint is None:
        raise FormatError("no row of stages found: name one `Stage`, with the stages beside it")
    reader.headings[touchpoint] = ("stage", "")


def _read_columns(reader: _Reader) -> list[dict[str, Any]]:
    sheet = reader.sheet
    stage_row, moment_row = reader.row_of("stage"), reader.row_of("touchpoint")
    assert stage_row is not None
    stages: list[dict[str, Any]] = []
    last, until = "", 0
    for at in range(reader.label_column + 1, len(sheet.rows[0])):
        name = sheet.rows[stage_row][at]
        moment = sheet.rows[moment_row][at] if moment_row is not None else ""
        is_merged = at < until
        until = max(until, at + sheet.spans.get((stage_row, at), (1, 1))[1])
        goes_on = bool(stages) and (is_merged or (moment and name in ("", last) and last))
        if (stage_row, at) in sheet.spans:
            goes_on = False
        if name and not goes_on:
            stages.append({"name": name})
            last = name
        elif not goes_on:
            continue
        if moment:
            touchpoint = {"name": moment}
            stages[-1].setdefault("touchpoints", []).append(touchpoint)
            reader.columns.append(_Column(at, stages[-1], touchpoint))
        elif not goes_on:
            reader.columns.append(_Column(at, stages[-1], stages[-1]))
    check_columns(len(reader.columns))
    if not stages:
        raise FormatError("no stages found: write their names in the row `Stage`")
    return stages


def _tell_strays(reader: _Reader, row: int, *, is_second: bool) -> None:
    """Say which names name no column: of a second row of names all of them."""
    named = {column.at for column in reader.columns}
    for at, text in enumerate(reader.sheet.rows[row]):
        if text and at != reader.label_column and (is_second or at not in named):
            reader.note(row, at, f"left out `{show(text)}`, which names no column of its own")


def _read_row(reader: _Reader, row: int, key: str, persona: str, journey: dict[str, Any]) -> None:
    by_place = {column.at: column for column in reader.columns}
    texts = reader.sheet.rows[row]
    filled = [at for at, text in enumerate(texts) if text]
    is_alone = not key and len(filled) == 1 and filled[0] not in by_place
    if is_alone and not reader.title and row < (reader.row_of("stage") or 0):
        reader.title = texts[filled[0]]
        return
    for at in filled:
        if at == reader.label_column:
            continue
        column = by_place.get(at)
        if at < reader.label_column:
            reader.note(row, at, f"left out `{show(texts[at])}`, which stands before its heading")
        elif not key:
            label = show(texts[reader.label_column]) or "without a heading"
            reader.note(row, at, f"left out `{show(texts[at])}`: `{label}` is no lane of a map")
        elif column is None:
            reader.note(row, at, f"left out `{show(texts[at])}`: no stage or touchpoint above it")
        else:
            holder = _holder(reader, row, column, journey)
            if not _place(reader, holder, key, persona, texts[at]):
                reader.note(row, at, f"left out `{show(texts[at])}`, which is no {key} of a moment")
                reader.unread.append((holder, key))


def _holder(reader: _Reader, row: int, column: _Column, journey: dict[str, Any]) -> dict[str, Any]:
    """Whom a cell speaks of: a merged one may span a stage, or the whole map."""
    width = reader.sheet.spans.get((row, column.at), (1, 1))[1]
    if width == 1:
        return column.holder
    spanned = [item for item in reader.columns if column.at <= item.at < column.at + width]
    if len(spanned) == len(reader.columns) and len(journey["stages"]) > 1:
        return journey
    return column.stage if len(spanned) > 1 else column.holder


def _place(reader: _Reader, holder: dict[str, Any], key: str, persona: str, text: str) -> bool:
    """Put a cell's content into its holder; false where it cannot stand there."""
    lane = find_lane(reader.catalog, key)
    if lane is None:
        return _place_head(reader, holder, key, text)
    content = read_cell(lane.shape, text, reader.catalog)
    if not content and content != 0:
        return False
    if lane.shape is LaneShape.TIMES:
        holder |= content
    elif lane.shape is LaneShape.FEELING and persona:
        holder.setdefault(key, {})[slugify(persona)] = content
    elif isinstance(content, list) and isinstance(holder.get(key), list):
        holder[key] = [*holder[key], *content]
    elif key in holder:
        return False
    else:
        holder[key] = content
    return True


def _place_head(reader: _Reader, holder: dict[str, Any], key: str, text: str) -> bool:
    if key == "phase":
        stage = next((item.stage for item in reader.columns if item.holder is holder), holder)
        phase = words_of("phase").get(fold(text))
        if phase:
            stage["phase"] = phase
        return phase is not None
    if "touchpoints" in holder or not any(item.holder is holder for item in reader.columns):
        return False
    is_stage = any(item.stage is holder for item in reader.columns)
    if is_stage:
        return False
    found = dict(read_head(reader.catalog, key, text))
    holder |= found
    return bool(found)
