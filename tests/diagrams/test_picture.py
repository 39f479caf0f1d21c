"""Of an engine's picture only known shapes and words reach a page."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journey.diagrams.engine import UndrawableError
from mkdocs_journey.diagrams.picture import MOST_CHARACTERS, inline

PAINTS = {"#111111": "var(--journey-fg)", "#EEEEEE": "var(--journey-bg)"}


def svg(content: str, size: str = 'width="160" height="80"') -> str:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} fill="#111111">{content}</svg>'


def test_a_picture_is_as_large_as_its_letters_and_takes_its_colours_from_the_page() -> None:
    content = (
        '<title id="a">A &amp; B</title><desc id="b">How</desc>'
        '<g class="node" id="n1" data-id="n1" transform="translate(1,-2.5)">'
        '<rect x="-3" y="4" width="5" height="6" fill="#EEEEEE" stroke="none" style="rx:4px"/>'
        '<text x="0" y="1" text-anchor="middle"><tspan x="0" y="1">one</tspan>'
        '<tspan x="0" y="2">two &lt;b&gt;</tspan></text></g>'
    )
    assert inline(svg(content), PAINTS) == (
        '<svg class="journey-chart" role="img" viewBox="0 0 160 80" width="10em" height="5em">'
        "<title>A &amp; B</title><desc>How</desc>"
        '<g font-size="16" fill="var(--journey-fg)"><g transform="translate(1,-2.5)">'
        '<rect x="-3" y="4" width="5" height="6" fill="var(--journey-bg)" stroke="none" rx="4">'
        '</rect><text x="0" y="1" text-anchor="middle"><tspan x="0" y="1">one</tspan> '
        '<tspan x="0" y="2">two &lt;b&gt;</tspan></text></g></g></svg>'
    )


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("<script>alert(1)</script>", "an element `script`"),
        ("<style>* { fill: url(https://elsewhere.example) }</style>", "an element `style`"),
        ('<foreignObject><b xmlns="http://www.w3.org/1999/xhtml">x</b></foreignObject>', "foreign"),
        ('<image href="https://elsewhere.example/x.png"/>', "an element `image`"),
        ('<use href="#a"/>', "an element `use`"),
        ('<a href="javascript:alert(1)"><text>x</text></a>', "an element `a`"),
        ('<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>', "script"),
        ("<text>a<set attributeName='href' to='x'/></text>", "an element `set`"),
        ('<path fill="url(#a)" d="M0,0"/>', "the colour `url(#a)`"),
        ('<path fill="#123456" d="M0,0"/>', "the colour `#123456`"),
        ('<path style="fill:red" d="M0,0"/>', "the colour `red`"),
        ('<path d="M0,0&quot; onload=&quot;x"/>', "`d` of"),
        ('<rect width="NaN"/>', "`width` of `NaN`"),
        ('<g transform="matrix(1 2 3 4 5 6)"/>', "`transform` of"),
        ("<!-- a --><text>a</text>", "a declaration"),
        ("<text><![CDATA[<script>]]></text>", "a declaration"),
        ("<text>", "cannot be read"),
        ("<g>" * 2000 + "</g>" * 2000, "nested too deeply"),
        ("<text>" + "x" * MOST_CHARACTERS + "</text>", "characters"),
    ],
    ids=lambda value: value[:24],
)
def test_what_is_not_known_is_refused(content: str, problem: str) -> None:
    with pytest.raises(UndrawableError) as refused:
        inline(svg(content), PAINTS)
    assert problem in str(refused.value)


def test_entities_are_not_read() -> None:
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaa">]>' + svg("<text>&a;</text>")
    with pytest.raises(UndrawableError, match="declaration"):
        inline(bomb, PAINTS)


@pytest.mark.parametrize("size", ["", 'width="100%" height="1"', 'width="1" height="1e9"'])
def test_a_picture_has_a_size(size: str) -> None:
    with pytest.raises(UndrawableError, match="its picture has the"):
        inline(svg("", size), PAINTS)


@pytest.mark.parametrize(
    "left_behind",
    ['onload="x"', 'id="view.map"', 'class="md-header"', 'href="https://elsewhere.example"',
     'filter="url(#a)"', 'style="background:url(//elsewhere.example);position:fixed"'],
)  # fmt: skip
def test_other_attributes_are_left_behind(left_behind: str) -> None:
    drawn = inline(svg(f"<g {left_behind}><text {left_behind}>a</text></g>"), PAINTS)
    assert '<g font-size="16" fill="var(--journey-fg)"><g><text>a</text></g></g>' in drawn


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff")))
def test_any_text_is_only_text(text: str) -> None:
    element = ElementTree.Element("text")
    element.text = text
    content = ElementTree.tostring(element, encoding="unicode")
    drawn = inline(svg(f"<g>{content}</g>"), PAINTS)
    assert [found.tag for found in ElementTree.fromstring(drawn).iter()] == [
        "svg",
        "g",
        "g",
        "text",
    ]
