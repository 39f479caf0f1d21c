"""The pipelines of the starter site keep to what the guide says of their rights."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

TEMPLATE = Path(__file__).parents[2] / "site_template"
WORKFLOW = TEMPLATE / ".github/workflows/journeys.yml"
GITLAB = TEMPLATE / ".gitlab-ci.yml"


@pytest.fixture
def workflow() -> dict[Any, Any]:
    found: dict[Any, Any] = yaml.safe_load(WORKFLOW.read_text("utf-8"))
    return found


def test_the_workflow_never_runs_with_the_rights_of_the_base(workflow: dict[Any, Any]) -> None:
    assert set(workflow[True]) == {"pull_request", "push"}  # YAML 1.1 reads `on` as true
    assert workflow["permissions"] == {"contents": "read"}


def test_what_may_write_runs_no_code_of_a_pull_request(workflow: dict[Any, Any]) -> None:
    for name, job in workflow["jobs"].items():
        uses = [step["uses"] for step in job["steps"] if "uses" in step]
        has_code = any(use.startswith("actions/checkout@") for use in uses)
        assert has_code == (name == "check")
        assert has_code != ("permissions" in job)


def test_actions_are_pinned_to_a_major_version(workflow: dict[Any, Any]) -> None:
    uses = [step["uses"] for job in workflow["jobs"].values() for step in job["steps"]
            if "uses" in step]  # fmt: skip
    assert [use for use in uses if not re.fullmatch(r"actions/[\w-]+@v\d+", use)] == []


def test_nothing_that_somebody_may_name_is_put_into_a_script(workflow: dict[Any, Any]) -> None:
    scripts = [step["run"] for job in workflow["jobs"].values() for step in job["steps"]
               if "run" in step]  # fmt: skip
    assert [script for script in scripts if "${{" in script] == []


def test_the_comment_is_found_by_the_mark_that_a_diff_writes() -> None:
    from mkdocs_journey.reporters.differences.markdown import MARK

    assert MARK in WORKFLOW.read_text("utf-8")


def test_gitlab_jobs_with_a_token_get_no_code() -> None:
    jobs = yaml.safe_load(GITLAB.read_text("utf-8"))
    commenting = jobs["comment"]
    assert commenting["variables"]["GIT_STRATEGY"] == "none"
    others = [name for name, job in jobs.items() if name != "comment" and "TOKEN" in str(job)]
    assert others == []


@pytest.mark.parametrize("file", [WORKFLOW, GITLAB], ids=["github", "gitlab"])
def test_every_pipeline_checks_tells_and_builds(file: Path) -> None:
    text = file.read_text("utf-8")
    for command in (
        "mkdocs-journey check --strict",
        "mkdocs-journey diff",
        "mkdocs build --strict",
    ):
        assert command in text


def test_the_hook_checks_pages_and_map_files(repository: Path) -> None:
    (hook,) = yaml.safe_load((repository / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert hook["entry"] == "mkdocs-journey check"
    for path, is_checked in (("docs/a.md", True), ("a.journey.yml", True), ("mkdocs.yml", False)):
        assert bool(re.search(hook["files"], path)) == is_checked
