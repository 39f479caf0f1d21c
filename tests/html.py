"""A page as browsers read it, with what must never stand in one."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser

VOID = frozenset(
    "area base br col embed hr img input link meta source track wbr".split()  # noqa: SIM905
)
BLOCKS = frozenset(
    "address article aside blockquote details div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 "  # noqa: SIM905
    "header hr main menu nav ol p pre section table ul".split()
)
ADDRESSES = ("href", "src", "action", "formaction", "xlink:href", "data", "poster", "srcset")
SCHEMES = ("http:", "https:", "mailto:", "tel:")


def start_of_part(html: str) -> int:
    """Where the map's or persona's own part of a built page begins."""
    part = re.search(r"<div[^>]*\sdata-journey[\s=>]", html)
    assert part is not None
    return part.start()


class Page(HTMLParser):
    """Elements, ids and texts of a page, and what is wrong with its form."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: list[str] = []
        self.faults: list[str] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        self.faults += [f"<{tag}> is not closed" for tag in self._open]

    @property
    def text(self) -> str:
        """All texts and all attribute values, as they are read."""
        values = (value for _, found in self.elements for value in found.values())
        return "\n".join(("".join(self.texts), *values))

    @property
    def ids(self) -> Counter[str]:
        """How often each id stands."""
        return Counter(found["id"] for _, found in self.elements if "id" in found)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = Counter(name for name, _ in attrs)
        self.faults += [f"<{tag}> has {name} twice" for name, n in names.items() if n > 1]
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag in BLOCKS and "p" in self._open:
            self.faults.append(f"<{tag}> ends a paragraph")
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open[-1] != tag:
            self.faults.append(f"</{tag}> closes {self._open[-3:]} before {self.texts[-1:]}")
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def dangers(self) -> list[str]:
        """What could run or load something."""
        found = []
        for tag, attributes in self.elements:
            if tag in ("script", "style", "iframe", "object", "embed", "plaintext", "base"):
                found.append(f"<{tag}>")
            found += [f"<{tag} {name}>" for name in attributes if name.startswith("on")]
            for name in ADDRESSES:
                address = attributes.get(name, "")
                scheme, colon, _ = address.partition(":")
                if colon and f"{scheme}:" not in SCHEMES and scheme.isalnum():
                    found.append(f"<{tag} {name}={address}>")
        return found
