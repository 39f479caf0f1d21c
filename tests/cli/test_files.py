"""Maps taken along as files, and brought in from them."""

from pathlib import Path

import pytest

from mkdocs_journey.cli.export import FORMATS
from tests.cli.conftest import Run

TABLE = "Stage,Buy,Use\nDoing,Pays,Drinks\nWeather,Rain,\n"


@pytest.mark.parametrize("to", FORMATS)
def test_a_map_is_exported_once_and_not_overwritten(site: Path, run: Run, to: str) -> None:
    args = ("export", "docs/order.md", "--to", to, "-o", "out.file")
    assert run(*args).exit_code == 0
    before = (site / "out.file").read_bytes()
    again = run(*args)
    assert (again.exit_code, (site / "out.file").read_bytes()) == (2, before)
    assert "--force" in again.stderr and again.stderr.count("\n") == 1
    assert run(*args, "--force").exit_code == 0
    assert (site / "out.file").read_bytes() == before


def test_all_maps_go_into_a_folder(site: Path, run: Run) -> None:
    assert run("export", "--all", "--to", "csv", "-o", "files").exit_code == 0
    assert [file.name for file in (site / "files").iterdir()] == ["order.csv"]


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("export", "--to", "csv"), "name one MAP"),
        (("export", "--all", "--to", "csv"), "with -o"),
        (("export", "docs/ana.md", "--to", "csv"), "no map"),
        (("import", "cut.xlsx", "-o", "new.md"), "cut off"),
        (("import", "mkdocs.yml", "-o", "new.md"), "no stages"),
    ],
)
def test_misuse_is_told_in_one_line_and_nothing_written(
    site: Path, run: Run, args: tuple[str, ...], words: str
) -> None:
    (site / "cut.xlsx").write_bytes(b"PK\3\4")
    before = sorted(site.rglob("*"))
    result = run(*args)
    assert result.exit_code == 2
    assert words in result.stderr and result.stderr.count("\n") == 1
    assert sorted(site.rglob("*")) == before


def test_a_table_becomes_a_page_and_what_was_left_out_is_listed(site: Path, run: Run) -> None:
    (site / "table.csv").write_text(TABLE)
    result = run("import", "table.csv", "-o", "docs/table.md")
    assert result.exit_code == 0
    assert result.stderr == (
        "table.csv: row 3, column 2: left out `Rain`: `Weather` is no lane of a map\n"
    )
    assert "  stages:\n    - name: Buy\n      doing:\n" in (site / "docs/table.md").read_text()
    assert "Table" in run("list").stdout


def test_every_format_that_comes_back_makes_a_page(site: Path, run: Run) -> None:
    for to, ending in (("json", "json"), ("yaml", "yml"), ("csv", "csv"), ("xlsx", "xlsx"),
                       ("markdown", "md"), ("mermaid", "mmd")):  # fmt: skip
        run("export", "docs/order.md", "--to", to, "-o", f"again.{ending}")
        result = run("import", f"again.{ending}", "--to", "yaml")
        assert (result.exit_code, result.stderr) == (0, ""), to
        assert "name: Product page" in result.stdout, to
