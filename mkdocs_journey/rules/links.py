"""Links and pictures: addresses that a page may hold, and words for what a picture shows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_journey.diagnostics import Finding, Rule, Severity
from mkdocs_journey.model import Evidence, Persona
from mkdocs_journey.model.rules import page_with
from mkdocs_journey.rules.walking import Checked
from mkdocs_journey.values.base import Model, show
from mkdocs_journey.values.cards import Image, Link

UNSAFE_LINK = Rule(
    "J361", "unsafe-link", Severity.ERROR,
    "A link leads to a page, to the web, to a mail or a phone.",
    "Any other address could run a program in the reader's browser; it is not made a link.",
    page_with('links:\n  - {text: Design, url: "javascript:alert(1)"}'),
    page_with('links:\n  - {text: Design, url: "https://example.org/design"}'),
)  # fmt: skip
IMAGE_WITHOUT_ALT = Rule(
    "J362", "image-without-alt", Severity.WARNING,
    "A picture says in `alt` what it shows.",
    "Readers who do not see the picture miss what it says.",
    page_with("image: {src: checkout.png}"),
    page_with("image: {src: checkout.png, alt: The form asks for the address twice}"),
)  # fmt: skip

RULES = (UNSAFE_LINK, IMAGE_WITHOUT_ALT)

# Browsers drop spaces and control characters before and within a scheme.
_SCHEME = re.compile(r"[\s\x00-\x1f]*([a-zA-Z][a-zA-Z0-9+.\s-]*):")
_SAFE = ("http", "https", "mailto", "tel")
_ADDRESSES: dict[type[Model], str] = {
    Link: "url", Evidence: "url", Image: "src", Persona: "avatar",
}  # fmt: skip
_INLINE = re.compile(r"\]\(\s*<?([^)\s>]*)")


def check_links(checked: Checked) -> Iterator[Finding]:
    """Addresses that cannot be links, and pictures without words."""
    for kind, key in _ADDRESSES.items():
        for path, part in checked.of(kind):
            address = getattr(part, key)
            if not _is_safe(address):
                yield _unsafe(checked, (*path, key), address)
            elif isinstance(part, Image) and not part.alt:
                message = "a picture without `alt`: write what it shows"
                yield checked.report(IMAGE_WITHOUT_ALT, (*path, "src"), message)
    for path, text in checked.linking:
        for match in _INLINE.finditer(text):
            if not _is_safe(match[1]):
                yield _unsafe(checked, path, match[1])


def _is_safe(address: str) -> bool:
    scheme = _SCHEME.match(address)
    return scheme is None or "".join(scheme[1].split()).lower() in _SAFE


def _unsafe(checked: Checked, path: tuple[str | int, ...], address: str) -> Finding:
    message = (
        f"`{show(address)}` cannot be a link: write a page's path, or an address that begins "
        "with `https://`"
    )
    return checked.report(UNSAFE_LINK, path, message)
