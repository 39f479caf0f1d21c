"""What holds for the repository as a whole: sizes, documents, and what the wheel carries."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest

LONGEST_FILE = 320


@pytest.fixture(scope="module")
def version(repository: Path) -> str:
    project = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))
    return str(project["project"]["version"])


def test_files_stay_short_enough_to_be_read_at_once(repository: Path) -> None:
    lengths = {
        str(file.relative_to(repository)): len(file.read_text(encoding="utf-8").splitlines())
        for file in (repository / "mkdocs_journey").rglob("*.py")
    }
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_the_changelog_begins_with_the_current_version(repository: Path, version: str) -> None:
    changelog = (repository / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = re.findall(r"^## (\S+)", changelog, flags=re.MULTILINE)
    assert headings[0] == version


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])
def test_the_commands_that_are_documented_exist(repository: Path, document: str) -> None:
    named = set(re.findall(r"\bmake ([a-z]+)\b", (repository / document).read_text("utf-8")))
    makefile = (repository / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, flags=re.MULTILINE))
    assert {"serve", "test"} <= named <= targets


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_links_between_files_lead_somewhere(repository: Path, document: str) -> None:
    text = (repository / document).read_text(encoding="utf-8")
    targets = re.findall(r"\]\((?!https?:|#)([^)#]+)", text)
    assert [target for target in targets if not (repository / target).exists()] == []


@pytest.fixture(scope="module")
def wheel(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The files of the wheel that users install, without their top folder."""
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out)]
    run = subprocess.run([*command, str(repository)], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    with ZipFile(next(out.glob("*.whl"))) as archive:
        prefix = "mkdocs_journey/"
        return {name.removeprefix(prefix) for name in archive.namelist() if name.startswith(prefix)}


def test_the_wheel_carries_the_starter_site(repository: Path, wheel: set[str]) -> None:
    starter = repository / "site_template"
    files = {str(file.relative_to(repository)) for file in starter.rglob("*") if file.is_file()}
    assert "site_template/mkdocs.yml" in files
    assert files <= wheel


def test_the_wheel_carries_what_the_code_reads(repository: Path, wheel: set[str]) -> None:
    package = repository / "mkdocs_journey"
    data = {
        str(file.relative_to(package))
        for file in package.rglob("*")
        if file.is_file() and file.suffix != ".pyc"
    }
    assert {"py.typed", "locales/es/LC_MESSAGES/mkdocs_journey.po"} <= data
    assert data <= wheel
