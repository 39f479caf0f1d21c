"""A small site on disk, and the command line run in it."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mkdocs_journey.cli.main import main

PAGE = """\
---
title: First order
journey:
  personas: [ana]
  scenario: Ana wants good coffee on Monday.
  owner: Growth
  stages:
    - name: Choose
      touchpoints:
        - name: Product page
          channel: web
          feeling: 2
          pains: [{text: No grind is named, severity: high}]
    - name: Pay
      touchpoints:
        - {name: Checkout, channel: web, feeling: 4}
---

# First order
"""
BAD = PAGE.replace("channel: web\n", "chanel: web\n", 1)
PERSONA = "---\npersona: {name: Ana Martins}\n---\n\n# Ana\n"

Run = Callable[..., Result]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site without a finding, which is the current folder."""
    write(tmp_path / "mkdocs.yml", "site_name: T\nplugins: [journey]\n")
    write(tmp_path / "docs/order.md", PAGE)
    write(tmp_path / "docs/ana.md", PERSONA)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return tmp_path


@pytest.fixture
def run() -> Run:
    """Run a command as a user would, in the current folder."""

    def call(*args: str | os.PathLike[str], color: bool = False) -> Result:
        words = [str(arg) for arg in args]
        return CliRunner().invoke(main, words, prog_name="mkdocs-journey", color=color)

    return call


def write(file: Path, text: str | bytes) -> None:
    """Write a file and the folders on the way to it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
