"""What was found is kept, and found again only where nothing has changed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mkdocs_journey.cli import compiling
from tests.cli.conftest import BAD, PAGE, PERSONA, Run, write

KEPT = Path(".mkdocs-journey-cache/check.json")


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """An entry for each time that the maps were really read."""
    calls: list[object] = []
    real = compiling.compile_pages

    def counting(*args: object) -> object:
        calls.append(args)
        return real(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(compiling, "compile_pages", counting)
    return calls


def test_an_unchanged_site_is_not_read_again(site: Path, run: Run, compiled: list[object]) -> None:
    write(site / "docs/order.md", BAD)
    first, second = run("check"), run("check")
    assert first.stdout == second.stdout
    assert first.exit_code == second.exit_code == 1
    assert len(compiled) == 1
    for format in ("json", "github", "gitlab", "sarif", "junit"):
        cached = run("check", "--format", format).stdout
        assert cached == run("check", "--format", format, "--no-cache").stdout


def test_options_that_only_choose_need_no_new_check(
    site: Path, run: Run, compiled: list[object]
) -> None:
    write(site / "docs/order.md", BAD)
    run("check")
    assert run("check", "--ignore", "unknown-key").exit_code == 0
    assert len(compiled) == 1


def test_every_change_is_seen(site: Path, run: Run) -> None:
    assert run("check").exit_code == 0
    write(site / "docs/order.md", BAD)
    assert run("check").exit_code == 1
    write(site / "docs/order.md", PAGE)
    (site / "docs/ana.md").rename(site / "docs/anna.md")
    assert "unknown persona `ana`" in run("check").stdout
    write(site / "docs/ana.md", PERSONA)
    assert "unknown persona" not in run("check").stdout
    lanes = "site_name: T\nplugins:\n  - journey: {lanes: {chanel: Chanel}}\n"
    write(site / "docs/order.md", BAD)
    write(site / "mkdocs.yml", lanes)
    assert "unknown key" not in run("check").stdout


def test_a_picture_that_comes_or_goes_is_seen(site: Path, run: Run) -> None:
    image = "          image: {src: form.png, alt: The form}\n"
    write(
        site / "docs/order.md",
        PAGE.replace("          feeling: 2\n", f"          feeling: 2\n{image}"),
    )
    told = "docs/order.md:13:24: warning J363 `form.png` leads nowhere"
    assert told in run("check").stdout
    (site / "docs/form.png").write_bytes(b"")
    assert "J363" not in run("check").stdout
    (site / "docs/form.png").unlink()
    assert told in run("check").stdout


def test_a_day_is_part_of_it(site: Path, run: Run) -> None:
    reviewed = PAGE.replace(
        "  owner:", "  reviewed: 2026-01-02\n  review_every: 6 months\n  owner:"
    )
    write(site / "docs/order.md", reviewed)
    assert "stale-map" not in run("check", "--today", "2026-01-03").stdout
    assert "stale-map" in run("check", "--today", "2029-01-03").stdout


def test_a_map_of_its_own_file_is_watched(site: Path, run: Run) -> None:
    write(site / "docs/order.md", "---\njourney: maps/order.data\n---\n")
    assert "no file" in run("check").stdout
    write(site / "docs/maps/order.data", "stages: [{name: Buy}]\n")
    assert "no file" not in run("check").stdout
    write(site / "docs/maps/order.data", "stages: [{nam: Buy}]\n")
    assert "unknown key `nam`" in run("check").stdout
    write(site / "docs/maps/order.data", "stages: [{name: Buy}]\n")
    assert "unknown key" not in run("check").stdout


def test_another_version_reads_anew(
    site: Path, run: Run, compiled: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    run("check")
    monkeypatch.setattr("mkdocs_journey.cli.cache.version", lambda _: "9.9")
    run("check")
    assert len(compiled) == 2


@pytest.mark.parametrize("text", ["", "{", "[]", '{"key": 1}', "null"])
def test_a_broken_cache_is_written_anew(site: Path, run: Run, text: str) -> None:
    run("check")
    whole = KEPT.read_text("utf-8")
    KEPT.write_text(text, "utf-8")
    assert run("check").exit_code == 0
    assert KEPT.read_text("utf-8") == whole


def test_another_key_is_not_trusted(site: Path, run: Run) -> None:
    write(site / "docs/order.md", BAD)
    run("check")
    kept = json.loads(KEPT.read_text("utf-8"))
    KEPT.write_text(json.dumps({**kept, "key": "0" * 64, "findings": []}), "utf-8")
    assert run("check").exit_code == 1


def test_the_cache_is_never_committed_and_can_be_left_out(site: Path, run: Run) -> None:
    run("check", "--no-cache")
    assert not KEPT.parent.exists()
    run("check")
    assert "*" in (KEPT.parent / ".gitignore").read_text("utf-8").splitlines()
    assert sorted(file.name for file in KEPT.parent.iterdir()) == [".gitignore", "check.json"]


def test_a_folder_that_cannot_be_written_to_is_no_fault(site: Path, run: Run) -> None:
    KEPT.parent.write_text("a file", "utf-8")
    assert run("check").exit_code == 0
