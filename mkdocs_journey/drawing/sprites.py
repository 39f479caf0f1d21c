"""Icons that several views of one page share."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_journey.drawing.landings import has_id

_BEGINNING, _END = '<svg class="journey-sprite"', "</svg>"
_TAGS = ("symbol", "linearGradient")
"""What is defined in a sprite."""


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
        for id, definition in _definitions(sprite):
            if any(has_id(before, id) for before in earlier):
                kept = kept.replace(definition, "")
    earlier.append(kept)
    return html if kept == sprite else f"{html[:start]}{kept}{html[end:]}"


def _definitions(sprite: str) -> Iterator[tuple[str, str]]:
    """What a sprite defines, by its ids."""
    for tag in _TAGS:
        opening, closing = f'<{tag} id="', f"</{tag}>"
        for rest in sprite.split(opening)[1:]:
            content = rest.partition(closing)[0]
            yield content.partition('"')[0], f"{opening}{content}{closing}"
