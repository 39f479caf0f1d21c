"""One site, built by the command line of each engine."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.html import Page
from tools.engines import ENGINES, FOLDER, Engine

SITE = Path(__file__).parent / "site"
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
BY_NAME = {engine.name: engine for engine in ENGINES}


@dataclass(frozen=True)
class Built:
    """A built site, and all that was said meanwhile."""

    folder: Path
    output: str

    def read(self, path: str) -> str:
        """Text of a file of the site."""
        return (self.folder / path).read_text(encoding="utf-8")

    def page(self, path: str) -> Page:
        """A page of the site, as browsers read it."""
        return Page(self.read(path))


def engine(name: str) -> Engine:
    """An engine that is installed; without it the test is skipped, and says why."""
    found = BY_NAME[name]
    if found.failure.is_file():
        why = found.failure.read_text(encoding="utf-8")
        pytest.skip(f"{name} could not be installed: {why}")
    assert found.stamp.is_file(), f"no {name} in {FOLDER}: `make test` installs it"
    return found


def copy(folder: Path, configuration: str = "mkdocs.yml") -> Path:
    """The site in a folder of the test's own: its configuration, called `mkdocs.yml`."""
    shutil.copytree(SITE / "docs", folder / "docs")
    return Path(shutil.copyfile(SITE / configuration, folder / "mkdocs.yml"))


def run(command: list[str], configuration: Path) -> Built:
    """Build the site of a configuration as its author does, in its folder."""
    folder = configuration.parent
    done = subprocess.run(
        command, cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, check=False
    )
    output = done.stdout + done.stderr
    assert done.returncode == 0, output
    return Built(folder / "site", output)
