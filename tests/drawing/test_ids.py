"""Ids of a drawn page: each once, and stable where nothing else wants them."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_journey.atlas import Atlas
from mkdocs_journey.blocks import ALL, ViewBlock
from mkdocs_journey.blocks.options import Options
from mkdocs_journey.catalog import BUILT_IN
from mkdocs_journey.drawing import Drawing, Site
from mkdocs_journey.drawing.homing import lead_home
from mkdocs_journey.model import Journey
from mkdocs_journey.model.identity import identify
from mkdocs_journey.pages import Page
from mkdocs_journey.render.chart import mermaid_chart
from mkdocs_journey.render.escape import escape
from mkdocs_journey.source import Source
from mkdocs_journey.translations import translator
from mkdocs_journey.views.header import KIND_LABELS
from tests import html


def page_of(path: str, journey: dict[str, Any]) -> Page:
    source = Source(path, "")
    return Page(path, "A map", source, source, journey=identify(Journey.model_validate(journey)))


def draw(
    pages: dict[str, dict[str, Any]],
    path: str = "map.md",
    *blocks: ViewBlock,
    taken: tuple[str, ...] = (),
) -> str:
    """Views of a page as they are published, and the headings that contents lead to."""
    atlas = Atlas(BUILT_IN, {name: page_of(name, data) for name, data in pages.items()})
    site = Site(atlas, translator("en"), date(2026, 11, 23), chart=mermaid_chart)
    drawing = Drawing(site, path, "nonce")
    drawn = drawing.draw(blocks or (ViewBlock(ALL),), taken)
    finished = [
        view.with_title(drawing.fill(view.html, {}), "nonce", "", has_heading=True)
        for view in drawn
    ]
    for view, text in zip(drawn, finished, strict=True):
        for section in view.sections:
            assert not section.id or f'id="{section.id}"' in text
    return "\n".join(finished)


def ids(text: str) -> list[str]:
    found = [id for id, n in html.Page(text).ids.items() for _ in range(n)]
    assert len(found) == len(set(found)), sorted(id for id in found if found.count(id) > 1)
    return found


def stages(*named: tuple[str, list[str]]) -> dict[str, Any]:
    return {
        "stages": [
            {"name": name, "touchpoints": [{"name": inner, "feeling": 2} for inner in touchpoints]}
            for name, touchpoints in named
        ]
    }


def test_a_stage_and_a_touchpoint_may_spell_the_same_id() -> None:
    found = ids(draw({"map.md": stages(("a", ["b c"]), ("a b", ["c", "d"]), ("a-b-c", []))}))
    assert {"a", "a-b", "a-b-c", "a-b-c_1", "a-b-c_2", "a-b-d"} <= set(found)


def test_stages_come_before_touchpoints() -> None:
    text = draw({"map.md": stages(("a", ["b"]), ("a-b", []))})
    assert re.search(r'<th[^>]*id="a-b"|id="a-b"[^>]*>', text)
    assert "a-b_1" in ids(text)


@pytest.mark.parametrize("name", ["view.map", "part.lanes", "pain.1", "source.1", "VIEW MAP", "…"])
def test_names_like_the_page_s_own_ids_collide_with_none(name: str) -> None:
    ids(draw({"map.md": stages((name, [name, name]), (name, []))}))


def test_ids_that_were_written_twice_stand_once() -> None:
    twice = {
        "stages": [
            {"name": "A", "id": "x", "touchpoints": [
                {"name": "B", "id": "y", "backstage": {"text": "1", "id": "c"}},
                {"name": "C", "id": "y", "support": {"text": "2", "id": "c"}, "feeling": 2}]},
            {"name": "D", "id": "x", "feeling": 4, "backstage": [{"text": "3", "id": "c"}]},
        ]
    }  # fmt: skip
    found = ids(draw({"map.md": twice}))
    assert {"x", "x_1", "x-y", "x-y_1", "part.card.c"} <= set(found)


def test_ids_of_the_page_s_text_stay_with_it() -> None:
    found = ids(draw({"map.md": stages(("A", ["B"]))}, taken=("a", "a-b", "a_1")))
    assert not {"a", "a-b", "a_1"} & set(found)
    assert {"a_2", "a-b_1"} <= set(found)


@pytest.mark.parametrize("other", ["view.md", "part.md", "pain.md", "a/b.md", "2.md", "á/b.md"])
def test_maps_of_other_pages_stand_beside_the_page_s_own(other: str) -> None:
    pages = {"map.md": stages(("Map", ["1"])), "a-b.md": stages(("Map", []))}
    pages[other] = stages(("Map", ["1"]), ("lanes", []), ("1", []))
    blocks = [
        ViewBlock(view, read=Options(paths={"of": of}))
        for of in ("", "a-b.md", other, other)
        for view in (ALL, "flow")
    ]
    ids(draw(pages, "map.md", *blocks))


NAMES = st.text("ab-. _1éA", min_size=1, max_size=5).filter(lambda text: text.strip("-–— "))
IDS = st.sampled_from(["", "a", "b", "a-b", "a_1", "b-a"])
CARDS = st.fixed_dictionaries(
    {"text": NAMES, "id": IDS, "to": st.lists(IDS.filter(bool), max_size=2)}
)
MOMENTS = st.fixed_dictionaries(
    {"name": NAMES, "id": IDS},
    optional={
        "feeling": st.integers(1, 5),
        "doing": st.lists(CARDS, max_size=2),
        "backstage": st.lists(CARDS, max_size=2),
        "pains": st.lists(st.fixed_dictionaries({"text": NAMES, "id": IDS}), max_size=2),
    },
)
JOURNEYS = st.lists(
    MOMENTS.flatmap(
        lambda stage: st.lists(MOMENTS, max_size=3).map(
            lambda touchpoints: {**stage, "touchpoints": touchpoints}
        )
    ),
    min_size=1,
    max_size=3,
).map(lambda found: {"stages": found})


@settings(max_examples=60)
@given(JOURNEYS, st.lists(st.sampled_from(["a", "b", "a-b", "a-b_1"]), unique=True))
def test_any_names_and_ids_make_a_whole_page(journey: dict[str, Any], taken: list[str]) -> None:
    text = draw({"map.md": journey}, taken=tuple(taken))
    assert not set(taken) & set(ids(text))
    assert html.Page(text).faults == []


ATTRIBUTES = ' id="other.x" data-id="x" href="#other.x"> <symbol id="tag">'


@pytest.mark.parametrize("kind", [*KIND_LABELS])
@pytest.mark.parametrize("lanes", [None, ["doing"], ["doing", "pains"], ["opportunities"]])
def test_a_map_has_all_that_other_pages_link_to(kind: str, lanes: list[str] | None) -> None:
    note = {"pains": ["Slow"], "opportunities": ["Faster"]}
    touchpoints = [{"name": "Pay", **note}, {"name": "Wait"}]
    journey = {
        "kind": kind,
        **note,
        "stages": [{"name": "Buy", **note, "touchpoints": touchpoints}, {"name": "Use", **note}],
    }
    if lanes is not None:
        journey["lanes"] = lanes
    wanted = {"buy", "buy-pay", "buy-wait", "use", "view.insights"}
    wanted |= {f"{what}.{n}" for what in ("pain", "opportunity") for n in range(1, 5)}

    assert wanted <= set(ids(draw({"map.md": journey})))


def test_a_text_that_looks_like_attributes_stays_a_text() -> None:
    other = stages(("Buy", ["Pay"]))
    other["stages"][0]["doing"] = ATTRIBUTES
    views = [
        ViewBlock(view, read=Options(paths={"of": "other.md"}))
        for view in ("map", "map", "insights")
    ]
    text = draw({"map.md": stages(("a", ["b"])), "other.md": other}, "map.md", *views)
    assert ids(text)
    assert text.count(escape(ATTRIBUTES.strip())) == 2


def test_only_an_id_makes_a_link_stay() -> None:
    link = '<a data-id="o.x" href="#o.x">x</a>'
    assert lead_home(link, "o.", "o/") == '<a data-id="o.x" href="o/#x">x</a>'
    assert lead_home(f'<p id="o.x">{link}</p>', "o.", "o/") == f'<p id="o.x">{link}</p>'
