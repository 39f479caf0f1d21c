"""The browser's own tests: a check that cannot see a fault would pass every page."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.browser.visits import Visitor

PAGE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{title}</title><link rel="icon" href="data:,"></head>
<body><main><h1>{title}</h1>{body}</main></body>
</html>
"""

Publish = Callable[..., str]


@pytest.fixture
def publish(tmp_path: Path, serve_site: Callable[[Path], str]) -> Publish:
    """Serve one page with this body; its address."""

    def publish(body: str = "") -> str:
        page = PAGE.format(title="A page", body=body)
        (tmp_path / "index.html").write_text(page, encoding="utf-8")
        return serve_site(tmp_path) + "/"

    return publish


def test_a_faultless_page_has_no_findings(visitor: Visitor, publish: Publish) -> None:
    visit = visitor.open(publish("<p>Hello</p>"))
    assert visit.page.inner_text("p") == "Hello"
    assert visit.axe() == []
    assert visit.errors == []


def test_axe_finds_a_picture_without_a_text(visitor: Visitor, publish: Publish) -> None:
    visit = visitor.open(publish('<div id="in"><img src="data:,"></div><p id="out">Text</p>'))
    assert [fault.split(":")[0] for fault in visit.axe()] == ["image-alt"]
    assert visit.axe("#out") == []


@pytest.mark.parametrize(
    ("script", "error"),
    [
        ("console.error('spilt')", "console: spilt"),
        ("throw new Error('spilt')", "uncaught: spilt"),
        ("fetch('https://elsewhere.example/x').catch(() => {})", "request: https://elsewhere"),
        ("fetch('missing.json')", "console: Failed to load resource"),
    ],
)
def test_what_goes_wrong_is_noted(
    visitor: Visitor, publish: Publish, script: str, error: str
) -> None:
    visit = visitor.open(publish(f"<script>{script}</script>"))
    visit.page.wait_for_load_state("networkidle")
    assert any(noted.startswith(error) for noted in visit.errors), visit.errors


@pytest.mark.parametrize("release", ["11", "12"])
def test_mermaid_comes_from_npm_where_a_test_wants_it(
    visitor: Visitor, mermaid_visitor: Visitor, publish: Publish, release: str
) -> None:
    address = f"https://unpkg.com/mermaid@{release}/dist/mermaid.min.js"
    script = f'<script src="{address}"></script>'
    url = publish(script + '<pre class="mermaid">flowchart LR\n a["b"]</pre>')
    visit = mermaid_visitor.open(url)
    visit.page.wait_for_selector("svg[aria-roledescription^=flowchart]")
    assert visit.errors == []
    assert f"request: {address}" in visitor.open(url).errors


def test_the_schemes_and_sizes_are_the_readers(visitor: Visitor, publish: Publish) -> None:
    url = publish()
    dark = visitor.open(url, dark=True, width=390)
    assert dark.page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    assert dark.page.evaluate("innerWidth") == 390
    light = visitor.open(url)
    assert not light.page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")


def test_a_page_can_be_read_without_scripts(visitor: Visitor, publish: Publish) -> None:
    body = "<p>Before</p><script>document.querySelector('p').textContent = 'After'</script>"
    url = publish(body)
    assert visitor.open(url).page.inner_text("p") == "After"
    assert visitor.open(url, javascript=False).page.inner_text("p") == "Before"
