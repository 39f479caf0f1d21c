"""Links and pictures: addresses that a page may hold, and words for what a picture shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from mkdocs_journey.diagnostics import Finding, Rule, Severity
from mkdocs_journey.front_matter.rules import OUTSIDE_SITE
from mkdocs_journey.model import Evidence, Persona
from mkdocs_journey.model.rules import page_with
from mkdocs_journey.rules.walking import Checked
from mkdocs_journey.values.addresses import safe_url
from mkdocs_journey.values.base import Model, show
from mkdocs_journey.values.cards import Image, Link
from mkdocs_journey.values.paths import resolve

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

_ADDRESSES: dict[type[Model], str] = {
    Link: "url", Evidence: "url", Image: "src", Persona: "avatar",
}  # fmt: skip
_PICTURES = ("src", "avatar")
_NOT_RELATIVE = re.compile(r"[/\\#]|[a-zA-Z][a-zA-Z0-9+.-]*:")
_PAGE = re.compile(r"\.(?:md|markdown|mdown|mkdn|mkd)(?:[?#]|$)", re.IGNORECASE)
_INLINE = re.compile(r"\]\(\s*<?([^)\s>]*)")


def check_links(checked: Checked) -> Iterator[Finding]:
    """Addresses that cannot be links, and pictures without words."""
    yield from _check_parts(checked)
    for path, text in checked.linking:
        for match in _INLINE.finditer(text):
            if not _is_safe(match[1]):
                yield _unsafe(checked, path, match[1])
            elif _is_page_outside(checked, match[1]):
                yield _outside(checked, path, match[1])


def _check_parts(checked: Checked) -> Iterator[Finding]:
    for kind, key in _ADDRESSES.items():
        for path, part in checked.of(kind):
            address = getattr(part, key)
            if not _is_safe(address):
                yield _unsafe(checked, (*path, key), address)
            elif key in _PICTURES and _leads_out(checked, address):
                message = f"`{show(address)}` lies outside the site's pages: put the picture there"
                yield checked.report(OUTSIDE_SITE, (*path, key), message)
            elif _is_page_outside(checked, address):
                yield _outside(checked, (*path, key), address)
            elif isinstance(part, Image) and not part.alt:
                message = "a picture without `alt`: write what it shows"
                yield checked.report(IMAGE_WITHOUT_ALT, (*path, "src"), message)


def _is_safe(address: str) -> bool:
    """Whether it is made a link; nothing where nothing is written."""
    return not address.strip() or safe_url(address) is not None


def _leads_out(checked: Checked, address: str) -> bool:
    """Whether a relative address leaves the site's pages, by its path or by a link on the way."""
    if not address or _NOT_RELATIVE.match(address):
        return False
    target = resolve(checked.page.path, unquote(address))
    return target is None or checked.atlas.leads_out(target)


def _is_page_outside(checked: Checked, address: str) -> bool:
    """Whether an address is of a page that the site does not have, for it stands elsewhere.

    Of other files it cannot be told: on the web, another site may begin above this one.
    """
    return bool(_PAGE.search(address)) and _leads_out(checked, address)


def _outside(checked: Checked, path: tuple[str | int, ...], address: str) -> Finding:
    message = f"`{show(address)}` lies outside the site's pages: name a page among them"
    return checked.report(OUTSIDE_SITE, path, message)


def _unsafe(checked: Checked, path: tuple[str | int, ...], address: str) -> Finding:
    message = (
        f"`{show(address)}` cannot be a link: write a page's path, or an address that begins "
        "with `https://`"
    )
    return checked.report(UNSAFE_LINK, path, message)
