"""Where Python-Markdown lets drawing in: before its blocks, in its tree, and at its end."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from mkdocs_journey.extension.contents import find_contents
from mkdocs_journey.extension.conversion import Conversion

MARKER = "\x06journey-page\x06"
"""First line of a page that a host wants drawn: no text that people write holds it.

It also keeps a page of front matter only from being empty, for which Python-Markdown does nothing.
"""


Begin: TypeAlias = Callable[[Conversion, str], str]
"""Begins drawing where a text asks for it, and returns the text that Markdown reads."""


class MarkerPreprocessor(Preprocessor):
    """Begins drawing where the text carries the host's marker, and takes the marker out.

    Text without it is a conversion inside a page: it draws nothing.
    """

    def __init__(self, md: Markdown, conversion: Conversion, begin: Begin) -> None:
        super().__init__(md)
        self.conversion = conversion
        self.begin = begin

    def run(self, lines: list[str]) -> list[str]:
        """Take the marker (or the map's front matter) out of the text."""
        self.conversion.end()
        return self.begin(self.conversion, "\n".join(lines)).split("\n")


class _PageTreeprocessor(Treeprocessor):
    """Does something with the tree of a page that is being drawn, and nothing with others."""

    def __init__(self, md: Markdown, conversion: Conversion) -> None:
        super().__init__(md)
        self.conversion = conversion

    def run(self, root: Element) -> None:
        """Work where a page is being drawn."""
        if self.conversion.is_active:
            self.work(root)

    def work(self, root: Element) -> None:
        """Change the tree."""
        raise NotImplementedError


class DefaultPlaceTreeprocessor(_PageTreeprocessor):
    """Gives the page's own map its place, before inline Markdown runs."""

    def work(self, root: Element) -> None:
        """Insert the slot."""
        self.conversion.place_default(root)


class DrawTreeprocessor(_PageTreeprocessor):
    """Draws the views after inline Markdown and attribute lists, before the contents are made.

    Then no text of a map is ever read as Markdown, and its headings still get their place in the
    contents: at once, or later where a host reads no more of the contents than their entries.
    """

    def __init__(self, md: Markdown, conversion: Conversion, *, is_hosted: bool) -> None:
        super().__init__(md, conversion)
        self.is_hosted = is_hosted

    def work(self, root: Element) -> None:
        """Draw all slots."""
        contents = find_contents(self.md, root) if self.is_hosted else None
        self.conversion.draw(root, contents)


class ContentsTreeprocessor(_PageTreeprocessor):
    """Runs right behind `toc`, and adds the headings of the views that it was not shown."""

    def work(self, root: Element) -> None:
        """Add entries."""
        self.conversion.list_headings(root)


class SettleTreeprocessor(_PageTreeprocessor):
    """Runs last: reads the links that the host has rewritten (MkDocs does at priority 0)."""

    def work(self, root: Element) -> None:
        """Take the resolved links out of the tree, and put headings and words into it."""
        self.conversion.take_resolved()
        self.conversion.settle()


class FinishPostprocessor(Postprocessor):
    """Puts the finished views into the content, for hosts that do not do it later themselves."""

    def __init__(self, md: Markdown, conversion: Conversion) -> None:
        super().__init__(md)
        self.conversion = conversion

    def run(self, text: str) -> str:
        """Put the views in; contents run this on each heading of a page, too, which holds none."""
        if not self.conversion.stands_in(text):
            return text
        return self.conversion.finish(text, self.conversion.take_views())
