"""What changed is told as text, Markdown and JSON, whatever authors wrote."""

from __future__ import annotations

import html
import json
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from syrupy.assertion import SnapshotAssertion

from mkdocs_journey.differences import Change, Kind, PageChanges, Spot, compare_pages
from mkdocs_journey.reporters.differences import FORMATS, find_reporter
from mkdocs_journey.reporters.differences.markdown import MARK, MOST, code, escape
from tests.differences.pages import stored


@pytest.mark.parametrize("format", FORMATS)
def test_every_sort_of_change_in_every_format(format: str, snapshot: SnapshotAssertion) -> None:
    changes = compare_pages(stored("before.md"), stored("after.md"))
    assert find_reporter(format)((changes,)) == snapshot


@pytest.mark.parametrize("format", FORMATS)
def test_that_nothing_changed_is_told(format: str, snapshot: SnapshotAssertion) -> None:
    assert find_reporter(format)(()) == snapshot


def _pages(text: str, number: int = 1) -> list[PageChanges]:
    change = Change(Kind.CHANGED, "pain", Spot(text, text), text, "severity", text, text)
    return [PageChanges("a.md", text, (change,) * number)]


class _Seen(HTMLParser):
    """What a reader of HTML sees, and through which elements."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.cells: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        self.tags.add(tag)
        if tag == "td":
            self.cells.append("")

    def handle_data(self, data: str) -> None:
        if self.cells:
            self.cells[-1] += data


HOSTILE = (
    "@growth and #12 and !3 and GH-4",
    "https://evil.example and www.evil.example",
    "<script>alert(1)</script><img src=x onerror=y>",
    "[link](javascript:alert(1)) ![img](x)",
    "a | b \\| c",
    "**bold** _it_ `code` ~~gone~~ $x$ :smile:",
    "-->\n## heading\n- item",
    "/close",
    "\x1b[31mred \u202eabc",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_shows_text_and_does_nothing_else(text: str) -> None:
    seen = _Seen(Markdown(extensions=["tables"]).convert(find_reporter("markdown")(_pages(text))))
    assert seen.tags <= {"h3", "p", "strong", "code", "table", "thead", "tbody", "tr", "th", "td"}
    assert len(seen.cells) == 4
    shown = seen.cells[-1].replace("\u200b", "").strip()
    plain = " ".join(text.split()).replace("\x1b", "�").replace("\u202e", "�")
    assert shown == plain


@pytest.mark.parametrize("sign", ["@a", "#1", "!1", "GH-1", "www.", "://", ":a", "$1", "~b", "%1"])
def test_what_a_forge_would_act_upon_is_parted(sign: str) -> None:
    assert sign not in escape(f"x {sign} y")
    assert sign in html.unescape(escape(f"x {sign} y")).replace("\u200b", "").replace("\\", "")


@given(st.text(max_size=60))
def test_no_text_breaks_the_table(text: str) -> None:
    row = find_reporter("markdown")(_pages(f"x{text}")).splitlines()[-1]
    cells = row.replace("\\\\", "").replace("\\|", "").count("|")
    assert cells == 5


@given(st.text(max_size=60))
def test_no_text_reaches_the_terminal_as_a_command(text: str) -> None:
    shown = find_reporter("text")(_pages(f"x{text}"))
    assert not any(ord(sign) < 32 and sign != "\n" for sign in shown)


def test_a_code_span_holds_backticks() -> None:
    assert code("a``b`c.md") == "``` a``b`c.md ```"


def test_a_comment_is_no_longer_than_a_forge_takes() -> None:
    text = find_reporter("markdown")(_pages("@" * 200, 2000))
    assert len(text) < MOST + 200
    assert text.startswith(MARK)
    assert "more: run `mkdocs-journey diff`" in text


def test_json_leaves_out_what_says_nothing() -> None:
    (entry,) = json.loads(find_reporter("json")([
        PageChanges("a.md", "A", (Change(Kind.ADDED, "stage", name="Buy"),))
    ]))["pages"][0]["changes"]  # fmt: skip
    assert entry == {"kind": "added", "what": "stage", "name": "Buy"}
