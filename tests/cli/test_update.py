"""`import --update`: an edited file put back into its page."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import BAD, PAGE, Run, write

COMMENTED = PAGE.replace("feeling: 2\n", "feeling: 2  # in May\n")


@pytest.mark.parametrize(
    ("to", "ending"),
    [("csv", "csv"), ("xlsx", "xlsx"), ("json", "json"), ("yaml", "yml"), ("mermaid", "mmd")],
)
def test_without_an_edit_no_byte_changes(site: Path, run: Run, to: str, ending: str) -> None:
    write(site / "docs/order.md", COMMENTED.replace("\n", "\r\n"))
    assert run("export", "docs/order.md", "--to", to, "-o", f"map.{ending}").exit_code == 0
    result = run("import", f"map.{ending}", "--update", "docs/order.md")
    assert result.output == "0 changes in docs/order.md, 0 not placed\n"
    assert (site / "docs/order.md").read_bytes() == COMMENTED.replace("\n", "\r\n").encode()


def test_an_edited_cell_is_written_and_nothing_else(site: Path, run: Run) -> None:
    write(site / "docs/order.md", COMMENTED)
    run("export", "docs/order.md", "--to", "csv", "-o", "map.csv")
    table = (site / "map.csv").read_text(encoding="utf-8-sig")
    write(site / "map.csv", table.replace("No grind is named", "No grind on any page"))
    result = run("import", "map.csv", "--update", "docs/order.md")
    assert result.exit_code == 0
    assert "pains 1 › text: now `No grind on any page`" in result.output
    expected = COMMENTED.replace("No grind is named", "No grind on any page")
    assert (site / "docs/order.md").read_text() == expected


def test_what_cannot_be_placed_is_said_and_fails(site: Path, run: Run) -> None:
    write(site / "docs/order.md", COMMENTED)
    write(site / "map.json", '{"stages": [{"name": "Pay", "id": "pay", "kind": "x"}]}')
    result = run("import", "map.json", "--update", "docs/order.md")
    assert result.exit_code == 1
    assert "not placed: stages.0.kind: `kind`" in result.output
    assert "a comment (`#`) stands in it" in result.output
    assert "# in May" in (site / "docs/order.md").read_text()


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("map.txt", "x", "a map is updated from"),
        ("map.json", "{", "no JSON here"),
        ("map.xlsx", "PK", "map.xlsx: "),
    ],
)
def test_a_file_that_cannot_be_read_ends_in_one_line(
    site: Path, run: Run, name: str, content: str, message: str
) -> None:
    write(site / name, content)
    result = run("import", name, "--update", "docs/order.md")
    assert result.exit_code == 2
    assert message in result.output
    assert result.output.count("\n") == 1
    assert (site / "docs/order.md").read_text() == PAGE


def test_a_page_with_a_fault_is_left_alone(site: Path, run: Run) -> None:
    """What the fault keeps from being read could not be kept in its place."""
    write(site / "docs/order.md", BAD)
    run("export", "docs/order.md", "--to", "csv", "-o", "map.csv")
    result = run("import", "map.csv", "--update", "docs/order.md")
    assert result.exit_code == 2
    assert "mend it first" in result.output
    assert (site / "docs/order.md").read_text() == BAD


def test_another_place_to_write_to_is_refused(site: Path, run: Run) -> None:
    write(site / "map.json", "{}")
    result = run("import", "map.json", "--update", "docs/order.md", "-o", "x.md")
    assert result.exit_code == 2
    assert "leave -o and --force out" in result.output
