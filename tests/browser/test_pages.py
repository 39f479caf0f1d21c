"""What a page does for its readers: how it loads, and what keyboard and script do with it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.visits import Visitor

MAP = "journeys/newsletter-to-first-order/"
FLOW = f"{MAP}#view.flow"
SHIFTS = """
window.shifts = 0;
const add = (list) => list.getEntries().forEach((entry) => (window.shifts += entry.value));
new PerformanceObserver(add).observe({type: "layout-shift", buffered: true});
"""
NEAR_ZERO = 0.02


@pytest.mark.parametrize("width", [390, 1440])
def test_a_map_does_not_jump_while_it_loads(demo_site: str, visitor: Visitor, width: int) -> None:
    page = visitor.open("about:blank", width=width).page
    page.add_init_script(SHIFTS)
    page.goto(f"{demo_site}/{MAP}")
    expect(page.locator(".journey.is-js").first).to_be_visible()
    assert page.evaluate("window.shifts") < NEAR_ZERO


def test_one_view_is_shown_before_the_script_has_run(demo_site: str, visitor: Visitor) -> None:
    page = visitor.open("about:blank").page
    page.route(re.compile("journey[^/]*[.]js"), lambda route: route.abort())
    page.route(re.compile("journey[^/]*[.]css"), _wait_longer)
    page.goto(f"{demo_site}/{MAP}", wait_until="domcontentloaded")
    assert page.locator(".journey:not(.is-js)").count() == 1
    assert _heights(page)[1:] == [0, 0, 0]
    page.evaluate("document.getAnimations().forEach((animation) => animation.finish())")
    assert all(height > 0 for height in _heights(page)), "a script that never comes hides nothing"


def _wait_longer(route: Route) -> None:
    """Serve the stylesheet with a patience that no slow machine uses up."""
    response = route.fetch()
    route.fulfill(response=response, body=response.text().replace(" 3s;", " 600s;"))


def _heights(page: Page) -> list[float]:
    views = "[...document.querySelectorAll('.journey-view')]"
    return list(page.evaluate(f"{views}.map((view) => view.offsetHeight)"))


@pytest.mark.parametrize("name", ["Lanes", "Download"])
def test_escape_closes_a_menu_and_gives_the_focus_back(
    demo_site: str, visitor: Visitor, name: str
) -> None:
    page = visitor.open(f"{demo_site}/{MAP}").page
    button = page.get_by_role("button", name=name, exact=True)
    menu = page.locator(f"[id='{button.get_attribute('popovertarget')}']")
    button.press("Enter")
    expect(menu).to_be_visible()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()


def test_a_lane_can_be_hidden_by_keyboard(demo_site: str, visitor: Visitor) -> None:
    page = visitor.open(f"{demo_site}/{MAP}").page
    page.get_by_role("button", name="Lanes", exact=True).press("Enter")
    page.get_by_role("checkbox", name="Doing").press("Space")
    expect(page.locator("[id='view.map'] tr[data-lane=doing]")).to_be_hidden()


def test_a_flows_source_is_copied_and_the_page_says_so(demo_site: str, visitor: Visitor) -> None:
    page = visitor.open(f"{demo_site}/{FLOW}").page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    source = page.locator(".journey-flow__source")
    source.locator("summary").press("Enter")
    source.get_by_role("button", name="Copy", exact=True).first.press("Enter")
    expect(source.get_by_role("status")).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == source.locator("code").text_content()


def test_where_the_focus_is_can_be_seen(demo_site: str, visitor: Visitor) -> None:
    page = visitor.open(f"{demo_site}/{MAP}").page
    page.locator(".journey-tabs a").first.focus()
    for _ in range(12):
        page.keyboard.press("Tab")
        outline = "getComputedStyle(document.activeElement).outlineWidth"
        assert page.evaluate(outline) == "2px", page.evaluate("document.activeElement.outerHTML")


def test_paper_shows_a_flow_once_and_no_controls(demo_site: str, visitor: Visitor) -> None:
    page = visitor.open(f"{demo_site}/{FLOW}").page
    page.emulate_media(media="print")
    expect(page.locator(".journey-flow").first).to_be_visible()
    for part in (".journey-flow__chart", ".journey-flow__source", ".journey-toolbar"):
        expect(page.locator(part)).to_be_hidden()
