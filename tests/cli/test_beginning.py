"""`init` and `new`: what they write reads and builds without a finding."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import get_args

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config

from mkdocs_journey.catalog import KindName
from mkdocs_journey.cli.starter import read_starter
from mkdocs_journey.languages import LANGUAGES
from tests.cli.conftest import Run, write

STARTER_PAGES = {  # What is found in the starter's home in each language, and where its map is.
    "en": ("Our journeys", "journeys/first-journey"),
    "pt-BR": ("Nossas jornadas", "jornadas/primeira-jornada"),
    "es": ("Nuestros recorridos", "recorridos/primer-recorrido"),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_starter_site_builds_at_once_in_each_language(
    tmp_path: Path, run: Run, language: str, caplog: pytest.LogCaptureFixture
) -> None:
    settings = tmp_path / "ours/mkdocs.yml"
    assert run("init", tmp_path / "ours", "--language", language).exit_code == 0
    caplog.set_level("INFO")
    config = load_config(str(settings), strict=True)
    build(config)
    assert not [r for r in caplog.records if r.name == "mkdocs.plugins.journey"]
    checked = run("check", "--strict", "--no-cache", "--format", "json", "--config", settings)
    assert '"findings": []' in checked.stdout, checked.stdout
    name, map_page = STARTER_PAGES[language]
    assert config.site_name == name
    assert config.theme["language"] == language
    page = (tmp_path / "ours/site" / map_page / "index.html").read_text("utf-8")
    assert f' lang="{language.partition("-")[0]}" class="no-js">' in page  # as Material has it
    assert page.count('<svg class="journey-chart"') == 1


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_a_starter_site_holds_the_same_in_each_language(language: str) -> None:
    english, other = read_starter(), read_starter(language)
    assert len(other) == len(english)
    assert not [path for path in other if "words" in path or path.startswith("languages")]
    for path, text in english.items():
        if not path.startswith("docs/") and path != "mkdocs.yml":
            assert other[path] == text
    shape = [[type(part) for part in _parts(read_starter(one))] for one in ("en", language)]
    assert shape[0] == shape[1]


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_each_word_of_the_settings_is_translated_where_it_stands(
    repository: Path, language: str
) -> None:
    settings = read_starter()["mkdocs.yml"]
    file = repository / "site_template/languages" / language / "mkdocs.words.yml"
    words = yaml.safe_load(file.read_text("utf-8"))
    assert [text for text in words if settings.count(text) != 1] == []
    translated = read_starter(language)["mkdocs.yml"]
    assert [text for text in words.values() if text not in translated] == []
    assert settings.count("\n") == translated.count("\n")


def _parts(starter: Mapping[str, str]) -> Iterator[object]:
    """Every key and value of the starter's map, in order."""
    (text,) = (text for text in starter.values() if "\n  stages:" in text)
    left: list[object] = [yaml.safe_load(text.split("---\n")[1])]
    while left:
        part = left.pop()
        yield part
        if isinstance(part, dict):
            left.extend(part.values())
        elif isinstance(part, list):
            left.extend(part)


def test_a_page_goes_where_the_starter_of_a_language_has_its_maps(site: Path, run: Run) -> None:
    (site / "docs/recorridos").mkdir(parents=True)
    assert run("new", "map", "Otra").exit_code == 0
    assert (site / "docs/recorridos/otra.md").is_file()
    assert run("new", "persona", "Ana").exit_code == 0
    assert (site / "docs/personas/ana.md").is_file()


def test_every_file_of_the_starter_site_is_written(
    tmp_path: Path, run: Run, repository: Path
) -> None:
    run("init", tmp_path)
    template = repository / "site_template"
    found = {file.relative_to(template) for file in template.rglob("*") if file.is_file()}
    files = {file for file in found if file.parts[0] != "languages"}
    assert Path(".github/workflows/journeys.yml") in files
    assert {file.relative_to(tmp_path) for file in tmp_path.rglob("*") if file.is_file()} == files
    assert all((tmp_path / file).read_bytes() == (template / file).read_bytes() for file in files)


def test_init_overwrites_nothing_unless_it_is_told_to(tmp_path: Path, run: Run) -> None:
    write(tmp_path / "docs/index.md", "mine")
    write(tmp_path / "notes.md", "mine")
    result = run("init", tmp_path)
    assert result.exit_code == 2
    assert "docs/index.md would be overwritten" in result.stderr
    assert result.stderr.count("\n") == 1
    assert sorted(file.name for file in tmp_path.rglob("*") if file.is_file()) == [
        "index.md",
        "notes.md",
    ]
    assert run("init", tmp_path, "--force").exit_code == 0
    assert (tmp_path / "docs/index.md").read_text("utf-8").startswith("---")
    assert (tmp_path / "notes.md").read_text("utf-8") == "mine"


@pytest.mark.parametrize("place", ["file", "file/below"])
def test_init_needs_a_folder(site: Path, run: Run, place: str) -> None:
    write(site / "file", "mine")
    result = run("init", place)
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", get_args(KindName))
def test_a_new_map_of_each_kind_reads_without_a_finding(
    site: Path, run: Run, kind: str, language: str
) -> None:
    result = run("new", "map", "Booking a visit", "--kind", kind, "--language", language)
    assert result.exit_code == 0, result.output
    text = (site / "docs/journeys/booking-a-visit.md").read_text("utf-8")
    assert f"  kind: {kind}\n" in text
    assert text.count("\n  # ") >= 4
    checked = run("check", "--strict", "--no-cache", "--format", "json")
    assert '"findings": []' in checked.stdout, checked.stdout


