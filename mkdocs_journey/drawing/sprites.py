"""Icons that several views of one page share."""

from __future__ import annotations

import re

from mkdocs_journey.drawing.landings import has_id

_BEGINNING, _END = '<svg class="journey-sprite"', "</svg>"
_DEFINITION = re.compile(
    r'<(?P<tag>symbol|linearGradient) id="(?P<id>[^"]+)".*?</(?P=tag)>', re.DOTALL
)


def drop_repeated(html: str, earlier: list[str]) -> str:
    """HTML of a view without the icons that an earlier view of the page brought along.

    Each view brings those that it uses, in one sprite, because it does not know what stands beside
    it; an id must stand once on a page. Adds what is left of this view's sprite to `earlier`, the
    sprites of the views before it: they are looked into only where there is a second one.
    """
    start = html.find(_BEGINNING)
    if start < 0:
        return html
    end = html.index(_END, start)
    sprite = kept = html[start:end]
    if earlier:
        for definition in _DEFINITION.finditer(sprite):
            if any(has_id(other, definition["id"]) for other in earlier):
                kept = kept.replace(definition[0], "")
    earlier.append(kept)
    return html if kept == sprite else f"{html[:start]}{kept}{html[end:]}"
