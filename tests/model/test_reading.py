"""Whatever YAML holds, the valid part is kept and every fault is said."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_journey.catalog import read_configuration
from mkdocs_journey.model import Block, Journey, read_journey, read_persona
from mkdocs_journey.model.shape import keys_of, type_at
from mkdocs_journey.reference.keys import parts_in_order
from mkdocs_journey.values.base import Reading
from mkdocs_journey.values.cards import Connection

KEYS = sorted({key for part in parts_in_order() for key in keys_of(part)})
scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
words = st.sampled_from(
    ["Buy", "web", "4", "9", "58%", "2 days", "None", "a b", "high", "{", "{x}"]
)
anything = st.recursive(
    scalars | words,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=5), inner, max_size=5)
    ),
    max_leaves=25,
)


@settings(max_examples=120)
@given(anything)
def test_no_value_raises(value: Any) -> None:
    read_journey(value, Reading())
    read_persona(value, Reading())


@settings(max_examples=120)
@given(st.dictionaries(st.sampled_from(KEYS), anything, max_size=6))
def test_a_map_with_one_good_stage_is_always_drawn(data: dict[str, Any]) -> None:
    read = read_journey({**data, "stages": [{"name": "Buy"}, data]}, Reading())
    assert read.part is not None
    assert read.part.stages[0].name == "Buy"


@settings(max_examples=100)
@given(st.dictionaries(st.sampled_from(KEYS), anything, max_size=6))
def test_what_is_left_is_read_without_a_fault(data: dict[str, Any]) -> None:
    read = read_journey({**data, "stages": [{"name": "Buy"}, data]}, Reading())
    again = read_journey(read.rest, Reading())
    assert again.part == read.part
    assert again.faults == ()


def read(data: Any) -> Any:
    return read_journey(data, Reading()).part


def test_only_what_is_at_fault_is_left_out() -> None:
    journey = read(
        {
            "kind": "wrong",
            "owner": "Web",
            "stages": [
                {"name": "A", "feeling": 9, "doing": ["x", {"txt": "y"}, "z"]},
                {"phase": "before", "touchpoints": [{"channel": "web"}, "Pay", 4]},
                {"name": "B", "pains": {"text": "Slow", "severity": "huge", "who": "customer"}},
            ],
        }
    )
    assert journey.kind == "current-state"
    assert journey.owner == "Web"
    first, second, third = journey.stages
    assert ([card.text for card in first.doing], first.feeling) == (["x", "y", "z"], {})
    assert (second.name, second.phase) == ("…", "before")
    assert [item.name for item in second.touchpoints] == ["…", "Pay"]
    assert (third.pains[0].severity, third.pains[0].who) == (None, "customer")


def test_a_text_that_a_colon_split_is_still_drawn() -> None:
    journey = read({"stages": [{"name": "A", "doing": ["Pays", {"First question": "the price"}]}]})
    assert [card.text for card in journey.stages[0].doing] == ["Pays", "First question: the price"]


def test_empty_items_are_no_cards() -> None:
    journey = read({"stages": [{"name": "A", "doing": ["None", "x", None, "n/a", "–"]}]})
    assert [card.text for card in journey.stages[0].doing] == ["x"]


@pytest.mark.parametrize("data", [None, 4, "x", [], {}, {"stages": []}, {"stages": [4, []]}])
def test_without_a_usable_stage_there_is_no_map(data: Any) -> None:
    outcome = read_journey(data, Reading())
    assert outcome.part is None
    assert outcome.faults


@pytest.mark.parametrize("key", ["custom", "if_", "model_config"])
def test_names_of_the_code_are_no_keys(key: str) -> None:
    outcome = read_journey({"stages": [{"name": "A", key: {"a": "b"}}]}, Reading())
    assert [fault.rule.name for fault in outcome.faults] == ["unknown-key"]


def test_lanes_of_the_site_are_keys_at_every_level() -> None:
    catalog, _ = read_configuration({"lanes": {"risks": {"label": "Risks"}}})
    data = {"risks": "a", "stages": [{"name": "A", "risks": ["b", {"text": "c", "chanel": 1}]}]}
    outcome = read_journey(data, Reading(catalog))
    assert outcome.part is not None
    assert [card.text for card in outcome.part.custom["risks"]] == ["a"]
    assert [card.text for card in outcome.part.stages[0].custom["risks"]] == ["b", "c"]
    assert [fault.path for fault in outcome.faults] == [
        ("stages", 0, "(custom)", "risks", 1, "chanel")
    ]
    misspelt = read_journey({"stages": [{"name": "A", "risk": "a"}]}, Reading(catalog))
    assert [fault.message for fault in misspelt.faults] == [
        "unknown key `risk`: did you mean `risks`?"
    ]


def test_types_are_found_along_a_path() -> None:
    assert type_at(Journey, ("stages", 0, "doing", 1, "to", 0)) is Connection
    assert type_at(Journey, ("flow", 0, "split", 0, "do", 3, "else", 1)) is Block
    assert type_at(Journey, ("nowhere", 0)) is None
