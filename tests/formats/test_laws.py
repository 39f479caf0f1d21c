"""What a file gives back: everything, of the formats that hold everything."""

from typing import Any

from hypothesis import HealthCheck, given, settings

from mkdocs_journey.catalog import BUILT_IN
from mkdocs_journey.formats import json, xlsx, yaml
from mkdocs_journey.translations import Translator
from tests.formats.journeys import journeys, mapped, understood

SPEAK = Translator("en")
settings.register_profile("files", suppress_health_check=[HealthCheck.too_slow], deadline=None)


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
