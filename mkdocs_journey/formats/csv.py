"""A map as a spreadsheet of plain text: lanes down, touchpoints across."""

from __future__ import annotations

import csv
import re
from io import StringIO
from itertools import islice

from mkdocs_journey.atlas import Map
from mkdocs_journey.catalog import Catalog
from mkdocs_journey.formats.imported import FormatError, Imported, check_bytes, decode_text
from mkdocs_journey.formats.json import without_surrogates
from mkdocs_journey.formats.sheet import Sheet, read_sheet
from mkdocs_journey.formats.table import Table, make_table
from mkdocs_journey.translations import Translator
from mkdocs_journey.views.layout import lay_out

BYTE_ORDER_MARK = "\ufeff"
"""Begins the file, because without it Excel takes UTF-8 for the computer's old code page."""

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""Spreadsheets run a cell that begins with one of them as a formula (OWASP, CSV Injection)."""

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_IN_QUOTES = re.compile('[,"\r\n]')
_DELIMITERS = ",;\t"
_SAMPLE = 50
"""Rows from which it is told how a file delimits its cells."""
_LONGEST_CELL = 1_000_000


def write(map: Map, catalog: Catalog, translator: Translator) -> str:
    """The map as CSV, in the page's language."""
    return write_table(make_table(lay_out(map, catalog), catalog, translator))


def write_table(table: Table) -> str:
    """The map of a table as CSV (RFC 4180, comma, CRLF), as plain text.

    The first row names the stages and the second one the moments. A stage's name stands above each
    of its moments; what else spans several columns stands in the first of them, so that nothing is
    counted twice. A cell that could be taken for a formula begins with an apostrophe; control
    characters, which a terminal that shows the file would obey, are left out.
    """
    lines = [",".join([cell and _written(cell) for cell in row]) for row in table.texts]
    return BYTE_ORDER_MARK + without_surrogates("\r\n".join([*lines, ""]))


def read(content: bytes | str, catalog: Catalog) -> Imported:
    """The map of a table, comma, semicolon or tab between its cells; raises `FormatError`.

    Bytes are UTF-8, UTF-16 with its mark, or else what Excel writes in the west (Windows-1252).
    """
    check_bytes(content)
    text = content if isinstance(content, str) else decode_text(content)
    csv.field_size_limit(_LONGEST_CELL)
    try:
        sign = _delimiter(text)
        rows = list(csv.reader(StringIO(text, newline=""), delimiter=sign))
    except csv.Error as error:
        raise FormatError(f"no table that can be read ({error}): save it as CSV anew") from None
    return read_sheet(Sheet.of([[_unguarded(cell) for cell in row] for row in rows]), catalog)


def _delimiter(text: str) -> str:
    """The sign that cuts the first rows into cells most evenly, then into most."""

    def evenness(sign: str) -> tuple[float, int]:
        rows = islice(csv.reader(StringIO(text, newline=""), delimiter=sign), _SAMPLE)
        widths = [len(row) for row in rows]
        even = sum(width == widths[0] > 1 for width in widths)
        return even / max(1, len(widths)), sum(widths)

    return max(_DELIMITERS, key=evenness)


def _written(cell: str) -> str:
    """A cell as it stands in the file: no formula, no controls, and in quotes where it needs them.

    The library's writer gives the same, and asks of each character whether it ends a line.
    """
    if cell.isprintable():  # as most are: no control or line break, and no sign but these four
        text = f"'{cell}" if cell[0] in "=+-@" else cell
        is_bare = "," not in text and '"' not in text
    else:
        text = _CONTROLS.sub("", cell)
        text = f"'{text}" if text.startswith(FORMULA_SIGNS) else text
        is_bare = _IN_QUOTES.search(text) is None
    if is_bare:
        return text
    doubled = text.replace('"', '""')
    return f'"{doubled}"'


def _unguarded(cell: str) -> str:
    cell = cell.removeprefix(BYTE_ORDER_MARK)
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(FORMULA_SIGNS) else cell
