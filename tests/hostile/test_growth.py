"""What a map costs grows with its size and not with its square: steps are counted, not seconds."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from datetime import date
from types import FrameType
from typing import Any

import pytest

from mkdocs_journey.blocks import ALL, ViewBlock
from mkdocs_journey.compilation import compile_site
from mkdocs_journey.drawing import Drawing, Site
from mkdocs_journey.formats import csv
from mkdocs_journey.formats import json as json_format
from mkdocs_journey.render.chart import mermaid_chart
from mkdocs_journey.source import Source
from tests.hostile.large_maps import LARGE, Data

SIZE = 16
TODAY = date(2026, 11, 23)
MOST_GROWTH = 2.7
"""Twice the size adds twice the steps where they grow in a line, four times with the square."""


def publish(data: Data) -> str:
    """All that a build does with a page: it is read, checked, drawn and taken along."""
    source = Source("map.md", f"---\njourney: {json.dumps(data)}\n---\n\n# Title\n")
    nothing = Source("mkdocs.yml", "")
    made = compile_site([(source, ())], {"language": "en"}, nothing, lambda _: None, TODAY)
    for found in made.findings:
        assert found.position.line == 2
    site = Site(made.atlas, made.translator, TODAY, chart=mermaid_chart)
    drawing = Drawing(site, "map.md", "nonce")
    (drawn,) = drawing.draw((ViewBlock(ALL),), ())
    for shown in made.atlas.maps.values():
        csv.write(shown, made.atlas.catalog, made.translator)
        json_format.write(shown)
    return drawing.fill(drawn.html, {})


def count_steps(run: Callable[[], Any]) -> int:
    """How many lines of Python a call runs through."""
    steps = 0

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal steps
        steps += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        run()
    finally:
        sys.settrace(before)
    return steps


@pytest.mark.parametrize("name", LARGE)
def test_the_cost_of_a_map_grows_with_its_size(name: str) -> None:
    make = LARGE[name]
    publish(make(SIZE))  # what is computed once for all maps
    small, middle, large = (
        count_steps(lambda size=size: publish(make(size)))  # type: ignore[misc]
        for size in (SIZE, 2 * SIZE, 4 * SIZE)
    )
    assert (large - middle) / (middle - small) < MOST_GROWTH


@pytest.mark.parametrize("name", LARGE)
def test_a_page_grows_with_its_map(name: str) -> None:
    """Else what is written once, and drawn wherever something refers to it, fills the disk."""
    small, middle, large = (len(publish(LARGE[name](SIZE * size))) for size in (2, 4, 8))
    assert large - middle < MOST_GROWTH * max(middle - small, 1000)
