"""The starter site that the package carries, in each language that labels are written in."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from mkdocs_journey.front_matter import read_yaml
from mkdocs_journey.source import Source

_PACKAGE = Path(__file__).parents[1]
_PLACES = (_PACKAGE / "site_template", _PACKAGE.parent / "site_template")
"""In a wheel it lies in the package, in the repository beside it."""
_MADE = frozenset({"site", "__pycache__", ".mkdocs-journey-cache"})
"""What a build or check in the repository leaves there."""
_LANGUAGES = "languages"
"""Folder of what is not English: a language's pages, and the words of its settings."""
_SETTINGS = "mkdocs.yml"
_WORDS = "mkdocs.words.yml"
_PAGES = "docs"


def read_starter(language: str = "en") -> Mapping[str, str]:
    """Text of every file of the starter site, those in dot folders too, by its path.

    A language brings pages of its own; all else is there once, with its words put into the
    settings.
    """
    root = next(place for place in _PLACES if (place / _SETTINGS).is_file())
    english = _read(root, {*_MADE, _LANGUAGES})
    if language == "en":
        return english
    own = _read(root / _LANGUAGES / language, _MADE)
    settings = english[_SETTINGS]
    for text, translation in read_yaml(Source(_WORDS, own[_WORDS])).data.items():
        settings = settings.replace(text, str(translation))
    shared = {path: text for path, text in english.items() if not _is_page(path)}
    pages = {path: text for path, text in own.items() if _is_page(path)}
    return {**shared, **pages, _SETTINGS: settings}


def _read(root: Path, left_out: set[str] | frozenset[str]) -> Mapping[str, str]:
    files = (file for file in sorted(root.rglob("*")) if file.is_file())
    paths = {file: file.relative_to(root) for file in files}
    return {
        path.as_posix(): file.read_text(encoding="utf-8")
        for file, path in paths.items()
        if path.parts[0] not in left_out
    }


def _is_page(path: str) -> bool:
    return path.startswith(f"{_PAGES}/")
