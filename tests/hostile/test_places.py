"""Attacks where no text is meant: ids, choices, numbers, dates, keys, and what surrounds a map."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from mkdocs_journey.atlas import Atlas
from mkdocs_journey.blocks import ALL, ViewBlock
from mkdocs_journey.catalog import BUILT_IN
from mkdocs_journey.drawing import Drawing, Site
from mkdocs_journey.pages import read_page
from mkdocs_journey.render.chart import mermaid_chart
from mkdocs_journey.source import Source
from mkdocs_journey.translations import translator
from tests.hostile.attacks import Attacker, replacements
from tests.html import Page

ATTACK = '"><img src=x onerror=alert(1)><script>{#x onclick=y}\x02amp\x03[a](javascript:b)'
TODAY = date(2026, 11, 23)


def draw(value: object, key: str = "journey") -> str:
    """A page with a map, drawn without a host."""
    source = Source("map.md", f"---\n{key}: {json.dumps(value)}\n---\n\n# Title\n")
    page = read_page(source, BUILT_IN, lambda _: None)
    assert page is not None
    site = Site(Atlas(BUILT_IN, {page.path: page}), translator("en"), TODAY, chart=mermaid_chart)
    drawing = Drawing(site, page.path, "nonce")
    (drawn,) = drawing.draw((ViewBlock(ALL),), ())
    html = drawing.fill(drawn.html, {})
    return drawn.with_title(html, "nonce", "<h1>Title</h1>", has_heading=True)


def check(html: str) -> None:
    page = Page(html)
    assert page.faults == []
    assert page.dangers() == []
    assert [id for id, n in page.ids.items() if n > 1] == []


@pytest.mark.parametrize("key", ["journey", "persona"])
def test_an_attack_in_place_of_any_value_is_a_text(key: str) -> None:
    attacker = Attacker("Words")
    whole = attacker.journey() if key == "journey" else attacker.persona()
    parts: list[Any] = [whole]
    if key == "journey":
        # A map for each lane and each block: many small ones say where it broke.
        moment = whole["stages"][0]["touchpoints"][0]
        rest = {name: whole[name] for name in whole if name not in moment and name != "flow"}
        stage = {"name": "Buy", "touchpoints": [{"name": "Pay"}]}
        parts = [{**rest, "stages": [stage]}]
        parts += [
            {"stages": [{"name": "Buy", "touchpoints": {"name": "Pay", lane: moment[lane]}}]}
            for lane in moment
        ]
        parts += [{"stages": [stage], "flow": [block]} for block in whole["flow"]]
    for part in parts:
        for hostile in replacements(part, ATTACK):
            check(draw(hostile, key))


def test_the_greatest_numbers_can_be_added_up_and_drawn() -> None:
    most = "9" * 15
    moment = {
        "name": "Pay",
        "volume": most,
        "drop_off": "10%",
        "duration": f"{most} s",
        "metrics": {"cost": {"value": most, "previous": f"-{most}"}, "nps": f"{most}%"},
        "feedback": {"nps": {"promoters": most, "detractors": most}, "csat": {"1": most}},
    }
    stage = {"name": "Buy", "touchpoints": [moment] * 3}
    check(draw({"stages": [stage] * 3, "kind": "lifecycle"}))
