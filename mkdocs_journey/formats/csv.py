"""A map as a spreadsheet: lanes down, touchpoints across."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from mkdocs_journey.atlas import Map
from mkdocs_journey.catalog import Catalog
from mkdocs_journey.formats.cells import Words
from mkdocs_journey.lanes import Lane, blueprint_lanes
from mkdocs_journey.render.inline import plain
from mkdocs_journey.render.parts import lane_label
from mkdocs_journey.translations import Translator, mark
from mkdocs_journey.views.columns import Column, columns
from mkdocs_journey.views.grid import Row, StageHead, grid_lanes, lane_rows, stage_heads

BYTE_ORDER_MARK = "\ufeff"
"""Begins the file, because without it Excel takes UTF-8 for the computer's old code page."""

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""Spreadsheets run a cell that begins with one of them as a formula (OWASP, CSV Injection)."""

PHASES = {"before": mark("Before"), "during": mark("During"), "after": mark("After")}


def write(map: Map, catalog: Catalog, translator: Translator) -> str:
    """The map as CSV (RFC 4180, comma, CRLF) in the page's language, as plain text.

    The first row names the stages and the second one the moments. What spans several columns stands
    in the first of them, so that nothing is counted twice. A cell that could be taken for a formula
    begins with an apostrophe.
    """
    across = columns(map.journey, catalog)
    heads = stage_heads(across)
    lanes = {lane.id: lane for lane in (*grid_lanes(map.journey, catalog), *blueprint_lanes())}
    table = [*_heads(across, translator), *_counts(across, translator)]
    words = Words(catalog, translator, map)
    for lane in lanes.values():
        table += _lane(map, lane, across, heads, words)
    file = StringIO()
    csv.writer(file).writerows([_guarded(cell) for cell in row] for row in table)
    # YAML can spell lone surrogates, which no UTF-8 file can hold.
    return BYTE_ORDER_MARK + file.getvalue().encode("utf-8", "ignore").decode("utf-8")


def _heads(across: Sequence[Column], translator: Translator) -> Iterable[list[str]]:
    text = translator.text
    yield [text("Stage"), *(plain(column.stage.name) for column in across)]
    yield [text("Touchpoint"), *(plain(c.name) if c.touchpoint else "" for c in across)]
    names = [column.stage.phase for column in across]
    if any(names):
        yield [text("Phase"), *(text(PHASES[name]) if name else "" for name in names)]
    yield [text("Channel"), *(", ".join(item.label for item in c.channels) for c in across)]
    owners = [column.touchpoint.owner if column.touchpoint else "" for column in across]
    if any(owners):
        yield [text("Owner"), *map(plain, owners)]


def _counts(across: Sequence[Column], translator: Translator) -> Iterable[list[str]]:
    """Volumes and drop-offs; volumes as bare digits, so that they can be counted with."""
    volumes = [column.touchpoint.volume if column.touchpoint else None for column in across]
    if any(volume is not None for volume in volumes):
        cells = ("" if volume is None else str(volume) for volume in volumes)
        yield [translator.text("Volume"), *cells]
    shares = [column.touchpoint.drop_off if column.touchpoint else None for column in across]
    if any(share is not None for share in shares):
        cells = ("" if share is None else translator.percent(share) for share in shares)
        yield [translator.text("Drop-off"), *cells]


def _lane(
    found: Map, lane: Lane, across: Sequence[Column], heads: Sequence[StageHead], words: Words
) -> Iterable[list[str]]:
    label = lane_label(words.translator, lane)
    for row in lane_rows(found, lane, across, heads):
        if row.lines:
            for line in row.lines:
                name = f"{label} ({plain(line.persona)})" if line.persona else label
                yield [name, *map(words.feelings, line.feelings)]
        else:
            yield [label, *_cells(row, len(across), words)]


def _cells(row: Row, count: int, words: Words) -> list[str]:
    cells = [""] * count
    for cell in row.cells:
        cells[cell.start] = words.cell(row.lane.shape, cell.content) if cell.content else ""
    return cells


def _guarded(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA_SIGNS) else cell
