"""What comes out of a printer: sheets are counted in the PDF, type is measured as paper lays it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page

from tests.browser.sites import build
from tests.browser.visits import Visitor

EXAMPLE = Path(__file__).parents[1] / "data" / "example-map.md"
SITE = "site_name: A site\ntheme: {{name: {theme}}}\nplugins: [journey]\n"
HEAD = ("name", "channel", "ownership", "moment_of_truth")
THREE = ("doing", "thinking", "feeling")
FIVE = (*THREE, "pains", "opportunities")
# Moments, lanes, and the type in points that they come out at, rounded down to a tenth.
MAPS = {
    "twenty-three": (20, THREE, 7.4),
    "twenty-five": (20, FIVE, 7.4),
    "fifteen-five": (15, FIVE, 8.6),
    "twenty-ten": (20, (*FIVE, "evidence", "frontstage", "backstage", "support", "metrics"), 7.4),
}
PROSE = "One paragraph about the map, which is long enough to fill a line or two of paper.\n\n"


def _touchpoint(source: dict[str, Any], at: int, lanes: tuple[str, ...]) -> dict[str, Any]:
    """A touchpoint of the example under a name of its own, without what other places refer to."""
    found = {key: value for key, value in source.items() if key in (*HEAD, *lanes)}
    for lane in ("pains", "opportunities"):
        if lane in found:
            drop = ("id", "solves", "sources")
            found[lane] = [{k: v for k, v in item.items() if k not in drop} for item in found[lane]]
    return found | {"name": f"{source['name']} {at}"}


def _map(count: int, lanes: tuple[str, ...], prose: str) -> str:
    """The example's header over so many moments: its own, one after another, in five stages."""
    front = yaml.safe_load(EXAMPLE.read_text(encoding="utf-8").split("---\n")[1])
    journey = front["journey"]
    source = [touchpoint for stage in journey["stages"] for touchpoint in stage["touchpoints"]]
    moments = [_touchpoint(source[at % len(source)], at, lanes) for at in range(count)]
    each = count // 5
    journey["stages"] = [
        {"name": f"Stage {at}", "goal": "Find out whether it fits",
         "touchpoints": moments[at * each:(at + 1) * each]}
        for at in range(5)
    ]  # fmt: skip
    for key in ("personas", "flow"):
        del journey[key]
    return f"---\n{yaml.safe_dump(front)}---\n\n{prose}"


@pytest.fixture(scope="module", params=["material", "mkdocs", "readthedocs"])
def site(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    serve_site: Callable[[Path], str],
) -> str:
    """Maps of many columns, each at its name in `MAPS`, and one before much prose, at `prose/`."""
    folder = tmp_path_factory.mktemp("paper")
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text(SITE.format(theme=request.param), encoding="utf-8")
    pages = {name: _map(count, lanes, PROSE) for name, (count, lanes, _) in MAPS.items()}
    pages |= {"index": "# Home\n", "prose": _map(20, FIVE, PROSE * 90)}
    for name, text in pages.items():
        (folder / "docs" / f"{name}.md").write_text(text, encoding="utf-8")
    build(folder / "mkdocs.yml", folder / "site")
    return serve_site(folder / "site")


def _print(page: Page) -> int:
    """Print a page; how many sheets it takes. The script leaves the size of type that it chose."""
    pdf = page.pdf(prefer_css_page_size=True, print_background=True)
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def _points(page: Page) -> float:
    """Size of the type in the map's cells on paper, in points, after `_print`."""
    page.emulate_media(media="print")
    cell = page.locator("[id='view.map'] td:not(:empty)").first
    return float(cell.evaluate("(cell) => parseFloat(getComputedStyle(cell).fontSize)")) * 0.75


@pytest.mark.parametrize("name", MAPS)
def test_a_map_of_many_columns_prints_on_one_sheet_in_legible_type(
    site: str, visitor: Visitor, name: str
) -> None:
    page = visitor.open(f"{site}/{name}/").page
    assert _print(page) == 1, "header, map and a paragraph below it share an A3 sheet"
    assert _points(page) >= MAPS[name][2]


def test_prose_that_needs_more_sheets_leaves_the_maps_type_alone(
    site: str, visitor: Visitor
) -> None:
    page = visitor.open(f"{site}/prose/").page
    assert _print(page) == 2
    assert _points(page) >= MAPS["twenty-five"][2]


def test_cells_are_as_wide_as_their_words(site: str, visitor: Visitor) -> None:
    """Print does not scroll: what is wider than the sheet would be cut off."""
    page = visitor.open(f"{site}/twenty-ten/").page
    _print(page)
    page.set_viewport_size({"width": 1534, "height": 1069})
    page.emulate_media(media="print")
    overflow = "(map) => map.getBoundingClientRect().right - innerWidth"
    assert page.locator("[id='view.map'] table").evaluate(overflow) <= 1


def test_every_view_begins_a_sheet_where_no_script_chooses_one(site: str, visitor: Visitor) -> None:
    page = visitor.open(f"{site}/twenty-five/", javascript=False).page
    page.emulate_media(media="print")
    breaks = "(views) => views.map((view) => getComputedStyle(view).breakBefore)"
    first, *others = page.locator(".journey-view").evaluate_all(breaks)
    assert first == "auto"
    assert others
    assert set(others) == {"page"}
