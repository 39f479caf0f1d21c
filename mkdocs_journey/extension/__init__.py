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
from mkdocs_journey.extension.folder import request_page
from mkdocs_journey.extension.processors import (
    MARKER,
    Begin,
    ContentsTreeprocessor,
    DefaultPlaceTreeprocessor,
    DrawTreeprocessor,
    FinishPostprocessor,
    MarkerPreprocessor,
    SettleTreeprocessor,
)
from mkdocs_journey.extension.standalone import read_request
from mkdocs_journey.extension.zensical import HostedPage, find_page

__all__ = ["MARKER", "Conversion", "JourneyExtension", "PageRequest", "makeExtension"]

_SETTINGS = ("channels", "lanes", "metrics", "feelings", "statuses", "systems", "kinds", "rules")


class JourneyExtension(Extension):
    """Draws the map of the page that a host hands over.

    Without a host (`is_hosted` off) it draws the page that Zensical converts, or the map of the
    front matter that a text begins with, and the views are in the converted text at once. A host
    indexes the page first and calls `Conversion.finish` later.
    """

    def __init__(self, *, is_hosted: bool = False, **options: Any) -> None:
        self.config = {
            "language": ["", "Language of labels, numbers and dates"],
            "today": ["", "Date that reviews and due dates are measured from"],
            "diagrams": ["mermaid", "What draws the charts of flows: `mermaid` or `svg`"],
            **{name: [{}, f"The site's own {name}"] for name in _SETTINGS},
        }
        super().__init__(**options)
        self.is_hosted = is_hosted
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

    def _begin(self, conversion: Conversion, text: str) -> str:
        """Begin drawing where a host asks for it, and return the text that Markdown reads."""
        before, marker, after = text.partition(MARKER)
        if marker and self._request is not None:
            conversion.begin(self._request)
            self._request, self._conversion = None, conversion
        elif marker:
            conversion.leave_out()
        return before + after

    def _begin_alone(self, page: HostedPage | None) -> Begin:
        """The same without a host that hands pages over."""

        def begin(conversion: Conversion, text: str) -> str:
            nonlocal page
            if page is not None:
                request, page = request_page(page, self.getConfigs()), None
                if request is not None:
                    conversion.begin(request)
            elif found := read_request(text, self.getConfigs()):
                conversion.begin(found[0])
                return found[1]
            return text

        return begin

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        """Register the processors, all on a state that belongs to this `Markdown` object."""
        conversion = Conversion()
        begin = self._begin if self.is_hosted else self._begin_alone(find_page(md))
        marker = MarkerPreprocessor(md, conversion, begin)
        # First of all, so that no other processor meets the marker.
        md.preprocessors.register(marker, "journey-marker", 1000)
        # Before pymdownx's Blocks (89.99) and paragraphs: the same syntax, other names.
        blocks = ViewBlockProcessor(md.parser, conversion)
        md.parser.blockprocessors.register(blocks, "journey-view", 91)
        # Before inline Markdown (20), whose results may move elements.
        place = DefaultPlaceTreeprocessor(md, conversion)
        md.treeprocessors.register(place, "journey-place", 25)
        # After attribute lists (8), so that a map's text is never read as one; before toc (5).
        draw = DrawTreeprocessor(md, conversion, is_hosted=self.is_hosted)
        md.treeprocessors.register(draw, "journey-draw", 6)
        # Right behind toc: mkdocstrings, for one, takes headings away again at 4.
        contents = ContentsTreeprocessor(md, conversion)
        md.treeprocessors.register(contents, "journey-contents", 4.99)
        # After MkDocs has rewritten links (0).
        settle = SettleTreeprocessor(md, conversion)
        md.treeprocessors.register(settle, "journey-settle", -10)
        if not self.is_hosted:
            finish = FinishPostprocessor(md, conversion)
            md.postprocessors.register(finish, "journey-finish", -10)


def makeExtension(**options: Any) -> JourneyExtension:  # noqa: N802 (Python-Markdown's name)
    """Entry point of Python-Markdown."""
    return JourneyExtension(**options)
