"""The steps of a build: what the processor takes from one page to the next."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin

_NAME = "bench/steps"


class _NoSettings(Config):
    """MkDocs wants a class of its own for the settings of a plugin, of which there are none."""


class Steps(BasePlugin[_NoSettings]):
    """Ends a step wherever a page is read, converted, drawn or written.

    A build takes the same steps each time, whatever slows the machine during some of them.
    """

    def __init__(self) -> None:
        self.seconds: list[float] = []
        """What each step took of the processor."""
        self._begun = time.process_time()

    def watch(self, config: MkDocsConfig, folder: Path) -> None:
        """Begin to measure a build whose files lie in a folder."""
        config.plugins[_NAME] = self
        begins = f"{folder.resolve()}/"

        def opened(event: str, args: tuple[Any, ...]) -> None:
            # A plugin may read all pages between two events. Folders, of which a second build
            # removes some, are opened without a mode.
            if event == "open" and args[1] and str(args[0]).startswith(begins):
                self.end()

        sys.addaudithook(opened)
        self._begun = time.process_time()

    def end(self) -> None:
        """End a step, and begin the next."""
        now = time.process_time()
        self.seconds.append(now - self._begun)
        self._begun = now

    def on_page_markdown(self, _text: str, **_: Any) -> None:
        """A page was read."""
        self.end()

    def on_page_content(self, _html: str, **_: Any) -> None:
        """A page was converted."""
        self.end()

    def on_page_context(self, _context: Any, **_: Any) -> None:
        """A page is about to be drawn."""
        self.end()

    def on_post_page(self, _output: str, **_: Any) -> None:
        """A page was drawn."""
        self.end()
