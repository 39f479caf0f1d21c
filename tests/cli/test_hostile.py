"""Bad input of each kind ends in findings or one clear line, with nothing else written."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import BAD, PAGE, Run, write
from tests.formats.test_reading import HOSTILE as FILES

_BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{below}'] * 9)}]\n"
    for below, name in zip("abcdef", "bcdefg", strict=True)
)
_TOUCHPOINTS = "".join(f"        - {{name: T{n}, channel: web}}\n" for n in range(10_000))


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (PAGE.replace("Growth", "Gr\xf6wth").encode("latin-1"), "not-utf-8"),
        ("---\njourney: " + "[" * 5_000_000 + "\n---\n", "too-large"),
        ("---\njourney: " + "[" * 500_000 + "\n---\n", "too-deep"),
        (f"---\n{_BOMB}journey: *g\n---\n", "alias-bomb"),
        ("---\njourney: ../../etc/passwd\n---\n", "outside-site"),
    ],
    ids=["latin-1", "huge", "deep", "bomb", "outside"],
)
def test_a_bad_page_is_a_finding(site: Path, run: Run, text: str | bytes, rule: str) -> None:
    write(site / "docs/order.md", text)
    result = run("check", "--format", "json")
    assert result.exit_code == 1
    assert rule in [finding["rule"] for finding in json.loads(result.stdout)["findings"]]
    assert len(run("check").stdout) < 20_000


def test_a_map_of_ten_thousand_touchpoints_is_read(site: Path, run: Run) -> None:
    head = "---\njourney:\n  stages:\n    - name: Buy\n      touchpoints:\n"
    write(site / "docs/large.md", f"{head}{_TOUCHPOINTS}---\n")
    assert run("check").exit_code in (0, 1)


def test_a_link_to_itself_ends(site: Path, run: Run) -> None:
    (site / "docs/loop").symlink_to(site / "docs")
    (site / "docs/self.md").symlink_to(site / "docs/self.md")
    result = run("check")
    assert result.exit_code == 0
    assert "left out loop (a link to a folder that it stands in)" in result.stderr


@pytest.mark.parametrize("option", ["-o", "--update"])
@pytest.mark.parametrize("name", FILES)
def test_a_bad_file_is_one_line_and_nothing_is_written(
    site: Path, run: Run, name: str, option: str
) -> None:
    write(site / name, FILES[name][0])
    page = "docs/order.md" if option == "--update" else "docs/new.md"
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    result = run("import", name, option, page)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"mkdocs-journey: {name}: ")
    assert result.stderr.count("\n") == 1
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("command", ["import", "diff", "export"])
def test_a_file_that_leads_to_itself_or_elsewhere_is_one_line(
    site: Path, run: Run, command: str
) -> None:
    (site / "docs/loop.md").symlink_to(site / "docs/loop.md")
    (site.parent / "outside.md").write_text(PAGE, "utf-8")
    (site / "docs/out.md").symlink_to(site.parent / "outside.md")
    more = {"import": (), "diff": ("docs/order.md",), "export": ("--to", "json")}[command]
    results = [run(command, "docs/loop.md", *more)]
    if command == "export":  # what the user names is read; as a page of the site it is none
        results.append(run(command, "docs/out.md", *more))
    for result in results:
        assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)


@pytest.mark.parametrize("format", ["text", "json", "github", "gitlab", "sarif", "junit"])
def test_what_no_encoding_has_is_printed_all_the_same(site: Path, run: Run, format: str) -> None:
    write(site / "docs/order.md", PAGE.replace("channel: web\n", '"ch\\ud800": web\n', 1))
    write(site / "docs/emoji.md", BAD.replace("Choose", "😀"))
    result = run("check", "--format", format)
    assert result.exit_code == 1
    assert result.stdout_bytes.decode()


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_a_name_that_is_no_text_is_left_out(site: Path, run: Run) -> None:
    for name in (b"docs/\xff.md", b"docs/\x1b]0;a.md", b"docs/new\nline.md"):
        Path(os.fsdecode(os.fsencode(site) + b"/" + name)).write_text(BAD, "utf-8")
    result = run("check")
    assert result.exit_code == 0
    assert result.stderr.count("a name that cannot be shown") == 3
    assert "\x1b" not in result.stderr


def test_nothing_but_the_cache_is_written(site: Path, run: Run) -> None:
    before = {path for path in site.rglob("*") if ".mkdocs-journey-cache" not in path.parts}
    write(site / "docs/order.md", BAD)
    for command in ("check", "list", "stats", "schema"):
        run(command)
    after = {path for path in site.rglob("*") if ".mkdocs-journey-cache" not in path.parts}
    assert before == after
