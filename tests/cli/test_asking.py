"""`list`, `stats`, `explain` and `schema`, and what all commands share."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from mkdocs_journey.cli.main import COMMANDS
from mkdocs_journey.rules import RULES
from tests.cli.conftest import PAGE, Run, write

_AS_PROGRAM = "from mkdocs_journey.cli.main import main; main(prog_name='mkdocs-journey')"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(run: Run, command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert f"Example: mkdocs-journey {command}" in result.stdout


def test_the_program_says_its_version(run: Run) -> None:
    assert "version" in run("--version").stdout


def test_maps_are_listed_with_the_tests_of_the_views(site: Path, run: Run) -> None:
    write(site / "docs/next.md", PAGE.replace("journey:\n", "journey:\n  kind: future-state\n"))
    assert len(run("list").stdout.splitlines()) == 3
    for where in ("kind: future-state", "{kind: future-state}", "kind: [future state]"):
        lines = run("list", "--where", where).stdout.splitlines()
        assert [line.split()[0] for line in lines] == ["path", "next.md"]
    rows = json.loads(run("list", "--format", "json").stdout)
    assert [row["path"] for row in rows] == ["next.md", "order.md"]
    assert rows[0]["touchpoints"] == 2


def test_rows_of_other_views_are_listed(site: Path, run: Run) -> None:
    result = run("list", "pains", "--where", "severity: high, feeling: {at_most: 2}")
    assert "No grind is named" in result.stdout
    assert run("list", "pains", "--where", "severity: low").stdout.count("\n") == 1


def test_personas_and_owners_begin_with_their_names(site: Path, run: Run) -> None:
    assert run("list", "personas").stdout.splitlines() == [
        "name         role  segment  journeys  feeling  lowest",
        "Ana Martins                 1         3.0      2.0",
    ]
    assert run("list", "owners").stdout.splitlines()[1].split() == [
        "Growth", "1", "0", "0", "0", "0", "1",
    ]  # fmt: skip


def test_views_that_sum_up_are_listed(site: Path, run: Run) -> None:
    for name, segment in (("ana", "Homes"), ("rui", "Offices")):
        write(
            site / f"docs/{name}.md", f"---\npersona: {{name: {name}, segment: {segment}}}\n---\n"
        )
    write(
        site / "docs/again.md", PAGE.replace("[ana]", "[rui]").replace("feeling: 4", "feeling: 1")
    )
    assert run("list", "channels").stdout.splitlines() == [
        "channel  touchpoints  feeling  pains  Choose  Pay",
        "web      4            2.25     2      2.0     2.5",
    ]
    assert run("list", "segments").stdout.splitlines() == [
        "moment        spread  Homes  Offices",
        "Checkout      3.0     4.0    1.0",
        "Pay           3.0     4.0    1.0",
        "Product page  0.0     2.0    2.0",
        "Choose        0.0     2.0    2.0",
    ]
    (row,) = json.loads(run("list", "channels", "--format", "json").stdout)
    assert row == {
        "channel": "web", "touchpoints": 4, "feeling": 2.25, "pains": 2,
        "feelings": {"Choose": 2.0, "Pay": 2.5},
    }  # fmt: skip
    homes = run("list", "channels", "--where", "segment: Homes").stdout
    assert homes.splitlines()[1].split() == ["web", "2", "3.0", "1", "2.0", "4.0"]
    assert run("list", "segments", "--where", "segment: Homes").stdout == "\n"


@pytest.mark.parametrize(
    ("where", "hint"),
    [
        ("knd: future-state", "did you mean `kind`?"),
        ("kind: futur-state", "did you mean `future-state`?"),
        ("kind: atual", "did you mean `current-state`?"),
        ("kind: [", "--where"),
        ("kind", "--where"),
    ],
)
def test_a_test_that_cannot_be_made_is_misuse(site: Path, run: Run, where: str, hint: str) -> None:
    result = run("list", "--where", where)
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert hint in result.stderr


def test_columns_stand_below_each_other_in_every_script(site: Path, run: Run) -> None:
    write(site / "docs/wide.md", PAGE.replace("First order", "初回注文"))
    lines = run("list").stdout.splitlines()
    assert lines[2].startswith("wide.md   初回注文     current-state")
    assert lines[1].startswith("order.md  First order  current-state")


def test_numbers_are_those_of_the_maps(site: Path, run: Run) -> None:
    stats = json.loads(run("stats", "--format", "json").stdout)
    assert stats["counts"] == {
        "maps": 1, "personas": 1, "stages": 2, "moments": 2, "pains": 1, "opportunities": 0,
        "actions": 0,
    }  # fmt: skip
    assert stats["coverage"]["moments with a feeling"] == {"of": 2, "number": 2}
    assert stats["coverage"]["pains with an answer"] == {"of": 1, "number": 0}
    assert stats["freshness"]["newest review"] is None
    assert "2 of 2 (100%)" in run("stats").stdout


def test_a_site_without_maps_has_numbers_too(site: Path, run: Run) -> None:
    for page in (site / "docs").iterdir():
        page.unlink()
    assert "0 of 0" in run("stats").stdout
    assert run("list").exit_code == 0


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.name)
def test_every_check_is_explained_by_name_and_code(run: Run, rule: object) -> None:
    name, code = rule.name, rule.code  # type: ignore[attr-defined]
    result = run("explain", name)
    assert result.exit_code == 0
    assert result.stdout == run("explain", code).stdout
    assert result.stdout.startswith(f"{code} {name} (")


def test_schemas_know_the_site(site: Path, run: Run) -> None:
    write(site / "mkdocs.yml", "plugins:\n  - journey: {channels: {kiosk: Kiosk}}\n")
    schema = run("schema").stdout
    jsonschema.Draft202012Validator.check_schema(json.loads(schema))
    assert '"kiosk"' in schema
    assert '"persona"' in run("schema", "page").stdout


def test_schemas_are_there_without_a_site(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("schema")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["$defs"]


def test_a_shell_is_told_what_can_follow() -> None:
    command = [sys.executable, "-c", _AS_PROGRAM]
    wanted = {"COMP_WORDS": "mkdocs-journey check --upd", "COMP_CWORD": "2"}
    environment = {**os.environ, **wanted, "_MKDOCS_JOURNEY_COMPLETE": "bash_complete"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout == "plain,--update-baseline\n"


def test_misuse_says_what_a_value_is_for(site: Path, run: Run) -> None:
    told = run("check", "--format", "xml").stderr
    assert told.startswith("mkdocs-journey: `--format`: 'xml' is not one of 'text', 'json'")
    assert run("check", "none.md").stderr.startswith("mkdocs-journey: `[PATHS]...`: ")
    assert "Invalid" not in told


def test_a_misspelt_command_is_named_rightly(run: Run) -> None:
    result = run("chek", "--strict")
    assert result.exit_code == 2
    assert result.stderr == (
        "mkdocs-journey: no command `chek`: did you mean `check`? See `mkdocs-journey --help`\n"
    )
    assert "No such command 'zzz'" in run("zzz").stderr
