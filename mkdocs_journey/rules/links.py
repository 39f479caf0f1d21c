"""Links and pictures: addresses that a page may hold, and words for what a picture shows."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from mkdocs_journey.diagnostics import Finding, Rule, Severity
from mkdocs_journey.front_matter.rules import OUTSIDE_SITE
from mkdocs_journey.model import Evidence, Persona
from mkdocs_journey.model.rules import page_with
from mkdocs_journey.model.shape import Path
from mkdocs_journey.rules.walking import Checked
from mkdocs_journey.values.addresses import safe_url
from mkdocs_journey.values.base import Model, show
from mkdocs_journey.values.cards import Image, Link
from mkdocs_journey.values.choices import closest
from mkdocs_journey.values.paths import relative, resolve

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
    "Readers get to an empty page, or see no picture. While a site is built MkDocs says so itself, "
    "without the line. What a plugin makes during the build is not there yet: silence it.",
    page_with("links:\n  - {text: Interviews, url: interviews.md}"),
    page_with("links:\n  - {text: First order, url: first-order.md}"),
)  # fmt: skip

RULES = (UNSAFE_LINK, IMAGE_WITHOUT_ALT, BROKEN_LINK)

_ADDRESSES: dict[type[Model], str] = {
    Link: "url", Evidence: "url", Image: "src", Persona: "avatar",
}  # fmt: skip
_PICTURES = ("src", "avatar")
_NOT_RELATIVE = re.compile(r"[/\\#]|[a-zA-Z][a-zA-Z0-9+.-]*:")
_PAGE = re.compile(r"\.(?:md|markdown|mdown|mkdn|mkd)(?:[?#]|$)", re.IGNORECASE)
_FILE = re.compile(r"\.(?!(?:html?|csv|json|xml|txt)$)[a-zA-Z][a-zA-Z0-9]{0,7}$")
"""Ending of a file that stands among the pages; the others are what a build writes, or a folder."""
_INDEXES = ("index.md", "readme.md")
_IN_LANGUAGE = re.compile(r"\.[a-z]{2}(?:[-_][a-zA-Z]{2})?(?=\.[^.]+$)")
"""What plugins for sites in several languages look for in a name: `map.pt.md` is `map.md`."""
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
            elif (missing := _missing(checked, match[1])) is not None:
                yield _broken(checked, path, match[1], missing)


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
            elif (missing := _missing(checked, address)) is not None:
                yield _broken(checked, (*path, key), address, missing)
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


def _missing(checked: Checked, address: str) -> str | None:
    """Path of the file that a relative address names and that is not there; `None` for others."""
    atlas = checked.atlas
    if atlas.files is None or not address or _NOT_RELATIVE.match(address):
        return None
    target = resolve(checked.page.path, unquote(address))
    if target is None or target in atlas.files or not _FILE.search(target):
        return None
    if atlas.leads_out(target):
        return None
    folder, _, name = target.rpartition("/")
    names = atlas.names_by_folder.get(folder, ())
    return None if any(_IN_LANGUAGE.sub("", other) == name for other in names) else target


def _broken(checked: Checked, path: Path, address: str, target: str) -> Finding:
    """A link to a file that is not there, with the one that was probably meant."""
    here = posixpath.dirname(checked.page.path)
    folder, _, name = target.rpartition("/")
    elsewhere = checked.atlas.files_by_name
    # Every folder may have an index: that of another one was hardly meant.
    meant = None if name.lower() in _INDEXES else elsewhere.get(name.lower())
    if meant is None:
        near = closest(name, checked.atlas.names_by_folder.get(folder, ()))
        meant = near and f"{folder}/{near}".lstrip("/")
    if meant is None or meant == checked.page.path:
        hint = "write the path of one, or an address that begins with `https://`"
    else:
        hint = f"did you mean `{relative(meant, here)}`?"
    message = f"`{show(address)}` leads nowhere, as there is no file `{show(target)}`: {hint}"
    return checked.report(BROKEN_LINK, path, message)


def _outside(checked: Checked, path: Path, address: str) -> Finding:
    message = f"`{show(address)}` lies outside the site's pages: name a page among them"
    return checked.report(OUTSIDE_SITE, path, message)


def _unsafe(checked: Checked, path: Path, address: str) -> Finding:
    message = (
        f"`{show(address)}` cannot be a link: write a page's path, or an address that begins "
        "with `https://`"
    )
    return checked.report(UNSAFE_LINK, path, message)
