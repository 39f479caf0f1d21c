"""Zensical, which runs no plugins, but lets extensions know which page they convert.

How it does so is not documented and may change. Nothing here is imported from it: where what it
tells is not found as it is known, a text is converted as without any host.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from weakref import WeakSet

from markdown import Markdown

_MODULE = "zensical.extensions.context"
_begun: WeakSet[Any] = WeakSet()
"""Pages whose conversion has begun: what is converted within it has the same context."""


@dataclass(frozen=True)
class HostedPage:
    """The page that Zensical converts, and the configuration of its site."""

    path: str
    """Path of the page among the site's pages."""
    configuration: Mapping[str, Any]

    @property
    def root(self) -> Path:
        """Folder of the configuration."""
        return Path(str(self.configuration.get("root_dir", ".")))

    @property
    def docs(self) -> Path:
        """Folder of the pages."""
        return self.root / str(self.configuration.get("docs_dir", "docs"))

    @property
    def language(self) -> object:
        """Language of the theme."""
        theme = self.configuration.get("theme")
        return theme.get("language") if isinstance(theme, Mapping) else None

    def loads(self, name: str) -> Iterator[str]:
        """Addresses of the site's own stylesheets and scripts that end with a file's name."""
        for key in ("extra_css", "extra_javascript"):
            for entry in self.configuration.get(key) or ():
                address = str(entry.get("path", "") if isinstance(entry, Mapping) else entry)
                if address.rpartition("/")[2] == name:
                    yield address


def find_page(md: Markdown) -> HostedPage | None:
    """The page that is about to be converted, the first time that it is asked for."""
    context = getattr(sys.modules.get(_MODULE), "ContextPreprocessor", None)
    if not isinstance(context, type):
        return None
    found: Any = next((item for item in md.preprocessors if isinstance(item, context)), None)
    page, configuration = getattr(found, "page", None), getattr(found, "config", None)
    path = getattr(page, "path", None)
    if not isinstance(path, str) or not isinstance(configuration, Mapping) or page in _begun:
        return None
    _begun.add(page)
    return HostedPage(path, configuration)
