"""Inline Markdown of a cell: like Python-Markdown where both know it, as written where not."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from html import escape as html_escape
from types import FrameType
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import markdown

from mkdocs_journey.render.inline import inline, plain, quoted
from mkdocs_journey.values.emphasis import NESTING, Link
from mkdocs_journey.values.inline import addresses, links

if TYPE_CHECKING:
    from _typeshed import TraceFunction

markup = st.lists(
    st.sampled_from(
        [*"*_`[]()<>!\\\n \"'ab&", "**", "``", "](", "](u)", "<https://x.org>", "<b>", "  \n"]
    )
).map("".join)


def as_written(_: str) -> None:
    return None


def shown(html: str) -> str:
    """Return a page's text, line breaks as spaces."""
    text = re.sub(r"<br ?/?>\n?", " ", html)
    return re.sub(r"<[^>]*>", "", text).replace("\n", " ")


@pytest.mark.parametrize(
    "text",
    [
        "no markup at all",
        "*a* b",
        "_a_ **b** __c__",
        "***a***",
        "***a** b*",
        "***a* b**",
        "**a *b* c**",
        "*a **b** c*",
        "**a*b*c**",
        "a*b*c",
        "*foo**bar*",
        "**foo*",
        "*foo",
        "foo*",
        "2 * 3 * 4",
        "snake_case_name",
        "_a_b",
        "a_*b*_",
        "**「x」**です",
        "*a*, **b**; (*c*)",
        "*Conceição* e **não**",
        "`code`",
        "`*a*`",
        "`<b>`",
        "``a`b``",
        "` a `",
        "`a",
        "*a`*`b*",
        "[text](page.md)",
        '[text](page.md "A title")',
        "[text](page.md 'A title')",
        "[text](<my page.md>)",
        "[a](b(c)d)",
        "[*a* b](page.md)",
        "[`a`](page.md)",
        "**[a](page.md)**",
        "*a [b* c](page.md)",
        "[a](b.md)*c*[d](e.md)",
        "[a] (b)",
        "[a]",
        "<https://example.com/?a=1&b=2>",
        r"\*a\* \_b\_ \[c\](d) \`e\` \\",
        r"C:\temp\new",
        "a < b > c",
        "R&D",
    ],
)
def test_common_markup_reads_as_in_the_body(text: str) -> None:
    body = markdown(text).removeprefix("<p>").removesuffix("</p>")

    assert inline(text, as_written) == body


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ('<b class="*x*">', "&lt;b class=&quot;*x*&quot;&gt;"),
        ("<!-- *x* -->", "&lt;!-- *x* --&gt;"),
        ("&lt;b&gt; &amp; &#35;", "&amp;lt;b&amp;gt; &amp;amp; &amp;#35;"),
        ("![*alt*](src.png)", "![*alt*](src.png)"),
        ("[x](javascript:alert(1))", "[x](javascript:alert(1))"),
        ("[x](JAVA&#115;cript:alert(1))", "[x](JAVA&amp;#115;cript:alert(1))"),
        ("[x](<java\tscript:alert(1)>)", "[x](&lt;java\tscript:alert(1)&gt;)"),
        ("<javascript:alert(1)>", "&lt;javascript:alert(1)&gt;"),
        ("[](empty.md) [x]()", "[](empty.md) [x]()"),
        ("[a [b](c) d](e)", '[a <a href="c">b</a> d](e)'),
        ("[a <https://b.org> c](d)", '[a <a href="https://b.org">https://b.org</a> c](d)'),
        ("<ana@example.com>", '<a href="mailto:ana@example.com">ana@example.com</a>'),
        ('[x](a "&quot; onclick=x")', '<a href="a" title="&amp;quot; onclick=x">x</a>'),
        ('[x](a"onclick="b)', '<a href="a&quot;onclick=&quot;b">x</a>'),
        ("{#id onclick=x} [TOC]", "{#id onclick=x} [TOC]"),
        ("****a****", "****a****"),
        ("a\nb", "a b"),
        ("a \nb", "a b"),
        ("a  \n  b", "a<br>b"),
        ("a\\\nb", "a<br>b"),
        ("a\n\n\nb", "a<br>b"),
        ("*a\nb*", "<em>a b</em>"),
        ("\x02wzxhzdk:0\x03 *a*", "wzxhzdk:0 <em>a</em>"),
        ("", ""),
    ],
)
def test_what_differs_shows_what_was_written(text: str, html: str) -> None:
    assert inline(text, as_written) == html


def test_targets_are_resolved() -> None:
    pages = {"b.md": "../b/", "c.md": ""}

    assert inline("[a](b.md) [c](c.md) [d](d.md)", pages.get) == (
        '<a href="../b/">a</a> <a href="">c</a> <a href="d.md">d</a>'
    )


