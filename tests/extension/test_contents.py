"""The contents of a page: the map's headings among its own, as Python-Markdown would list them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any
from unittest.mock import patch
from xml.etree.ElementTree import Element, SubElement

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

from mkdocs_journey.compilation import compile_site
from mkdocs_journey.drawing import Site
from mkdocs_journey.extension import JourneyExtension, PageRequest, processors
from mkdocs_journey.source import Source

TODAY = date(2026, 11, 23)
NAMES = st.text(st.sampled_from("aB é·<>&\"'*_[]#{}\\`:"), min_size=1, max_size=12).filter(
    lambda name: not name.isspace()
)
STAGES = st.lists(st.tuples(NAMES, st.lists(NAMES, max_size=3)), min_size=1, max_size=4)
BODIES = st.lists(
    st.sampled_from(
        ["# One", "## Two", "#### Four {#a}", "### A", "Text.", "/// journey | map\n///"]
    ),
    max_size=6,
).map("\n\n".join)
TOC = st.fixed_dictionaries(
    {},
    optional={
        "baselevel": st.integers(1, 4),
        "toc_depth": st.sampled_from(["1-2", "2-4", 3, 6]),
        "anchorlink": st.booleans(),
        "marker": st.just(""),
    },
)


def page_of(stages: list[tuple[str, list[str]]], body: str) -> str:
    written = [
        {"name": name, "touchpoints": [{"name": moment, "feeling": 3} for moment in moments]}
        for name, moments in stages
    ]
    return f"---\njourney: {json.dumps({'stages': written}, ensure_ascii=False)}\n---\n\n{body}"


def convert(page: str, toc: dict[str, Any], *others: Extension) -> Any:
    """The page's `Markdown` object after a host converted it, with its HTML as `html`."""
    found = compile_site(
        [(Source("map.md", page), ())], {}, Source("mkdocs.yml", ""), lambda _: None, TODAY
    )
    own = JourneyExtension(is_hosted=True)
    md: Any = Markdown(
        extensions=[own, "toc", "attr_list", *others], extension_configs={"toc": toc}
    )
    request = PageRequest(Site(found.atlas, found.translator, TODAY), "map.md")
    md.html = md.convert(own.draw_next(request) + page.rpartition("---\n")[2])
    return md


@settings(deadline=None)
@given(STAGES, BODIES, TOC)
def test_entries_are_those_that_python_markdown_makes(
    stages: list[tuple[str, list[str]]], body: str, toc: dict[str, Any]
) -> None:
    page = page_of(stages, body)
    with patch.object(processors, "find_contents", lambda *_: None):
        expected = convert(page, toc)
    md = convert(page, toc)
    assert md.toc_tokens == expected.toc_tokens
    if not toc.get("anchorlink"):  # a link to itself is of no use where search alone reads
        assert shape(md.html) == shape(expected.html)


def shape(html: str) -> str:
    """HTML without the number of its conversion, which is another one each time."""
    start, found, rest = html.partition('data-journey-slot="')
    return html.replace(rest[: rest.index("-")], "") if found else start


def entries(tokens: list[Any]) -> Iterator[tuple[int, str]]:
    for token in tokens:
        yield token["level"], token["name"]
        yield from entries(token["children"])


def test_a_name_that_looks_like_an_entity_stands_in_the_contents_as_it_was_written() -> None:
    md = convert(page_of([("AT&amp;T", [])], "# X"), {})
    assert (3, "AT&amp;amp;T") in entries(md.toc_tokens)


def test_contents_in_the_text_of_a_page_list_its_map() -> None:
    md = convert(page_of([("Buy", ["Pay"])], "# X\n\n[TOC]\n\n## After"), {})
    assert re.search(r'<div class="toc">.*<a href="#buy-pay">Pay</a>.*</div>', md.html, re.DOTALL)
    assert (4, "Pay") in entries(md.toc_tokens)


def test_a_heading_of_the_page_does_not_take_the_id_of_a_stage() -> None:
    md = convert(page_of([("Buy", [])], "# X\n\n## Buy"), {})
    assert 'id="buy_1"' in md.html


class Moving(Extension):
    """Takes the first heading of a page away behind `toc`, and adds one, as other extensions do."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802

        class Move(Treeprocessor):
            def run(self, root: Element) -> None:
                root.remove(next(item for item in root if item.tag == "h2"))
                SubElement(root, "h2", {"id": "late"}).text = "Late"

        md.treeprocessors.register(Move(md), "move", 4)


def test_headings_that_come_and_go_behind_the_contents_move_no_entry() -> None:
    body = "# X\n\n## Gone\n\n/// journey | map\n///\n\n## After"
    md = convert(page_of([("Buy", [])], body), {}, Moving())
    names = [name for _, name in entries(md.toc_tokens)]
    assert names[:2] == ["X", "Gone"]
    assert names[-1] == "After"
    assert "Buy" in names
    assert 'id="late"' in md.html
