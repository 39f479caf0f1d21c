"""Any page is read, checked and drawn without a fault, and what stands in it stays text."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown

from mkdocs_journey.atlas import Atlas
from mkdocs_journey.blocks import ALL, VIEWS, ViewBlock, find_blocks
from mkdocs_journey.compilation import compile_site
from mkdocs_journey.diagnostics import seen
from mkdocs_journey.drawing import Drawing, Site
from mkdocs_journey.extension import JourneyExtension, PageRequest
from mkdocs_journey.front_matter import find_front_matter, remainder
from mkdocs_journey.render.chart import mermaid_chart
from mkdocs_journey.source import Source
from tests.hostile.pages import blocks, maps, personas, slips, thorough, torn, yaml_texts
from tests.strict_html import Drawn

TODAY = date(2026, 11, 23)
OTHER = "---\njourney: {stages: [{name: Ask, pains: [{text: Slow, id: slow}]}]}\n---\n\n# Other\n"
HOSTS = ["attr_list", "md_in_html", "toc", "tables", "footnotes", "admonition"]


def front(value: Any, key: str = "journey") -> str:
    return f"---\n{key}: {json.dumps(value)}\n---\n\n# Title\n"


def compiled(text: str) -> tuple[Atlas, Site]:
    """The site of a page and another map, whose findings all point into their page."""
    sources = [(Source("page.md", text), ()), (Source("other.md", OTHER), ())]
    nothing = Source("mkdocs.yml", "")
    made = compile_site(sources, {"language": "en"}, nothing, lambda _: None, TODAY)
    for finding in made.findings:
        assert 0 <= finding.span.start <= finding.span.end <= len(finding.source.text)
        assert finding.message
        assert finding.message == seen(finding.message)
    return made.atlas, Site(made.atlas, made.translator, TODAY, chart=mermaid_chart)


def draw(text: str, *views: str) -> list[str]:
    """Views of the page, finished."""
    _, site = compiled(text)
    drawing = Drawing(site, "page.md", "nonce")
    drawn = drawing.draw(tuple(map(ViewBlock, views or (ALL,))), ())
    return [
        item.with_title(drawing.fill(item.html, {}), "nonce", "<h1>Title</h1>", has_heading=True)
        for item in drawn
    ]


def check(html: str) -> Drawn:
    drawn = Drawn(html)
    assert drawn.faults() == []
    return drawn


@thorough
@given(maps())
def test_any_text_of_a_map_is_drawn_as_text(data: dict[str, Any]) -> None:
    for html in draw(front(data)):
        check(html)


@thorough
@given(slips())
def test_a_map_with_anything_in_the_place_of_a_value_is_drawn(data: Any) -> None:
    for html in draw(front(data)):
        check(html)


@thorough
@given(personas)
def test_a_persona_with_anything_in_the_place_of_a_value_is_drawn(data: Any) -> None:
    for html in draw(front(data, "persona")):
        check(html)


@thorough
@given(torn() | yaml_texts())
@example("journey:\n  stages:\n--- \njourney:\n")
def test_any_yaml_ends_in_a_page_or_in_findings(text: str) -> None:
    page = f"---\n{text}---\n\n# Title\n"
    atlas, _ = compiled(page)
    found = atlas.pages.get("page.md")
    if found is not None:
        assert found.journey is not None or found.findings
        for html in draw(page):
            check(html)
    source = Source("page.md", page)
    front_matter = find_front_matter(source)
    body = page[front_matter[1] :] if front_matter else ""
    left = remainder(source).removesuffix(body)
    assert found is None or "\njourney:" not in left, (
        "but within what belongs to others it may stand, and below a line of dashes of its own"
    )


@thorough
@given(maps())
def test_views_across_maps_show_any_text_as_text(data: dict[str, Any]) -> None:
    page = draw(front(data), *VIEWS)
    check("".join(f"<div>{html}</div>" for html in page))


@thorough
@given(blocks, st.sampled_from(("page.md", "index.md")))
def test_any_body_is_converted_with_its_blocks(body: str, path: str) -> None:
    text = f"{front({'stages': [{'name': 'Buy', 'feeling': 4}]})}\n{body}\n"
    source = Source(path, text)
    found = find_front_matter(source)
    assert found is not None
    find_blocks(source, found[1])
    _, site = compiled(text)
    extension = JourneyExtension(is_hosted=True)
    converter = Markdown(extensions=[*HOSTS, extension])
    marker = extension.draw_next(PageRequest(site, "page.md"))
    html = converter.convert(marker + text[found[1] :])
    conversion = extension.take_conversion()
    assert conversion is not None
    finished = conversion.finish(html, conversion.take_views())
    assert "data-journey-slot" not in finished
    assert "\x06" not in finished
