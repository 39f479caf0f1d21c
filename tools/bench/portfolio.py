"""What the portfolio of a thousand maps weighs, and how soon a browser shows and filters it.

The page holds the view, its stylesheet and its script, and no theme: what is measured is ours.
"""

from __future__ import annotations

import gzip
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright

from mkdocs_journey.blocks import ViewBlock
from mkdocs_journey.drawing import Site
from mkdocs_journey.render.assets import script, stylesheet
from mkdocs_journey.translations import translator
from tools.bench.across import TODAY, atlas_of, draw
from tools.browsers import CHROMIUM

MAPS = 1000
RUNS = 5
WORD = "kettle"
"""What is typed into the filter, letter by letter."""

_TIMES = """() => ({
  shown: performance.getEntriesByName("first-contentful-paint")[0].startTime,
  ready: performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd,
})"""
_TYPE = """([search, word]) => {
  const times = [];
  for (let n = 1; n <= word.length; n++) {
    const start = performance.now();
    search.value = word.slice(0, n);
    search.dispatchEvent(new Event("input", {bubbles: true}));
    search.ownerDocument.body.offsetHeight; // so that the new layout is counted
    times.push(performance.now() - start);
  }
  return times;
}"""


def main() -> None:
    """Print weight and times."""
    html = page_of(MAPS)
    packed = len(gzip.compress(html.encode(), mtime=0))
    print(f"portfolio of {MAPS} maps: {len(html.encode()) / 1024:.0f} KB, {packed / 1024:.0f} gzip")
    browser_path = CHROMIUM.find()
    if browser_path is None:
        print("no Chromium on the PATH: times are left out")
        return
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "index.html"
        file.write_text(html, encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        visits = [_visit(browser.new_page(), file.as_uri()) for _ in range(RUNS)]
        browser.close()
    shown, ready, first, later = (median(times) for times in zip(*visits, strict=True))
    print(f"first contentful paint {shown:.0f} ms, script done {ready:.0f} ms")
    print(f"first letter in the filter {first:.0f} ms, each further one {later:.0f} ms")


def page_of(maps: int) -> str:
    """A whole page with the portfolio of a generated site."""
    site = Site(atlas_of(maps), translator("en"), TODAY)
    view = draw(site, (ViewBlock("portfolio"),))
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Portfolio</title>'
        f"<style>{stylesheet()}</style><body>{view}<script>{script()}</script>"
    )


def _visit(page: Page, address: str) -> tuple[float, float, float, float]:
    """Milliseconds to the first paint, to the end of the script, for the first and later letters.

    The first letter also reads the text of every card.
    """
    page.goto(address)
    page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length")
    times = page.evaluate(_TIMES)
    search = page.locator("input[type=search]").element_handle()
    letters = page.evaluate(_TYPE, [search, WORD])
    page.close()
    return times["shown"], times["ready"], letters[0], median(letters[1:])
