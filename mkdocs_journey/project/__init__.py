"""A site on disk: its configuration, its pages and its day, read without its host."""

from __future__ import annotations

from mkdocs_journey.project.days import read_day
from mkdocs_journey.project.errors import ProjectError
from mkdocs_journey.project.files import Pages, choose_pages, find_links_out, loader, read_pages
from mkdocs_journey.project.settings import (
    NAMES,
    Settings,
    configuration_source,
    find_settings,
    named_folder,
    read_settings,
)
from mkdocs_journey.project.site import Project, open_project

__all__ = [
    "NAMES",
    "Pages",
    "Project",
    "ProjectError",
    "Settings",
    "choose_pages",
    "configuration_source",
    "find_links_out",
    "find_settings",
    "loader",
    "named_folder",
    "open_project",
    "read_day",
    "read_pages",
    "read_settings",
]
