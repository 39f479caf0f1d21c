"""Mermaid text: what each rule of its escaping does; tests/browser has it drawn."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journey.render.mermaid_text import (
    click,
    description,
    edge,
    label,
    node,
    subgraph,
    title,
)

CORPUS = Path(__file__).parents[1] / "data" / "diagram-label-corpus.json"
TEXTS = [entry["text"] for entry in json.loads(CORPUS.read_text(encoding="utf-8"))]


def decoded(text: str) -> str:
    return re.sub(r"#(\d+);", lambda match: chr(int(match[1])), text.replace("<br/>", "\n"))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Comprar agora", "Comprar agora"),
        ("Conceição 🙂 顧客", "Conceição 🙂 顧客"),
        ('say "hi"', "say #34;hi#34;"),
        ("#35; & <b>", "#35;35#59; #38; #60;b#62;"),
        ("`$x` %% a;b:c,{d} \\n", "#96;#36;x#96; #37;#37; a#59;b#58;c#44;#123;d#125; #92;n"),
        ("end", "#101;nd"),
        ("End of story", "#69;nd of story"),
        ("the end", "the end"),
        ("ending", "ending"),
        ("accTitle: x", "#97;ccTitle#58; x"),
        ("__proto__", "#95;_proto__"),
        ("a\nb", "a<br/>b"),
        ("a\r\nb\rc\u2028d\u2029e", "a<br/>b<br/>c<br/>d<br/>e"),
        ("a\n\nb", "a<br/><br/>b"),
        ("  a \t b  \n  c ", "a b<br/>c"),
        ("a\x07b\x01c\u202e", "abc"),
        ("ﬂ°°35¶ß", "ﬂ\u2060°°35¶\u2060ß"),
        ("", "—"),
        (" \n\t\x00 ", "—"),
    ],
)
def test_labels(text: str, written: str) -> None:
    assert label(text) == written


def test_statements_quote_their_labels() -> None:
    assert node("n1", "stadium", "a [b]") == 'n1(["a [b]"])'
    assert edge("n1", "n2") == "n1 --> n2"
    assert edge("n1", "n2", "50 %") == 'n1 -->|"50 #37;"| n2'
    assert edge("n1", "n2", "later", dotted=True) == 'n1 -.->|"later"| n2'
    assert subgraph("g1", "end") == 'subgraph g1["#101;nd"]'


def test_titles_stand_on_one_line_or_are_left_out() -> None:
    assert title("A\nflow: x") == "accTitle: A flow#58; x"
    assert description("A #1") == "accDescr: A #35;1"
    assert title(" \n") is description("\x00") is None


@pytest.mark.parametrize(
    ("url", "statement"),
    [
        ("#stage", 'click n1 href "#stage"'),
        ("../a/?b=1&c=2", 'click n1 href "../a/?b=1&c=2"'),
        ("https://example.com/a%20b", 'click n1 href "https://example.com/a%252520b"'),
        ('a"b;c`d {e}', 'click n1 href "a%22b%3Bc%60d%20%7Be%7D"'),
        ("tel:+5511", None),
        ("javascript:alert(1)", None),
        ("", None),
    ],
)
def test_only_safe_addresses_are_linked(url: str, statement: str | None) -> None:
    assert click("n1", url) == statement


@given(st.sampled_from(TEXTS) | st.text())
def test_a_label_holds_nothing_that_mermaid_reads(text: str) -> None:
    written = label(text)
    without_codes = re.sub(r"#\d+;", "", written.replace("<br/>", ""))

    assert written
    assert not re.search(r"""["#&<>\\`$%;:,{}\n\r\u2028\u2029\x00-\x1f]""", without_codes)
    assert "ﬂ°" not in written
    assert "¶ß" not in written


@given(st.sampled_from(TEXTS) | st.text(st.characters(codec="utf-8", exclude_categories=["C"])))
def test_every_word_of_a_text_is_in_its_label(text: str) -> None:
    visible = decoded(label(text)).replace("\u2060", "")

    assert re.sub(r"[^\w]", "", visible) == re.sub(r"[^\w]", "", text)
