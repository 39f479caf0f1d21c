"""`diff` between files, folders and revisions."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import PAGE, PERSONA, Run, write

NEXT = PAGE.replace("feeling: 2", "feeling: 4")


def git(folder: Path, *arguments: str) -> None:
    """Run git without anybody's own settings."""
    identity = {f"GIT_{who}_{key}": f"t@{who}" for who in ("AUTHOR", "COMMITTER")
                for key in ("NAME", "EMAIL")}  # fmt: skip
    off = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(["git", *arguments], cwd=folder, env={**os.environ, **identity, **off},
                   check=True, capture_output=True)  # fmt: skip


def commit(site: Path) -> None:
    git(site, "add", "--all")
    git(site, "commit", "--quiet", "--allow-empty", "--message", "x")


@pytest.fixture
def kept(site: Path) -> Path:
    """The site as the first commit of a repository."""
    git(site, "init", "--quiet")
    commit(site)
    return site


def test_two_files_are_compared_whatever_they_are_called(site: Path, run: Run) -> None:
    write(site / "docs/next.md", NEXT)
    result = run("diff", "docs/order.md", "docs/next.md")
    assert result.exit_code == 1
    assert "  Choose › Product page\n    ~ feeling: 2 → 4\n" in result.stdout
    assert "1 change in 1 page." in result.stdout
    assert run("diff", "docs/order.md", "docs/order.md").exit_code == 0


def test_files_outside_of_any_site_are_compared(tmp_path: Path, run: Run) -> None:
    write(tmp_path / "a.md", PAGE)
    write(tmp_path / "b.md", NEXT)
    assert run("diff", tmp_path / "a.md", tmp_path / "b.md").exit_code == 1


def test_a_maps_own_file_is_compared(tmp_path: Path, run: Run) -> None:
    for name, feeling in (("a", 2), ("b", 4)):
        write(tmp_path / f"{name}.journey.yml", f"stages: [{{name: Buy, feeling: {feeling}}}]\n")
    result = run("diff", tmp_path / "a.journey.yml", tmp_path / "b.journey.yml")
    assert "~ feeling: 2 → 4" in result.stdout


def test_two_folders_are_compared(site: Path, run: Run) -> None:
    write(site / "next/order.md", NEXT)
    write(site / "next/moved/ana.md", PERSONA)
    result = run("diff", "docs", "next", "--format", "json")
    told = json.loads(result.stdout)
    assert result.exit_code == 1
    assert told["changes"] == 2
    assert [page["path"] for page in told["pages"]] == ["moved/ana.md", "order.md"]


def test_the_words_of_the_site_count_on_both_sides(site: Path, run: Run) -> None:
    settings = "site_name: T\nplugins: [{journey: {feelings: {wobbly: 2}}}]\n"
    write(site / "mkdocs.yml", settings)
    write(site / "docs/next.md", PAGE.replace("feeling: 2", "feeling: wobbly"))
    shown = run("diff", "docs/order.md", "docs/next.md").stdout
    assert "~ feeling: 2 → 2 (wobbly)" in shown


def test_two_revisions_are_compared(kept: Path, run: Run) -> None:
    write(kept / "docs/order.md", NEXT)
    write(kept / "docs/later.md", PAGE.replace("First order", "Later"))
    commit(kept)
    write(kept / "docs/order.md", "not committed")
    for range in ("HEAD~1..HEAD", "HEAD~1.."):
        result = run("diff", range)
        assert result.exit_code == 1
        assert "~ feeling: 2 → 4" in result.stdout
        assert "later.md: Later\n  Header\n    + map Later" in result.stdout
    assert run("diff", "HEAD..HEAD").exit_code == 0


def test_the_text_alone_is_no_change(kept: Path, run: Run) -> None:
    write(kept / "docs/order.md", PAGE.replace("feeling: 2", "feeling: {score: 2}") + "\nMore.\n")
    commit(kept)
    result = run("diff", "HEAD~1..HEAD")
    assert (result.exit_code, result.stdout) == (0, "No map changed.\n")


