"""A page's content once more, on a page that holds many others, such as one to print."""

from __future__ import annotations

import re

from mkdocs_journey.drawing.landings import ids_in

_TAG = re.compile(r"<[a-z][^>]*>", re.IGNORECASE)
_NAMES = re.compile(r' (id|for|headers|popovertarget|aria-[a-z]+)="([^"]*)"')
_USES = re.compile(r'(xlink:href="#|url\(#)([^")]+)')


def set_apart(html: str, key: str) -> str:
    """HTML whose ids begin with a key, and what refers to them within it, but for its links.

    What such a page is made by has a key for each page, and leads links to `#key-id` itself. It
    would also change ids, though those of some elements only: changed ones stand in single quotes,
    in which it looks for none.
    """
    ids = ids_in(html)

    def name(found: re.Match[str]) -> str:
        words = found[2].split()
        if not any(word in ids for word in words):
            return found[0]
        kept = " ".join(f"{key}-{word}" if word in ids else word for word in words)
        return f" {found[1]}='{kept.replace(chr(39), '&#39;')}'"

    def use(found: re.Match[str]) -> str:
        return f"{found[1]}{key}-{found[2]}" if found[2] in ids else found[0]

    return _TAG.sub(lambda tag: _USES.sub(use, _NAMES.sub(name, tag[0])), html)
