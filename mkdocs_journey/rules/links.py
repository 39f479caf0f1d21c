"""Links and pictures: addresses that a page may hold, and words for what a picture shows."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from mkdocs_journey.diagnostics import Finding, Rule, Severity
from mkdocs_journey.front_matter.rules import OUTSIDE_SITE
from mkdocs_journey.model import Evidence, Persona
from mkdocs_journey.model.rules import page_with
from mkdocs_journey.model.shape import Path
from mkdocs_journey.rules.walking import Checked
from mkdocs_journey.surroundings import Surroundings
from mkdocs_journey.values.addresses import safe_url
from mkdocs_journey.values.base import Model, show
from mkdocs_journey.values.cards import Image, Link
from mkdocs_journey.values.files import SiteFiles, is_relative
from mkdocs_journey.values.inline import addresses
from mkdocs_journey.values.paths import relative, resolve_address

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
BROKEN_LINK = Rule(
    "J363", "broken-link", Severity.WARNING,
    "Links and pictures of a map lead to files that are there.",
    "Readers get to an empty page, or see no picture. `mkdocs-journey check` and builds with "
    "Zensical report it; a build with MkDocs leaves it to MkDocs, which names no line, but for "
    "pictures of personas: in their place pages show initials. What a plugin makes during the "
    "build is not there yet: silence it.",
    page_with("links:\n  - {text: Interviews, url: interviews.md}"),
    page_with("links:\n  - {text: First order, url: first-order.md}"),
)  # fmt: skip

RULES = (UNSAFE_LINK, IMAGE_WITHOUT_ALT, BROKEN_LINK)

MOST_GUESSED = 10
"""For more links of a page that lead nowhere no similar file is looked for, which takes long."""
_ADDRESSES: dict[type[Model], str] = {
    Link: "url", Evidence: "url", Image: "src", Persona: "avatar",
}  # fmt: skip
_PAGE = re.compile(r"\.(?:md|markdown|mdown|mkdn|mkd)(?:[?#]|$)", re.IGNORECASE)
_ENCODED = re.compile(r"[%#?:]")
_ENCODED_INLINE = re.compile(r"[%#?:\s()<>\\`]")
"""Characters of a path that mean something else in an address, and in a text's Markdown."""


@dataclass(frozen=True, slots=True)
class _Written:
    """An address where it stands."""

    path: Path
    address: str
    is_picture: bool = False
    is_inline: bool = False
    """Whether it stands in a text."""
    is_face: bool = False
    """Whether it is of the picture of a persona."""
    is_shown: bool = True
    """Whether a page leads there; a picture in a text it shows as it was written."""
    lacks_words: bool = False
    """Whether it is of a picture of which is not said what it shows."""


def check_links(checked: Checked) -> Iterator[Finding]:
    """Addresses that cannot be links or lead nowhere, and pictures without words."""
    around, guesses = checked.surroundings, iter(range(MOST_GUESSED))
    for written in _find_addresses(checked):
        path, address = written.path, written.address
        files = _files(around, written)
        if not _is_safe(address):
            yield _unsafe(checked, path, address)
        elif written.is_picture and _leads_out(checked, address):
            message = f"`{show(address)}` lies outside the site's pages: put the picture there"
            yield checked.report(OUTSIDE_SITE, path, message)
        elif _is_page_outside(checked, address):
            yield _outside(checked, path, address)
        elif files and (target := around.missing(files, checked.page.path, address)):
            guess = next(guesses, None) is not None
            yield _broken(checked, written, target, files, guess=guess)
        elif written.lacks_words:
            message = "a picture without `alt`: write what it shows"
            yield checked.report(IMAGE_WITHOUT_ALT, path, message)


def _find_addresses(checked: Checked) -> Iterator[_Written]:
    for kind, key in _ADDRESSES.items():
        for path, part in checked.of(kind):
            lacks_words = isinstance(part, Image) and not part.alt
            yield _Written(
                (*path, key),
                getattr(part, key),
                is_picture=isinstance(part, (Image, Persona)),
                is_face=isinstance(part, Persona),
                lacks_words=lacks_words,
            )
    for path, text in checked.linking:
        for address, is_picture in addresses(text):
            yield _Written(path, address, is_inline=True, is_shown=not is_picture)


def _files(around: Surroundings, written: _Written) -> SiteFiles | None:
    """The files that an address may lead to; `None` where it leads nowhere or nobody knows them."""
    if not written.is_shown:
        return None
    return around.faces if written.is_face else around.listed


def _is_safe(address: str) -> bool:
    """Whether it is made a link; nothing where nothing is written."""
    return not address.strip() or safe_url(address) is not None


def _leads_out(checked: Checked, address: str) -> bool:
    """Whether a relative address leaves the site's pages, by its path or by a link on the way."""
    if not is_relative(address):
        return False
    target = resolve_address(checked.page.path, address)
    return target is None or checked.surroundings.leads_out(target)


def _is_page_outside(checked: Checked, address: str) -> bool:
    """Whether an address is of a page that the site does not have, for it stands elsewhere.

    Of other files it cannot be told: on the web, another site may begin above this one.
    """
    return bool(_PAGE.search(address)) and _leads_out(checked, address)


def _broken(
    checked: Checked, written: _Written, target: str, files: SiteFiles, *, guess: bool
) -> Finding:
    """A link to a file that is not there, with the one that was probably meant."""
    meant = files.find_meant(target, guess=guess)
    if meant is None or meant == checked.page.path:
        hint = "write the path of one, or an address that begins with `https://`"
    else:
        special = _ENCODED_INLINE if written.is_inline else _ENCODED
        seen = relative(meant, posixpath.dirname(checked.page.path))
        hint = f"did you mean `{special.sub(lambda found: quote(found[0]), seen)}`?"
    named = show(written.address)
    message = f"`{named}` leads nowhere, as there is no file `{show(target)}`: {hint}"
    return checked.report(BROKEN_LINK, written.path, message)


def _outside(checked: Checked, path: Path, address: str) -> Finding:
    message = f"`{show(address)}` lies outside the site's pages: name a page among them"
    return checked.report(OUTSIDE_SITE, path, message)


def _unsafe(checked: Checked, path: Path, address: str) -> Finding:
    message = (
        f"`{show(address)}` cannot be a link: write a page's path, or an address that begins "
        "with `https://`"
    )
    return checked.report(UNSAFE_LINK, path, message)
