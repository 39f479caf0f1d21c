"""The reference pages say what the code says, and their examples work."""

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from mkdocs_journey.catalog import BUILT_IN
from mkdocs_journey.model.rules import RULES as FORM_RULES
from mkdocs_journey.model.schema import journey_schema, page_schema
from mkdocs_journey.model.shape import keys_of
from mkdocs_journey.pages import read_page
from mkdocs_journey.reference import pages
from mkdocs_journey.reference.keys import keys_page, parts_in_order, write_yaml
from mkdocs_journey.rules import RULES
from mkdocs_journey.source import Source

EXAMPLES = [
    pytest.param(part.__name__, key, example, id=f"{part.__name__}.{key}-{number}")
    for part in parts_in_order()
    if part.__name__ != "LaneFields"
    for key, field in keys_of(part).items()
    for number, example in enumerate(field.examples or ())
]


def test_the_pages_of_the_site_are_up_to_date(repository: Path) -> None:
    folder = repository / "maps" / "reference"
    written = {
        file.relative_to(folder).as_posix(): file.read_text("utf-8") for file in folder.rglob("*.*")
    }
    assert written == pages(), "run tools/write_reference.py"


def test_every_key_has_an_example_and_a_meaning() -> None:
    bare = [
        f"{part.__name__}.{key}"
        for part in parts_in_order()
        for key, field in keys_of(part).items()
        if not field.examples or not field.description
    ]
    assert bare == []


@pytest.mark.parametrize(("part", "key", "example"), EXAMPLES)
def test_an_example_fits_the_schema_as_it_is_shown(part: str, key: str, example: object) -> None:
    schema = page_schema()
    shown = yaml.load(f"{key}: {write_yaml(example)}", yaml.SafeLoader)[key]
    value = shown.isoformat() if hasattr(shown, "isoformat") else shown
    if isinstance(value, dict):
        value = {str(name): item for name, item in value.items()}
    field = schema["$defs"][part]["properties"][key]
    validator = Draft202012Validator({**field, "$defs": schema["$defs"]})
    assert [error.message for error in validator.iter_errors(_texts(value))] == []


def _texts(value: object) -> object:
    """Dates within lists and mappings as the texts that they are to a schema."""
    if isinstance(value, dict):
        return {str(key): _texts(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_texts(item) for item in value]
    return value.isoformat() if hasattr(value, "isoformat") else value


@pytest.mark.parametrize("name", ["journey.schema.json", "front-matter.schema.json"])
def test_the_published_schemas_are_those_of_the_model(name: str) -> None:
    expected = journey_schema() if name.startswith("journey") else page_schema()
    assert json.loads(pages()[name]) == expected


def test_every_rule_has_a_page_that_is_linked() -> None:
    written = pages()
    for name in RULES:
        assert f"rules/{name}.md" in written
        assert f"({name}.md)" in written["rules/index.md"]


def test_no_page_of_the_reference_is_read_as_a_map() -> None:
    for path, text in pages().items():
        assert read_page(Source(path, text), BUILT_IN, lambda _: None) is None


def test_all_channels_are_named() -> None:
    assert all(f"`{name}`" in keys_page() for name in BUILT_IN.channels)


def test_every_form_rule_says_why() -> None:
    assert all(rule.why and rule.summary for rule in FORM_RULES)
