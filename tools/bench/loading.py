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

from playwright.sync_api import Browser, Route, sync_playwright

from tools.browsers import CHROMIUM
from tools.corpus import map_path

SPRITE = re.compile(r'<svg class="journey-sprite".*?</svg>', re.DOTALL)
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


def page_size(site: Path) -> float:
    """Bytes of a map as it travels, without the icons; the mean over the kinds of maps."""
    return mean(_map_size(site / page / "index.html") for page in _addresses(MEASURED))


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


def _map_size(file: Path) -> int:
    page = file.read_text(encoding="utf-8")
    content = page[page.index('<div class="journey ') : page.index("</article>")]
    return len(gzip.compress(SPRITE.sub("", content).encode(), mtime=0))


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
