"""Paths between pages: relative to the page that names them, never outside the site."""

from __future__ import annotations

import posixpath
import re

_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")


def resolve(page: str, reference: str) -> str | None:
    """Path, relative to the site's pages, of what a page names; `None` outside the site.

    `page` is the naming page's own path. Anchors and queries are left out. Pure text: whether
    something stands there, and whether links lead out of it, is for whoever reads it.
    """
    target = re.split(r"[#?]", reference.strip().replace("\\", "/"), maxsplit=1)[0]
    if _SCHEME.match(target) or target.startswith("/"):
        return None
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(page), target))
    if not target or joined in (".", "..") or joined.startswith("../"):
        return None
    return joined
