"""The text of a flow's Mermaid flowchart."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from mkdocs_journey.render.flowchart import MOST_CHARACTERS, MOST_EDGES, flowchart
from mkdocs_journey.views.flow import flow
from tests.flows import CAMPAIGN, context_in, map_of, read_map


def chart(blocks: list[dict[str, Any]] | None = None, language: str = "en", **journey: Any) -> str:
    source = flowchart(flow(map_of(blocks, **journey)), context_in(language), "Flow", "Said.")
    assert source is not None
    return source


def lines(blocks: list[dict[str, Any]] | None = None, **more: Any) -> list[str]:
    return [line.strip() for line in chart(blocks, **more).splitlines()]


def test_a_campaign_with_every_block(snapshot: SnapshotAssertion) -> None:
    map_ = read_map(CAMPAIGN)
    assert map_ is not None

    assert flowchart(flow(map_), context_in(), map_.title, "A campaign.") == snapshot


def test_a_flow_made_from_stages(snapshot: SnapshotAssertion) -> None:
    assert chart() == snapshot


def test_ways_out_say_their_condition_time_out_or_share() -> None:
    blocks = [
        {"if": "Q", "within": "3 weeks", "then": [{"end": "E"}]},
        {"split": [{"share": "12.5%", "do": [{"email": "A"}]}, {"do": [{"email": "B"}]}]},
    ]

    assert [line for line in lines(blocks) if "-->" in line] == [
        'n1 -->|"Yes"| n2', 'n1 -->|"No#44; after 3 weeks"| n3', 'n3 -->|"12.5#37;"| n4',
        "n3 --> n5", "n4 --> n0", "n5 --> n0",
    ]  # fmt: skip


def test_a_jump_is_a_dotted_arrow() -> None:
    assert "n2 -.-> n1" in lines([{"email": "A", "id": "a"}, {"email": "B", "goto": "a"}])


def test_a_jump_to_nowhere_is_a_node() -> None:
    assert 'n1[/"Jump<br/>nowhere"/]' in lines([{"goto": "nowhere"}])


def test_a_node_links_to_its_touchpoint() -> None:
    assert 'click n1 href "#buy-checkout"' in lines([{"touchpoint": "checkout"}])


def test_paths_stand_on_the_ways_that_not_all_of_them_take() -> None:
    moments = [{"name": "A"}, {"name": "B", "path": "good"}, {"name": "C"}]
    stages = [{"name": "S", "touchpoints": moments}]

    found = lines(stages=stages, paths={"good": "All well", "bad": "Not so"})

    assert [line for line in found if "-->" in line] == [
        'n1 -->|"All well"| n2', 'n1 -->|"Not so"| n3', 'n2 -->|"All well"| n3',
        "n3 --> n0",
    ]  # fmt: skip


def test_labels_are_in_the_language_of_the_site() -> None:
    assert 'n1 -->|"Sim"| n0' in lines([{"if": "Q"}], language="pt-BR")


@pytest.mark.parametrize(
    "blocks",
    [
        [{"email": f"{number}"} for number in range(MOST_EDGES + 1)],
        [{"email": "x" * MOST_CHARACTERS}],
        [{"email": "🙂" * (MOST_CHARACTERS // 2)}],
    ],
    ids=["edges", "characters", "code units"],
)
def test_what_mermaid_would_refuse_is_not_drawn(blocks: list[dict[str, Any]]) -> None:
    assert flowchart(flow(map_of(blocks)), context_in(), "Flow", "Said.") is None


def test_as_many_edges_as_mermaid_draws_are_drawn() -> None:
    assert chart([{"email": f"{number}"} for number in range(MOST_EDGES)])


texts = st.text(min_size=1).filter(lambda text: text.strip(" -–—") != "")


@given(texts)
def test_no_text_leaves_its_label(text: str) -> None:
    calm, hostile = (
        chart([{"if": f"x{name}", "then": [{"email": f"x{name}", "owner": f"x{name}"}]}])
        for name in ("y", text)
    )

    assert _without_labels(hostile) == _without_labels(calm)


def _without_labels(source: str) -> list[str]:
    return [re.sub('"[^"]*"', '""', line) for line in source.split("\n")]


def test_markup_is_shown_as_the_words_that_it_marks() -> None:
    assert 'n1["Check the stock"]' in lines([{"step": "Check *the* [stock](a.md)"}])
    stages = [{"name": "Buy *now*", "touchpoints": [{"name": "Pay"}]}]
    assert 'subgraph g1["Buy now"]' in lines(stages=stages)
