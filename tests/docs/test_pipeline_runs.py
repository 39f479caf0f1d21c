"""Every step of the starter site's pipelines runs, in their order, on a repository with a change.

What is not this machine's is played: the runner's variables, and programs that would install or
publish, which write down how they were called.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

TEMPLATE = Path(__file__).parents[2] / "site_template"
PAGE = "docs/journeys/first-journey.md"
PLAYED = ("pip", "apt-get", "gh", "curl")
_AUTHOR = ("-c", "user.name=A", "-c", "user.email=a@example.org")


class Runner:
    """A checked out repository, and the machine that runs steps in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "repository"
        self.calls = folder / "calls.txt"
        self.played = folder / "bin"
        self.played.mkdir()
        for name in PLAYED:
            script = f'#!/bin/sh\necho {name} "$@" >> {self.calls}\n'
            (self.played / name).write_text(script, encoding="utf-8")
            (self.played / name).chmod(0o755)

    def git(self, *words: str) -> str:
        found = subprocess.run(
            ["git", *_AUTHOR, *words], cwd=self.folder, check=True, capture_output=True, text=True
        )
        return found.stdout.strip()

    def step(self, script: str, variables: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
        """Run a step as both services do: in Bash, which stops at the first command that fails."""
        path = os.pathsep.join(
            (str(self.played), str(Path(sys.executable).parent), os.environ["PATH"])
        )
        return subprocess.run(
            ["bash", "-eo", "pipefail", "-c", script],
            cwd=self.folder, env={**os.environ, "PATH": path, **variables},
            check=False, capture_output=True, text=True,
        )  # fmt: skip

    def told(self) -> list[str]:
        """Calls of the programs that are played."""
        return self.calls.read_text(encoding="utf-8").splitlines() if self.calls.exists() else []


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    """The starter site with a pull request, checked out as it would be merged."""
    found = Runner(tmp_path)
    shutil.copytree(TEMPLATE, found.folder, ignore=shutil.ignore_patterns("site", ".mkdocs-*"))
    found.git("init", "--quiet", "--initial-branch", "main")
    found.git("add", "--all")
    found.git("commit", "--quiet", "--message", "Begin")
    found.git("checkout", "--quiet", "-b", "change")
    page = found.folder / PAGE
    page.write_text(page.read_text("utf-8").replace("score: 2", "score: 3"), encoding="utf-8")
    found.git("commit", "--quiet", "--all", "--message", "Feel better")
    found.git("checkout", "--quiet", "main")
    found.git("merge", "--quiet", "--no-ff", "change")
    return found


def break_map(runner: Runner) -> None:
    page = runner.folder / PAGE
    page.write_text(page.read_text("utf-8").replace("channel:", "chanel:", 1), encoding="utf-8")


def github_steps(job: str) -> list[dict[str, Any]]:
    workflow = yaml.safe_load((TEMPLATE / ".github/workflows/journeys.yml").read_text("utf-8"))
    return [step for step in workflow["jobs"][job]["steps"] if "run" in step]


def run_github(runner: Runner, job: str, expressions: Mapping[str, str]) -> dict[str, str]:
    """What each step of a job printed; `expressions` are what `${{ … }}` stands for."""
    printed = {}
    for step in github_steps(job):
        variables = {
            name: re.sub(r"\$\{\{ *(.*?) *\}\}", lambda match: expressions[match[1]], value)
            for name, value in step.get("env", {}).items()
        }
        variables["GITHUB_STEP_SUMMARY"] = str(runner.folder.parent / "summary.md")
        done = runner.step(step["run"], variables)
        assert done.returncode == 0, done.stderr
        printed[step.get("name", step["run"])] = done.stdout
    return printed


def gitlab_jobs() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((TEMPLATE / ".gitlab-ci.yml").read_text("utf-8"))
    return found


def run_gitlab(
    runner: Runner, name: str, variables: Mapping[str, str]
) -> subprocess.CompletedProcess[str]:
    jobs = gitlab_jobs()
    parts = [jobs[jobs[name]["extends"]]] if "extends" in jobs[name] else []
    lines: Sequence[str] = [
        line
        for part in (*parts, jobs[name])
        for line in (*part.get("before_script", ()), *part.get("script", ()))
    ]
    own = {
        key: re.sub(r"\$(\w+)", lambda match: variables[match[1]], str(value))
        for key, value in jobs[name].get("variables", {}).items()
    }
    return runner.step("\n".join(lines), {**variables, **own})


def test_every_step_on_github(runner: Runner) -> None:
    printed = run_github(runner, "check", {})
    assert printed["Check the maps"] == ""  # nothing to annotate
    changes = (runner.folder / "changes.md").read_text("utf-8")
    assert "feeling" in changes
    assert (runner.folder.parent / "summary.md").read_text("utf-8") == changes
    assert (runner.folder / "site/journeys/first-journey/index.html").is_file()
    assert runner.told() == ["pip install -r requirements.txt"]


def test_the_comment_is_posted_once_and_then_replaced(runner: Runner) -> None:
    expressions = {
        "github.token": "secret",
        "github.repository": "us/maps",
        "github.event.pull_request.number": "7",
    }
    (runner.folder / "changes.md").write_text("Some\n", encoding="utf-8")
    run_github(runner, "comment", expressions)
    asked, posted = (call for call in runner.told() if call.startswith("gh"))
    assert asked.startswith("gh api --paginate repos/us/maps/issues/7/comments --jq")
    assert posted == "gh api --silent repos/us/maps/issues/7/comments --field body=@changes.md"
    gh = runner.played / "gh"
    gh.write_text(gh.read_text("utf-8") + 'test "$2" = --silent || echo 31\n', encoding="utf-8")
    run_github(runner, "comment", expressions)
    replaced = "gh api --silent --method PATCH repos/us/maps/issues/comments/31"
    assert runner.told()[-1] == f"{replaced} --field body=@changes.md"


def test_a_fault_fails_on_github_beside_its_line(runner: Runner) -> None:
    break_map(runner)
    (check,) = (step for step in github_steps("check") if step.get("name") == "Check the maps")
    done = runner.step(check["run"], {})
    assert done.returncode == 1
    assert done.stdout.startswith(f"::error file={PAGE},line=")


def test_every_job_on_gitlab(runner: Runner) -> None:
    variables = {
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": runner.git("rev-parse", "HEAD^1"),
        "CI_COMMIT_SHA": runner.git("rev-parse", "HEAD"),
        "CI_PROJECT_DIR": str(runner.folder),
        "CI_API_V4_URL": "https://gitlab.example.org/api/v4",
        "CI_PROJECT_ID": "12",
        "CI_MERGE_REQUEST_IID": "7",
        "JOURNEY_TOKEN": "secret",
    }
    for name in ("check", "changes", "comment", "build", "pages"):
        done = run_gitlab(runner, name, variables)
        assert done.returncode == 0, done.stderr
    assert json.loads((runner.folder / "findings.json").read_text("utf-8")) == []
    assert "feeling" in (runner.folder / "changes.md").read_text("utf-8")
    assert (runner.folder / "public/journeys/first-journey/index.html").is_file()
    (posted,) = (call for call in runner.told() if call.startswith("curl"))
    assert posted.endswith(
        "body@changes.md https://gitlab.example.org/api/v4/projects/12/merge_requests/7/notes"
    )


def test_a_fault_fails_on_gitlab_and_is_in_the_report(runner: Runner) -> None:
    break_map(runner)
    done = run_gitlab(runner, "check", {"CI_PROJECT_DIR": str(runner.folder)})
    assert done.returncode == 1
    assert "unknown key `chanel`" in done.stdout
    (issue,) = json.loads((runner.folder / "findings.json").read_text("utf-8"))
    assert issue["location"]["path"] == PAGE
