"""Icons that several views of one page share."""

from __future__ import annotations

import re

_SPRITE = re.compile(r'<svg class="journey-sprite".*?</svg>', re.DOTALL)
_DEFINITION = re.compile(
    r'<(?P<tag>symbol|linearGradient)\b[^>]*?\sid="(?P<id>[^"]+)".*?</(?P=tag)>', re.DOTALL
)


def drop_repeated(html: str, seen: set[str]) -> str:
    """HTML of a view without the icons that an earlier view of the page brought along.

    Each view brings those that it uses, because it does not know what stands beside it; an id
    must stand once on a page. Adds what this view brings to `seen`.
    """

    def definition(match: re.Match[str]) -> str:
        if match["id"] in seen:
            return ""
        seen.add(match["id"])
        return match[0]

    return _SPRITE.sub(lambda sprite: _DEFINITION.sub(definition, sprite[0]), html)
