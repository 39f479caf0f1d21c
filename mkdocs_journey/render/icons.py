"""The icons that a map may use, as SVG symbols.

An icon is one small SVG file under `assets/icons/`, and the file's name is the icon's name, also
where a site names one for a channel of its own. A page holds each icon once, as a symbol, and
refers to it from wherever it stands.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from html import escape
from importlib.resources import files
from types import MappingProxyType
from typing import NamedTuple

FALLBACK = "dot"
"""The icon that stands in for one that the set does not have."""


class _Drawing(NamedTuple):
    view_box: str
    shapes: str


_SVG = re.compile(r'<svg xmlns="[^"]*" viewBox="([^"]*)">(.*)</svg>\s*', re.DOTALL)


def _load() -> Mapping[str, _Drawing]:
    drawings: dict[str, _Drawing] = {}
    for file in (files("mkdocs_journey") / "assets" / "icons").iterdir():
        if file.name.endswith(".svg") and (svg := _SVG.fullmatch(file.read_text("utf-8"))):
            drawings[file.name.removesuffix(".svg")] = _Drawing(*svg.groups())
    return MappingProxyType(drawings)


_DRAWINGS = _load()

ICONS: frozenset[str] = frozenset(_DRAWINGS)
"""The names of all icons: channels, lanes, flow blocks, signs, controls, faces (`face-1` to
`face-5`) and bars."""


@lru_cache(maxsize=512)
def symbol(name: str, id: str) -> str:
    """Return the icon *name* as a `<symbol>` with this *id*.

    A name that the set does not have gives a dot, because a site's misspelt icon is no reason to
    lose its label's room.
    """
    drawing = _DRAWINGS.get(name) or _DRAWINGS[FALLBACK]
    return f'<symbol id="{escape(id)}" viewBox="{drawing.view_box}">{drawing.shapes}</symbol>'
