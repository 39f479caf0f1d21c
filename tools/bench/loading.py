"""What a map's page weighs, and whether it moves while it loads."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import mean
from threading import Thread
from typing import NamedTuple

from playwright.sync_api import Browser, Route, sync_playwright

from tools.browsers import CHROMIUM
from tools.corpus import map_path

SPRITE = re.compile(r'<svg class="journey-sprite".*?</svg>', re.DOTALL)
_TAG = re.compile("<[a-z]")
MEASURED = 10
"""Maps whose pages are weighed: enough for all kinds to be among them."""
LOADED = 4
"""Maps whose pages are loaded."""
WIDTHS = (390, 1440)

_WATCH = """
window.shifts = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.shifts += entry.value;
}).observe({type: "layout-shift", buffered: true});
"""


class PageSize(NamedTuple):
    """How much a map's page is, without the icons; the mean over the kinds of maps."""

    travels: float
    """Bytes of its HTML in gzip."""
    tags: float
    """Elements of its HTML."""


def page_size(site: Path) -> PageSize:
    """How much the pages of some maps are."""
    pages = [_content(site / page / "index.html") for page in _addresses(MEASURED)]
    return PageSize(
        travels=mean(len(gzip.compress(page.encode(), mtime=0)) for page in pages),
        tags=mean(len(_TAG.findall(page)) for page in pages),
    )


def layout_shift(site: Path) -> float | None:
    """The largest layout shift of some maps' pages on a phone and a desk; `None` without Chromium.

    Only this machine is asked for anything, so that no network can delay what a page waits for.
    """
    path = CHROMIUM.find()
    if path is None:
        return None
    with _served(site) as root, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        shifts = [
            _visit(browser, root, page, width) for page in _addresses(LOADED) for width in WIDTHS
        ]
        browser.close()
    return max(shifts)


def _addresses(maps: int) -> Iterator[str]:
    return (map_path(number).removesuffix(".md") for number in range(maps))


def _content(file: Path) -> str:
    page = file.read_text(encoding="utf-8")
    return SPRITE.sub("", page[page.index('<div class="journey ') : page.index("</article>")])


def _visit(browser: Browser, root: str, address: str, width: int) -> float:
    page = browser.new_page(viewport={"width": width, "height": 900})

    def only_here(route: Route) -> None:
        if route.request.url.startswith(root):
            route.continue_()
        else:
            route.abort()

    page.route("**/*", only_here)
    page.add_init_script(_WATCH)
    page.goto(f"{root}/{address}/", wait_until="load")
    page.locator(".journey.is-js").first.wait_for()
    shift: float = page.evaluate("window.shifts")
    page.close()
    return shift


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    """Address under which a folder is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
