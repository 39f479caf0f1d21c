"""Pages opened in a real browser that reaches this machine only, with what went wrong on them."""

import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Route

NODE_MODULES = Path(__file__).parent / "node_modules"
FONTS = Path(__file__).parent / "fonts.conf"
AXE = NODE_MODULES / "axe-core" / "axe.min.js"
AXE_TAGS = (
    "wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice",
)  # fmt: skip

# What is in order stays in the page: to hand it over takes as long as to find it.
FAULTS = """async ([within, tags]) => {
  const options = {runOnly: tags, resultTypes: ["violations"]};
  const {violations} = await axe.run(within ?? document, options);
  return violations.flatMap(({id, help, nodes}) => nodes.map(({target}) => [id, help, target]));
}"""

STYLESHEET = re.compile(r"journey[^/]*\.css$")

# Everything that Chromium would do on its own account, and every address but this machine's.
FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--enable-font-subpixel-positioning",
    "--font-render-hinting=none",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--no-first-run",
)


@dataclass(frozen=True)
class Visit:
    """An open page; `errors` grows while the page runs."""

    page: Page
    errors: list[str] = field(default_factory=list)

    def axe(self, within: str | None = None) -> list[str]:
        """List the accessibility faults of the page, or of one element: `rule: help (target)`."""
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(AXE.read_text(encoding="utf-8"))
        faults = self.page.evaluate(FAULTS, [within, list(AXE_TAGS)])
        return [f"{rule}: {help} ({target})" for rule, help, target in faults]


@dataclass(frozen=True)
class Visitor:
    """Opens pages, each in a context of its own, so that no state passes between them."""

    browser: Browser
    has_mermaid: bool = False
    """Whether Mermaid's CDN is answered for, from npm: for sites whose own Mermaid draws charts."""
    contexts: list[BrowserContext] = field(default_factory=list)

    def open(
        self,
        url: str,
        *,
        width: int = 1440,
        height: int = 1000,
        dark: bool = False,
        javascript: bool = True,
    ) -> Visit:
        """Open a page and wait until it has loaded.

        Colour transitions are off, because axe would measure a colour on its way.
        """
        context = self.browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
            java_script_enabled=javascript,
        )
        self.contexts.append(context)
        visit = Visit(context.new_page())
        context.route("**/*", lambda route: self._answer(route, visit.errors))
        visit.page.on("console", lambda message: _note(message, visit.errors))
        visit.page.on("pageerror", lambda error: visit.errors.append(f"uncaught: {error}"))
        visit.page.goto(url)
        return visit

    def close(self) -> None:
        """Close every page that was opened."""
        for context in self.contexts:
            context.close()

    def _answer(self, route: Route, errors: list[str]) -> None:
        """Let local requests pass and refuse the rest, but for Mermaid where a test wants it."""
        url = route.request.url
        mermaid = _mermaid(url) if self.has_mermaid else None
        parts = urlsplit(url)
        if parts.hostname == "127.0.0.1" or parts.scheme == "file":
            route.continue_()
        elif mermaid:
            route.fulfill(path=mermaid, content_type="text/javascript")
        else:
            errors.append(f"request: {url}")
            route.abort()


def wait_longer(route: Route) -> None:
    """Serve the stylesheet with a patience for the script that no slow machine uses up."""
    response = route.fetch()
    text = response.text().replace(" 3s;", " 600s;").replace(" 3s,", " 600s,")
    route.fulfill(response=response, body=text)


def _note(message: ConsoleMessage, errors: list[str]) -> None:
    if message.type == "error":
        errors.append(f"console: {message.text} ({message.location.get('url')})")


def _mermaid(url: str) -> Path | None:
    """Return the local copy of the Mermaid release line that a CDN's address names."""
    named = re.search(r"/mermaid@(\d+)[^/]*/dist/mermaid\.min\.js$", urlsplit(url).path)
    if named is None:
        return None
    package = "mermaid-11" if named[1] == "11" else "mermaid"
    return NODE_MODULES / package / "dist" / "mermaid.min.js"
