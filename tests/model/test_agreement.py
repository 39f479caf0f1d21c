"""The reader and the schema say the same of any value under any key, as editors would ask."""

from typing import Any

import pytest

from mkdocs_journey.front_matter.traps import BOOLEAN_KEYS
from mkdocs_journey.lanes import LaneFields
from mkdocs_journey.model import Block, Fault, Journey, Stage, Touchpoint, read_journey
from mkdocs_journey.model.shape import bare, keys_of
from mkdocs_journey.values.base import Model, Reading
from tests.model.schemas import validator

READING = Reading(personas=frozenset({"ana", "bruno"}))

# YAML 1.2 as editors hand it to a validator: numbers and booleans have types, dates are texts.
VALUES: list[Any] = [
    None, "", "None", "n/a", "-", "–", 0, 1, 4, 6, -1, 2.5, 100, 101, True, False, [], {},
    "x", "X y", "4", "4,5", "58%", "120%", "7–10", "≥ 40", "< 3", "2 days", "PT2H", "2–3 hours",
    "12+ months", "ongoing", "2026-10-02", "2026-10", "2026", "2026-13", "2026-10-02 09:30",
    "1_0", "72,", "NÃO", "９ days", "1,234", "R$ 12", "+4",
    " 4 ", "High", "very high", "web", "two words", "हिन्दी", "日本", "É", "😟", "curious",
    ["x"], [None], ["None"], [1, 2], [4, "curious"], [True], [[1]], {"text": "x"}, {"text": None},
    {"text": ["x"]}, {"txt": "x"}, {"name": "x"}, {"value": 3}, {"value": "x"}, {"score": 3},
    {"score": 9}, {"score": "😟"}, {"score": 2, "zz": 1}, {"ana": 3}, {"ana": [3, 4]}, {"ana": 9},
    {"min": "2 h"}, {"min": "2 h", "max": "3 h"}, {"nps": 3}, {"nps": {"value": 3}}, {"nps": None},
    {"nps": {}}, {"src": "x"}, {"url": "x"}, {"id": "x"}, {"map": "x.md"}, {"segment": "x"},
    {"custom": "x"}, {"task": "x"}, {"share": "50%"}, {"share": 50}, {"1": 3}, {"9": 1},
    {"a": {"title": "x"}}, {"A b": "x"}, {"a": None}, {"metric": "x"}, [{"name": None}],
    [{"text": "x"}, {"text": "y", "id": "z"}], [{"share": "50%", "do": [{"email": "A"}]}],
    [{"email": "A"}], [{"email": "A", "sms": "B"}], [{"goto": "a"}], [{"email": None}],
]  # fmt: skip

KEYS = [
    *(("touchpoint", key) for key in keys_of(Touchpoint)),
    *(("stage", key) for key in keys_of(Stage) if key not in keys_of(LaneFields)),
    *(("journey", key) for key in keys_of(Journey) if key not in keys_of(LaneFields)),
    *(("flow", key) for key in keys_of(Block)),
]


def document(place: str, key: str, value: Any) -> dict[str, Any]:
    stage: dict[str, Any] = {"name": "Buy"}
    if place == "stage":
        stage[key] = value
    elif place == "touchpoint":
        stage["touchpoints"] = [{"name": "Checkout", key: value}]
    journey: dict[str, Any] = {"stages": [stage]}
    if place == "flow":
        journey["flow"] = [{key: value}]
    elif place == "journey":
        journey[key] = value
    return journey


def is_of_another(fault: Fault) -> bool:
    """Which words are feelings is the catalogue's to say, and who has one the map's personas'."""
    is_reference = "neither a persona of this map" in fault.message
    return is_reference or fault.rule.name == "unknown-feeling"


@pytest.mark.parametrize(("place", "key"), KEYS)
def test_the_reader_and_the_schema_agree(place: str, key: str) -> None:
    disagreements = []
    for value in VALUES:
        whole = document(place, key, value)
        faults = read_journey(whole, READING).faults
        if any(is_of_another(fault) for fault in faults):
            continue
        if validator("journey").is_valid(whole) == bool(faults):
            disagreements.append((value, [fault.rule.name for fault in faults]))
    # An emoji is no letter, which a pattern that JavaScript reads alike cannot say. And of `2.500`
    # an editor sees `2.5`: it may be no count, or two thousand five hundred of something.
    unseen = [("😟", ["bad-id"]), *([(2.5, ["wrong-type"])] if key == "volume" else [])]
    assert [item for item in disagreements if item not in unseen] == []


def parts(model: type[Model]) -> list[type[Model]]:
    return [model, *(part for inner in model.__subclasses__() for part in parts(inner))]


def test_yes_and_no_stand_unquoted_under_the_keys_that_ask_for_them() -> None:
    fields = [item for part in parts(Model) for item in keys_of(part).items()]
    assert {key for key, field in fields if bare(field.annotation) is bool} == BOOLEAN_KEYS
