"""Mermaid flowchart text in which any user text shows as it was written.

Mermaid rewrites its input with regular expressions before it parses it: `#35;` becomes a
character, `%%` begins a comment, `style …: #…;` loses its semicolon, a backtick begins Markdown,
and a label is HTML. So every character that any of these steps knows is written as its code point,
labels are always quoted, and ids are the caller's own (`n1`, `g1`), never user text.

Not for `htmlLabels: false`, which shows code points as they are written.
"""

from __future__ import annotations

import re
from typing import Literal, TypeAlias
from urllib.parse import quote

from mkdocs_journey.values.addresses import UNWANTED, safe_url

EMPTY = "—"
"""What stands where a label has no text: Mermaid refuses an empty one."""

Shape: TypeAlias = Literal[
    "rectangle",
    "rounded",
    "stadium",
    "subroutine",
    "cylinder",
    "circle",
    "flag",
    "rhombus",
    "hexagon",
    "parallelogram",
]

_BRACKETS: dict[Shape, tuple[str, str]] = {
    "rectangle": ("[", "]"),
    "rounded": ("(", ")"),
    "stadium": ("([", "])"),
    "subroutine": ("[[", "]]"),
    "cylinder": ("[(", ")]"),
    "circle": ("((", "))"),
    "flag": (">", "]"),
    "rhombus": ("{", "}"),
    "hexagon": ("{{", "}}"),
    "parallelogram": ("[/", "/]"),
}

_LINE_ENDS = re.compile("\r\n|[\r\u2028\u2029]")
_UNWANTED = re.compile(f"[{UNWANTED}]")
_SPACES = re.compile("[ \t]+")
_AROUND_LINES = re.compile(" ?\n ?")
_SPECIAL = re.compile(r"""["#&<>\\`$%;:,{}]""")
# Mermaid keeps these pairs in place of `#` and `;` while it parses; a word joiner, which has no
# width, keeps them apart.
_PLACEHOLDER = re.compile("ﬂ(?=°)|¶(?=ß)")
_WORDS = r"[{0}]+(?:[ \n][{0}]+)*+"
_PLAIN = re.compile(_WORDS.format(r"\w.()/!?'–—-"))
"""A text in which nothing has to be rewritten, as most are; it may have several lines."""
_TIDY = re.compile(_WORDS.format(r"""\w.()/!?'–—"“”&:,%-"""))
"""A text in which nothing but special characters has to be rewritten."""

_ANCHOR = re.compile(r"#[a-zA-Z0-9_.-]++")
"""An address within the page in which nothing has to be encoded, as most are."""

_FIRST_WORD = re.compile(r"\w+")
_KEYWORDS = frozenset(
    {
        "__proto__", "accdescr", "acctitle", "activate", "actor", "alt", "and", "as",
        "autonumber", "box", "break", "call", "class", "classdef", "click", "constructor",
        "create", "critical", "deactivate", "default", "destroy", "direction", "else", "end",
        "flowchart", "graph", "href", "journey", "linkstyle", "loop", "note", "opt", "over",
        "par", "participant", "rect", "section", "state", "style", "subgraph", "title",
    }
)  # fmt: skip
"""Words that some diagram reads as a statement where a text begins with them."""


def label(text: str) -> str:
    """Return text for between the quotes of a node's, an edge's or a subgraph's label."""
    return _encoded(text).replace("\n", "<br/>")


def node(name: str, shape: Shape, text: str) -> str:
    """Return the statement that declares a node under a generated id."""
    before, after = _BRACKETS[shape]
    return f'{name}{before}"{label(text)}"{after}'


def edge(start: str, end: str, text: str | None = None, *, dotted: bool = False) -> str:
    """Return the statement that joins two nodes, with a label where there is a text."""
    arrow = "-.->" if dotted else "-->"
    return f"{start} {arrow} {end}" if text is None else f'{start} {arrow}|"{label(text)}"| {end}'


def subgraph(name: str, text: str) -> str:
    """Return the line that opens a subgraph; no node may have the same id, and `end` closes it."""
    return f'subgraph {name}["{label(text)}"]'


def title(text: str) -> str | None:
    """Return the line that names the diagram for screen readers, or `None` for a blank text."""
    return _statement("accTitle", text)


def description(text: str) -> str | None:
    """Return the line that describes the diagram to screen readers, or `None` for a blank text."""
    return _statement("accDescr", text)


def click(name: str, url: str) -> str | None:
    """Return the statement that makes a node a link, or `None` where the address is not safe.

    Mermaid reads no code points in an address; what it would trip over is percent-encoded. It then
    decodes the address twice (`sanitizeUrl` of @braintree/sanitize-url), so that a percent of the
    address itself has to be encoded twice to survive.
    """
    if _ANCHOR.fullmatch(url):
        return f'click {name} href "{url}"'
    safe = safe_url(url)
    if safe is None or safe.lower().startswith("tel:"):
        return None
    encoded = quote(safe.replace("%", "%25"), safe="/?#:@!$&'()*+,=~[]")
    return f'click {name} href "{encoded}"'


def statement(text: str) -> str:
    """Return text for a diagram whose labels are bare and end with their line."""
    return _encoded(text).replace("\n", " ")


def _statement(keyword: str, text: str) -> str | None:
    encoded = statement(text)
    return None if encoded == EMPTY else f"{keyword}: {encoded}"


def _encoded(text: str) -> str:
    """Return text on lines of single-spaced words, with all that Mermaid reads as code points."""
    encoded = text if _PLAIN.fullmatch(text) else _rewritten(text)
    word = _FIRST_WORD.match(encoded)
    if word and word[0].casefold() in _KEYWORDS:
        return f"#{ord(encoded[0])};{encoded[1:]}"
    return encoded


def _rewritten(text: str) -> str:
    tidy = text if _TIDY.fullmatch(text) else _tidied(text)
    return _SPECIAL.sub(_code_point, tidy) or EMPTY


def _tidied(text: str) -> str:
    lines = _UNWANTED.sub("", _LINE_ENDS.sub("\n", text))
    tidy = _AROUND_LINES.sub("\n", _SPACES.sub(" ", lines)).strip(" \n")
    return _PLACEHOLDER.sub("\\g<0>\u2060", tidy)


def _code_point(match: re.Match[str]) -> str:
    return f"#{ord(match[0])};"
