"""One site on disk, as commands work on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from mkdocs_journey import SETTINGS
from mkdocs_journey.days import find_day
from mkdocs_journey.languages import with_theme
from mkdocs_journey.project.days import read_day
from mkdocs_journey.project.errors import ProjectError
from mkdocs_journey.project.files import Pages, loader, read_pages
from mkdocs_journey.project.settings import Settings, read_settings
from mkdocs_journey.source import Source


@dataclass(frozen=True)
class Project:
    """A site's configuration, and what follows from it."""

    settings: Settings
    docs: Path
    """Folder of the pages."""
    options: Mapping[str, Any]
    """Settings of the plugin, with the language that the theme stands for."""
    today: date

    @property
    def root(self) -> Path:
        """Folder of the configuration."""
        return self.settings.file.parent

    @property
    def source(self) -> Source:
        """Text of the configuration."""
        return self.settings.source

    def read_pages(self) -> Pages:
        """Read every page from disk."""
        return read_pages(self.docs, self.settings.values, self.root)

    def load(self, path: str) -> bytes | None:
        """A file that a page names as its map; raises `PermissionError` outside the pages."""
        return loader(self.docs)(path)


def open_project(file: Path, today: str, environment: Mapping[str, str]) -> Project:
    """Read the configuration of a site; `today` replaces the one that it sets.

    Raises `ProjectError`.
    """
    if today and find_day(today) is None:
        raise ProjectError(f"`--today {today}` is not a date: write it like `2026-10-02`")
    settings = read_settings(file.resolve(), environment)
    docs = settings.file.parent / str(settings.values.get("docs_dir") or "docs")
    if not docs.is_dir():
        raise ProjectError(f"no folder {docs}: write the pages' folder as `docs_dir` in {file}")
    options = with_theme(_options(settings.values), _language(settings.values.get("theme")))
    return Project(settings, docs, options, read_day(today or options.get("today"), environment))


def _options(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """Settings of the plugin, or of the Markdown extension where an engine runs no plugins."""
    for key, name in SETTINGS:
        found = _entry(values.get(key), name)
        if found is not None:
            return found
    return {}


def _entry(entries: Any, name: str) -> Mapping[str, Any] | None:
    """Settings below a name in a list, or mapping, of plugins; `None` where it has none."""
    for entry in entries if isinstance(entries, list) else [entries]:
        options = entry.get(name) if isinstance(entry, dict) else None
        if isinstance(options, dict):
            return options
    return None


def _language(theme: Any) -> Any:
    theme = theme if isinstance(theme, dict) else {}
    return theme.get("language") or theme.get("locale")
