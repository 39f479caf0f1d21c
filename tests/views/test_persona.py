"""A persona's page: its journeys as the persona feels them."""

import pytest

from mkdocs_journey.catalog import BUILT_IN
from mkdocs_journey.model import Persona
from mkdocs_journey.views.layout import first_name
from mkdocs_journey.views.persona import persona_view
from tests.drawing_maps import make_map

MAP = """
stages:
  - name: S
    touchpoints:
      - {name: Search, feeling: {ana: 4, bo: 1}}
      - {name: Pay, feeling: {ana: {score: 2, emotion: lost}, bo: 5}}
      - {name: Receive}
"""
PERSONAS = {"ana": "Ana Martins", "bo": "Bo Berg"}


def test_a_journey_shows_the_personas_own_feelings() -> None:
    maps = [make_map(MAP, personas=PERSONAS)]
    (ana,) = persona_view(Persona(name="Ana Martins"), "personas/ana.md", maps, BUILT_IN).journeys
    (bo,) = persona_view(Persona(name="Bo Berg"), "personas/bo.md", maps, BUILT_IN).journeys
    assert (ana.curve.mean, bo.curve.mean) == (3, 3)
    assert ana.lowest is not None
    assert (ana.lowest.name, ana.lowest.feeling.emotion) == ("Pay", "lost")
    assert bo.lowest is not None
    assert bo.lowest.name == "Search"


def test_a_journey_is_addressed_from_the_personas_page() -> None:
    maps = [make_map(MAP, personas=PERSONAS)]
    (line,) = persona_view(Persona(name="Ana"), "personas/ana.md", maps, BUILT_IN).journeys
    assert line.address == "../journeys/a-map.md"


def test_a_journey_without_feelings_has_no_lowest_moment() -> None:
    maps = [make_map("stages: [{name: S}]", personas={"ana": "Ana"})]
    (line,) = persona_view(Persona(name="Ana"), "personas/ana.md", maps, BUILT_IN).journeys
    assert (line.lowest, line.curve.mean) == (None, None)


def test_the_day_is_a_curve_of_its_hours() -> None:
    persona = Persona.model_validate(
        {"name": "Ana", "day": [{"text": "Wakes", "feeling": 2}, {"text": "Works"},
                                {"text": "Sleeps", "feeling": [4, 5]}]}
    )  # fmt: skip
    day = persona_view(persona, "personas/ana.md", [], BUILT_IN).day
    assert [column.mean for column in day.columns] == [2, None, 4.5]


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Ana Martins", "Ana"),
        ("Dona Lúcia Alves", "Dona Lúcia"),
        ("Sr. Souza", "Sr. Souza"),
        ("DRA. Ana Reis", "DRA. Ana"),
        ("Seu", "Seu"),
        ("Donald Reis", "Donald"),
    ],
)
def test_a_title_is_no_first_name(name: str, short: str) -> None:
    assert first_name(name) == short