@pytest.mark.parametrize("language", LANGUAGES[1:])
@pytest.mark.parametrize("kind", get_args(KindName))
def test_a_new_map_says_the_same_in_each_language(
    site: Path, run: Run, kind: str, language: str
) -> None:
    said = []
    for one in ("en", language):
        run("new", "map", "X", "--kind", kind, "--language", one, "--force", "-o", "docs/x.md")
        text = (site / "docs/x.md").read_text("utf-8")
        said.append([*_SAME.findall(text), len(re.findall("^ *# ", text, re.MULTILINE))])
    assert said[0] == said[1]


_SAME = re.compile(
    r"\b((?:phase|channel|ownership|severity|impact|effort|status|who|score|met|kind|wait): [\w-]+)"
)
"""What is no text of a team's, and the same in every language."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_persona_reads_without_a_finding(site: Path, run: Run, language: str) -> None:
    assert run("new", "persona", "Robin Vega", "--language", language).exit_code == 0
    assert (site / "docs/personas/robin-vega.md").is_file()
    assert '"findings": []' in run("check", "--no-cache", "--format", "json").stdout


def test_comments_are_in_the_language_of_the_site(site: Path, run: Run) -> None:
    write(site / "mkdocs.yml", "site_name: T\ntheme: {language: pt-BR}\nplugins: [journey]\n")
    run("new", "map", "Visita")
    assert "Escreva" in (site / "docs/journeys/visita.md").read_text("utf-8")
    write(site / "mkdocs.yml", "site_name: T\nplugins: [{journey: {language: es}}]\n")
    run("new", "map", "Otra")
    assert "Escribe" in (site / "docs/journeys/otra.md").read_text("utf-8")
    write(site / "mkdocs.yml", "site_name: T\nplugins: [{journey: {language: fr}}]\n")
    run("new", "map", "Autre")
    assert "Write" in (site / "docs/journeys/autre.md").read_text("utf-8")


@pytest.mark.parametrize(
    "name",
    ['Say "hello": *now*', "# not a heading", "{a: b}", "<b>x</b> & y", "A\nB\x1b[31m", "$stages",
     "- - -", "null", "12:30", "\u2028a"],
)  # fmt: skip
def test_any_name_is_a_title_and_not_markup(site: Path, run: Run, name: str) -> None:
    result = run("new", "map", "-o", "docs/x.md", "--", name)
    assert result.exit_code == 0, result.output
    listed = run("list", "--format", "json").stdout
    assert '"findings": []' in run("check", "--no-cache", "--format", "json").stdout
    assert '"path": "x.md"' in listed
    body = (site / "docs/x.md").read_text("utf-8").split("\n---\n")[-1]
    assert body.count("\n# ") == 1
    assert "<b>" not in body


def test_new_overwrites_nothing_unless_it_is_told_to(site: Path, run: Run) -> None:
    write(site / "docs/journeys/visit.md", "mine")
    result = run("new", "map", "Visit")
    assert result.exit_code == 2
    assert "visit.md would be overwritten" in result.stderr
    assert (site / "docs/journeys/visit.md").read_text("utf-8") == "mine"
    assert run("new", "map", "Visit", "--force").exit_code == 0
    assert (site / "docs/journeys/visit.md").read_text("utf-8").startswith("---")


@pytest.mark.parametrize("name", ["", "  ", "…"])
def test_a_name_that_makes_no_file_is_told_in_one_line(site: Path, run: Run, name: str) -> None:
    result = run("new", "map", name)
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert not (site / "docs/journeys").exists()


def test_a_page_outside_of_the_site_is_said_to_be_none(site: Path, run: Run) -> None:
    assert "no page of the site" in run("new", "persona", "Ana", "-o", "elsewhere.md").stdout


@pytest.mark.parametrize("sort", ["map", "persona"])
def test_both_pages_have_help_with_an_example(run: Run, sort: str) -> None:
    assert f"Example: mkdocs-journey new {sort}" in run("new", sort, "--help").stdout


def test_assets_are_those_that_the_plugin_publishes(site: Path, run: Run) -> None:
    build(load_config(str(site / "mkdocs.yml")))
    folder = Path("assets/mkdocs-journey")
    for _ in range(2):  # The second time after an update.
        assert run("assets").exit_code == 0
        for name in ("journey.css", "journey.js"):
            published = (site / "site" / folder / name).read_bytes()
            assert (site / "docs" / folder / name).read_bytes() == published
            (site / "docs" / folder / name).write_text("of another version", "utf-8")


def test_a_site_begins_in_the_folder_that_one_stands_in(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    told = run("init", ".").stdout.splitlines()
    assert re.fullmatch(r"Wrote \d+ files here\.", told[0])
    assert told[1].startswith("Next: `pip install")


def test_a_name_needs_no_quotes(site: Path, run: Run) -> None:
    assert run("new", "map", "Marcar", "uma", "visita", "--kind", "lifecycle").exit_code == 0
    assert 'title: "Marcar uma visita"' in (site / "docs/journeys/marcar-uma-visita.md").read_text()
    assert run("new", "persona").exit_code == 2
