"""A map as a Markdown table, for a README or an issue."""

from __future__ import annotations

import re
from dataclasses import replace

from mkdocs_journey.atlas import Map
from mkdocs_journey.catalog import Catalog
from mkdocs_journey.formats.imported import FormatError, Imported, check_bytes, check_columns
from mkdocs_journey.formats.json import without_surrogates
from mkdocs_journey.formats.sheet import Sheet, read_sheet
from mkdocs_journey.formats.table import make_table
from mkdocs_journey.translations import Translator
from mkdocs_journey.values.addresses import UNWANTED
from mkdocs_journey.views.layout import lay_out

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>|~$]")
_UNWANTED = re.compile(f"[{UNWANTED}]")
"""Some of them address what Python-Markdown keeps apart while it reads a page."""
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_HEADING = re.compile(r"#{1,6}\s++(?P<title>.+)")
_FENCE = re.compile(r"\s*(?:```|~~~)")


def write(map: Map, catalog: Catalog, translator: Translator) -> str:
    """The map's title and a table: lanes down, touchpoints across, in the page's language.

    The texts are plain, with every sign escaped that Markdown or HTML would read; line breaks are
    `<br>`, which is what tables have for them.
    """
    first, *rest = make_table(lay_out(map, catalog), catalog, translator).texts
    lines = [_row(first), "| --- " * len(first) + "|", *(_row(cells) for cells in rest)]
    return without_surrogates(f"## {_cell(map.title)}\n\n" + "\n".join(lines) + "\n")


def _row(cells: list[str]) -> str:
    return "".join(f"| {_cell(cell)} " for cell in cells) + "|"


def _cell(text: str) -> str:
    lines = _UNWANTED.sub("", text).splitlines()
    tidy = " \n".join(" ".join(line.split()) for line in lines).replace(" \n", "\n")
    return _SPECIAL.sub(r"\\\g<0>", tidy).replace("&", "&amp;").replace("\n", "<br>")


def read(content: str, catalog: Catalog) -> Imported:
    """The map of the first table in a text; raises `FormatError`."""
    check_bytes(content)
    title, lines = "", content.removeprefix("\ufeff").splitlines()
    in_code = False
    for at, line in enumerate(lines):
        in_code ^= bool(_FENCE.match(line))
        heading = _HEADING.fullmatch(line)
        if heading and not in_code:
            title = _text(heading["title"].rstrip().rstrip("#").rstrip())
        elif at and "|" in lines[at - 1] and not in_code and _is_rule(line):
            found = read_sheet(Sheet.of(_rows(lines[at - 1 :])), catalog)
            return replace(found, title=found.title or title)
    raise FormatError("no table here: write `| Stage | … |`, and `| --- | --- |` below it")


def _is_rule(line: str) -> bool:
    return "-" in line and set(line) <= set(" |:-\t")


def _rows(lines: list[str]) -> list[list[str]]:
    """Cells of a table's lines up to the first line that is none, without the rule."""
    rows = []
    for at, line in enumerate(lines):
        if "|" not in line:
            break
        check_columns(line.count("|") - line.count("\\|") - 2)
        if at != 1:
            rows.append([_text(cell) for cell in _split(line)])
    return rows


def _split(line: str) -> list[str]:
    """Cells between bars that no backslash stands before."""
    cells = [""]
    is_escaped = False
    for char in line.strip():
        if char == "|" and not is_escaped:
            cells.append("")
        else:
            cells[-1] += char
        is_escaped = char == "\\" and not is_escaped
    inner = cells[1:] if not cells[0].strip() else cells
    return inner[:-1] if inner and not inner[-1].strip() else inner


def _text(cell: str) -> str:
    broken = _BREAK.sub("\n", cell.strip())
    bare = re.sub(r"^(\*\*|__)(.*)\1$", r"\2", broken)
    return _ESCAPED.sub(r"\1", bare).replace("&amp;", "&")
