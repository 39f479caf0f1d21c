"""Paths between pages: relative to the page that names them, never outside the site."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")


def resolve(page: str, reference: str) -> str | None:
    """Path, relative to the site's pages, of what a page names; `None` outside the site.

    `page` is the naming page's own path. Anchors and queries are left out. Pure text: whether
    something stands there, and whether links lead out of it, is for whoever reads it.
    """
    return _resolve(page, _without_anchor(reference))


def resolve_address(page: str, address: str) -> str | None:
    """As `resolve`, of an address in which characters may be encoded: `%23` begins no anchor."""
    return _resolve(page, unquote(_without_anchor(address)))


def _without_anchor(reference: str) -> str:
    return re.split(r"[#?]", reference.strip(), maxsplit=1)[0]


def _resolve(page: str, path: str) -> str | None:
    target = path.replace("\\", "/")
    if _SCHEME.match(target) or target.startswith("/"):
        return None
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(page), target))
    if not target or joined in (".", "..") or joined.startswith("../"):
        return None
    return joined


def relative(path: str, folder: str) -> str:
    """Path as seen from a folder; both are relative to the site's pages and normalised.

    `posixpath.relpath` says the same, but asks for the working folder twice, and a page of a map
    has dozens of links to other pages.
    """
    there = path.split("/") if path != "." else []
    here = folder.split("/") if folder else []
    shared = 0
    for one, other in zip(there, here, strict=False):
        if one != other:
            break
        shared += 1
    return "/".join([".."] * (len(here) - shared) + there[shared:]) or "."
