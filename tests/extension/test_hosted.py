"""The extension of a host: which conversions draw, and which are only near one that does."""

from __future__ import annotations

from datetime import date
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

from mkdocs_journey.compilation import compile_site
from mkdocs_journey.drawing import Site
from mkdocs_journey.extension import JourneyExtension, PageRequest
from mkdocs_journey.source import Source

FRONT = "---\njourney: {stages: [{name: Buy, feeling: 2}]}\n---\n"
BODY = "# Title\n\n/// journey | curve\n///\n\nText.\n"
TODAY = date(2026, 11, 23)


def request() -> PageRequest:
    pages = [(Source("map.md", FRONT + BODY), ())]
    found = compile_site(pages, {}, Source("mkdocs.yml", ""), lambda _: None, TODAY)
    return PageRequest(Site(found.atlas, found.translator, TODAY), "map.md")


class Snippet(Extension):
    """Converts a text inside the page with a `Markdown` that has the same extensions."""

    def __init__(self, extensions: list[Extension], before: bool) -> None:
        super().__init__()
        self.extensions = extensions
        self.before = before
        self.converted: list[str] = []

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        snippet = self

        class Run(Treeprocessor):
            def run(self, root: Element) -> None:  # noqa: ARG002
                inner = Markdown(extensions=snippet.extensions)
                snippet.converted.append(inner.convert(BODY))

        md.treeprocessors.register(Run(md), "snippet", 1000 if self.before else 1)


def test_a_conversion_inside_a_page_draws_nothing() -> None:
    for before in (True, False):
        own = JourneyExtension(is_hosted=True)
        snippet = Snippet([own], before)
        md: Any = Markdown(extensions=[own, snippet])
        html = md.convert(own.draw_next(request()) + BODY)
        conversion = own.take_conversion()
        assert conversion is not None
        assert "journey-curve" in conversion.finish(html, conversion.take_views())
        assert snippet.converted == [Markdown().convert(BODY)]
        assert own.take_conversion() is None


def test_a_page_that_nobody_handed_over_is_left_alone() -> None:
    own = JourneyExtension(is_hosted=True)
    md = Markdown(extensions=[own])
    first = md.convert(own.draw_next(request()) + BODY)
    assert "data-journey-slot" in first
    assert own.take_conversion() is not None
    assert md.reset().convert(BODY) == Markdown().convert(BODY)
    assert own.take_conversion() is None


def test_a_marker_that_an_author_wrote_draws_nothing() -> None:
    own = JourneyExtension(is_hosted=True)
    md = Markdown(extensions=[own])
    marker = own.draw_next(request())
    md.convert(marker + BODY)
    own.take_conversion()
    assert "journey-curve" not in md.reset().convert(marker + BODY)
    assert own.take_conversion() is None
