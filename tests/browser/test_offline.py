"""A site that needs nothing from elsewhere: neither while it is built nor while it is read."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.sites import build, without_network
from tests.browser.visits import Visitor

CONNECT = "import socket, sys; socket.create_connection(('127.0.0.1', int(sys.argv[1])), 5)"


def test_the_sites_of_these_tests_are_built_without_a_network(
    tmp_path: Path, serve_site: Callable[[Path], str]
) -> None:
    before = without_network()
    if not before:
        pytest.skip("this system takes no network from a process (`unshare -rn true` fails)")
    port = serve_site(tmp_path).rpartition(":")[2]
    command = [sys.executable, "-c", CONNECT, port]
    assert subprocess.run(command, check=False, capture_output=True).returncode == 0
    refused = subprocess.run([*before, *command], check=False, capture_output=True, text=True)
    assert refused.returncode != 0
    assert "OSError" in refused.stderr or "ConnectionRefusedError" in refused.stderr


@pytest.fixture(scope="module")
def starter(
    repository: Path,
    tmp_path_factory: pytest.TempPathFactory,
    serve_site: Callable[[Path], str],
) -> tuple[str, list[str]]:
    """The address of the starter site, and all its pages."""
    site = tmp_path_factory.mktemp("starter") / "site"
    build(repository / "site_template" / "mkdocs.yml", site)
    pages = [file.relative_to(site).parent.as_posix() for file in site.rglob("index.html")]
    return serve_site(site), sorted(pages)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_a_reader_sees_the_whole_starter_site(
    starter: tuple[str, list[str]], visitor: Visitor, dark: bool
) -> None:
    address, pages = starter
    assert "journeys/first-journey" in pages
    for page in pages:
        visit = visitor.open(f"{address}/{page}/", dark=dark)
        expect(visit.page.locator("h1").first).to_be_visible()
        assert visit.errors == [], page


@pytest.mark.parametrize("has_script", [True, False], ids=["script", "no script"])
def test_its_chart_is_there_without_a_network(
    starter: tuple[str, list[str]], visitor: Visitor, has_script: bool
) -> None:
    address, _ = starter
    path = f"{address}/journeys/first-journey/#view.flow"
    visit = visitor.open(path, javascript=has_script)
    chart = visit.page.locator(".journey-chart")
    expect(chart).to_be_visible()
    assert chart.locator("text").count() > 3
    assert visit.errors == []


def test_a_page_that_is_opened_from_disk_has_its_tools(demo_folder: Path, visitor: Visitor) -> None:
    page = demo_folder / "journeys" / "newsletter-to-first-order" / "index.html"
    visit = visitor.open(page.as_uri())
    tabs = visit.page.locator(".journey.is-js .journey-tabs")
    expect(tabs).to_be_visible()
    tabs.get_by_role("link", name="Flow").click()
    expect(visit.page.locator("[id='view.flow']")).to_be_visible()
    expect(visit.page.locator("[id='view.map']")).to_be_hidden()
