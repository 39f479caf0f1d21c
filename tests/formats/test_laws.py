"""What a file gives back: everything, of the formats that hold everything."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from mkdocs_journey.atlas import Map
from mkdocs_journey.catalog import BUILT_IN
from mkdocs_journey.formats import csv, json, markdown, mermaid, xlsx, yaml
from mkdocs_journey.formats.imported import Imported
from mkdocs_journey.translations import Translator
from tests.formats.held import held_by_mermaid, held_by_tables, of_table
from tests.formats.journeys import journeys, mapped, plain_texts, understood

SPEAK = Translator("en")
settings.register_profile("files", suppress_health_check=[HealthCheck.too_slow])


@given(journeys())
def test_json_gives_back_what_it_was_given(data: dict[str, Any]) -> None:
    found = mapped(data)
    back = json.read(json.write(found))
    assert (understood(back.journey), back.title, back.tags, back.notes) == (
        found.journey, "A map", ("x",), ()
    )  # fmt: skip


@given(journeys())
def test_yaml_gives_back_what_it_was_given(data: dict[str, Any]) -> None:
    found = mapped(data)
    back = yaml.read(yaml.write(found, BUILT_IN, SPEAK))
    assert (understood(back.journey), back.notes) == (found.journey, ())


@given(journeys())
def test_a_page_gives_back_what_it_was_given(data: dict[str, Any]) -> None:
    found = mapped(data)
    back = yaml.read(yaml.write_page(json.read(json.write(found))))
    assert (understood(back.journey), back.title, back.tags) == (found.journey, "A map", ("x",))


@given(journeys())
def test_a_spreadsheet_gives_back_what_it_was_given(data: dict[str, Any]) -> None:
    found = mapped(data)
    back = xlsx.read(xlsx.write(found, BUILT_IN, SPEAK), BUILT_IN)
    assert (understood(back.journey), back.title, back.notes) == (found.journey, "A map", ())


@pytest.mark.parametrize(
    "again",
    [
        lambda found: csv.read(csv.write(found, BUILT_IN, SPEAK), BUILT_IN),
        lambda found: markdown.read(markdown.write(found, BUILT_IN, SPEAK), BUILT_IN),
    ],
    ids=["csv", "markdown"],
)
@given(data=journeys(plain_texts))
def test_a_table_gives_back_what_it_can_hold(
    again: Callable[[Map], Imported], data: dict[str, Any]
) -> None:
    found = mapped(data)
    assert of_table(again(found)) == of_table(held_by_tables(found))


@given(journeys(plain_texts))
def test_mermaid_gives_back_what_it_can_hold(data: dict[str, Any]) -> None:
    found = mapped(data)
    back = mermaid.read(mermaid.write(found, BUILT_IN, SPEAK), BUILT_IN)
    assert (back.title, back.journey["stages"]) == ("A map", held_by_mermaid(found))
