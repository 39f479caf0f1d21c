"""The Python-Markdown extension: it puts drawn views into pages, on every host.

It is the only code that knows of Markdown. A host hands over the page with `draw_next` and marks
its text; the extension draws while the text is converted, and the host puts the finished views
into the content when its search index has read the headings and plain text that stand there.
"""

from __future__ import annotations

from typing import Any

from markdown import Extension, Markdown

from mkdocs_journey.extension.blocks import ViewBlockProcessor
from mkdocs_journey.extension.conversion import Conversion, PageRequest
from mkdocs_journey.extension.processors import (
    MARKER,
    DefaultPlaceTreeprocessor,
    DrawTreeprocessor,
    FinishPostprocessor,
    MarkerPreprocessor,
    ResolvedLinksTreeprocessor,
)

__all__ = ["MARKER", "Conversion", "JourneyExtension", "PageRequest", "makeExtension"]


class JourneyExtension(Extension):
    """Draws the map of the page that a host hands over.

    With `finishes_itself` the views are in the converted text at once; a host that indexes pages
    leaves it off and calls `Conversion.finish` later.
    """

    def __init__(self, *, finishes_itself: bool = True, **options: Any) -> None:
        self.config = {}
        super().__init__(**options)
        self.finishes_itself = finishes_itself
        self._request: PageRequest | None = None
        self._conversion: Conversion | None = None

    def draw_next(self, request: PageRequest) -> str:
        """Draw a page in the next conversion of a text that begins with the returned marker."""
        self._request, self._conversion = request, None
        return MARKER

    def take_conversion(self) -> Conversion | None:
        """The conversion that drew the page handed over last, once."""
        conversion, self._conversion = self._conversion, None
        return conversion

    def _begin(self, conversion: Conversion) -> None:
        if self._request is not None:
            conversion.begin(self._request)
            self._request, self._conversion = None, conversion

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        """Register the processors, all on a state that belongs to this `Markdown` object."""
        conversion = Conversion()
        marker = MarkerPreprocessor(md, conversion, self._begin)
        # First of all, so that no other processor meets the marker.
        md.preprocessors.register(marker, "journey-marker", 1000)
        # Before pymdownx's Blocks (89.99) and paragraphs: the same syntax, other names.
        blocks = ViewBlockProcessor(md.parser, conversion)
        md.parser.blockprocessors.register(blocks, "journey-view", 91)
        # Before inline Markdown (20), whose results may move elements.
        place = DefaultPlaceTreeprocessor(md, conversion)
        md.treeprocessors.register(place, "journey-place", 25)
        # After attribute lists (8), so that a map's text is never read as one; before toc (5).
        md.treeprocessors.register(DrawTreeprocessor(md, conversion), "journey-draw", 6)
        # After MkDocs has rewritten links (0).
        links = ResolvedLinksTreeprocessor(md, conversion)
        md.treeprocessors.register(links, "journey-links", -10)
        if self.finishes_itself:
            finish = FinishPostprocessor(md, conversion)
            md.postprocessors.register(finish, "journey-finish", -10)


def makeExtension(**options: Any) -> JourneyExtension:  # noqa: N802 (Python-Markdown's name)
    """Entry point of Python-Markdown."""
    return JourneyExtension(**options)
