"""Texts that forges and search boxes act upon: in the comment on what changed, and in the index."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest
import yaml
from markdown import Markdown

from mkdocs_journey.catalog import BUILT_IN
from mkdocs_journey.differences import compare_pages
from mkdocs_journey.pages import Page, read_page
from mkdocs_journey.reporters.differences import find_reporter
from mkdocs_journey.source import Source
from tests.builds import Built, build
from tests.hostile.attacks import ATTACKS, REMOVED, Attacker
from tests.html import Page as Html

FILE = Path(__file__).parents[1] / "data/attacks/texts/outputs.yml"
TEXTS: dict[str, str] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
EVERY = {**ATTACKS, **TEXTS}
COMMENT = {"h3", "p", "strong", "code", "table", "thead", "tbody", "tr", "th", "td"}
ACTED_UPON = re.compile(r"(?<![\w&])[@#!~%$](?=[\w])|\bGH-\d|://|www\.|:smile:")
"""What a forge reads in a comment's text beside Markdown."""


def front(text: str) -> str:
    value = json.dumps(Attacker(text).journey())
    return f"---\ntitle: {json.dumps(f'x {text}')}\njourney: {value}\n---\n\n# Title\n"


def page(text: str) -> Page:
    found = read_page(Source("map.md", front(text)), BUILT_IN, lambda _: None)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    pages: dict[str, str | bytes] = {
        f"t/{number}.md": front(text) for number, text in enumerate(TEXTS.values())
    }
    theme = {"name": "material", "font": False}  # Its search shows the index as HTML.
    return build(tmp_path_factory.mktemp("outputs"), pages, theme=theme)


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize("is_new", [True, False])
def test_a_comment_on_changes_does_nothing(name: str, is_new: bool) -> None:
    pair = (page("Words"), page(EVERY[name]))
    changes = compare_pages(*(pair if is_new else reversed(pair)))
    assert changes is not None
    comment = find_reporter("markdown")([changes])
    html = Html(Markdown(extensions=["tables"]).convert(comment))
    assert {tag for tag, _ in html.elements} <= COMMENT
    assert html.dangers() == []
    assert ACTED_UPON.findall(html.text) == []
    assert not re.search(r"^\s*/", comment, re.MULTILINE)  # where a bot looks for its commands
    assert not REMOVED.keys() & set(map(ord, comment))
    rows = [line for line in comment.splitlines() if line.startswith("|")]
    assert {row.replace("\\\\", "").replace("\\|", "").count("|") for row in rows} == {5}


def test_the_search_index_holds_texts_as_they_were_written(site: Built) -> None:
    found = {location: Html(text) for location, text in site.search().items()}
    for location, html in found.items():
        assert {tag for tag, _ in html.elements} <= {"p"}, location
        assert html.dangers() == []
    for number, text in enumerate(TEXTS.values()):
        own = " ".join(html.text for at, html in found.items() if at.startswith(f"t/{number}/"))
        assert unescape(text).split()[0] in own  # once, as Markdown does
