"""What people see of a file: the spreadsheet's layout, the picture of the curve, the lone page."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import openpyxl
import pytest

from mkdocs_journey.atlas import Map
from mkdocs_journey.catalog import BUILT_IN
from mkdocs_journey.formats import html, svg, xlsx
from mkdocs_journey.formats.xlsx import SCORE_FILLS
from mkdocs_journey.translations import Translator
from tests.flows import read_map
from tests.formats.journeys import mapped

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

SPEAK = Translator("en")
JOURNEYS = Path(__file__).parents[2] / "maps" / "journeys"
MAPS: dict[str, Map] = {
    page.stem: found for page in sorted(JOURNEYS.glob("*.md")) if (found := read_map(page))
}
SMALL = mapped(
    {"stages": [
        {"name": "Choose", "touchpoints": [
            {"name": "Advert", "feeling": 1}, {"name": "Shop", "feeling": 5}]},
        {"name": "Pay", "touchpoints": [{"name": "Checkout", "feeling": 3}]}]}
)  # fmt: skip
_NAMESPACE = "{http://www.w3.org/2000/svg}"


def sheet_of(found: Map) -> Worksheet:
    book = openpyxl.load_workbook(BytesIO(xlsx.write(found, BUILT_IN, SPEAK)))
    sheet: Worksheet = book.worksheets[0]
    return sheet


def test_stages_stand_merged_over_their_touchpoints() -> None:
    sheet = sheet_of(SMALL)
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(max_row=2)]
    assert rows == [["Stage", "Choose", None, "Pay"], ["Touchpoint", "Advert", "Shop", "Checkout"]]
    assert [str(area) for area in sheet.merged_cells.ranges] == ["B1:C1"]


def test_heads_and_labels_stay_in_sight() -> None:
    assert sheet_of(SMALL).freeze_panes == "B3"


def test_scores_have_colours() -> None:
    (felt,) = (row for row in sheet_of(SMALL).iter_rows() if row[0].value == "Feeling")
    fills = [str(cell.fill.start_color.rgb)[2:] for cell in felt[1:]]
    assert fills == [SCORE_FILLS[0], SCORE_FILLS[4], SCORE_FILLS[2]]


@pytest.mark.parametrize("name", MAPS)
def test_any_viewer_draws_the_curve(name: str) -> None:
    """Programs that draw SVG know its own elements and plain values, and no more."""
    text = svg.write(MAPS[name], BUILT_IN, SPEAK)
    picture = ElementTree.fromstring(text)
    assert not re.search(r"var\(|<style|<script|foreignObject|href|class=", text)
    elements = {element.tag.removeprefix(_NAMESPACE) for element in picture.iter()}
    assert elements <= {
        "svg", "title", "desc", "g", "path", "line", "rect", "circle", "text", "tspan", "polygon",
    }  # fmt: skip
    words = " ".join("".join(element.itertext()) for element in picture.iter())
    assert all(stage.name.split()[0] in words for stage in MAPS[name].journey.stages)
    assert float(picture.get("width", "0")) > 0


class _Fetched(HTMLParser):
    """Addresses that a browser would fetch by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("src", "srcset", "poster", "data") or (tag == "link" and name == "href"):
                self.addresses.append(value or "")


@pytest.mark.parametrize("name", MAPS)
def test_a_lone_page_fetches_nothing(name: str) -> None:
    text = html.write(MAPS[name], BUILT_IN, SPEAK)
    fetched = _Fetched()
    fetched.feed(text)
    assert [address for address in fetched.addresses if ":" in address or "//" in address] == []
    assert "@import" not in text
    assert not re.search(r"url\((?![\"']?(?:data:|#))", text)
    assert unescape(text).count("content=\"default-src 'none'; ") == 1
    assert "journey-curve" in text
