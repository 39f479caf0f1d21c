"""How far a command is: on a terminal, where it takes long, and on the error stream only."""

from __future__ import annotations

import sys
from io import StringIO
from pathlib import Path

import pytest

from mkdocs_journey.cli.progress import progress
from tests.cli.conftest import PAGE, Run, write

MANY = [f"{number}.md" for number in range(150)]


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def shown(items: list[str], stream: StringIO, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(sys, "stderr", stream)
    with progress(items, "Reading") as each:
        assert list(each) == items
    return stream.getvalue()


def test_long_work_is_shown_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    told = shown(MANY, Terminal(), monkeypatch)
    assert "Reading" in told
    assert "100%" in told


@pytest.mark.parametrize(
    ("items", "stream"), [(MANY, StringIO), (MANY[:20], Terminal)], ids=["pipe", "short"]
)
def test_otherwise_nothing_is_said(
    items: list[str], stream: type[StringIO], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert shown(items, stream(), monkeypatch) == ""


@pytest.mark.parametrize(
    "args",
    [
        ("check", "--no-cache"),
        ("fix", "--diff"),
        ("stats",),
        ("export", "--all", "--to", "csv", "-o", "out"),
    ],
    ids=lambda args: args[0],
)
def test_what_is_printed_stays_the_same(
    site: Path, run: Run, args: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in MANY[:3]:
        write(site / "docs" / name, PAGE)
    quiet = run(*args)
    labels: list[str] = []
    real = progress

    def noted(items: list[str], label: str = "Reading") -> object:
        labels.append(label)
        return real(items, label)

    for module in ("compiling", "export", "fix"):
        monkeypatch.setattr(f"mkdocs_journey.cli.{module}.progress", noted)
    again = run(*args, *(["--force"] if args[0] == "export" else []))
    assert (again.stdout, again.stderr, again.exit_code) == (
        quiet.stdout,
        quiet.stderr,
        quiet.exit_code,
    )
    assert labels == (["Reading", "Writing"] if args[0] == "export" else ["Reading"])
