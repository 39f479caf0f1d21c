"""Colours: on a terminal only, and only where they are wanted."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mkdocs_journey.cli import output
from tests.cli.conftest import BAD, PAGE, Run, write

COLOUR = re.compile("\x1b\\[[0-9;]*m")


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A terminal in colour, whatever the tests run on."""
    monkeypatch.setattr(output, "is_terminal", lambda: True)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    return monkeypatch


@pytest.mark.usefixtures("terminal")
def test_a_finding_stands_out_by_its_parts(site: Path, run: Run) -> None:
    write(site / "docs/order.md", BAD)
    assert run("check", "--no-cache", color=True).stdout.splitlines()[:4] == [
        "\x1b[1mdocs/order.md:11:11:\x1b[0m \x1b[31;1merror J201\x1b[0m unknown key `chanel`: did "
        "you mean `channel`? \x1b[2m[unknown-key]\x1b[0m",
        "\x1b[34m   |\x1b[0m",
        "\x1b[34m11 |\x1b[0m           chanel: web",
        "\x1b[34m   |\x1b[0m           \x1b[31;1m^^^^^^\x1b[0m",
    ]


@pytest.mark.usefixtures("terminal")
def test_changes_have_the_colour_of_their_sign(site: Path, run: Run) -> None:
    write(site / "docs/next.md", PAGE.replace("feeling: 2", "feeling: 4"))
    told = run("diff", "docs/order.md", "docs/next.md", color=True).stdout
    assert "\x1b[33m    ~ feeling: 2 → 4\x1b[0m\n" in told
    write(site / "docs/order.md", BAD)
    mended = run("fix", "--diff", color=True).stdout.splitlines()
    assert "\x1b[31m-          chanel: web\x1b[0m" in mended
    assert "\x1b[32m+          channel: web\x1b[0m" in mended
    assert "       touchpoints:" in mended  # a list's own `-` is no sign


@pytest.mark.parametrize("format", ["json", "github", "gitlab", "sarif", "junit"])
@pytest.mark.usefixtures("terminal")
def test_what_programs_read_has_none(site: Path, run: Run, format: str) -> None:
    write(site / "docs/order.md", BAD)
    assert not COLOUR.search(run("check", "--format", format, color=True).stdout)


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_who_wants_none_gets_none(
    site: Path, run: Run, terminal: pytest.MonkeyPatch, name: str, value: str
) -> None:
    write(site / "docs/order.md", BAD)
    coloured = run("check", color=True).stdout
    terminal.setenv(name, value)
    plain = run("check", color=True).stdout
    assert not COLOUR.search(plain)
    assert COLOUR.sub("", coloured) == plain


def test_a_file_or_pipe_gets_none(site: Path, run: Run) -> None:
    write(site / "docs/order.md", BAD)
    assert not COLOUR.search(run("check").stdout)
