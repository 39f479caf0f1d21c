"""The chart of opportunities in a browser: it shows what the list below it shows."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.visits import Visitor

NAMED = "[data-journey-echo]:visible"


def test_the_chart_follows_the_filter_of_its_list(demo_site: str, visitor: Visitor) -> None:
    visit = visitor.open(f"{demo_site}/overview/backlog/")
    page = visit.page
    view = page.locator(".journey--across", has=page.locator(".journey-weighing"))
    everything = view.locator(NAMED).count()
    view.get_by_role("button", name="Idea", exact=True).click()
    ideas = view.locator("tr[data-journey-row]:visible").count()
    assert 0 < ideas < everything
    expect(view.locator(NAMED)).to_have_count(ideas)
    view.get_by_role("button", name="Show all").click()
    expect(view.locator(NAMED)).to_have_count(everything)
    assert visit.errors == []
