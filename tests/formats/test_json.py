"""A map as data."""

import json
from typing import Any

from mkdocs_journey.atlas import Map, Who
from mkdocs_journey.catalog import read_configuration
from mkdocs_journey.formats.json import write
from mkdocs_journey.model import Journey, Persona
from mkdocs_journey.model.identity import identify
from mkdocs_journey.values.base import Reading

CATALOG, _ = read_configuration({"lanes": {"risk": {"label": "Risk"}}})


def export(data: dict[str, Any], **keys: Any) -> str:
    reading = Reading(CATALOG, frozenset({"ana"}))
    journey = identify(Journey.model_validate(data, context=reading))
    return write(Map("journeys/map.md", "Map", journey, **keys))


def moment(touchpoint: dict[str, Any], **keys: Any) -> dict[str, Any]:
    data = {"stages": [{"name": "Buy", "touchpoints": [{"name": "Pay", **touchpoint}]}], **keys}
    found: dict[str, Any] = json.loads(export(data))["journey"]["stages"][0]["touchpoints"][0]
    return found


def test_a_whole_map() -> None:
    ana = Who("ana", Persona(name="Ana", age="34"), "personas/ana.md")
    text = export({"stages": [{"name": "Café"}]},
                  personas=(ana,), tags=("coffee",))  # fmt: skip
    assert text == (
        '{\n  "path": "journeys/map.md",\n  "title": "Map",\n  "tags": [\n    "coffee"\n  ],\n'
        '  "personas": [\n    {\n      "id": "ana",\n      "page": "personas/ana.md",\n'
        '      "name": "Ana",\n      "age": "34"\n    }\n  ],\n'
        '  "journey": {\n    "kind": "current-state",\n    "status": "draft",\n'
        '    "stages": [\n      {\n        "name": "Café",\n        "id": "cafe"\n      }\n    ]\n'
        "  }\n}\n"
    )


def test_short_and_long_forms_read_the_same() -> None:
    short = moment({"doing": "Types", "feeling": 4, "pains": "Slow", "metrics": {"nps": 46}})
    long = moment(
        {
            "doing": [{"text": "Types", "fail_point": False}],
            "feeling": {"score": 4},
            "pains": [{"text": "Slow", "severity": None}],
            "metrics": {"nps": {"value": 46}},
        }
    )
    assert short == long
    assert list(short)[:2] == ["name", "id"]


def test_values_have_one_form_each() -> None:
    found = moment(
        {
            "wait": "2–3 hours",
            "elapsed": "12+ months",
            "drop_off": "12%",
            "moment_of_truth": True,
            "metrics": {"nps": {"value": "7–10", "target": ">= 40", "date": "2026-10"}},
            "feedback": {"csat": {1: 0, 5: 3}},
        }
    )
    assert found["wait"] == {"min_seconds": 7200, "max_seconds": 10800, "text": "2–3 hours"}
    assert found["elapsed"] == {"min_seconds": 31557600, "text": "12+ months"}
    assert found["drop_off"] == 0.12
    assert found["moment_of_truth"] is True
    assert found["metrics"]["nps"] == {
        "value": {"value": 8.5, "low": 7, "high": 10, "text": "7–10"},
        "target": {"value": 40, "bound": "≥", "text": ">= 40"},
        "date": "2026-10",
    }
    assert found["feedback"]["csat"] == {"1": 0, "5": 3}


def test_feelings_say_whose_they_are() -> None:
    assert moment({"feeling": [2, {"score": 4, "emotion": "calm"}]})["feeling"] == [
        {"score": 2},
        {"score": 4, "emotion": "calm"},
    ]
    assert moment({"feeling": {"ana": 3}})["feeling"] == [{"persona": "ana", "score": 3}]


def test_own_lanes_and_reserved_words_keep_their_names() -> None:
    assert moment({"risk": "High"})["risk"] == [{"text": "High"}]
    flow = [{"if": "paid", "then": {"end": "Done"}, "else": {"wait": "1 day"}}]
    text = export({"stages": [{"name": "Buy"}], "flow": flow})
    (block,) = json.loads(text)["journey"]["flow"]
    assert set(block) == {"if", "then", "else"}


def test_no_lone_surrogate_stops_the_file() -> None:
    assert json.loads(export({"stages": [{"name": "a\ud800b"}]}).encode())["journey"]


def test_a_trigger_of_the_team_s_own_is_no_custom_lane() -> None:
    journey = Journey.model_validate(
        {"stages": [{"name": "Buy"}], "flow": [{"trigger": {"custom": "Cart left"}}]}
    )
    data = json.loads(write(Map("a.md", "A", identify(journey))))
    assert data["journey"]["flow"] == [{"trigger": {"custom": "Cart left"}}]
