"""Charts that were drawn with the site, as a browser shows them: whole, legible and alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from mkdocs_journey.diagrams.pele import draw
from mkdocs_journey.render.assets import stylesheet
from mkdocs_journey.render.mermaid_text import description, edge, node, subgraph, title
from tests.browser.test_demo import JOURNEYS
from tests.browser.test_mermaid_labels import TEXTS, reader_sees
from tests.browser.visits import Visitor

PAGE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Charts</title><link rel="icon" href="data:,">
<style>{style}</style></head>
<body><main class="journey">{charts}</main></body>
</html>
"""

# What a reader selects of each chart.
READ = """charts => charts.map(chart => ({
    words: [...chart.querySelectorAll("text")].map(text => text.textContent),
    title: chart.querySelector("title")?.textContent,
    description: chart.querySelector("desc")?.textContent,
}))"""

# Words that reach beyond their shape, and words without contrast to what they stand on.
FAULTS = """chart => {
    const paint = document.createElement("canvas").getContext("2d", {willReadFrequently: true});
    const light = colour => {
        paint.fillStyle = colour;
        paint.fillRect(0, 0, 1, 1);
        const [r, g, b] = [...paint.getImageData(0, 0, 1, 1).data].map(value => value / 255)
            .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    return [...chart.querySelectorAll("text")].flatMap(text => {
        const shape = text.parentElement.querySelector("rect, polygon, circle, path");
        const [words, box] = [text.getBoundingClientRect(), shape.getBoundingClientRect()];
        const tones = [text, shape].map(part => light(getComputedStyle(part).fill));
        const contrast = (Math.max(...tones) + 0.05) / (Math.min(...tones) + 0.05);
        const faults = [];
        if (words.left < box.left || words.right > box.right) faults.push("too wide");
        if (words.top < box.top - 1 || words.bottom > box.bottom + 1) faults.push("too high");
        if (contrast < 4.5) faults.push(`contrast of ${contrast}`);
        return faults.map(fault => `${text.textContent}: ${fault}`);
    });
}"""

Read = Callable[[list[str]], list[dict[str, Any]]]


@pytest.fixture
def read(tmp_path: Path, serve_site: Callable[[Path], str], visitor: Visitor) -> Read:
    """Shows charts of these sources on one page: what a reader gets of each."""

    def read(sources: list[str]) -> list[dict[str, Any]]:
        page = PAGE.format(style=stylesheet(), charts="".join(map(draw, sources)))
        (tmp_path / "index.html").write_text(page, encoding="utf-8")
        visit = visitor.open(serve_site(tmp_path) + "/")
        drawn: list[dict[str, Any]] = visit.page.locator(".journey-chart").evaluate_all(READ)
        assert visit.errors == []
        return drawn

    return read


def line(text: str) -> str:
    """A text as one line: a chart breaks lines wherever they are long."""
    return re.sub("[ \n]+", " ", reader_sees(text))


def visible(text: str) -> str:
    return re.sub(" +", " ", text.replace("\u2060", ""))


@pytest.mark.parametrize("place", ["node", "edge", "subgraph"])
def test_any_text_shows_as_it_was_written(read: Read, place: str) -> None:
    statements = {
        "node": lambda text: node("n1", "rectangle", text),
        "edge": lambda text: edge("a", "b", text),
        "subgraph": lambda text: f"{subgraph('g1', text)}\n{node('n1', 'rounded', 'a')}\nend",
    }
    drawn = read([f"flowchart TD\n{statements[place](text)}" for text in TEXTS])
    others = {"node": [], "edge": ["a", "b"], "subgraph": ["a"]}[place]
    for text, chart in zip(TEXTS, drawn, strict=True):
        assert sorted(map(visible, chart["words"])) == sorted([line(text), *others])


def test_titles_and_descriptions_say_any_text(read: Read) -> None:
    texts = [text for text in TEXTS if text.strip()]
    sources = [
        f"flowchart TD\n{title(text)}\n{description(text)}\n{node('n1', 'rounded', 'a')}"
        for text in texts
    ]
    for text, chart in zip(texts, read(sources), strict=True):
        assert [visible(chart["title"]), visible(chart["description"])] == [line(text)] * 2


@pytest.mark.parametrize("path", JOURNEYS)
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_every_word_of_a_chart_is_legible(
    demo_site: str, visitor: Visitor, path: str, dark: bool
) -> None:
    visit = visitor.open(f"{demo_site}/{path}#view.flow", dark=dark)
    chart = visit.page.locator(".journey-chart")
    expect(chart).to_be_visible()
    assert chart.evaluate(FAULTS) == []
    assert visit.errors == []


def test_a_chart_takes_a_reader_s_own_colours(demo_site: str, visitor: Visitor) -> None:
    page = visitor.open(f"{demo_site}/journeys/geladeira-nova/#view.flow").page
    page.emulate_media(forced_colors="active")
    # The reader's colours are light, whatever scheme is chosen on the page.
    page.evaluate("document.body.dataset.mdColorScheme = 'slate'")
    chart = page.locator(".journey-chart")
    fill = "part => getComputedStyle(part).fill"
    assert chart.locator("text").first.evaluate(fill) == "rgb(0, 0, 0)"
    assert chart.locator("rect").first.evaluate(fill) == "rgb(255, 255, 255)"
    assert chart.evaluate(FAULTS) == []


def test_a_wide_chart_scrolls_in_its_own_box(demo_site: str, visitor: Visitor) -> None:
    page = visitor.open(f"{demo_site}/journeys/win-back/#view.flow", width=390).page
    box = page.locator(".journey-flow__chart")
    assert box.evaluate("box => box.scrollWidth > 2 * box.clientWidth")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    box.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.activeElement.scrollLeft > 0")


def test_a_chart_needs_no_script_and_its_words_can_be_selected(
    demo_site: str, visitor: Visitor
) -> None:
    path = f"{demo_site}/journeys/newsletter-to-first-order/#view.flow"
    expect(visitor.open(path, javascript=False).page.locator(".journey-chart")).to_be_visible()
    page = visitor.open(path).page
    words = page.locator(".journey-chart text", has_text="Which machine")
    words.evaluate("text => getSelection().selectAllChildren(text)")
    assert page.evaluate("getSelection().toString()") == "Email Which machine do you have?"


def test_no_page_of_the_demo_waits_for_a_mermaid(demo_site: str, visitor: Visitor) -> None:
    visit = visitor.open(f"{demo_site}/{JOURNEYS[0]}")
    for path in JOURNEYS:
        visit.page.goto(f"{demo_site}/{path}#view.flow", wait_until="networkidle")
        assert visit.page.locator(".mermaid").count() == 0
        assert visit.page.get_by_role("img", name=":").count() == 1
    assert visit.page.evaluate("'mermaid' in window") is False
    assert visit.errors == []
