"""`mkdocs.yml` read without its host: as MkDocs reads it, and never more than text."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from mkdocs_journey.catalog import read_configuration
from mkdocs_journey.languages import with_theme
from mkdocs_journey.project import (
    ProjectError,
    find_settings,
    open_project,
    read_day,
    read_settings,
)

_BOMB = "a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{below}'] * 9)}]\n"
    for below, name in zip("abcdef", "bcdefg", strict=True)
)


def _write(file: Path, text: str) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_the_nearest_configuration_upwards_is_found(tmp_path: Path) -> None:
    file = _write(tmp_path / "mkdocs.yml", "")
    deep = tmp_path / "docs" / "a"
    deep.mkdir(parents=True)
    assert find_settings(deep) == file
    nearer = _write(tmp_path / "docs" / "mkdocs.yaml", "")
    assert find_settings(deep) == nearer


def test_a_configuration_inherits_key_by_key(tmp_path: Path) -> None:
    _write(tmp_path / "base.yml", "theme: {name: material, language: es}\nnav: [a, b]\n")
    child = "INHERIT: ../base.yml\ntheme: {language: pt-BR}\nnav: [c]\n"
    file = _write(tmp_path / "site/mkdocs.yml", child)
    assert read_settings(file, {}).values == {
        "theme": {"name": "material", "language": "pt-BR"},
        "nav": ["c"],
    }


def test_variables_of_the_environment_have_yamls_types(tmp_path: Path) -> None:
    text = "a: !ENV SITE\nb: !ENV [NONE, SITE, 7]\nc: !ENV [NONE, 7]\nd: !ENV NONE\ne: !ENV N\n"
    values = read_settings(_write(tmp_path / "m.yml", text), {"SITE": "docs", "N": "3"}).values
    assert values == {"a": "docs", "b": "docs", "c": 7, "d": None, "e": 3}


def test_tags_that_run_code_are_left_alone(tmp_path: Path) -> None:
    text = (
        "a: !!python/name:os.system\nb: !!python/object/apply:os.system [touch ran]\n"
        "c: !relative $docs_dir/x\nd: !!python/object/new:x {e: 1}\n"
    )
    values = read_settings(_write(tmp_path / "mkdocs.yml", text), {}).values
    assert values == {"a": "", "b": ["touch ran"], "c": "$docs_dir/x", "d": {"e": 1}}
    assert not Path("ran").exists()


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("a: [", "mkdocs.yml:1:"),
        ("a: " + "[" * 100_000, "60 levels"),
        ("a: &a [*a]", "inside"),
        (_BOMB, "aliases"),
        ("INHERIT: mkdocs.yml", "inherits from itself"),
        ("INHERIT: none.yml", "none.yml"),
        ("INHERIT: [a]", "path of one file"),
        ("a: 2026-99-99", "mkdocs.yml"),
        ("a: '" + "x" * 2_000_001 + "'", "bytes"),
    ],
    ids=["broken", "deep", "cycle", "bomb", "loop", "missing", "list", "date", "large"],
)  # fmt: skip
def test_what_cannot_be_read_is_one_line(tmp_path: Path, text: str, hint: str) -> None:
    file = _write(tmp_path / "mkdocs.yml", text)
    with pytest.raises(ProjectError) as caught:
        read_settings(file, {})
    assert hint in str(caught.value)
    assert len(str(caught.value)) < 500
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("plugins", "options"),
    [
        ("[search, journey]", {}),
        ("[search, journey: {lanes: {a: A}}]", {"lanes": {"a": "A"}}),
        ("{search: {}, journey: {lanes: {a: A}}}", {"lanes": {"a": "A"}}),
        ("[journey: null]", {}),
        ("null", {}),
        ("journey", {}),
    ],
)
def test_the_plugins_settings_are_found(
    tmp_path: Path, plugins: str, options: dict[str, object]
) -> None:
    (tmp_path / "docs").mkdir()
    file = _write(tmp_path / "mkdocs.yml", f"plugins: {plugins}\n")
    assert open_project(file, "", {}).options == with_theme(options, None)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("theme: material", "en"),
        ("theme: {name: material, language: es}", "es"),
        ("theme: {name: mkdocs, locale: pt_BR}", "pt-BR"),
        ("theme: {name: material, language: fr}", "en"),
        ("theme: {name: material, language: fr}\nplugins: [journey: {language: fr}]", "en"),
        ("theme: {name: material, language: es}\nplugins: [journey: {language: fr}]", "es"),
        ("theme: {name: material, language: es}\nplugins: [journey: {language: pt-BR}]", "pt-BR"),
    ],
)
def test_the_language_is_the_themes_unless_the_plugin_says_another(
    tmp_path: Path, text: str, language: str
) -> None:
    (tmp_path / "docs").mkdir()
    file = _write(tmp_path / "mkdocs.yml", text)
    catalog, _ = read_configuration(open_project(file, "", {}).options)
    assert catalog.language == language


def test_a_folder_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    file = _write(tmp_path / "mkdocs.yml", "docs_dir: pages\n")
    with pytest.raises(ProjectError, match="docs_dir"):
        open_project(file, "", {})


def test_the_day_is_the_settings_else_the_builds() -> None:
    assert read_day(date(2026, 1, 2), {"SOURCE_DATE_EPOCH": "0"}) == date(2026, 1, 2)
    assert read_day(datetime(2026, 1, 2, 3), {}) == date(2026, 1, 2)
    assert read_day("2026-01-02", {}) == date(2026, 1, 2)
    assert read_day(None, {"SOURCE_DATE_EPOCH": "86400"}) == date(1970, 1, 2)
    assert read_day("", {}) == date.today()
    for epoch in ("soon", "9" * 30):
        with pytest.raises(ProjectError):
            read_day("", {"SOURCE_DATE_EPOCH": epoch})


@pytest.mark.parametrize("setting", ["soon", "28/11/2026", 2026, ["2026-01-02"]])
def test_a_setting_that_is_no_day_is_left_out(setting: object) -> None:
    assert read_day(setting, {"SOURCE_DATE_EPOCH": "86400"}) == date(1970, 1, 2)


PROJECTS = {
    "properdocs.yml": "plugins: [search, {journey: {channels: {kiosk: Kiosk}}}]\n",
    "mkdocs.yml": "markdown_extensions: [toc, {mkdocs_journey: {channels: {kiosk: Kiosk}}}]\n",
    "zensical.toml": "[project]\nsite_name = 'x'\n"
    "[project.markdown_extensions.mkdocs_journey.channels]\nkiosk = 'Kiosk'\n",
}


@pytest.mark.parametrize("name", PROJECTS)
def test_each_engine_s_configuration_holds_the_settings(tmp_path: Path, name: str) -> None:
    file = _write(tmp_path / name, PROJECTS[name])
    (tmp_path / "docs").mkdir()
    assert find_settings(tmp_path) == file
    assert open_project(file, "", {}).options["channels"] == {"kiosk": "Kiosk"}


def test_the_plugin_s_settings_count_where_both_have_some(tmp_path: Path) -> None:
    text = "plugins: [{journey: {today: 2026-01-02}}]\nmarkdown_extensions: {mkdocs_journey: {}}\n"
    (tmp_path / "docs").mkdir()
    assert open_project(_write(tmp_path / "mkdocs.yml", text), "", {}).today == date(2026, 1, 2)


@pytest.mark.parametrize("text", ["a = [", "a" + " = [" * 2, f"a = {'[' * 5000}{']' * 5000}"])
def test_a_broken_toml_file_is_one_sentence(tmp_path: Path, text: str) -> None:
    file = _write(tmp_path / "zensical.toml", text)
    with pytest.raises(ProjectError, match=r"zensical\.toml: .*: mend this line$"):
        read_settings(file, {})
