"""The guide shows each command with what it really prints."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest
from click.testing import CliRunner

from mkdocs_journey.cli.main import COMMANDS, main
from tests.docs.fences import ROOT, Fence, fences

PAGE = ROOT / "maps" / "guide" / "command-line.md"
PAGES = (PAGE, PAGE.with_name("repairs.md"))
DAY = {"SOURCE_DATE_EPOCH": "1793577600"}  # 2 November 2026


def run_page(page: Path, folder: Path) -> Iterator[tuple[str, str]]:
    """Each console block of a page as it stands there, and as it is when its commands are run.

    They are run one after the other, in a site made of the page's own titled examples.
    """
    for fence in fences(page):
        if fence.title:
            file = folder / fence.title
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(fence.text, encoding="utf-8")
    before = Path.cwd()
    os.chdir(folder)
    try:
        with patch.dict(os.environ, DAY):
            for fence in fences(page):
                if fence.language == "console":
                    yield fence.text, "".join(map(_run, _commands(fence)))
    finally:
        os.chdir(before)


def _commands(fence: Fence) -> list[str]:
    return [line for line in fence.text.splitlines() if line.startswith("$ ")]


def _run(line: str) -> str:
    """A command with its output below, as a terminal shows them."""
    command, _, target = line.removeprefix("$ ").partition(" > ")
    name, *words = shlex.split(command)
    assert name == "mkdocs-journey"
    result = CliRunner().invoke(main, words, prog_name=name)
    assert result.exit_code in (0, 1), result.output
    if target:
        Path(target).write_text(result.output, encoding="utf-8")
        return f"{line}\n"
    return f"{line}\n{result.output.strip()}\n"


@pytest.mark.parametrize("page", PAGES, ids=[page.stem for page in PAGES])
def test_the_guide_shows_what_commands_print(page: Path, tmp_path: Path) -> None:
    blocks = list(run_page(page, tmp_path))
    assert blocks
    assert [shown for shown, _ in blocks] == [real for _, real in blocks]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_and_its_options_are_in_the_guide(command: str) -> None:
    text = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    assert f"$ mkdocs-journey {command}" in text
    found = main.get_command(None, command)  # type: ignore[attr-defined]
    options = [word for parameter in found.params for word in parameter.opts]
    assert [word for word in options if word.startswith("--") and f"`{word}" not in text] == []
