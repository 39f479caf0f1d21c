"""Nothing jumps: what a reader is looking at stays where it is while a page loads and is used."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_demo import ACROSS, CONTENT, JOURNEYS, PERSONAS
from tests.browser.visits import STYLESHEET, Visitor, wait_longer

# Each shift, with what moved and from where to where. The columns of a Markdown table grow with its
# rows while a slow machine reads them; what such a table pushes away is told all the same.
WATCH = """
window.shifts = [];
const name = (node) => node?.outerHTML?.slice(0, 90) ?? node?.textContent ?? "gone";
const isPlainCell = (node) => node?.matches?.(".md-typeset table:not([class]) :is(th, td, td *)");
const at = (box) => [box.x, box.y, box.width, box.height].map(Math.round).join(" ");
new PerformanceObserver((list) => list.getEntries().forEach((entry) =>
  entry.sources.filter(({node}) => !isPlainCell(node)).forEach(
    ({node, previousRect, currentRect}) => window.shifts.push(
      `${entry.value.toFixed(4)} ${name(node)}: ${at(previousRect)} → ${at(currentRect)}`)))
).observe({type: "layout-shift", buffered: true});
"""
# Two frames: what a script changed has been laid out and painted, and its shifts have been told.
SETTLE = """() => new Promise((done) =>
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))"""
# Where everything above the views stands, but for what a view has no use for.
STEADY = """() => [...document.querySelectorAll(
  ".journey-header, .journey-tabs, .journey-tabs a, .journey-tools, .journey-tool:not(.is-idle)"
)].map((part) => {
  const {x, y, width, height} = part.getBoundingClientRect();
  return [part.textContent.trim(), x, y, width, height];
}).filter(([, , , width]) => width)"""
PAGES = [*JOURNEYS, *PERSONAS, *ACROSS, "", "guide/view-blocks/"]
WIDTHS = pytest.mark.parametrize("width", [390, 1440])


def _shifts(page: Page) -> list[str]:
    page.evaluate(SETTLE)
    return list(page.evaluate("window.shifts"))


def _watched(visitor: Visitor, width: int) -> Page:
    page = visitor.open("about:blank", width=width).page
    page.add_init_script(WATCH)
    page.route(STYLESHEET, wait_longer)
    return page


@pytest.mark.parametrize("path", PAGES)
@WIDTHS
def test_a_page_does_not_jump_while_it_loads(
    demo_site: str, visitor: Visitor, path: str, width: int
) -> None:
    page = _watched(visitor, width)
    page.goto(f"{demo_site}/{path}")
    assert _shifts(page) == []


@WIDTHS
def test_a_map_does_not_jump_in_instant_navigation(
    demo_site: str, visitor: Visitor, width: int
) -> None:
    page = _watched(visitor, width)
    page.goto(f"{demo_site}/journeys/")
    link = page.locator(CONTENT).get_by_role("link", name="From newsletter to first order").first
    page.evaluate("window.shifts.length = 0")
    link.click()
    expect(page.locator(".journey.is-js .journey-tabs")).to_be_visible()
    moved = [shift for shift in _shifts(page) if "journey" in shift]
    assert moved == []


@pytest.mark.parametrize("path", JOURNEYS)
@WIDTHS
def test_choosing_a_view_moves_nothing_above_it(
    demo_site: str, visitor: Visitor, path: str, width: int
) -> None:
    page = visitor.open(f"{demo_site}/{path}", width=width).page
    before = page.evaluate(STEADY)
    assert len(before) > 4
    for tab in page.locator(".journey-tabs a").all():
        tab.evaluate("(tab) => tab.click()")
        now = page.evaluate(STEADY)
        assert [part for part in before if part in now or part[0] == "Lanes"] == before
