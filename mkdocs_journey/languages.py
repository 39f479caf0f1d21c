"""The languages that labels are written in.

A room of its own, for what takes long to load (numbers and dates of all languages) is not needed to
ask whether a language is one of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

# Primary language -> the tag that a page carries, the locale that formats it. British English
# writes the day before the month's name, which no reader of English takes for anything else.
_LANGUAGES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {"en": ("en", "en_GB"), "pt": ("pt-BR", "pt_BR"), "es": ("es", "es")}
)
ENGLISH = _LANGUAGES["en"]
LANGUAGES = tuple(tag for tag, _ in _LANGUAGES.values())
"""Tags of the languages that labels are written in."""


OF_THEME = "language of the theme"
"""Key of the theme's language beside a site's settings, of which none has such a name."""


def find_language(tag: str) -> tuple[str, str] | None:
    """Our tag and locale for a language's tag (`pt`, `pt_BR`, `es-419`, …), if we have it."""
    return _LANGUAGES.get(tag.replace("_", "-").partition("-")[0].strip().lower())


def with_theme(settings: Mapping[str, Any], language: object) -> dict[str, Any]:
    """A site's settings, with the language of its theme, for where they name none that we have.

    Labels are English where the theme's language has none either, which is no fault.
    """
    tag = str(language or "en")
    return {**settings, OF_THEME: tag if find_language(tag) else "en"}