def test_links_are_listed_where_they_stand() -> None:
    text = "see **[the *plan*](plan.md 'P')**, <https://x.org> and ![i](i.png) [y](data:x)"

    found = links(text)

    assert found == (
        Link("plan.md", 6, 31, "the plan", "P"),
        Link("https://x.org", 35, 50, "https://x.org"),
    )
    assert text[6:31] == "[the *plan*](plan.md 'P')"
    assert links("none") == links("*none*") == ()


def test_addresses_are_also_those_of_what_stays_text() -> None:
    text = "`[a](code.md)` [b](<two words.md>) ![](c.png) [d](data:x) [](e.md) <https://x.org>"
    assert addresses(text) == (("two words.md", False), ("c.png", True), ("data:x", False))


@pytest.mark.parametrize(
    ("text", "visible"),
    [
        ("**Bold** and `co*de`", "Bold and co*de"),
        ("[the *plan*](plan.md)", "the plan"),
        ("a  \nb\nc", "a b c"),
        (r"\*literal\* <b>", "*literal* <b>"),
        ("![alt](src)", "![alt](src)"),
        ("R&D", "R&D"),
    ],
)
def test_plain_text_is_what_a_reader_sees(text: str, visible: str) -> None:
    assert plain(text) == visible


@given(markup)
def test_page_and_plain_text_say_the_same(text: str) -> None:
    html = inline(text, as_written)

    assert shown(html) == html_escape(plain(text), quote=True).replace("&#x27;", "'").replace(
        "\n", " "
    )


@given(markup | st.text())
def test_only_known_tags_reach_the_page_and_all_are_closed(text: str) -> None:
    open_tags: list[str] = []
    html = inline(text, as_written)
    for tag in re.findall(r"<([^>]*)>", html):
        if tag.startswith("/"):
            assert open_tags.pop() == tag[1:]
        elif tag != "br":
            name = tag.split(" ")[0]
            assert name in {"em", "strong", "code", "a"}
            open_tags.append(name)
    assert open_tags == []
    assert html.count("<a ") <= 1 or "<a " not in re.sub(r"<a .*?</a>", "", html)


@given(markup)
def test_links_are_what_the_page_links(text: str) -> None:
    asked: list[str] = []

    inline(text, asked.append)

    assert asked == [link.target for link in links(text)]
    for link in links(text):
        assert text[link.start] == "<" or (link.target, False) in addresses(text)
        assert text[link.end - 1] in ")>"
        assert link.target in text[link.start : link.end] or link.target.startswith("mailto:")
        assert link.text in plain(text)


@given(st.text(st.characters(exclude_characters="\\`*_[<\n")))
def test_text_without_markup_is_plain(text: str) -> None:
    assert plain(text) == text
    assert links(text) == ()


HOSTILE = [
    "[",
    "]",
    "[a](",
    "[a](b ",
    '[a](b "',
    "![",
    "*a ",
    "a* ",
    "*a**b",
    "_a __b ",
    "`",
    "` ``",
    "a`b``c```",
    "<",
    "<a ",
    "<https://a",
    "<a@b.",
    "\\",
    "\n ",
    "  \n",
    "[a](b(c)",
    "![a](b)",
    "[x](javascript:y)",
    "[a](b)",
    "*a*",
    "***a** ",
]


def lines_run(call: Callable[[], object]) -> int:
    count = 0

    def trace(frame: FrameType, event: str, arg: object) -> TraceFunction:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        call()
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("piece", HOSTILE)
def test_work_grows_with_the_text(piece: str) -> None:
    once = lines_run(lambda: inline(piece * 400, as_written))
    twice = lines_run(lambda: inline(piece * 800, as_written))

    assert twice <= 2.1 * once


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_huge_text_is_read(piece: str) -> None:
    text = piece * 20_000

    assert len(shown(inline(text, as_written))) <= 6 * len(text)


def test_nesting_is_bounded() -> None:
    deep = inline("*a **b " * 1000 + "b** a*" * 1000, as_written)
    depth = deepest = 0
    for tag in re.findall(r"</?(?:em|strong)>", deep):
        depth += -1 if tag.startswith("</") else 1
        deepest = max(deepest, depth)

    assert 2 <= deepest <= 2 * NESTING


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Which grind?", "Which grind?"),
        ("“Which grind?”", "Which grind?"),
        ('"Which *grind*?"', "Which <em>grind</em>?"),
        ("« Qual moagem? »", "Qual moagem?"),
        ("„Welche?“", "Welche?"),
        ("“No”, she said", "“No”, she said"),
        ("“No” and “never”", "“No” and “never”"),
        ('Reads "soon"', "Reads &quot;soon&quot;"),
        ("“”", "“”"),
        ("“", "“"),
        ("“Half", "“Half"),
    ],
)
def test_quotes_round_all_that_somebody_says_are_left_to_the_page(typed: str, shown: str) -> None:
    assert quoted(typed, lambda text: inline(text, as_written)) == f"<q>{shown}</q>"
