"""A wide map scrolls in a box of its own: its edges say where there is more."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.visits import Visitor

WIDE = "journeys/geladeira-nova/"
# Material says the direction on the body too.
TURN = "(to) => [document.documentElement, document.body].forEach((part) => (part.dir = to))"
FADED = "(box) => getComputedStyle(box).maskImage !== 'none'"
EDGED = "(label) => parseFloat(getComputedStyle(label).boxShadow.split(') ')[1]) !== 0"
# Animations that follow scrolling are drawn anew with the next frame.
SCROLL = """(box, end) => new Promise((done) => {
  box.scrollLeft = (getComputedStyle(box).direction === "rtl" ? -end : end) * box.scrollWidth;
  requestAnimationFrame(() => requestAnimationFrame(done));
})"""


def _states(box: Locator) -> list[tuple[bool, bool]]:
    """At the start, in the middle and at the end: does the far edge fade, do labels have one."""
    label = box.locator("tbody .journey-map__lane").first
    states = []
    for at in (0, 0.1, 1):
        box.evaluate(SCROLL, at)
        states.append((bool(box.evaluate(FADED)), bool(label.evaluate(EDGED))))
    return states


@pytest.mark.parametrize("view", ["map", "blueprint"])
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_the_edges_of_a_wide_map_say_where_there_is_more(
    demo_site: str, visitor: Visitor, view: str, direction: str
) -> None:
    page = visitor.open(f"{demo_site}/{WIDE}#view.{view}", width=1024).page
    page.evaluate(TURN, direction)
    box = page.locator(f"[id='view.{view}'] .journey-scroll")
    expect(box).to_be_visible()
    assert _states(box) == [(True, False), (True, True), (False, True)]


@pytest.mark.parametrize(
    ("page", "part", "width"),
    [("support-chat", "chart", 390), ("win-back", "chart", 390), ("win-back", "box", 1024)],
)
def test_the_edge_of_a_wide_flow_says_that_there_is_more(
    demo_site: str, visitor: Visitor, page: str, part: str, width: int
) -> None:
    name = {"chart": ".journey-flow__chart", "box": ".journey-flow-box"}[part]
    opened = visitor.open(f"{demo_site}/journeys/{page}/#view.flow", width=width).page
    box = opened.locator(name)
    expect(box).to_be_visible()
    faded = []
    for at in (0, 1):
        box.evaluate(SCROLL, at)
        faded.append(bool(box.evaluate(FADED)))
    assert faded == [True, False]


def test_labels_stay_while_cells_pass_below_them(demo_site: str, visitor: Visitor) -> None:
    page = visitor.open(f"{demo_site}/{WIDE}", width=1024).page
    box = page.locator("[id='view.map'] .journey-scroll")
    label = box.locator("tbody .journey-map__lane").first
    before = label.bounding_box()
    box.evaluate(SCROLL, 1)
    assert before
    assert label.bounding_box() == before


@pytest.mark.parametrize("width", [390, 1440])
def test_what_does_not_scroll_does_not_fade(demo_site: str, visitor: Visitor, width: int) -> None:
    page = visitor.open(f"{demo_site}/journeys/support-chat/", width=width).page
    box = page.locator("[id='view.map'] .journey-scroll")
    assert not box.evaluate(FADED)
    assert not box.evaluate("(box) => getComputedStyle(box).overflowX === 'auto' && "
                            "box.scrollWidth > box.clientWidth")  # fmt: skip


def test_a_focused_box_shows_its_whole_outline(demo_site: str, visitor: Visitor) -> None:
    page = visitor.open(f"{demo_site}/{WIDE}", width=1024).page
    box = page.locator("[id='view.map'] .journey-scroll")
    page.keyboard.press("Tab")
    box.focus()
    assert not box.evaluate(FADED)
