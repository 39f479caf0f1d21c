"""Every example of README and guide can be copied as it stands."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from textwrap import indent

import pytest
import yaml

from mkdocs_journey.catalog import read_configuration
from mkdocs_journey.compilation import compile_site
from mkdocs_journey.formats import json as json_format
from mkdocs_journey.front_matter import read_yaml
from mkdocs_journey.front_matter.silences import silence
from mkdocs_journey.model import Journey, Touchpoint
from mkdocs_journey.model.shape import keys_of
from mkdocs_journey.pages import read_page
from mkdocs_journey.plugin import JourneyConfig
from mkdocs_journey.render.icons import ICONS
from mkdocs_journey.reporters.text import report
from mkdocs_journey.rules import check_configuration, read_severities
from mkdocs_journey.source import Source
from tests.docs.fences import DOCUMENTS, ROOT, Fence, fences, fences_of

YAML = [fence for path in DOCUMENTS for fence in fences(path) if fence.language == "yaml"]
# Those with a file's name show mistakes: `test_messages` says which.
_SETTING = re.compile(r"^(plugins|theme|extra_\w+|use_\w+):", re.MULTILINE)
MAPS = [fence for fence in YAML if not fence.title and not _SETTING.search(fence.text)]
SETTINGS = [fence for fence in YAML if re.search(r"^plugins:", fence.text, re.M)]

_STAGES = "stages: [{name: Buy}]\n"
# The site whose own lane and system the examples use.
CATALOG, _ = read_configuration({"lanes": {"risks": "Risks"}, "systems": {"ris": "RIS"}})


def _named(found: list[Fence]) -> list[object]:
    assert found
    return [pytest.param(fence.text, id=fence.place) for fence in found]


def _page(text: str) -> str:
    """A page around an example, which may be a page, a file of a map, or any part of a map."""
    if text.startswith("---\n"):
        return text
    data = read_yaml(Source("", text)).data
    if {"journey", "persona"} & data.keys():
        journey = data.get("journey")
        is_whole = "persona" in data or (isinstance(journey, dict) and "stages" in journey)
        return f"---\n{text}{'' if is_whole else indent(_STAGES, '  ')}---\n"
    if "stages" in data:
        return f"---\njourney:\n{indent(text, '  ')}---\n"
    if not data and text.startswith("- "):
        text = f"touchpoints:\n{text}"
    if "touchpoints" in text.split(":", 1)[0]:
        return f"---\njourney:\n  stages:\n    - name: Buy\n{indent(text, ' ' * 6)}---\n"
    if data.keys() <= set(keys_of(Touchpoint)):
        moment = f"touchpoints:\n  - name: Checkout\n{indent(text, '    ')}"
        return _page(moment)
    assert data.keys() <= set(keys_of(Journey)), "no part of a map"
    return f"---\njourney:\n{indent(_STAGES + text, '  ')}---\n"


@pytest.mark.parametrize("text", _named(MAPS))
def test_an_example_is_read_without_a_finding(text: str) -> None:
    page = read_page(Source("order.md", _page(text)), CATALOG, _any_map)
    assert page is not None
    loud = silence(page.findings, page.silences)
    assert [report(finding) for finding in loud] == []
    assert page.journey or page.persona


def _any_map(path: str) -> bytes:
    return _STAGES.encode()


@pytest.mark.parametrize(
    "document", [ROOT / "README.md", ROOT / "maps" / "guide" / "index.md"], ids=lambda p: p.name
)
def test_a_first_map_has_no_finding_even_beside_the_rules(document: Path) -> None:
    (text,) = (f.text for f in fences(document) if f.text.startswith("---\n"))
    compiled = compile_site(
        [(Source("index.md", text), ())], {}, Source("", ""), lambda _: None, date(2026, 11, 2)
    )
    assert [report(finding) for finding in compiled.findings] == []
    assert len(compiled.atlas.maps) == 1


@pytest.mark.parametrize("text", _named(SETTINGS))
def test_settings_are_read_without_a_fault(text: str) -> None:
    plugins = yaml.safe_load(text)["plugins"]
    options = next(
        (item["journey"] for item in plugins if isinstance(item, dict) and "journey" in item), {}
    )
    settings = JourneyConfig()
    settings.load_dict(options)
    assert settings.validate() == ([], [])
    catalog, faults = read_configuration(settings)
    severities, rule_faults = read_severities(settings.rules or {})
    assert check_configuration(Source("mkdocs.yml", text), (*faults, *rule_faults), catalog) == ()
    assert len(severities) == len(settings.rules or {})


def test_every_setting_of_the_plugin_is_documented() -> None:
    page = (ROOT / "maps" / "guide" / "configuration.md").read_text(encoding="utf-8")
    table = re.findall(r"^\| `(\w+)` \|", page.split("\nWhere nothing")[0], re.MULTILINE)
    assert sorted(table) == sorted(key for key, _ in JourneyConfig._schema)


def test_the_icons_that_are_named_exist() -> None:
    page = (ROOT / "maps" / "guide" / "configuration.md").read_text(encoding="utf-8")
    section = page.split("## Icons")[1].split("\n## ")[0]
    named = set(re.findall(r"`([\w-]+)`", section)) - {"icon"}
    assert len(named) > 20
    assert named <= ICONS
    channels = set(CATALOG.channels)
    text = page.split("## Channels")[1].split("\n## ")[0]
    assert set(re.findall(r"`([\w-]+)`", text)) == channels


def test_the_data_of_the_downloads_page_is_what_its_map_gives() -> None:
    name = "maps/guide/downloads.md"
    (example,), (data,) = fences_of(name, "yaml"), fences_of(name, "json")
    compiled = compile_site(
        [(Source("journeys/checkout.md", example.text), ())],
        {}, Source("", ""), lambda _: None, date(2026, 11, 2),
    )  # fmt: skip
    assert json.loads(data.text) == json.loads(
        json_format.write(compiled.atlas.maps["journeys/checkout.md"])
    )
