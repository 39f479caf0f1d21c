"""`import --update`: an edited file put back into its page."""

from __future__ import annotations

import json
import re
from pathlib import Path

import openpyxl
import pytest
import yaml

from tests.cli.conftest import BAD, PAGE, Run, write

COMMENTED = PAGE.replace("feeling: 2\n", "feeling: 2  # in May\n")

PAGE_AS_JSON = json.dumps(yaml.safe_load(PAGE.split("---")[1])["journey"])


@pytest.mark.parametrize(
    ("to", "ending"),
    [
        ("csv", "csv"),
        ("xlsx", "xlsx"),
        ("json", "json"),
        ("yaml", "yml"),
        ("mermaid", "mmd"),
        ("markdown", "md"),
    ],
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


def test_an_edited_markdown_table_goes_back(site: Path, run: Run) -> None:
    write(site / "docs/order.md", COMMENTED)
    table = run("export", "docs/order.md", "--to", "markdown").output
    write(site / "issue.md", f"Our map:\n\n{table}".replace("No grind is named", "No grind at all"))
    result = run("import", "issue.md", "--update", "docs/order.md")
    assert result.exit_code == 0
    expected = COMMENTED.replace("No grind is named", "No grind at all")
    assert (site / "docs/order.md").read_text() == expected


def test_an_emptied_row_takes_away_and_a_missing_one_does_not(site: Path, run: Run) -> None:
    table = run("export", "docs/order.md", "--to", "csv").output
    lines = table.splitlines()
    write(site / "less.csv", "\n".join(line for line in lines if not line.startswith("Pain")))
    result = run("import", "less.csv", "--update", "docs/order.md")
    assert (result.exit_code, result.output) == (0, "0 changes in docs/order.md, 0 not placed\n")
    emptied = [
        ",".join(["Pain points", "", ""]) if line.startswith("Pain") else line for line in lines
    ]
    write(site / "empty.csv", "\n".join(emptied))
    result = run("import", "empty.csv", "--update", "docs/order.md")
    assert "Choose › Product page › pains: removed" in result.output
    assert "pains" not in (site / "docs/order.md").read_text()


def edit_cell(file: Path, old: str, new: str | None) -> None:
    """Write another text into the one cell of a spreadsheet that says this."""
    workbook = openpyxl.load_workbook(file)
    cells = [cell for row in workbook.worksheets[0].iter_rows() for cell in row]
    (cell,) = [cell for cell in cells if str(cell.value or "").startswith(old)]
    cell.value = new
    workbook.save(file)


def test_a_spreadsheet_and_its_page_may_both_have_changed(site: Path, run: Run) -> None:
    run("export", "docs/order.md", "--to", "xlsx", "-o", "map.xlsx")
    edit_cell(site / "map.xlsx", "No grind is named", "No grind at all (high)")
    moved = "name: First of all\n      touchpoints:\n        - {name: Advert}\n    - name: Choose"
    page = PAGE.replace("name: Choose", moved).replace("feeling: 4", "feeling: 5")
    write(site / "docs/order.md", page)
    result = run("import", "map.xlsx", "--update", "docs/order.md")
    assert result.output.endswith("1 change in docs/order.md, 0 not placed\n")
    assert (site / "docs/order.md").read_text() == page.replace(
        "No grind is named", "No grind at all"
    )


def test_what_both_have_changed_stays_and_is_told(site: Path, run: Run) -> None:
    run("export", "docs/order.md", "--to", "xlsx", "-o", "map.xlsx")
    edit_cell(site / "map.xlsx", "No grind is named", "No grind at all")
    edit_cell(site / "map.xlsx", "Checkout", "Basket")
    page = PAGE.replace("No grind is named", "Grinds are hidden")
    write(site / "docs/order.md", page)
    result = run("import", "map.xlsx", "--update", "docs/order.md")
    assert result.exit_code == 1
    assert (
        "map.xlsx: not placed: Choose › Product page › pains: `Grinds are hidden` in the page, "
        "which has changed since the export, and `No grind at all` in the file: the page stays, "
        "write into it what is right\n"
    ) in result.stderr
    assert "name: Basket, id: checkout" in (site / "docs/order.md").read_text()
    assert "Grinds are hidden" in (site / "docs/order.md").read_text()


def test_a_spreadsheet_without_its_hidden_sheet_takes_nothing_away(site: Path, run: Run) -> None:
    write(site / "docs/order.md", COMMENTED)
    run("export", "docs/order.md", "--to", "xlsx", "-o", "map.xlsx")
    workbook = openpyxl.load_workbook(site / "map.xlsx")
    del workbook["mkdocs-journey"]
    workbook.save(site / "map.xlsx")
    edit_cell(site / "map.xlsx", "No grind is named", "No grind at all (high)")
    result = run("import", "map.xlsx", "--update", "docs/order.md")
    assert result.exit_code == 0
    expected = COMMENTED.replace("No grind is named", "No grind at all")
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
    ("name", "content"),
    [
        ("map.json", PAGE_AS_JSON.replace('"feeling": 4', '"feeling": 9')),
        ("map.csv", None),
    ],
)
def test_what_cannot_be_read_leaves_what_the_page_says(
    site: Path, run: Run, name: str, content: str | None
) -> None:
    if content is None:
        table = run("export", "docs/order.md", "--to", "csv").output
        content = re.sub("(Feeling,.*),4", r"\1,purplish", table)
    write(site / name, content)
    result = run("import", name, "--update", "docs/order.md")
    assert result.exit_code == 1
    assert "0 changes in docs/order.md, 1 not placed" in result.output
    assert (site / "docs/order.md").read_text() == PAGE


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("map.txt", "x", "its name must end with"),
        ("map.md", "No table.", "map.md: no table here"),
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
