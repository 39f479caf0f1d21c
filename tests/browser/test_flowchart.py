"""The real Mermaid draws the flowchart of every demo map, and of any text."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from mkdocs_journey.render.flowchart import flowchart
from mkdocs_journey.views.flow import END, flow
from tests.browser.visits import Visitor
from tests.flows import context_in, map_of, read_map

ROOT = Path(__file__).parents[2]
MAPS = [
    page for page in sorted((ROOT / "maps" / "journeys").glob("*.md")) if read_map(page) is not None
]
CORPUS = ROOT / "tests" / "data" / "diagram-label-corpus.json"

PAGE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Flow</title><link rel="icon" href="data:,"></head>
<body><script src="https://unpkg.com/mermaid@{release}/dist/mermaid.min.js"></script></body>
</html>
"""

DRAW = """async source => {
    mermaid.initialize({startOnLoad: false});
    document.body.innerHTML = (await mermaid.render("drawn", source)).svg;
    const ids = selector => [...document.querySelectorAll(selector)].map(element => element.id);
    return {
        nodes: ids(".node").map(id => Number(/flowchart-n(\\d+)-/.exec(id)[1])),
        groups: document.querySelectorAll(".cluster").length,
        edges: document.querySelectorAll(".flowchart-link").length,
        title: document.querySelector("svg > title")?.textContent,
        description: document.querySelector("svg > desc")?.textContent,
        links: [...document.querySelectorAll("svg a")].map(link =>
            link.getAttribute("href") ?? link.getAttribute("xlink:href")),
    };
}"""

Draw = Callable[[str], dict[str, Any]]


@pytest.fixture(scope="module", params=["11", "12"])
def draw(
    request: pytest.FixtureRequest,
    chromium: Browser,
    serve_site: Callable[[Path], str],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Draw]:
    """Draws a flowchart with one release of Mermaid, with its own limits and settings."""
    folder = tmp_path_factory.mktemp("flowcharts")
    (folder / "index.html").write_text(PAGE.format(release=request.param), encoding="utf-8")
    visitor = Visitor(chromium, has_mermaid=True)
    visit = visitor.open(serve_site(folder) + "/")

    def draw(source: str) -> dict[str, Any]:
        drawn: dict[str, Any] = visit.page.evaluate(DRAW, source)
        assert visit.errors == []
        return drawn

    yield draw
    visitor.close()


@pytest.mark.parametrize("page", MAPS, ids=[page.stem for page in MAPS])
def test_every_demo_map_is_drawn_whole(draw: Draw, page: Path) -> None:
    map_ = read_map(page)
    assert map_ is not None
    shown = flow(map_)
    source = flowchart(shown, context_in(), map_.title, "How it runs.")
    assert source is not None

    drawn = draw(source)

    nodes = [node.number for node in shown.nodes if node.is_drawn]
    assert sorted(set(drawn["nodes"]) - {END}) == nodes
    assert len(set(drawn["nodes"])) == len(drawn["nodes"])
    assert drawn["edges"] == source.count("-->") + source.count("-.->")
    assert drawn["groups"] == source.count("subgraph ")
    assert drawn["title"] == map_.title
    assert drawn["description"] == "How it runs."
    links = [node.place for node in shown.nodes if node.place]
    assert len(drawn["links"]) == len(links)


def test_any_text_is_drawn_in_every_place_of_a_flow(draw: Draw) -> None:
    for entry in json.loads(CORPUS.read_text(encoding="utf-8")):
        text = f"x{entry['text']}"
        blocks = [
            {"audience": {"form": text}},
            {"if": text, "then": [{"email": {"name": text, "content": text}, "owner": text}]},
            {"end": text},
        ]
        source = flowchart(flow(map_of(blocks)), context_in(), text, text)
        assert source is not None

        assert sorted(draw(source)["nodes"]) == [1, 2, 3, 4]


def test_as_many_edges_as_are_allowed_are_drawn(draw: Draw) -> None:
    blocks = [{"email": f"{number}"} for number in range(500)]
    source = flowchart(flow(map_of(blocks)), context_in(), "Flow", "")
    assert source is not None

    assert draw(source)["edges"] == 500
