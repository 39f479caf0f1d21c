"""What user text becomes in HTML, and which addresses may be linked."""

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journey.render.escape import Html, attribute, escape, join
from mkdocs_journey.values.addresses import safe_url

any_text = st.text(st.characters(codec=None, exclude_categories=()))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Conceição – 🙂", "Conceição – 🙂"),
        ('<b class="x">R&D</b>', "&lt;b class=&quot;x&quot;&gt;R&amp;D&lt;/b&gt;"),
        ("&lt;", "&amp;lt;"),
        ("copo d'água", "copo d'água"),
        ("two\nlines\tand a tab", "two\nlines\tand a tab"),
        ("a\r\nb\rc", "a \nb c"),
        ("\x02stash\x03 \x00\x1b[0m\x7f\x9f", "stash [0m"),
        ("lone \ud83d surrogate", "lone  surrogate"),
        ("\u202egpj.exe\u202c \u2066x\u2069", "gpj.exe x"),
        ("\u200fשלום\u200e", "\u200fשלום\u200e"),
    ],
)
def test_text_is_shown_as_written(text: str, shown: str) -> None:
    assert escape(text) == shown


def test_finished_html_is_not_escaped_again() -> None:
    finished = Html("<b>x</b>")

    assert escape(finished) is finished
    assert escape(escape("a < b")) == "a &lt; b"


def test_an_attribute_without_a_value_is_left_out() -> None:
    assert attribute("title", 'say "hi"') == ' title="say &quot;hi&quot;"'
    assert attribute("title", "") == ' title=""'
    assert attribute("title", None) == ""


def test_parts_are_joined_by_text() -> None:
    assert join([Html("<b>a</b>"), escape("<")], " & ") == "<b>a</b> &amp; &lt;"


@given(any_text)
def test_no_text_leaves_its_place(text: str) -> None:
    escaped = escape(text)

    assert not set(escaped) & set('<>"\x02\x03\u202e')
    assert escaped.encode().decode() == escaped  # a lone surrogate could not be written
    assert escape(unescape(escaped)) == escaped


@pytest.mark.parametrize(
    "url",
    [
        "https://example.com/?a=1&b=2#c",
        "HTTP://example.com",
        "mailto:ana@example.com",
        "tel:+55-11-5555",
        "//example.com/x",
        "/abs/page/",
        "other.md#stage",
        "../a/b.md?x=1:2",
        "#stage",
        "my page.md",
        "R&D.md",
        "a/12:30.md",
    ],
)
def test_harmless_addresses_are_kept(url: str) -> None:
    assert safe_url(url) == url
    assert safe_url(f" {url}\n") == url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " \t\n javascript:alert(1)",
        "\x01javascript:alert(1)",
        "java\nscript:alert(1)",
        "java\tscript\r:alert(1)",
        "java\x00script:alert(1)",
        "javascript\u202e:alert(1)",
        "javascript&#58;alert(1)",
        "javascript&colon;alert(1)",
        "&#106;avascript:alert(1)",
        "&#x6A;avascript&#x3A;alert(1)",
        "java&Tab;script:alert(1)",
        "java&NewLine;script&colon;alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:msgbox(1)",
        "file:///etc/passwd",
        "blob:https://example.com/1",
        "ｊavascript:alert(1)",
        "",
        "  \n",
        "\x00",
    ],
)
def test_addresses_that_may_run_something_are_refused(url: str) -> None:
    assert safe_url(url) is None


@given(any_text)
def test_an_address_that_is_safe_stays_safe(url: str) -> None:
    safe = safe_url(url)

    assert safe is None or safe_url(safe) == safe
