"""Spreadsheet files: cells in, cells out; the only code that knows of openpyxl."""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from mkdocs_journey.formats.imported import FormatError, check_bytes

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

MOST_UNPACKED = 100_000_000
"""Bytes of all parts together: a file of some kilobytes can unpack to gigabytes."""
MOST_PARTS = 2_000
MOST_CELLS = 500_000
MOST_COLUMNS, MOST_ROWS = 2_100, 20_000
MOST_CHARACTERS = 32_767
"""That one cell can hold."""
_DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Workbook:
    """What of a file counts: the first visible sheet, and a hidden one by its name."""

    rows: tuple[tuple[str, ...], ...]
    spans: dict[tuple[int, int], tuple[int, int]]
    """Row and column of a merged range's first cell -> its rows and columns."""
    hidden: tuple[str, ...]
    """First column of the hidden sheet; empty where there is none."""


def openpyxl() -> Any:
    """The package, where it is installed; raises `FormatError`."""
    try:
        import openpyxl as package
    except ImportError:
        message = 'spreadsheets need one more package: `pip install "mkdocs-journey[spreadsheets]"`'
        raise FormatError(message) from None
    return package


def read_workbook(content: bytes, hidden: str) -> Workbook:
    """Cells of a file's first visible sheet, as texts; raises `FormatError`."""
    package = openpyxl()
    check_bytes(content)
    _check_parts(content)
    try:
        book = package.load_workbook(BytesIO(content), data_only=True)
        sheets = [item for item in book.worksheets if item.sheet_state == "visible"]
        if not sheets:
            raise FormatError("no visible sheet in this file: show the one with the map")
        rows = tuple(tuple(map(_text, row)) for row in _rows(sheets[0]))
        spans = {
            (area.min_row - 1, area.min_col - 1): (
                area.max_row - area.min_row + 1,
                area.max_col - area.min_col + 1,
            )
            for area in sheets[0].merged_cells.ranges
        }
        kept = _rows(book[hidden]) if hidden in book.sheetnames else []
        return Workbook(rows, spans, tuple(_text(row[0]) for row in kept if row))
    except FormatError:
        raise
    except Exception as error:  # A damaged file fails in any of its readers' ways.
        reason = " ".join(str(error).split())[:80] or type(error).__name__
        message = f"this spreadsheet cannot be read ({reason}): save it as .xlsx anew"
        raise FormatError(message) from None


def _check_parts(content: bytes) -> None:
    """Unpack nothing that is too large or declares entities, whatever its own headers say."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as parts:
            names = parts.infolist()
            if len(names) > MOST_PARTS:
                raise FormatError(f"{len(names):,} parts in this spreadsheet: save the map alone")
            left = MOST_UNPACKED
            for part in names:
                left = _check_part(parts, part, left)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, OSError, RuntimeError,
            NotImplementedError, ValueError, zipfile.zlib.error):  # type: ignore[attr-defined]  # fmt: skip
        message = "no whole .xlsx file: it is cut off or of another kind; save it as .xlsx anew"
        raise FormatError(message) from None


def _check_part(parts: zipfile.ZipFile, part: zipfile.ZipInfo, left: int) -> int:
    is_markup = part.filename.lower().endswith((".xml", ".rels", ".vml"))
    before = b""
    with parts.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            left -= len(chunk)
            if left < 0:
                message = f"this spreadsheet unpacks to more than {MOST_UNPACKED:,} bytes"
                raise FormatError(f"{message}: save the map alone")
            # UTF-16 hides a declaration behind zeros.
            plain = (before + chunk).replace(b"\0", b"")
            if is_markup and _DECLARATION.search(plain):
                message = "this spreadsheet declares entities, which no spreadsheet program does"
                raise FormatError(f"{message}: save it as .xlsx anew")
            before = chunk[-64:]
    return left


def _rows(sheet: Worksheet) -> list[tuple[Any, ...]]:
    """Values row by row, without the empty ones around them."""
    filled = [
        (cell.row, cell.column)
        for cell in sheet._cells.values()  # only those that there are
        if cell.value not in (None, "")
    ]
    last_row = max((row for row, _ in filled), default=0)
    last_column = max((column for _, column in filled), default=0)
    if last_row > MOST_ROWS or last_column > MOST_COLUMNS or last_row * last_column > MOST_CELLS:
        message = f"cells as far as row {last_row:,}, column {last_column:,}"
        raise FormatError(f"{message} are too many for one map: delete what is not the map")
    if not filled:
        return []
    return list(sheet.iter_rows(max_row=last_row, max_col=last_column, values_only=True))


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
