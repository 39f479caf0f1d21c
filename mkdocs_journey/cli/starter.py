"""The starter site that the package carries."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
_PLACES = (_PACKAGE / "site_template", _PACKAGE.parent / "site_template")
"""In a wheel it lies in the package, in the repository beside it."""
_MADE = frozenset({"site", "__pycache__", ".mkdocs-journey-cache"})
"""What a build or check in the repository leaves there."""


def read_starter() -> Mapping[str, str]:
    """Text of every file of the starter site, those in dot folders too, by its path."""
    root = next(place for place in _PLACES if (place / "mkdocs.yml").is_file())
    files = (file for file in sorted(root.rglob("*")) if file.is_file())
    paths = {file: file.relative_to(root) for file in files}
    return {
        path.as_posix(): file.read_text(encoding="utf-8")
        for file, path in paths.items()
        if path.parts[0] not in _MADE
    }
