"""The engine draws every flow, in the page's colours, and nothing but what it was given."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from threading import Thread
from typing import get_args
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journey.diagrams import UndrawableError, drawn_if_in_doubt
from mkdocs_journey.diagrams.engine import SURE
from mkdocs_journey.diagrams.pele import PAINTS, draw
from mkdocs_journey.diagrams.picture import MOST_CHARACTERS
from mkdocs_journey.model.flow import MESSAGES
from mkdocs_journey.render.assets import stylesheet
from mkdocs_journey.render.flowchart import flowchart
from mkdocs_journey.render.mermaid_text import Shape, edge, node, subgraph, title
from mkdocs_journey.values.base import is_empty
from mkdocs_journey.views.flow import flow
from tests.flows import CAMPAIGN, Blocks, context_in, flows_of, map_of, read_map

ROOT = Path(__file__).parents[2]
MAPS = [
    page for page in sorted((ROOT / "maps" / "journeys").glob("*.md")) if read_map(page) is not None
]


def source_of(page: Path) -> str:
    map_ = read_map(page)
    assert map_ is not None
    source = flowchart(flow(map_), context_in(), map_.title, "How it runs.")
    assert source is not None
    return source


def words_of(drawn: str) -> list[str]:
    texts = ElementTree.fromstring(drawn).iter("text")
    return ["".join(text.itertext()) for text in texts]


@pytest.mark.parametrize("page", [*MAPS, CAMPAIGN], ids=lambda page: page.stem)
def test_every_demo_map_is_drawn_whole(page: Path) -> None:
    map_ = read_map(page)
    assert map_ is not None
    source = source_of(page)

    drawn = draw(source)

    picture = ElementTree.fromstring(drawn)
    labels = len(re.findall(r'^ *n\d+[^\s\w"]+"', source, re.M)) + source.count('|"')
    assert len(words_of(drawn)) == labels + source.count("subgraph ")
    assert picture.findtext("title") == map_.title
    assert picture.findtext("desc") == "How it runs."
    assert not re.search(r'#[0-9A-Fa-f]{3,8}"|\sid=|\sclass="(?!journey-chart)|\sstyle=', drawn)


def test_every_colour_is_one_of_the_pages_and_none_is_left_over() -> None:
    shapes = "\n".join(
        node(f"n{number}", shape, "a") for number, shape in enumerate(get_args(Shape))
    )
    source = (
        f"flowchart TD\n{subgraph('g1', 'b')}\n{node('m1', 'rounded', 'c')}\nend\n{shapes}\n"
        f"{edge('n0', 'n1', 'd')}\n{edge('n1', 'm1', 'e', dotted=True)}"
    )
    used = set(re.findall(r'(?:fill|stroke)="([^"]+)"', draw(source)))
    assert used == {*PAINTS.values(), "none"}
    declared = set(re.findall(r"(--journey-\w+):", stylesheet()))
    assert {paint.removeprefix("var(").removesuffix(")") for paint in PAINTS.values()} <= declared


def test_the_same_source_gives_the_same_bytes_in_a_new_engine() -> None:
    source, drawn = source_of(CAMPAIGN), []
    for _ in range(2):
        # An engine belongs to its thread.
        thread = Thread(target=lambda: drawn.append(draw(source)))
        thread.start()
        thread.join()
    assert drawn == [draw(source)] * 2


def test_as_large_a_flow_as_mermaid_draws_is_drawn() -> None:
    blocks = [{"email": f"{number}"} for number in range(500)]
    source = flowchart(flow(map_of(blocks)), context_in(), "Flow", "")
    assert source is not None
    assert len(words_of(draw(source))) == 501


_words = st.text().filter(lambda text: not is_empty(text))
_any_flow = flows_of(
    st.one_of(
        *(st.fixed_dictionaries({kind: _words}) for kind in (*MESSAGES, "step", "wait_until")),
        st.fixed_dictionaries({"audience": st.fixed_dictionaries({"segment": _words})}),
        st.fixed_dictionaries({"trigger": st.fixed_dictionaries({"custom": _words})}),
        st.fixed_dictionaries({"action": st.fixed_dictionaries({"task": _words, "owner": _words})}),
        st.sampled_from(
            [{"wait": "1 week"}, {"touchpoint": "checkout"}, {"email": "I", "id": "i"}]
        ),
    )
)


@given(_any_flow, _words)
def test_a_flow_that_nobody_doubts_is_drawn(blocks: Blocks, words: str) -> None:
    source = flowchart(flow(map_of(blocks)), context_in(), words, words)
    assert source is not None
    assert len(source) <= SURE
    assert ElementTree.fromstring(draw(source)).tag == "svg"


def test_the_hardest_flow_that_nobody_doubts_is_drawn() -> None:
    blocks: Blocks = []
    for number in range(110):  # Each jumps to another, so that lines cross everywhere.
        target = {"goto": f"s{number * 37 % 110}"}
        blocks += [{"step": "S", "id": f"s{number}"}, {"if": "Q", "then": [target]}]
    source = flowchart(flow(map_of(blocks)), context_in(), "Flow", "")
    assert source is not None
    assert 0.9 * SURE < len(source) <= SURE
    assert len(draw(source)) < MOST_CHARACTERS / 5


def test_who_asks_only_whether_there_is_a_chart_draws_the_doubtful_ones() -> None:
    asked = drawn_if_in_doubt(draw)
    assert asked(f"no diagram{' ' * SURE}"[:SURE]) == ""
    with pytest.raises(UndrawableError):
        asked(f"no diagram{' ' * SURE}")


def test_what_the_engine_cannot_read_is_said() -> None:
    with pytest.raises(UndrawableError, match="No diagram type"):
        draw("no diagram at all")
    assert words_of(draw('flowchart TD\nn1["goes on"]')) == ["goes on"]


@given(st.text())
def test_any_text_is_only_text(text: str) -> None:
    drawn = draw(f"flowchart TD\n{title(f'x{text}')}\n{node('n1', 'rectangle', f'x{text}')}")
    tags = [element.tag for element in ElementTree.fromstring(drawn).iter()]
    assert [tag for tag in tags if tag != "tspan"] == [
        "svg",
        "title",
        "g",
        "g",
        "g",
        "rect",
        "text",
    ]


def test_the_engine_is_imported_where_it_is_asked_for_only() -> None:
    code = "import mkdocs_journey.plugin, sys; print('mermaid_render' in sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "False\n"
