"""A map as a spreadsheet, laid out as people draw maps, that comes back whole.

The first sheet is for people: stages and touchpoints across, lanes down. A hidden one holds all
that the map says, and the texts of the first as they were written: what nobody has touched since
comes back as it was, and a cell that somebody has edited is read from its text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from mkdocs_journey.atlas import Map
from mkdocs_journey.catalog import Catalog
from mkdocs_journey.formats import json as as_json
from mkdocs_journey.formats.edited import merge_edits
from mkdocs_journey.formats.imported import FormatError, Imported, Note
from mkdocs_journey.formats.sheet import Sheet, read_sheet
from mkdocs_journey.formats.table import Table, TextCell, make_table
from mkdocs_journey.formats.workbook import MOST_CHARACTERS, openpyxl, read_workbook
from mkdocs_journey.render.parts import nearest
from mkdocs_journey.translations import Translator
from mkdocs_journey.views.layout import lay_out

DATA_SHEET = "mkdocs-journey"
SCORE_FILLS = ("F4B6B0", "F9D5B5", "F5EDC4", "D3E8C4", "A9D7B0")
"""Cell colours of the scores 1 to 5, light enough for black text (contrast above 11:1)."""
_STAGE_FILL, _HEAD_FILL = "D9DEEE", "EEF1F8"
_WIDTH, _LABEL_WIDTH = 30, 22
_CHUNK = 30_000
_EPOCH = datetime(2000, 1, 1)


def write(map: Map, catalog: Catalog, translator: Translator) -> bytes:
    """The map as .xlsx, the same bytes for the same map; raises `FormatError` without openpyxl.

    Stages are merged over their touchpoints, and so is what a stage or the whole map says of
    itself; heads and labels stay in sight; feelings are coloured by score.
    """
    package = openpyxl()
    book = package.Workbook()
    book.properties.created = book.properties.modified = _EPOCH
    table = make_table(lay_out(map, catalog), catalog, translator)
    sheet = book.active
    sheet.title = translator.text("Journey map")[:31]
    _fill(sheet, table)
    data = book.create_sheet(DATA_SHEET)
    data.sheet_state = "hidden"
    kept = json.dumps({"map": json.loads(as_json.write(map)), "cells": _kept(table)})
    for at in range(0, len(kept), _CHUNK):
        _put(data.cell(at // _CHUNK + 1, 1), kept[at : at + _CHUNK])
    file = BytesIO()
    book.save(file)
    return _without_times(file.getvalue())


def read(content: bytes, catalog: Catalog) -> Imported:
    """The map of a spreadsheet, one of ours or any that has headings; raises `FormatError`."""
    book = read_workbook(content, DATA_SHEET)
    seen = Sheet.of(book.rows, book.spans)
    kept = _read_kept("".join(book.hidden))
    if kept is None:
        found = read_sheet(seen, catalog)
        if not book.hidden:
            return found
        lost = Note("", f"the hidden sheet `{DATA_SHEET}` is damaged: only cells were read")
        return replace(found, notes=(lost, *found.notes))
    whole, written = kept
    if (seen.rows, _across(seen)) == (written.rows, _across(written)):
        return whole
    return merge_edits(whole, read_sheet(written, catalog), read_sheet(seen, catalog))


def read_cells(content: bytes, catalog: Catalog) -> Imported:
    """The map that the cells of a spreadsheet say, whatever else it holds; raises `FormatError`."""
    book = read_workbook(content, DATA_SHEET)
    return read_sheet(Sheet.of(book.rows, book.spans), catalog)


def _across(sheet: Sheet) -> dict[tuple[int, int], tuple[int, int]]:
    """Merged ranges that say something; one of a single cell is none."""
    return {at: span for at, span in sheet.spans.items() if span != (1, 1)}


def _kept(table: Table) -> dict[str, Any]:
    rows = [_texts(table.width, row.label, row.cells) for row in table.rows]
    return {"rows": rows, "spans": [list(item) for item in _spans(table)]}


def _texts(width: int, label: str, cells: Sequence[TextCell]) -> list[str]:
    texts = [""] * width
    for cell in cells:
        texts[cell.start] = _allowed(cell.text)
    return [_allowed(label), *texts]


def _spans(table: Table) -> Iterator[tuple[int, int, int]]:
    for at, row in enumerate(table.rows):
        for cell in row.cells:
            if cell.span > 1:
                yield at, cell.start + 1, cell.span


def _read_kept(text: str) -> tuple[Imported, Sheet] | None:
    try:
        kept = json.loads(text)
        spans = {(row, column): (1, width) for row, column, width in kept["cells"]["spans"]}
        written = Sheet.of(kept["cells"]["rows"], spans)
        whole = as_json.read(json.dumps(kept["map"]))
        return replace(whole, base=whole.journey), written
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, FormatError):
        return None


def _fill(sheet: Any, table: Table) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    def fill(colour: str) -> PatternFill:
        return PatternFill("solid", start_color=colour, end_color=colour)

    wrapped = Alignment(wrap_text=True, vertical="top")
    centred = Alignment(wrap_text=True, vertical="center", horizontal="center")
    for at, row in enumerate(table.rows, start=1):
        head = _put(sheet.cell(at, 1), row.label)
        head.font, head.alignment, head.fill = Font(bold=True), wrapped, fill(_HEAD_FILL)
        for item in row.cells:
            cell = _put(sheet.cell(at, item.start + 2), item.text)
            cell.alignment = wrapped
            if at <= 2 or row.is_head:
                cell.font, cell.alignment = Font(bold=True), centred
                cell.fill = fill(_STAGE_FILL if row.is_head else _HEAD_FILL)
            if item.score is not None:
                cell.fill = fill(SCORE_FILLS[nearest(item.score) - 1])
            if item.span > 1:
                end = item.start + item.span + 1
                sheet.merge_cells(
                    start_row=at, end_row=at, start_column=item.start + 2, end_column=end
                )
    sheet.column_dimensions["A"].width = _LABEL_WIDTH
    for at in range(table.width):
        sheet.column_dimensions[get_column_letter(at + 2)].width = _WIDTH
    sheet.freeze_panes = "B3"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _put(cell: Any, text: str) -> Any:
    """Write a text that stays one, also where it begins like a formula or an error."""
    cell.value = _allowed(text)
    if text:
        cell.data_type = "s"
        cell.quotePrefix = text.startswith(("=", "+", "-", "@"))
    return cell


def _allowed(text: str) -> str:
    """Text that a cell can hold: without control characters, and not too long."""
    kept = (char for char in text if char >= " " or char in "\t\n")
    allowed = "".join(char for char in kept if not "\ud800" <= char <= "\udfff")
    return allowed.replace("\ufffe", "").replace("\uffff", "")[:MOST_CHARACTERS]


def _without_times(content: bytes) -> bytes:
    """The same archive without the time at which it was made."""
    file = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(file, "w", ZIP_DEFLATED) as target:
        for part in source.infolist():
            text = source.read(part)
            if part.filename == "docProps/core.xml":
                text = _at_epoch(text)
            info = ZipInfo(part.filename, _EPOCH.timetuple()[:6])
            info.compress_type = ZIP_DEFLATED
            target.writestr(info, text)
    return file.getvalue()


def _at_epoch(core: bytes) -> bytes:
    stamp = _EPOCH.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    return re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + stamp, core)
