"""Icons that several views of one page share."""

from __future__ import annotations

import re

_BEGINNING, _END = '<svg class="journey-sprite"', "</svg>"
_DEFINITION = re.compile(
    r'<(?P<tag>symbol|linearGradient) id="(?P<id>[^"]+)".*?</(?P=tag)>', re.DOTALL
)


def drop_repeated(html: str, seen: set[str]) -> str:
    """HTML of a view without the icons that an earlier view of the page brought along.

    Each view brings those that it uses, in one sprite, because it does not know what stands beside
    it; an id must stand once on a page. Adds what this view brings to `seen`.
    """
    start = html.find(_BEGINNING)
    if start < 0:
        return html
    end = html.index(_END, start)
    definitions = {match["id"]: match[0] for match in _DEFINITION.finditer(html, start, end)}
    repeated = seen.intersection(definitions)
    seen.update(definitions)
    if not repeated:
        return html
    sprite = html[start:end]
    for id in repeated:
        sprite = sprite.replace(definitions[id], "")
    return html[:start] + sprite + html[end:]
