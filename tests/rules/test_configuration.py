"""Faults of the settings are said at their lines in the file that they stand in."""

from typing import Any

import pytest
import yaml

from mkdocs_journey.catalog import read_configuration
from mkdocs_journey.extension import JourneyExtension
from mkdocs_journey.plugin.settings import JourneyConfig
from mkdocs_journey.render.icons import ICONS
from mkdocs_journey.reporters.text import report
from mkdocs_journey.rules import check_configuration, read_severities
from mkdocs_journey.rules.configuration import OPTIONS, check_icons, check_names
from mkdocs_journey.source import Source

HEAD = "site_name: Maps\nplugins:\n  - search\n  - journey:\n"
TAIL = (
    "markdown_extensions:\n  - pymdownx.superfences:\n      custom_fences:\n"
    "        - format: !!python/name:pymdownx.superfences.fence_code_format\n"
)


def reports_of(settings: str) -> list[str]:
    lines = "".join(f"      {line}\n" for line in settings.splitlines())
    options: Any = yaml.safe_load(settings)
    catalog, faults = read_configuration(options)
    _, rule_faults = read_severities(options.get("rules") or {})
    source = Source("mkdocs.yml", HEAD + lines + TAIL)
    faults += rule_faults + check_names(options) + check_icons(catalog, ICONS)
    findings = check_configuration(source, faults, catalog)
    return [report(finding, "docs") for finding in findings]


@pytest.mark.parametrize(
    ("settings", "place", "rule"),
    [
        ("chanels: {}", "5:7", "bad-configuration"),
        ("today: 2026-10-02\nenabled: true\nTheme: dark", "7:7", "bad-configuration"),
        ("channels:\n  kiosk: {lable: Kiosk}", "6:17", "bad-configuration"),
        ("channels:\n  kiosk: {ownership: ours}", "6:28", "bad-configuration"),
        ("feelings: {stoked: 9}", "5:26", "bad-configuration"),
        ("language: español", "5:17", "bad-configuration"),
        ("rules:\n  unknown-keys: error", "6:23", "unknown-rule"),
        ("rules:\n  unknown-key: loud", "6:22", "unknown-rule"),
        ("lanes:\n  risks: {label: Risks, after: pain}", "6:38", "unknown-configured-lane"),
        ("lanes:\n  goal: Goal", "6:9", "lane-takes-key"),
        ("kinds:\n  experience: [doing, feelings]", "6:29", "unknown-configured-lane"),
    ],
)
def test_a_fault_stands_at_its_setting(settings: str, place: str, rule: str) -> None:
    (line,) = reports_of(settings)
    assert line.startswith(f"mkdocs.yml:{place}: error ")
    assert line.endswith(f"[{rule}]")


def test_the_option_that_was_meant_is_named() -> None:
    assert "unknown key `chanels`: did you mean `channels`?" in reports_of("chanels: {}")[0]


@pytest.mark.parametrize(
    ("icon", "hint"),
    [
        ("mensaje", "did you mean `message`?"),
        ("teléfono", "did you mean `phone`?"),
        ("material/phone", "did you mean `phone`?"),
        ("carr", "did you mean `car`, `cart` or `card`?"),
        ("zzz", "write the id of a built-in channel, or a name such as `card`, `home` or `star`"),
    ],
)
def test_an_icon_that_there_is_not_is_told_with_its_neighbours(icon: str, hint: str) -> None:
    for section in ("channels", "lanes"):
        (line,) = reports_of(f"{section}:\n  kiosk: {{label: Kiosk, icon: {icon}}}")
        assert line.startswith(f"mkdocs.yml:6:37: error J601 unknown icon `{icon}`: {hint}")


def test_options_are_those_of_plugin_and_extension() -> None:
    names = sorted(OPTIONS)
    assert names == sorted(JourneyConfig())
    assert names == sorted(JourneyExtension().getConfigs())


def test_good_settings_are_reported_by_nothing() -> None:
    settings = "lanes:\n  risks: {label: Risks, after: pains}\nrules: {unknown-key: off}\n"
    assert reports_of(settings + "kinds: {experience: [doing, risks]}") == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "markdown_extensions:\n  - toc\n  - mkdocs_journey:\n      feelings: {stoked: 9}\n",
            "4:26",
        ),
        ("markdown_extensions:\n  mkdocs_journey:\n    feelings: {stoked: 9}\n", "3:24"),
        ("[project.markdown_extensions.mkdocs_journey.feelings]\nstoked = 9\n", "1:1"),
    ],
)
def test_an_extension_s_settings_have_places_too(text: str, place: str) -> None:
    catalog, faults = read_configuration({"feelings": {"stoked": 9}})
    (finding,) = check_configuration(Source("site.yml", text), faults, catalog)
    assert report(finding, "docs").startswith(f"site.yml:{place}: error ")
