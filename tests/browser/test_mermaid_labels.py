"""Any text shows as it was written in a diagram that the real Mermaid draws."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from playwright.sync_api import Browser

from mkdocs_journey.render.mermaid_text import (
    Shape,
    click,
    description,
    edge,
    node,
    subgraph,
    title,
)
from tests.browser.visits import Visitor

CORPUS = Path(__file__).parents[1] / "data" / "diagram-label-corpus.json"
TEXTS: list[str] = [entry["text"] for entry in json.loads(CORPUS.read_text(encoding="utf-8"))]

PAGE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Labels</title><link rel="icon" href="data:,"></head>
<body><script src="https://unpkg.com/mermaid@{release}/dist/mermaid.min.js"></script></body>
</html>
"""

# What a reader sees of each label, by the number in its element's id.
DRAW = """async source => {
    mermaid.initialize({startOnLoad: false, maxTextSize: 200000, maxEdges: 1000});
    document.body.innerHTML = (await mermaid.render("drawn", source)).svg;
    const numbered = (selector, id) => Object.fromEntries(
        [...document.querySelectorAll(selector)].map(
            element => [id.exec(element.id || element.dataset.id)[1], element.innerText
                ?? element.querySelector("foreignObject div").innerText]));
    return {
        nodes: numbered(".node", /flowchart-[a-z](\\d+)-/),
        edges: numbered(".edgeLabel > .label", /L_a(\\d+)_b/),
        subgraphs: numbered(".cluster", /g(\\d+)$/),
        title: document.querySelector("svg > title")?.textContent,
        description: document.querySelector("svg > desc")?.textContent,
        addresses: [...document.querySelectorAll("svg a")].map(link =>
            link.getAttribute("href") ?? link.getAttribute("xlink:href")),
    };
}"""

ADDRESSES = (
    "../a/?b=1&c=2#d;e",
    "#stage",
    "https://example.com/100%25/?q=%26x%3Dy#a%23b",
    "mailto:ana@example.com?subject=R%26D",
    'página "x" `y` %%z%%.md',
    "a%2Fb/#35;/{c}",
)

Draw = Callable[[Iterable[str | None]], dict[str, Any]]


def reader_sees(text: str) -> str:
    """Return what is left of a text: line ends of one kind, no controls, single spaces."""
    lines = re.sub("\r\n|[\r\u2028\u2029]", "\n", text)
    printable = re.sub("[\x00-\x08\x0b-\x1f\x7f]", "", lines)
    return re.sub(" ?\n ?", "\n", re.sub("[ \t]+", " ", printable)).strip() or "—"


@pytest.fixture(scope="module", params=["11", "12"])
def draw(
    request: pytest.FixtureRequest,
    chromium: Browser,
    serve_site: Callable[[Path], str],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Draw]:
    """Draws a flowchart of these statements with one release of Mermaid."""
    folder = tmp_path_factory.mktemp("labels")
    (folder / "index.html").write_text(PAGE.format(release=request.param), encoding="utf-8")
    visitor = Visitor(chromium, has_mermaid=True)
    visit = visitor.open(serve_site(folder) + "/")

    def draw(statements: Iterable[str | None]) -> dict[str, Any]:
        source = "\n".join(["flowchart LR", *filter(None, statements)])
        drawn: dict[str, Any] = visit.page.evaluate(DRAW, source)
        assert visit.errors == []
        return drawn

    yield draw
    visitor.close()


def visible(label: str) -> str:
    """Return a label without the word joiners that keep it from being read as Mermaid's own."""
    return label.replace("\u2060", "")


def assert_shown(labels: dict[str, str]) -> None:
    shown = {TEXTS[int(number)]: visible(label) for number, label in labels.items()}
    assert shown == {text: reader_sees(text) for text in TEXTS}


def test_nodes_show_any_text(draw: Draw) -> None:
    drawn = draw(node(f"n{number}", "rectangle", text) for number, text in enumerate(TEXTS))

    assert_shown(drawn["nodes"])


def test_edges_show_any_text(draw: Draw) -> None:
    drawn = draw(edge(f"a{number}", f"b{number}", text) for number, text in enumerate(TEXTS))

    assert_shown(drawn["edges"])


def test_subgraphs_show_any_text(draw: Draw) -> None:
    drawn = draw(
        f"{subgraph(f'g{number}', text)}\n{node(f'n{number}', 'rounded', 'x')}\nend"
        for number, text in enumerate(TEXTS)
    )

    assert_shown(drawn["subgraphs"])


@pytest.mark.parametrize("shape", get_args(Shape))
def test_every_shape_is_drawn(draw: Draw, shape: Shape) -> None:
    assert draw([node("n0", shape, "a [b] (c)")])["nodes"] == {"0": "a [b] (c)"}


def test_titles_and_descriptions_say_any_text(draw: Draw) -> None:
    for text in TEXTS:
        drawn = draw([title(text), description(text), node("n0", "rectangle", "x")])
        expected = reader_sees(text).replace("\n", " ") if text.strip() else None
        said = [line and visible(line) for line in (drawn["title"], drawn["description"])]
        assert said == [expected, expected]


def test_nodes_link_where_they_say(draw: Draw) -> None:
    drawn = draw(
        statement
        for number, url in enumerate(ADDRESSES)
        for statement in (node(f"n{number}", "rounded", "x"), click(f"n{number}", url))
    )

    assert drawn["addresses"] == list(ADDRESSES)
