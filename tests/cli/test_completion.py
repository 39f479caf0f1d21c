"""The Tab key: what the guide has people write into their shell's settings completes there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

GUIDE = Path(__file__).parents[2] / "maps/guide/command-line.md"
ENVIRONMENT = {
    **os.environ,
    "PATH": os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"])),
}
ASKED = [
    ("ch", ["check"]),
    ("check --format gi", ["github", "gitlab"]),
    ("explain unknown-k", ["unknown-key"]),
    ("check --ignore unknown-l", ["unknown-lane"]),
    ("init --language p", ["pt-BR"]),
    ("check --str", ["--strict"]),
]


def setting(shell: str) -> str:
    """What the guide says to write for a shell."""
    lines = GUIDE.read_text(encoding="utf-8").splitlines()
    (found,) = (line for line in lines if f"COMPLETE={shell}_source" in line)
    return found


def run_in(shell: str, script: str) -> str:
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"no {shell} here: install it to see what it completes")
    done = subprocess.run(
        [program, "-c", script], env=ENVIRONMENT, check=True, capture_output=True, text=True
    )
    return done.stdout


@pytest.mark.parametrize(("typed", "expected"), ASKED)
def test_bash_completes(typed: str, expected: list[str]) -> None:
    script = f"""
        {setting("bash")}
        COMP_WORDS=(mkdocs-journey {typed}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1))
        _mkdocs_journey_completion mkdocs-journey; printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    assert run_in("bash", script).split() == expected


@pytest.mark.parametrize(("typed", "expected"), ASKED)
def test_fish_completes(typed: str, expected: list[str]) -> None:
    told = run_in("fish", f"{setting('fish')}; complete -C 'mkdocs-journey {typed}'")
    assert [line.split("\t")[0] for line in told.splitlines()] == expected


def test_zsh_takes_the_setting() -> None:
    script = (
        f"autoload -Uz compinit; compinit -u -D; {setting('zsh')}; print $_comps[mkdocs-journey]"
    )
    assert run_in("zsh", script).strip() == "_mkdocs_journey_completion"


@pytest.mark.parametrize(("typed", "expected"), ASKED)
def test_zsh_is_told_the_same(typed: str, expected: list[str]) -> None:
    """Its line editor needs a terminal: what its function asks for is asked for here."""
    words = ["mkdocs-journey", *typed.split()]
    asked = {"COMP_WORDS": " ".join(words), "COMP_CWORD": str(len(words) - 1)}
    program = shutil.which("mkdocs-journey", path=ENVIRONMENT["PATH"])
    assert program is not None
    told = subprocess.run(
        [program], env={**ENVIRONMENT, **asked, "_MKDOCS_JOURNEY_COMPLETE": "zsh_complete"},
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    kinds = told.stdout.splitlines()[0::3]
    assert (set(kinds), told.stdout.splitlines()[1::3]) == ({"plain"}, expected)
