"""Forks of MkDocs run the plugin unchanged: what they publish of maps are the same bytes."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from tests.engines.sites import Built, copy, engine, run

PAGES = (
    "all/index.html", "index.html", "journeys/buying/index.html", "journeys/devolução/index.html",
    "journeys/returning/index.html", "personas/ana/index.html",
)  # fmt: skip
CONTENT = re.compile(r"<article\b.*</article>", re.DOTALL)


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site as MkDocs builds it."""
    configuration = copy(tmp_path_factory.mktemp("mkdocs"))
    return run([sys.executable, "-m", "mkdocs", "build", "--strict"], configuration)


@pytest.mark.parametrize("name", ["properdocs", "mkdocs-ng"])
def test_a_fork_publishes_the_same_maps(tmp_path: Path, expected: Built, name: str) -> None:
    command = [str(engine(name).executable), "build", "--strict", "-f", "mkdocs.yml"]
    built = run(command, copy(tmp_path))
    assert generator(built) != generator(expected), "that was MkDocs itself"
    for page in PAGES:
        assert content(built, page) == content(expected, page)
    assert published(built) == published(expected)
    assert "Self-service kiosk" in built.page("journeys/buying/index.html").text


def generator(built: Built) -> str:
    """Which engine says that it made the site."""
    return next(
        found["content"]
        for tag, found in built.page("index.html").elements
        if tag == "meta" and found.get("name") == "generator"
    )


def content(built: Built, page: str) -> str:
    """What a page says, without the theme around it."""
    found = CONTENT.search(built.read(page))
    assert found is not None
    return found[0]


def published(built: Built) -> dict[str, str]:
    """Files beside the pages that the plugin writes, and what they hold."""
    names = [f"assets/mkdocs-journey/journey.{ending}" for ending in ("css", "js")]
    names += [path.relative_to(built.folder).as_posix() for path in built.folder.rglob("*.csv")]
    return {name: built.read(name) for name in [*names, "journeys.json"]}
