"""Maps on a site that Zensical built, as its readers have them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.visits import Visitor
from tests.engines.test_zensical import build, write

PALETTE = """\
theme:
  palette:
    - media: "(prefers-color-scheme: light)"
      scheme: default
      toggle: { icon: lucide/sun, name: Dark }
    - media: "(prefers-color-scheme: dark)"
      scheme: slate
      toggle: { icon: lucide/moon, name: Light }
  features: [navigation.instant]
"""
MAP = "/journeys/buying/"
GROUND = "getComputedStyle(document.body).backgroundColor"


@pytest.fixture(scope="module", params=["modern", "classic"])
def site(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    serve_site: Callable[[Path], str],
) -> str:
    """The address of the site, in both of the looks that Zensical has."""
    configuration = write(tmp_path_factory.mktemp(request.param))
    settings = configuration.read_text(encoding="utf-8")
    themed = settings.replace("theme:\n", f"{PALETTE}  variant: {request.param}\n")
    configuration.write_text(themed, encoding="utf-8")
    return serve_site(build(configuration, "--strict").folder)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_a_map_is_whole_and_accessible(site: str, visitor: Visitor, dark: bool) -> None:
    visit = visitor.open(f"{site}{MAP}", dark=dark)
    assert (visit.page.evaluate(GROUND) == "rgb(255, 255, 255)") is not dark
    assert visit.axe(".journey") == []
    visit.page.locator(".journey-tabs a", has_text="Flow").click()
    expect(visit.page.locator(".journey-chart")).to_be_visible()
    expect(visit.page.locator("[id='view.map']")).to_be_hidden()
    assert visit.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert visit.errors == []


def test_pages_that_are_loaded_in_place_have_the_script(site: str, visitor: Visitor) -> None:
    visit = visitor.open(f"{site}/all/")
    visit.page.evaluate("window.isSamePage = true")
    visit.page.locator(".journey a", has_text="Buying").first.click()
    visit.page.wait_for_url(f"**{MAP}*")
    expect(visit.page.locator(".journey.is-js").first).to_be_visible()
    visit.page.locator(".journey-tabs a", has_text="Blueprint").click()
    expect(visit.page.locator("[id='view.blueprint']")).to_be_visible()
    assert visit.page.evaluate("window.isSamePage")
    assert visit.errors == []


def test_zensical_s_own_mermaid_draws_what_is_not_drawn_with_the_site(
    tmp_path: Path, serve_site: Callable[[Path], str], mermaid_visitor: Visitor
) -> None:
    configuration = write(tmp_path)
    settings = configuration.read_text(encoding="utf-8")
    configuration.write_text(settings.replace("diagrams: svg", "diagrams: mermaid"), "utf-8")
    address = serve_site(build(configuration, "--strict").folder)
    visit = mermaid_visitor.open(f"{address}{MAP}#view.flow")
    # It draws into a closed shadow root, so that only the box can be seen from outside.
    chart = visit.page.locator("div.mermaid")
    expect(chart).to_be_visible()
    box = chart.bounding_box()
    assert box is not None and box["height"] > 100
    assert visit.errors == []
