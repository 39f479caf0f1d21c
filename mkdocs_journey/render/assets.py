"""The stylesheet and the script that pages with maps load."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

STYLES = (
    "base", "header", "toolbar", "grid", "curve", "notes", "blueprint", "flow", "tables",
    "insights", "persona", "across", "relations", "findings", "screen", "print",
)  # fmt: skip
"""Parts of the stylesheet in their order: later parts override earlier ones."""

STYLESHEET = "assets/mkdocs-journey/journey.css"
SCRIPT = "assets/mkdocs-journey/journey.js"
"""Where a site has them, from its root."""

_FOLDER = files("mkdocs_journey") / "assets"


@cache
def stylesheet() -> str:
    """The whole stylesheet, `journey.css`."""
    parts = (_FOLDER / "css" / f"{name}.css" for name in STYLES)
    return "\n".join(part.read_text(encoding="utf-8") for part in parts)


@cache
def script() -> str:
    """The whole script, `journey.js`: without it every view is on the page, one below the other."""
    return (_FOLDER / "journey.js").read_text(encoding="utf-8")
