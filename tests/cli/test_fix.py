"""`fix`: what it writes, what it shows, and how it ends."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from mkdocs_journey import compilation
from mkdocs_journey.catalog import Catalog
from mkdocs_journey.cli import fix
from mkdocs_journey.pages import Page, read_page
from mkdocs_journey.rules import check_page
from mkdocs_journey.source import Source
from mkdocs_journey.surroundings import Surroundings
from tests.cli.conftest import BAD, PAGE, Run, write


def test_a_misspelt_key_is_mended_and_the_check_passes(site: Path, run: Run) -> None:
    write(site / "docs/order.md", BAD)
    result = run("fix")
    assert ":11: `channel` instead of `chanel`" in result.output
    assert result.exit_code == 0
    assert "channel: web\n          feeling: 2" in (site / "docs/order.md").read_text()
    assert run("check").exit_code == 0


def test_a_second_fix_writes_nothing(site: Path, run: Run) -> None:
    run("fix")
    before = (site / "docs/order.md").stat()
    assert run("fix").output == "0 repairs in 0 files, 0 faults left\n"
    assert (site / "docs/order.md").stat().st_ino == before.st_ino


def test_a_diff_writes_nothing_and_fails(site: Path, run: Run) -> None:
    write(site / "docs/order.md", BAD)
    result = run("fix", "--diff")
    assert "-          chanel: web\n" in result.output
    assert "+          channel: web\n" in result.output
    assert result.exit_code == 1
    assert (site / "docs/order.md").read_text() == BAD


def test_a_diff_of_nothing_says_so(site: Path, run: Run) -> None:
    write(site / "docs/order.md", PAGE.replace("feeling: 2", "feeling: zonked"))
    run("fix")
    result = run("fix", "--diff")
    assert (result.stdout, result.exit_code) == ("", 0)
    assert "nothing to mend; what else is wrong, `mkdocs-journey check` says" in result.stderr


def test_a_fault_that_only_people_can_mend_is_left_and_fails(site: Path, run: Run) -> None:
    write(site / "docs/order.md", PAGE.replace("feeling: 2", "feeling: zonked"))
    result = run("fix")
    assert "1 fault left" in result.output
    assert result.exit_code == 1


OFF = """\
site_name: T
plugins:
  - journey:
      rules: {unknown-channel: off, unknown-status: off, unknown-key: off, unknown-value: off}
"""


def test_what_the_site_has_not_checked_stays(site: Path, run: Run) -> None:
    run("fix")
    text = (site / "docs/order.md").read_text().replace("channel: web\n", "channel: loja\n")
    text = text.replace("  owner:", "  status: rascunho\n  ouner:").replace("high", "alta")
    for page in (text, text.replace("journey:", "Journey:")):
        write(site / "docs/order.md", page)
        write(site / "mkdocs.yml", OFF)
        result = run("fix")
        assert (site / "docs/order.md").read_text() == page
        assert (result.output, result.exit_code) == ("0 repairs in 0 files, 0 faults left\n", 0)
        write(site / "mkdocs.yml", "site_name: T\nplugins: [journey]\n")
        run("fix")
        mended = (site / "docs/order.md").read_text()
        assert "channel: store\n" in mended
        assert "  status: draft\n  owner:" in mended
        assert "high" in mended


def test_what_cannot_be_written_and_is_no_fault_does_not_fail(site: Path, run: Run) -> None:
    stages = "  stages:\n    - &a {name: A}\n    - *a\n"
    write(site / "docs/order.md", f"---\njourney:\n{stages}---\n")
    result = run("fix")
    assert "not `id: a`" in result.output
    assert "0 faults left\n" in result.output
    assert result.exit_code == 0


def test_only_the_paths_that_are_named_are_mended(site: Path, run: Run) -> None:
    write(site / "docs/order.md", BAD)
    write(site / "docs/other/map.md", BAD)
    run("fix", "docs/other")
    assert (site / "docs/order.md").read_text() == BAD
    assert (site / "docs/other/map.md").read_text() != BAD


def test_the_others_are_neither_searched_nor_checked(
    site: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    searched: list[str] = []
    checked: list[str] = []

    def read(source: Source, *rest: Any) -> Any:
        searched.append(source.path)
        return read_page(source, *rest)

    def check(catalog: Catalog, around: Surroundings, page: Page, *rest: Any) -> Any:
        checked.append(page.path)
        return check_page(catalog, around, page, *rest)

    monkeypatch.setattr(fix, "read_page", read)
    monkeypatch.setattr(compilation, "check_page", check)
    write(site / "docs/other/map.md", BAD)
    assert run("fix", "docs/other/map.md").output.endswith(", 0 faults left\n")  # It finds `ana`.
    assert (searched, checked) == (["other/map.md"], ["other/map.md"])


def test_a_maps_own_file_is_mended_where_only_that_is_named(site: Path, run: Run) -> None:
    write(site / "docs/order.md", "---\njourney: order.journey.yml\n---\n")
    write(site / "docs/order.journey.yml", "stages:\n  - nome: Buy\n    feeling: zonked\n")
    write(site / "docs/other.md", BAD)
    result = run("fix", "docs/order.journey.yml")
    assert "1 repair in 1 file, 1 fault left" in result.output
    assert "chanel" in (site / "docs/other.md").read_text()


def test_a_maps_own_file_is_mended(site: Path, run: Run) -> None:
    write(site / "docs/order.md", "---\njourney: order.journey.yml\n---\n")
    write(site / "docs/order.journey.yml", "stages:\n  - nome: Buy\n")
    assert run("fix").exit_code == 0
    assert (site / "docs/order.journey.yml").read_text() == "stages:\n  - name: Buy\n    id: buy\n"


def test_a_file_that_is_not_utf_8_is_left_alone(site: Path, run: Run) -> None:
    content = BAD.replace("Choose", "Café").encode("latin-1")
    write(site / "docs/order.md", content)
    result = run("fix")
    assert "save it as UTF-8" in result.output
    assert result.exit_code == 1
    assert (site / "docs/order.md").read_bytes() == content


SOURCES = "  sources: {old: {title: Old, method: interview, date: 2001-01-01}}\n"


def test_what_is_left_is_what_a_check_counts(site: Path, run: Run) -> None:
    """Also what stands between maps, in settings and in blocks; notes leave nothing to mend."""
    text = PAGE.replace("channel: web", "canal: Loja física", 1).replace("[ana]", "[anna]")
    text = text.replace("  owner: Growth\n", SOURCES) + "\n/// journey | curv\n///\n"
    write(site / "docs/order.md", text)
    write(site / "docs/other/map.md", PAGE.replace("[ana]", "[bo]"))
    write(site / "mkdocs.yml", "site_name: T\nplugins: [{journey: {today: 28/11/2026}}]\n")
    result = run("fix")
    checked = run("check").output.splitlines()[-1]
    assert "`store` instead of `Loja física`" in result.output
    assert "note" in checked
    counted = sum(int(number) for number in re.findall(r"([0-9]+) (?:error|warning)", checked))
    assert counted == 4
    assert "4 faults left: `mkdocs-journey check` says what to write" in result.output
    assert "1 fault left" in run("fix", "docs/other").output
