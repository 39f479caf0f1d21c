"""A map as a spreadsheet."""

import csv
from io import StringIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journey.atlas import Map
from mkdocs_journey.catalog import BUILT_IN, built_in
from mkdocs_journey.formats.csv import BYTE_ORDER_MARK, FORMULA_SIGNS, write
from mkdocs_journey.model import Journey
from mkdocs_journey.model.identity import identify
from mkdocs_journey.translations import Translator
from mkdocs_journey.values.base import Reading


def read(data: dict[str, Any], language: str = "en") -> list[list[str]]:
    catalog = built_in(language)
    personas = frozenset(data.get("personas", ()))
    journey = Journey.model_validate(data, context=Reading(catalog, personas))
    text = write(Map("map.md", "Map", identify(journey)), catalog, Translator(language))
    assert text.startswith(BYTE_ORDER_MARK)
    return list(csv.reader(StringIO(text.removeprefix(BYTE_ORDER_MARK), newline="")))


def test_lanes_down_touchpoints_across() -> None:
    table = read(
        {
            "stages": [
                {
                    "name": "Discover",
                    "phase": "before",
                    "goal": "Notice *it*",
                    "touchpoints": [
                        {
                            "name": "Newsletter",
                            "channel": "email",
                            "volume": 18420,
                            "drop_off": "12%",
                            "doing": ["Skims", {"text": "Sighs", "actor": "Ana"}],
                            "feeling": [{"score": 2, "emotion": "tense"}, 4.5],
                        },
                        {
                            "name": "Shop",
                            "channels": ["web", "store"],
                            "pains": {"text": "[Slow](a.md)", "severity": "high", "frequency": 0.3},
                            "metrics": {"nps": {"value": 46, "target": ">= 40"}},
                            "opportunities": {"text": "Faster", "impact": "high", "status": "idea"},
                            "quotes": {"text": "Hm.", "who": "a baker"},
                            "checkpoint": [{"text": "Paid", "met": True}, "Sent"],
                        },
                    ],
                },
                {"name": "Enjoy", "health": {"value": 70, "previous": 64}, "wait": "2 days"},
            ],
            "lanes": ["goal", "doing", "feeling", "pains", "opportunities", "quotes", "metrics",
                      "health", "checkpoint"],
        }
    )  # fmt: skip
    assert table == [
        ["Stage", "Discover", "Discover", "Enjoy"],
        ["Touchpoint", "Newsletter", "Shop", ""],
        ["Phase", "Before", "Before", ""],
        ["Channel", "Email", "Web, Store", ""],
        ["Volume", "18420", "", ""],
        ["Drop-off", "12%", "", ""],
        ["Goal", "Notice it", "", ""],
        ["Doing", "Skims\nAna: Sighs", "", ""],
        ["Feeling", "2 tense → 4.5 very good", "", ""],
        ["Pain points", "", "Slow (High; 30%)", ""],
        ["Opportunities", "", "Faster (Impact: High; Idea)", ""],
        ["Quotes", "", "“Hm.” (a baker)", ""],
        ["Metrics", "", "NPS: 46 (target ≥ 40)", ""],
        ["Health", "", "", "70 (before: 64)"],
        ["Checkpoint", "", "✓ Paid\n? Sent", ""],
        ["Times", "", "", "Wait: 2 days"],
    ]


def test_each_persona_has_a_row() -> None:
    touchpoint = {"name": "Pay", "feeling": {"ana": 4, "rui": 1}}
    table = read(
        {"personas": ["ana", "rui"], "stages": [{"name": "Buy", "touchpoints": [touchpoint]}]}
    )
    assert ["Feeling (ana)", "4 good"] in table
    assert ["Feeling (rui)", "1 very bad"] in table


def test_labels_follow_the_language() -> None:
    (stage, touchpoint, *_) = read({"stages": [{"name": "Buy"}]}, "pt-BR")
    assert (stage[0], touchpoint[0]) == ("Etapa", "Ponto de contato")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x.example")'])
def test_what_could_be_a_formula_is_text(text: str) -> None:
    table = read({"stages": [{"name": text, "doing": text}]})
    assert table[0][1] == f"'{text}"
    assert ["Doing", f"'{text}"] in table


@given(st.text(min_size=1, max_size=20))
def test_no_cell_begins_like_a_formula(text: str) -> None:
    journey = identify(
        Journey.model_validate({"stages": [{"name": f"x{text}", "doing": f"x{text}"}]})
    )
    stage = journey.stages[0]
    card = stage.doing[0].model_copy(update={"text": text})
    stage = stage.model_copy(update={"name": text, "doing": (card,)})
    found = Map("map.md", "Map", journey.model_copy(update={"stages": (stage,)}))
    written = write(found, BUILT_IN, Translator("en"))
    written.encode("utf-8")
    for row in csv.reader(StringIO(written.removeprefix(BYTE_ORDER_MARK), newline="")):
        assert not any(cell.startswith(FORMULA_SIGNS) for cell in row)


def test_names_are_plain_text() -> None:
    rows = read({"stages": [{"name": "Buy *it*", "touchpoints": [{"name": "Pay **now**"}]}]})
    assert [row[1] for row in rows[:2]] == ["Buy it", "Pay now"]
