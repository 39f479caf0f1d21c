"""The engine: Pele, a Mermaid without a browser, run in QuickJS by the package `mermaid-render`.

QuickJS gives the script neither files nor network, and `mermaid-render` bounds each drawing to ten
seconds and 256 MB. No other file knows of the package.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib.util import find_spec
from types import MappingProxyType

from mkdocs_journey.diagrams.engine import Draw, UndrawableError
from mkdocs_journey.diagrams.picture import inline
from mkdocs_journey.render.escape import Html

THEME = "neutral"
"""Of the engine's palettes the one whose colours all differ, so that each has one meaning."""

PAINTS: Mapping[str, str] = MappingProxyType(
    {
        "#222222": "var(--journey-fg)",
        "#666666": "var(--journey-muted)",  # names of stages
        "#444444": "var(--journey-muted)",  # lines and their arrows
        "#888888": "var(--journey-mid)",  # outlines
        "#F3F3F3": "var(--journey-bg)",  # nodes
        "#E6E6E6": "var(--journey-tint)",  # stages
        "#FFFFFF": "var(--journey-bg)",  # behind the words on a line
    }
)
"""The palette's colours as the page's own: one drawing serves both schemes, and paper."""

_LONGEST_REASON = 200
# Pele resolves `&lt;` once more after `#38;` has become its `&`; a word joiner, which has no width,
# keeps the two apart and is taken out of what is drawn.
_JOINER = "\u2060"
# XML cannot hold these, so that the engine could not read its own picture.
_NOT_XML = re.compile("[\ufffe\uffff]")


def find_engine() -> Draw | None:
    """The engine, or `None` where the extra is not installed."""
    return draw if find_spec("mermaid_render") else None


def draw(source: str) -> Html:
    """Draw a flowchart; raises `UndrawableError`."""
    from mermaid_render import convert  # Only where a site asks for it: it takes 0.1 s.

    guarded = _NOT_XML.sub("", source).replace("#38;", f"#38;{_JOINER}")
    try:
        svg = convert(guarded, theme=THEME).decode()
    except Exception as error:  # Whatever a part of the engine may raise.
        reason = " ".join(str(error).split())
        raise UndrawableError(reason[:_LONGEST_REASON]) from error
    return inline(svg.replace(f"&amp;{_JOINER}", "&amp;"), PAINTS)
