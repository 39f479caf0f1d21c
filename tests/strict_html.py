"""Drawn HTML as a parser that is not ours reads it, held against all that renderers may emit."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from justhtml import JustHTML

VOCABULARY = """
a: href title
b: style
br:
button: aria-pressed data-channel data-for data-journey-copy data-journey-fullscreen
    data-journey-js data-journey-print data-path popovertarget type value
caption:
circle: cx cy r
code:
col:
colgroup: span
dd:
defs:
details: data-search-exclude open
div: aria-label aria-labelledby data-for data-journey data-journey-across data-journey-js
    data-journey-row data-lang data-n data-row popover role style tabindex
dl:
dt:
em:
figcaption:
figure: data-search-exclude tabindex
g: fill stroke stroke-linecap stroke-linejoin stroke-width
h1:
h2:
h3:
i: style
img: alt decoding height loading src width
input: checked placeholder type value
label:
li: data-journey-echo data-journey-row data-n data-row style
linearGradient: gradientUnits x1 x2 y1 y2
nav: aria-label
ol:
option: value
p: data-text role style
path: d fill stroke style
pre:
q:
rect: height opacity rx width x y
section: aria-labelledby
select:
small:
span: aria-label data-journey-fact data-one data-other data-text role style
stop: offset stop-opacity
strong:
summary:
sup:
svg: height preserveAspectRatio viewBox width
symbol: viewBox
table: role style
tbody: role
td: colspan data-label role rowspan style
th: colspan data-channel data-path role rowspan scope style
thead: role
time: datetime
tr: data-journey-row data-lane data-n data-row role style
ul: aria-label
use: xlink:href
"""
"""Elements with their attributes, beside `id`, `class`, `hidden` and `aria-hidden`."""
ALLOWED = {
    name: {"id", "class", "hidden", "aria-hidden", *attributes.split()}
    for name, attributes in re.findall(r"^(\w+):(.*(?:\n {4}.*)*)", VOCABULARY, re.MULTILINE)
}
_STYLE = re.compile(r"(?:(?:--[a-z-]+|[a-z-]+):[\w.#%()+*/, -]+;?)*")
_CLASSES = re.compile(r"[\w -]*")
_ADDRESS = re.compile(r"(?i)(?:https?:|mailto:|tel:|[^:]*(?:[/?#]|$))")
"""A known scheme, or none: before a colon stands a slash, a question mark or a hash."""


class Drawn:
    """Elements and text of drawn HTML, and what a renderer never emits."""

    def __init__(self, html: str) -> None:
        parsed = JustHTML(html, sanitize=False, collect_errors=True, fragment=True)
        self.errors = [f"{error.code} at {error.column}" for error in parsed.errors]
        nodes = list(_walk(parsed.root))
        self.elements = [
            (node.name, {key: value or "" for key, value in node.attrs.items()})
            for node in nodes
            if not node.name.startswith("#")
        ]
        self.strange = [node.name for node in nodes if node.name in ("#comment", "!doctype")]
        self.text = "".join(str(node.data) for node in nodes if node.name == "#text")

    @property
    def everything(self) -> str:
        """Text and values of attributes, as a reader may come to see them."""
        return "\n".join((self.text, *(v for _, found in self.elements for v in found.values())))

    def faults(self) -> list[str]:
        """What is not well formed, stands twice, or was never meant to be on a page."""
        found = [*self.errors, *self.strange]
        ids = Counter(attributes["id"] for _, attributes in self.elements if "id" in attributes)
        found += [f"id {name} {count} times" for name, count in ids.items() if count > 1]
        for name, attributes in self.elements:
            found += [f"<{name}>"] if name not in ALLOWED else []
            found += [
                f"<{name} {key}={value[:60]!r}>"
                for key, value in attributes.items()
                if key not in ALLOWED.get(name, ()) or not _is_plain(key, value)
            ]
        return found


def _is_plain(key: str, value: str) -> bool:
    match key:
        case "href" | "src" | "xlink:href":
            return _ADDRESS.match(value) is not None
        case "style":
            return _STYLE.fullmatch(value) is not None and "url" not in value
        case "class":
            return _CLASSES.fullmatch(value) is not None
    return True


def _walk(node: Any) -> Iterator[Any]:
    pending = [node]
    while pending:
        here = pending.pop()
        if here is not node:
            yield here
        pending += reversed(getattr(here, "children", None) or [])
