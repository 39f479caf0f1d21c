"""Addresses that may stand in a link, as browsers read them."""

from __future__ import annotations

import html
import re

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
"""The only schemes that a link may name."""

UNWANTED = (
    r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls, but tab and line breaks
    r"\ud800-\udfff"  # lone surrogates
    r"\u202a-\u202e\u2066-\u2069"  # directional embeddings, overrides and isolates
)
"""Characters without a place on a page, for a pattern's character class.

Controls have no meaning there (U+0002 and U+0003 address Python-Markdown's stash), and lone
surrogates cannot be written as UTF-8. Directional embeddings, overrides and isolates reach beyond
the text that holds them and can make a page show what nobody wrote; the directional marks (U+200E,
U+200F, U+061C), which right-to-left text needs, reach no further than themselves and stay.
"""

_PLAIN_URL = re.compile(r"(?:https?://)?[\w./#?=~+-]+", re.ASCII)
"""An address in which nothing has to be read as a browser would: no second scheme, no entity."""

_IGNORED = re.compile(f"[\t\n\r{UNWANTED}]")
_AFTER_SCHEME = re.compile(r"[/?#\\]")


def safe_url(url: str) -> str | None:
    """Return an address that may stand in a link, or `None` for one that may run something.

    Relative addresses and those of `SCHEMES` are safe. The scheme is read as a browser reads it,
    which ignores controls and line breaks, and again with entities resolved, so that an address
    stays safe where some later step resolves them. A blank address leads nowhere and is not safe.
    """
    if _PLAIN_URL.fullmatch(url):
        return url
    cleaned = _IGNORED.sub("", url).strip()
    if not cleaned or not all(map(_is_safe, (cleaned, html.unescape(cleaned)))):
        return None
    return cleaned


def _is_safe(url: str) -> bool:
    head = _AFTER_SCHEME.split(_IGNORED.sub("", url).strip(), maxsplit=1)[0]
    scheme, colon, _ = head.partition(":")
    return not colon or scheme.lower() in SCHEMES
