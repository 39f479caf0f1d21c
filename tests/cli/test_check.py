"""`check`: what it reports, how it ends, and what it lets through."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import BAD, PAGE, Run, write


def test_a_site_without_a_finding_passes(site: Path, run: Run) -> None:
    result = run("check")
    assert result.exit_code == 0
    assert result.stdout == "Nothing to report in 2 pages with maps or personas.\n"
    assert result.stderr == ""


def test_a_finding_is_shown_with_its_line(site: Path, run: Run) -> None:
    write(site / "docs/order.md", BAD)
    result = run("check")
    assert result.exit_code == 1
    assert result.stdout == (
        "docs/order.md:11:11: error J201 unknown key `chanel`: did you mean `channel`? "
        "[unknown-key]\n"
        "   |\n"
        "11 |           chanel: web\n"
        "   |           ^^^^^^\n\n"
        "1 error in 1 file; checked 2 pages with maps or personas.\n"
    )


def test_warnings_fail_a_strict_check_only(site: Path, run: Run) -> None:
    write(site / "docs/order.md", PAGE.replace("[ana]", "[anna]"))
    assert run("check").exit_code == 0
    assert run("check", "--strict").exit_code == 1


def test_the_site_is_found_from_a_folder_of_it(
    site: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(site / "docs/order.md", BAD)
    monkeypatch.chdir(site / "docs")
    assert "\n" in run("check").stdout
    assert run("check").stdout.startswith("order.md:11:11: error")
    monkeypatch.chdir(site.parent)
    assert run("check", site).stdout.startswith(f"{site.name}/docs/order.md:11:11: error")
    assert run("check", "--config", site / "mkdocs.yml").exit_code == 1


def test_paths_choose_what_is_told_of_the_whole_site(site: Path, run: Run) -> None:
    write(site / "docs/order.md", BAD)
    write(site / "docs/more/other.md", BAD)
    assert run("check", "docs/ana.md").exit_code == 0
    assert run("check", "docs/order.md").stdout.count("error J201") == 1
    assert run("check", "docs/more").stdout.startswith("docs/more/other.md:11:11")
    assert run("check", "docs/nothing.md").exit_code == 2


def test_checks_are_chosen_by_name_and_code(site: Path, run: Run) -> None:
    write(site / "docs/order.md", BAD.replace("[ana]", "[anna]"))

    def rules(*options: str) -> list[str]:
        found = json.loads(run("check", "--format", "json", *options).stdout)["findings"]
        return [finding["rule"] for finding in found]

    assert rules() == ["unknown-persona", "unknown-key"]
    assert rules("--select", "unknown-key") == ["unknown-key"]
    assert rules("--ignore", "J201") == ["unknown-persona"]
    assert rules("--select", "J201,unknown-persona") == ["unknown-persona", "unknown-key"]
    result = run("check", "--select", "unknown-kye")
    assert result.exit_code == 2
    assert "did you mean `unknown-key`?" in result.stderr


def test_the_settings_of_the_site_count(site: Path, run: Run) -> None:
    settings = "site_name: T\nplugins:\n  - journey:\n      rules: {{unknown-key: {}}}\n"
    write(site / "docs/order.md", BAD)
    write(site / "mkdocs.yml", settings.format("warning"))
    assert run("check").exit_code == 0
    write(site / "mkdocs.yml", settings.format("nonsense"))
    result = run("check")
    assert "mkdocs.yml:4:28: error J602" in result.stdout
    assert result.exit_code == 1


def test_an_old_finding_is_let_through_wherever_it_moves(site: Path, run: Run) -> None:
    write(site / "docs/order.md", BAD)
    first = run("check", "--baseline", "old.json", "--update-baseline")
    assert first.exit_code == 0
    assert first.stderr == "mkdocs-journey: let through by old.json: 1\n"
    moved = BAD.replace("  stages:\n", "  stages:\n    - name: Dream\n")
    write(site / "docs/order.md", moved)
    assert run("check", "--baseline", "old.json").exit_code == 0
    assert run("check").exit_code == 1


def test_a_new_finding_fails_beside_an_old_one(site: Path, run: Run) -> None:
    write(site / "docs/order.md", BAD)
    run("check", "--baseline", "old.json", "--update-baseline")
    was = Path("old.json").read_text("utf-8")
    write(site / "docs/order.md", BAD.replace("feeling: 4", "feeling: 9"))
    result = run("check", "--baseline", "old.json", "--update-baseline")
    assert result.exit_code == 1
    assert "J208" in result.stdout
    assert "J201" not in result.stdout
    assert Path("old.json").read_text("utf-8") == was


def test_a_baseline_only_shrinks(site: Path, run: Run) -> None:
    write(site / "docs/order.md", BAD)
    run("check", "--baseline", "old.json", "--update-baseline")
    write(site / "docs/order.md", PAGE)
    assert "no longer found: 1 (take out" in run("check", "--baseline", "old.json").stderr
    run("check", "--baseline", "old.json", "--update-baseline")
    assert json.loads(Path("old.json").read_text("utf-8")) == {"findings": {}}
    write(site / "docs/order.md", BAD)
    assert run("check", "--baseline", "old.json", "--update-baseline").exit_code == 1


def test_a_second_finding_at_an_old_ones_place_is_new(site: Path, run: Run) -> None:
    twice = PAGE.replace("feeling: 2\n", "feeling: 2\n          feeling: 3\n")
    write(site / "docs/order.md", twice)
    run("check", "--baseline", "old.json", "--update-baseline")
    assert run("check", "--baseline", "old.json").exit_code == 0
    write(
        site / "docs/order.md", twice.replace("feeling: 2\n", "feeling: 2\n          feeling: 1\n")
    )
    assert run("check", "--baseline", "old.json").exit_code == 1


@pytest.mark.parametrize(
    ("options", "hint"),
    [
        (["--baseline", "none.json"], "--update-baseline"),
        (["--update-baseline"], "--baseline"),
        (["--update-baseline", "--baseline", "b.json", "docs"], "leave PATHS and rules out"),
        (["--baseline", "mkdocs.yml"], "no baseline"),
        (["--config", "none.yml"], "does not exist"),
        (["--format", "xml"], "'junit'"),
        (["--today", "yesterday"], "write it like"),
        (["--colour"], "See `mkdocs-journey check --help`"),
    ],
)
def test_misuse_is_one_line_with_what_to_do(
    site: Path, run: Run, options: list[str], hint: str
) -> None:
    result = run("check", *options)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("mkdocs-journey: ")
    assert result.stderr.count("\n") == 1
    assert hint in result.stderr


def test_a_folder_without_a_site_is_said_so(tmp_path: Path, run: Run) -> None:
    result = run("check", tmp_path)
    assert result.exit_code == 2
    assert "no mkdocs.yml in" in result.stderr


@pytest.mark.parametrize(("text", "code"), [(PAGE, 0), (BAD, 1), (None, 2)])
def test_a_process_ends_with_the_code(site: Path, text: str | None, code: int) -> None:
    if text is None:
        (site / "mkdocs.yml").unlink()
    else:
        write(site / "docs/order.md", text)
    command = [sys.executable, "-c", "from mkdocs_journey.cli.main import main; main()", "check"]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == code
    assert "Traceback" not in run.stderr


def test_hostile_text_cannot_speak_to_the_terminal(site: Path, run: Run) -> None:
    write(site / "docs/order.md", PAGE.replace("title: First order", "title: x\n\x1b[2J: y"))
    write(site / "docs/\x1b]0;a.md", BAD)
    assert "\x1b" not in run("check").stdout


def test_a_file_that_the_site_leaves_out_is_not_proposed(site: Path, run: Run) -> None:
    write(site / "docs/order.md", PAGE.replace("feeling: 2", "image: {src: form.png, alt: Form}"))
    write(site / "docs/from.png", "")
    assert "did you mean `from.png`?" in run("check").stdout
    write(site / "mkdocs.yml", "site_name: T\nplugins: [journey]\nexclude_docs: from.png\n")
    told = run("check").stdout
    assert "`form.png` leads nowhere" in told
    assert "from.png" not in told
