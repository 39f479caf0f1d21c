"""Spreadsheets go through LibreOffice itself and come back, where it is installed."""

from __future__ import annotations

import csv as std_csv
import shutil
import subprocess
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import openpyxl
import pytest

from mkdocs_journey.atlas import Map
from mkdocs_journey.catalog import BUILT_IN
from mkdocs_journey.formats import csv, xlsx
from mkdocs_journey.formats.imported import Imported
from mkdocs_journey.formats.table import make_table
from mkdocs_journey.translations import Translator
from mkdocs_journey.views.layout import lay_out
from tests.flows import read_map
from tests.formats.test_reading import DOWN, book

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
SPEAK = Translator("en")
JOURNEYS = Path(__file__).parents[2] / "maps" / "journeys"
EDITED = "returning-a-damaged-parcel"
NAMES = (EDITED, "subscription-lifecycle", "um-dia-na-padaria")
MERGED = book(
    [["Etapa", "Descobrir", None, "Comprar"], ["Ponto de contato", "Anúncio", "Loja", "Caixa"],
     ["Ações", "Vê", None, "Paga"], ["Sentimentos", "curioso", "n/a", 2]],
    "B1:C1",
)  # fmt: skip

pytestmark = pytest.mark.skipif(
    OFFICE is None, reason="no LibreOffice here: install Debian's libreoffice-calc-nogui"
)


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of spreadsheets that LibreOffice has opened and saved, and of their cells as CSV."""
    folder = tmp_path_factory.mktemp("office")
    drawn = folder / "drawn"
    drawn.mkdir()
    for name in NAMES:
        (drawn / f"{name}.xlsx").write_bytes(xlsx.write(map_of(name), BUILT_IN, SPEAK))
    (drawn / "merged.xlsx").write_bytes(MERGED)
    (drawn / "edited.xlsx").write_bytes(_edited(xlsx.write(map_of(EDITED), BUILT_IN, SPEAK)))
    for language, table in DOWN.items():
        (drawn / f"down-{language}.csv").write_text(table, encoding="utf-8")
    tables, sheets = sorted(drawn.glob("*.csv")), sorted(drawn.glob("*.xlsx"))
    _convert("xlsx:Calc MS Excel 2007 XML", folder / "saved", sheets)
    # Separators of any kind, in UTF-8: 44 is the comma, 59 the semicolon, 9 the tab.
    _convert("xlsx:Calc MS Excel 2007 XML", folder / "saved", tables, "CSV:44/59/9,34,76,1")
    _convert("csv:Text - txt - csv (StarCalc):44,34,76,1", folder / "cells", sheets)
    return folder


def map_of(name: str) -> Map:
    found = read_map(JOURNEYS / f"{name}.md")
    assert found is not None
    return found


def _convert(to: str, folder: Path, files: Iterable[Path], read_as: str = "") -> None:
    assert OFFICE is not None
    subprocess.run(
        [OFFICE, f"-env:UserInstallation={(folder.parent / 'profile').as_uri()}", "--headless",
         *([f"--infilter={read_as}"] if read_as else []),
         "--convert-to", to, "--outdir", str(folder), *map(str, files)],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip


def _edited(content: bytes) -> bytes:
    """A spreadsheet in one cell of which somebody writes something else."""
    workbook = openpyxl.load_workbook(BytesIO(content))
    sheet: Worksheet = workbook.worksheets[0]
    doing = next(row for row in sheet.iter_rows() if row[0].value == "Doing")
    doing[1].value = "Asks a friend"
    file = BytesIO()
    workbook.save(file)
    return file.getvalue()


def read_saved(folder: Path, name: str) -> Imported:
    return xlsx.read((folder / "saved" / f"{name}.xlsx").read_bytes(), BUILT_IN)


@pytest.mark.parametrize("name", NAMES)
def test_a_map_comes_back_whole(saved: Path, name: str) -> None:
    ours = xlsx.read(xlsx.write(map_of(name), BUILT_IN, SPEAK), BUILT_IN)
    assert read_saved(saved, name) == ours
    assert ours.notes == ()


@pytest.mark.parametrize("name", NAMES)
def test_it_shows_the_cells_that_we_wrote(saved: Path, name: str) -> None:
    with (saved / "cells" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        shown = list(std_csv.reader(file))
    texts = make_table(lay_out(map_of(name), BUILT_IN), BUILT_IN, SPEAK).texts
    assert {cell for row in texts for cell in row} <= {cell for row in shown for cell in row}


def test_an_edited_cell_comes_back_beside_all_else(saved: Path) -> None:
    before, after = read_saved(saved, EDITED), read_saved(saved, "edited")
    changed = [
        (key, moment[key])
        for old, stage in zip(before.journey["stages"], after.journey["stages"], strict=True)
        for was, moment in zip(old["touchpoints"], stage["touchpoints"], strict=True)
        for key in moment
        if was.get(key) != moment[key]
    ]
    assert changed == [("doing", ["Asks a friend"])]


@pytest.mark.parametrize("language", DOWN)
def test_a_table_that_it_made_is_read_as_the_text_is(saved: Path, language: str) -> None:
    assert (
        read_saved(saved, f"down-{language}").journey == csv.read(DOWN[language], BUILT_IN).journey
    )


def test_merged_cells_that_it_saved_span_a_stage(saved: Path) -> None:
    found = read_saved(saved, "merged")
    assert found == xlsx.read(MERGED, BUILT_IN)
    assert [len(stage["touchpoints"]) for stage in found.journey["stages"]] == [2, 1]
