"""The demo site, as its readers see it: every page type, both schemes, keyboard, no script."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.visits import Visitor

MAPS = Path(__file__).parents[2] / "maps"
WIDER = "document.documentElement.scrollWidth - window.innerWidth"
# Material's own search dialog and tabs have accessibility faults that no page of ours can mend.
CONTENT = ".md-content"


def _pages(folder: str) -> list[str]:
    names = sorted(file.stem for file in (MAPS / folder).glob("*.md") if file.stem != "index")
    return [f"{folder}/{name}/" for name in names]


JOURNEYS = _pages("journeys")
PERSONAS = _pages("personas")
ACROSS = [*_pages("overview"), "journeys/", "personas/"]
ONE_OF_EACH = [JOURNEYS[0], PERSONAS[0], "", "guide/", "guide/view-blocks/", "reference/"]


@pytest.mark.parametrize("path", [*JOURNEYS, *PERSONAS, *ACROSS])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_pages_have_no_accessibility_fault_and_no_error_and_do_not_scroll_sideways(
    demo_site: str, visitor: Visitor, path: str, dark: bool
) -> None:
    for width in (1440, 390):
        visit = visitor.open(f"{demo_site}/{path}", width=width, dark=dark)
        assert visit.page.evaluate(WIDER) <= 0
        for tab in visit.page.locator(".journey-tabs a").all() or [None]:
            if tab:
                tab.click()
            assert visit.axe(CONTENT) == []
        assert visit.errors == []


@pytest.mark.parametrize("path", ONE_OF_EACH)
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_other_pages_have_no_error(demo_site: str, visitor: Visitor, path: str, dark: bool) -> None:
    visit = visitor.open(f"{demo_site}/{path}", dark=dark)
    assert visit.axe(CONTENT) == []
    assert visit.errors == []


@pytest.mark.parametrize("path", [*JOURNEYS, *ACROSS])
def test_pages_do_not_scroll_sideways_on_a_tablet(
    demo_site: str, visitor: Visitor, path: str
) -> None:
    visit = visitor.open(f"{demo_site}/{path}", width=1024)
    assert visit.page.evaluate(WIDER) <= 0


@pytest.mark.parametrize("path", JOURNEYS)
@pytest.mark.parametrize("width", [390, 768, 1440])
def test_every_view_is_visible_without_script_and_no_wider_than_the_page(
    demo_site: str, visitor: Visitor, path: str, width: int
) -> None:
    visit = visitor.open(f"{demo_site}/{path}", width=width, javascript=False)
    views = visit.page.locator(".journey-view")
    assert views.count() >= 3
    for view in views.all():
        expect(view).to_be_visible()
    article = visit.page.locator("article")
    assert article.evaluate("article => article.scrollWidth - article.clientWidth") <= 0
    assert visit.errors == []


def test_tabs_show_one_view_and_keep_it_in_the_address(demo_site: str, visitor: Visitor) -> None:
    visit = visitor.open(f"{demo_site}/journeys/newsletter-to-first-order/")
    page = visit.page
    assert page.locator(".journey-view:visible").count() == 1
    page.get_by_role("link", name="Insights").first.click()
    assert page.url.endswith("#view.insights")
    expect(page.locator("[id='view.insights']")).to_be_visible()
    page.reload()
    expect(page.locator("[id='view.insights']")).to_be_visible()
    expect(page.locator("[id='view.map']")).to_be_hidden()


def test_a_link_to_a_stage_opens_the_map_that_holds_it(demo_site: str, visitor: Visitor) -> None:
    visit = visitor.open(f"{demo_site}/journeys/newsletter-to-first-order/#view.insights")
    visit.page.goto(f"{demo_site}/journeys/newsletter-to-first-order/#buy-checkout")
    expect(visit.page.locator("#buy-checkout")).to_be_in_viewport()


def test_channels_filter_by_keyboard_and_say_so(demo_site: str, visitor: Visitor) -> None:
    visit = visitor.open(f"{demo_site}/journeys/newsletter-to-first-order/")
    page = visit.page
    chip = page.get_by_role("button", name="Web")
    chip.focus()
    page.keyboard.press("Enter")
    expect(chip).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".journey [role=status]").first).to_contain_text("3")
    page.keyboard.press("Enter")
    expect(chip).to_have_attribute("aria-pressed", "false")


def test_every_control_can_be_reached_by_keyboard(demo_site: str, visitor: Visitor) -> None:
    page = visitor.open(f"{demo_site}/journeys/newsletter-to-first-order/").page
    page.locator(".journey-tabs a").first.focus()
    reached = set()
    for _ in range(40):
        reached.add(page.evaluate("document.activeElement.textContent.trim()"))
        page.keyboard.press("Tab")
    for name in ("Insights", "Web", "Lanes", "Download", "Full screen"):
        assert any(name in text for text in reached), name


@pytest.mark.parametrize("path", JOURNEYS)
def test_a_map_prints_on_one_page(demo_site: str, visitor: Visitor, path: str) -> None:
    """One A3 sheet holds header, map and what is written below it: no demo page needs a second."""
    page = visitor.open(f"{demo_site}/{path}").page
    pdf = page.pdf(prefer_css_page_size=True, print_background=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1


def test_maps_survive_instant_navigation(demo_site: str, visitor: Visitor) -> None:
    visit = visitor.open(f"{demo_site}/journeys/")
    page = visit.page
    page.locator(CONTENT).get_by_role("link", name="From newsletter to first order").first.click()
    expect(page.locator(".journey.is-js .journey-tabs").first).to_be_visible()
    page.get_by_role("link", name="Flow").first.click()
    expect(page.locator("[id='view.flow']")).to_be_visible()
    assert visit.errors == []


@pytest.mark.parametrize("path", JOURNEYS)
def test_no_feeling_lies_behind_a_stages_name_on_a_phone(
    demo_site: str, visitor: Visitor, path: str
) -> None:
    page = visitor.open(f"{demo_site}/{path}#view.map", width=390).page
    hidden = page.evaluate(
        """() => {
          const boxes = (css) => [...document.querySelectorAll("[id='view.map'] " + css)]
            .map((el) => [el.textContent, el.getBoundingClientRect()])
            .filter(([, box]) => box.width > 1 && box.height > 1);
          const heads = boxes(".journey-stage").map(([, box]) => box);
          const under = ([, box]) => heads.some((head) =>
            box.top + 2 < head.bottom && box.bottom - 2 > head.top);
          return boxes(".journey-mark__word").filter(under).map(([text]) => text);
        }"""
    )
    assert hidden == []
