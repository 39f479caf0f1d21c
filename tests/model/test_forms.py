"""The reader and the schema agree on what may be written."""

from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from mkdocs_journey.catalog import BUILT_IN, read_configuration
from mkdocs_journey.front_matter.silences import silence
from mkdocs_journey.model.schema import journey_schema
from mkdocs_journey.pages import Page, decode, read_page
from mkdocs_journey.source import Source
from tests.model.places import whole
from tests.model.schemas import complaints

HERE = Path(__file__).parent
ACCEPTED = [
    (place, fragment)
    for place, fragments in yaml.safe_load((HERE / "accepted.yml").read_text("utf-8")).items()
    for fragment in fragments
]
REJECTED = yaml.safe_load((HERE / "rejected.yml").read_text("utf-8"))


def read(text: str) -> Page:
    page = read_page(Source("maps/a.md", f"---\n{text}---\n"), BUILT_IN, lambda _: None)
    assert page is not None
    return page


@pytest.mark.parametrize(("place", "fragment"), ACCEPTED)
def test_every_spelling_of_the_language_is_read(place: str, fragment: str) -> None:
    page = read(whole(place, fragment))
    assert [finding.message for finding in page.findings] == []
    assert not page.is_unreadable


@pytest.mark.parametrize(("place", "fragment"), ACCEPTED)
def test_the_schema_accepts_what_is_read(place: str, fragment: str) -> None:
    assert complaints(whole(place, fragment), "page") == []


@pytest.mark.parametrize(("place", "fragment", "rule"), REJECTED)
def test_a_fault_is_reported_once_by_its_rule(place: str, fragment: str, rule: str) -> None:
    page = read(whole(place, fragment))
    assert [finding.rule.name for finding in page.findings] == [rule]
    assert not page.is_unreadable, "the rest of the map is still drawn"


@pytest.mark.parametrize(("place", "fragment", "rule"), REJECTED)
def test_the_schema_rejects_what_is_reported(place: str, fragment: str, rule: str) -> None:
    assert complaints(whole(place, fragment), "page") != []


def pages_of(repository: Path) -> list[Path]:
    folders = ("maps", "site_template", "tests/data")
    found = [file for folder in folders for file in sorted((repository / folder).rglob("*.md"))]
    return [file for file in found if file.read_text("utf-8").startswith("---\n")]


def test_every_map_of_the_repository_is_read_and_fits_the_schema(repository: Path) -> None:
    faults = {}
    for file in pages_of(repository):
        source, _ = decode(file.name, file.read_bytes())

        def load(path: str, folder: Path = file.parent) -> bytes | None:
            return (folder / path).read_bytes() if (folder / path).is_file() else None

        page = read_page(source, BUILT_IN, load)
        front = source.text.split("---\n")[1]
        found = silence(page.findings, page.silences) if page else ()
        said = [f"{item.position.line}: {item.message}" for item in found]
        faults[str(file)] = [*said, *complaints(front, "page")]
    assert len(faults) > 20
    assert {name: said for name, said in faults.items() if said} == {}


def test_every_map_file_of_the_repository_fits_the_schema(repository: Path) -> None:
    files = sorted((repository / "maps").rglob("*.journey.yml"))
    assert files
    assert [said for file in files for said in complaints(file.read_text("utf-8"))] == []


def test_the_schema_of_a_site_knows_its_lanes_channels_and_statuses() -> None:
    catalog, _ = read_configuration(
        {
            "lanes": {"risks": {"label": "Risks"}},
            "channels": {"kiosk": {"label": "Kiosk"}},
            "statuses": {"piloted": "Piloted"},
        }
    )
    data = {"status": "piloted", "risks": "All", "stages": [{"name": "A", "risks": ["Fraud"]}]}
    own, plain = (Draft202012Validator(journey_schema(item)) for item in (catalog, BUILT_IN))
    assert own.is_valid(data)
    assert not plain.is_valid(data)
    definitions = journey_schema(catalog)["$defs"]
    assert "kiosk" in definitions["Touchpoint"]["properties"]["channel"]["anyOf"][0]["enum"]
    assert "piloted" in definitions["Journey"]["properties"]["status"]["anyOf"][0]["enum"]
