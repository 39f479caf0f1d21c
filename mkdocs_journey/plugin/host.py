"""What MkDocs tells of a site besides its pages, as the core asks for it."""

from __future__ import annotations

import logging
import os
from datetime import date
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files

from mkdocs_journey.project import ProjectError, configuration_source, find_links_out, read_day
from mkdocs_journey.source import Source
from mkdocs_journey.values.files import SiteFiles


def today(setting: object) -> date:
    """The day that a site is drawn for; raises where the environment names none."""
    try:
        return read_day(setting, os.environ)
    except ProjectError as error:
        raise PluginError(f"journey: {error}") from None


def links_out(files: Files) -> frozenset[str]:
    """Paths of files that are links out of their folder; those that plugins make are none."""
    folders: dict[str, list[str]] = {}
    for file in files:
        if file.src_dir is not None and file.abs_src_path == str(Path(file.src_dir, file.src_uri)):
            folders.setdefault(file.src_dir, []).append(file.src_uri)
    return frozenset[str]().union(*(find_links_out(*folder) for folder in folders.items()))


def published(files: Files, config: MkDocsConfig) -> SiteFiles | None:
    """What MkDocs publishes; `None` of a site that has it say nothing of links to other files.

    Such a site has files that come later, and MkDocs leads there as well as it can.
    """
    if config.validation.links.not_found <= logging.DEBUG:
        return None
    known = frozenset(file.src_uri for file in files if not file.inclusion.is_excluded())
    return SiteFiles(known, lambda path: files.get_file_from_path(path) is not None)


def has_mermaid(config: MkDocsConfig) -> bool:
    """Whether a site's pages draw Mermaid charts in the browser."""
    return config.theme.name == "material" or "mermaid2" in config.plugins


def configuration(config: MkDocsConfig) -> Source:
    """The file that the site's settings stand in."""
    path = config.config_file_path
    return configuration_source(Path(path)) if path else Source("mkdocs.yml", "")
