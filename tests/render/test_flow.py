"""A flow as HTML: it says everything without a script, and shows the chart beside it."""

import re
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from syrupy.assertion import SnapshotAssertion

from mkdocs_journey.render.chart import Chart, mermaid_chart, no_chart
from mkdocs_journey.render.flow import flow_section
from tests.flows import CAMPAIGN, context_in, map_of, read_map


class _Reading(HTMLParser):
    """What a fragment says and links: its words, ids, addresses, and tags that are still open."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        found = dict(attrs)
        self.ids += filter(None, [found.get("id")])
        self.links += filter(None, [found.get("href") if tag == "a" else None])

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


def html_of(blocks: list[dict[str, Any]] | None = None, chart: Chart = no_chart) -> str:
    return flow_section(map_of(blocks), context_in(), chart)


def tree(blocks: list[dict[str, Any]] | None = None) -> _Reading:
    return _Reading(html_of(blocks).split("<details")[0] + "</section>")


def test_a_campaign_with_every_block(snapshot: SnapshotAssertion) -> None:
    map_ = read_map(CAMPAIGN)
    assert map_ is not None

    html = flow_section(map_, context_in(), no_chart).split("<details")[0]
    assert re.sub(r"(?=<(?:ol|li|div|p)\b)", "\n", html) == snapshot


def test_a_flow_made_from_stages(snapshot: SnapshotAssertion) -> None:
    html = html_of().split("<details")[0]
    assert re.sub(r"(?=<(?:ol|li|div|p)\b)", "\n", html) == snapshot


@pytest.mark.parametrize(
    ("blocks", "said"),
    [
        ([{"audience": {"segment": "A"}}], "segment-based campaign"),
        ([{"trigger": {"custom": "A"}}], "trigger-based campaign"),
        ([{"step": "A"}], "A process"),
        ([], "describes no flow of its own"),
        ([{"email": {"name": "A", "channel": "sms", "content": "Hi"}, "owner": "Sales"}],
         "Email A Hi SMS Sales"),
        ([{"if": "Q", "within": "3 weeks"}], "If Q Time-out: 3 weeks Yes"),
        ([{"if": "Q", "within": "3 weeks"}], "No, after 3 weeks The flow ends here"),
        ([{"wait": "PT2H"}], "Wait 2 hours"),
        ([{"wait_until": "2026-12-01"}], "Wait until 1 December 2026"),
        ([{"split": [{"share": "30%", "do": [{"email": "A"}]}]}], "30% Email A"),
        ([{"action": {"create_lead": "A", "owner": "Sales"}}], "Create a lead A Sales"),
        ([{"if": "Q", "then": [{"email": "A"}]}, {"email": "B"}], "Email A Continues with “B”"),
        ([{"if": "Q", "then": [{"goto": "b"}]}, {"email": "B", "id": "b"}], "Yes Jumps to “B”"),
        ([{"email": "A", "id": "a"}, {"email": "B", "goto": "a"}], "Email B Jumps back to “A”"),
        ([{"goto": "nowhere"}], "Jumps to “nowhere”, which is not in this flow"),
        ([{"touchpoint": "nowhere"}], "Touchpoint nowhere"),
        ([{"end": "Thanked"}], "End Thanked"),
    ],
)  # fmt: skip
def test_the_tree_says_everything_in_words(blocks: list[dict[str, Any]], said: str) -> None:
    assert said in tree(blocks).text


def test_a_node_links_to_its_touchpoint_and_a_jump_to_its_block() -> None:
    blocks = [{"touchpoint": "checkout", "id": "a"}, {"goto": "a"}]

    assert tree(blocks).links == ["#buy-checkout", "#part.flow.1"]


def test_stages_and_their_moments_are_links() -> None:
    assert tree().links == [
        "#consider", "#consider-product-page", "#consider-store-visit", "#buy", "#buy-checkout",
        "#buy-product-page", "#wait-for-it",
    ]  # fmt: skip


def test_the_chart_stands_where_the_site_draws_it_and_its_source_everywhere() -> None:
    drawn, listed = (html_of([{"email": "A"}], chart) for chart in (mermaid_chart, no_chart))

    assert drawn.count('<pre class="mermaid"><code class="language-mermaid">---\nconfig:') == 1
    assert 'class="mermaid"' not in listed
    assert drawn.count("<pre><code>---\nconfig:") == listed.count("<pre><code>---\nconfig:") == 1


def test_a_flow_too_large_for_a_chart_says_so_and_is_whole_in_the_tree() -> None:
    html = html_of([{"email": f"mail-{number}"} for number in range(600)], mermaid_chart)

    assert "too large for a flowchart" in html
    assert "<pre" not in html
    assert html.count('journey-flow__node--email"') == 600


def test_a_long_name_stands_in_full_once() -> None:
    blocks = [{"if": "Q", "then": [{"email": "A"}]}, {"email": "x" * 5000}]

    assert tree(blocks).text.count("x" * 61) == 5000 // 61


def test_labels_are_in_the_language_of_the_site() -> None:
    html = flow_section(map_of([{"if": "Q"}]), context_in("pt-BR"), no_chart)

    assert '<p class="journey-flow__label">Sim</p>' in html


texts = st.text(min_size=1).filter(lambda text: text.strip(" -–—") != "")


@given(texts)
def test_any_text_is_only_text(text: str) -> None:
    name = f"x{text}"
    blocks = [
        {"email": {"name": name, "content": name}, "owner": name, "id": "a"},
        {"if": name, "then": [{"action": {"task": name}}, {"goto": name}]},
        {"end": name},
    ]
    calm, hostile = tree([{**block} for block in blocks]), tree(blocks)

    assert hostile.open == []
    assert len(set(hostile.ids)) == len(hostile.ids)
    assert hostile.ids == calm.ids
