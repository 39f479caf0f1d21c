"""A real browser, local sites for it to open, and the demo site built once for all tests."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser import geometry
from tests.browser.sites import build_once, serve, shared_folder
from tests.browser.visits import FLAGS, FONTS, NODE_MODULES, Visitor
from tools.browsers import CHROMIUM


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The machine's Chromium, without a window."""
    path = CHROMIUM.find()
    assert path, "no Chromium on the PATH: `make test` installs it"
    assert NODE_MODULES.is_dir(), "no packages from npm here: `make test` installs them"
    # Chromium's sandbox refuses to run as root, as which containers usually run their tests.
    as_root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path,
            args=[*FLAGS, *as_root],
            env={**os.environ, "FONTCONFIG_FILE": str(FONTS)},
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def serve_site() -> Iterator[Callable[[Path], str]]:
    """Serve a folder until the tests end: its address, without a slash at the end."""
    with ExitStack() as servers:
        yield lambda folder: servers.enter_context(serve(folder))


@pytest.fixture(scope="session")
def demo_folder(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's own site, built as its readers get it."""
    site = shared_folder(tmp_path_factory) / "demo" / "site"
    return build_once(lambda: repository / "mkdocs.yml", site)


@pytest.fixture(scope="session")
def demo_site(demo_folder: Path, serve_site: Callable[[Path], str]) -> str:
    """The address of that site."""
    return serve_site(demo_folder)


@pytest.fixture(scope="session")
def rails_site(tmp_path_factory: pytest.TempPathFactory, serve_site: Callable[[Path], str]) -> str:
    """The address of a site whose map has lines of every kind between its cards."""
    folder = shared_folder(tmp_path_factory) / "rails"

    def write() -> Path:
        (folder / "docs").mkdir(parents=True)
        (folder / "docs" / "index.md").write_text(geometry.MAP, encoding="utf-8")
        (folder / "mkdocs.yml").write_text(geometry.SITE, encoding="utf-8")
        return folder / "mkdocs.yml"

    return serve_site(build_once(write, folder / "site"))


@pytest.fixture
def visitor(chromium: Browser) -> Iterator[Visitor]:
    """Opens pages that get nothing from elsewhere, and closes them when the test ends."""
    visitor = Visitor(chromium)
    yield visitor
    visitor.close()


@pytest.fixture
def mermaid_visitor(chromium: Browser) -> Iterator[Visitor]:
    """The same for a site whose own Mermaid draws the charts: that alone comes, from npm."""
    visitor = Visitor(chromium, has_mermaid=True)
    yield visitor
    visitor.close()