def test_a_file_that_a_page_names_is_read_at_its_revision(site: Path, run: Run) -> None:
    write(site / "docs/named.md", "---\njourney: ./own.journey.yml\n---\n")
    git(site, "init", "--quiet")
    for feeling in (1, 5):
        write(site / "docs/own.journey.yml", f"stages: [{{name: Buy, feeling: {feeling}}}]\n")
        commit(site)
    result = run("diff", "HEAD~1..HEAD", "--format", "markdown")
    assert "| Buy | feeling (better) | 1 | 5 |" in result.stdout


def test_pages_that_a_build_leaves_out_are_left_out(kept: Path, run: Run) -> None:
    write(kept / "docs/.hidden/order.md", PAGE)
    write(kept / "docs/draft.md", PAGE)
    write(kept / "mkdocs.yml", "site_name: T\nplugins: [journey]\nexclude_docs: draft.md\n")
    (kept / "docs/link.md").symlink_to("order.md")
    commit(kept)
    assert run("diff", "HEAD~1..HEAD").exit_code == 0


def test_the_site_may_be_a_folder_of_the_repository(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "sites/one/mkdocs.yml", "site_name: T\nplugins: [journey]\n")
    write(tmp_path / "sites/one/docs/order.md", PAGE)
    write(tmp_path / "sites/two/docs/order.md", PAGE)
    git(tmp_path, "init", "--quiet")
    commit(tmp_path)
    write(tmp_path / "sites/one/docs/order.md", NEXT)
    write(tmp_path / "sites/two/docs/order.md", NEXT)
    commit(tmp_path)
    monkeypatch.chdir(tmp_path / "sites/one")
    told = json.loads(run("diff", "HEAD~1..HEAD", "--format", "json").stdout)
    assert [page["path"] for page in told["pages"]] == ["order.md"]


def test_no_program_that_the_repository_names_is_run(kept: Path, run: Run) -> None:
    trap = kept / "trap.sh"
    write(trap, "#!/bin/sh\ntouch " + str(kept / "sprung") + '\ncat "$1"\n')
    trap.chmod(0o755)
    write(kept / ".gitattributes", "*.md diff=trap filter=trap\n")
    commit(kept)
    for key in ("diff.external", "diff.trap.textconv", "diff.trap.command", "filter.trap.smudge",
                "core.pager", "core.fsmonitor"):  # fmt: skip
        git(kept, "config", key, str(trap))
    assert run("diff", "HEAD~1..HEAD").exit_code == 0
    assert not (kept / "sprung").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["HEAD"], "is not a range of revisions"),
        (["HEAD...HEAD"], "is not a range of revisions"),
        ([".."], "is not a range of revisions"),
        (["--", "--output=x..HEAD"], "is no revision"),
        (["HEAD..-x"], "is no revision"),
        (["nowhere..HEAD"], "no revision 'nowhere' here"),
        (["HEAD..HEAD:docs"], "no revision 'HEAD:docs' here"),
        (["docs", "docs/order.md"], "name two maps, or two folders"),
        (["docs/order.md", "gone.md"], "no file or folder gone.md"),
        (["docs/order.md", "mkdocs.yml"], "cannot be compared"),
        ([], "Missing argument"),
    ],
)
def test_misuse_is_told_in_one_line(
    kept: Path, run: Run, arguments: list[str], message: str
) -> None:
    result = run("diff", *arguments)
    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stderr.count("\n") == 1
    assert not (kept / "x").exists()


def test_without_a_repository_that_is_said(site: Path, run: Run) -> None:
    result = run("diff", "HEAD~1..HEAD")
    assert result.exit_code == 2
    assert "not a git repository" in result.stderr


def test_a_map_that_cannot_be_read_is_not_told_as_removed(kept: Path, run: Run) -> None:
    write(kept / "docs/order.md", PAGE.replace("stages:", "stages: ["))
    commit(kept)
    result = run("diff", "HEAD~1..HEAD")
    assert result.exit_code == 2
    assert "order.md:" in result.stderr
    assert "cannot be compared" in result.stderr
