"""What one conversion of one page has drawn so far."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element, SubElement

from markdown.extensions.toc import TocTreeprocessor

from mkdocs_journey.blocks import ALL, MOST_BLOCKS, ViewBlock
from mkdocs_journey.drawing import Drawing, Drawn, Section, Site
from mkdocs_journey.extension.contents import add_entries, heading_tag
from mkdocs_journey.render.escape import Html

SLOT = "data-journey-slot"


@dataclass(frozen=True)
class PageRequest:
    """The page that is being converted, handed over by a host."""

    site: Site
    path: str
    """Path of the page among the site's pages."""


@dataclass
class Conversion:
    """State of one `Markdown` object: made with it, filled by its processors, read by the host.

    It belongs to the object and not to the extension, because the same extension instance also
    serves conversions inside the page (a docstring, a snippet), which must not draw anything.
    """

    request: PageRequest | None = None
    drawing: Drawing | None = None
    blocks: list[ViewBlock] = field(default_factory=list)
    slots: list[Element] = field(default_factory=list)
    """Where the views come to stand: one a block, and one below the page's text."""
    held: list[tuple[Element, Section]] = field(default_factory=list)
    """What search should find in the slots, each with the element that it will stand in."""
    contents: TocTreeprocessor | None = None
    """What makes the page's contents, if the headings come into them later."""
    drawn: list[Drawn] = field(default_factory=list)
    resolved: dict[str, str] = field(default_factory=dict)
    nonce: str = ""
    is_excerpt: bool = False
    """A page is converted once more, elsewhere: its views are left out."""

    def begin(self, request: PageRequest) -> None:
        """Start to draw a page."""
        self.request = request
        self.nonce = f"journey{secrets.token_hex(8)}"
        self.drawing = Drawing(request.site, request.path, self.nonce)
        self.blocks, self.slots, self.held, self.drawn, self.resolved = [], [], [], [], {}

    def leave_out(self) -> None:
        """Take the views out of a page that has been drawn where it stands.

        A blog shows the beginning of a post on its own pages, beside others with the same ids.
        """
        self.is_excerpt = True

    def end(self) -> None:
        """Forget the page: the next text that is converted is not this one."""
        self.request = self.drawing = None
        self.is_excerpt = False

    @property
    def is_active(self) -> bool:
        """A page is being drawn."""
        return self.drawing is not None

    def add(self, block: ViewBlock, slot: Element) -> None:
        """Remember that a view stands in an element; beyond `MOST_BLOCKS` it stays empty."""
        if len(self.slots) == MOST_BLOCKS:
            return
        self.blocks.append(block)
        self._keep(slot)

    def _keep(self, slot: Element) -> None:
        slot.set(SLOT, f"{self.nonce}-{len(self.slots)}")
        self.slots.append(slot)

    def place_default(self, root: Element) -> None:
        """Put the page's own map after its first heading, where no block of it stands."""
        assert self.drawing is not None
        if not self.drawing.wants_default(tuple(self.blocks)):
            return
        headings = [i for i, item in enumerate(root) if item.tag == "h1"]
        slot = Element("div")
        root.insert(headings[0] + 1 if headings else 0, slot)
        self.add(ViewBlock(ALL), slot)

    def draw(self, root: Element, contents: TocTreeprocessor | None) -> None:
        """Draw each view, and leave in its slot what Markdown, search and contents need of it.

        Without `contents` to add them to later, headings stand there at once.
        """
        assert self.drawing is not None
        taken = {item.get("id", "") for item in root.iter()} - {""}
        self.contents = contents
        self.drawn = self.drawing.draw(tuple(self.blocks), taken)
        for slot, drawn in zip(self.slots, self.drawn, strict=True):
            self.held += [(self._put(slot, section), section) for section in drawn.sections]
        if related := self.drawing.draw_related():
            self.drawn.append(related)
            self._keep(SubElement(root, "div"))
        if self.slots:
            _add_links(self.slots[0], self.drawing.links.addresses)

    def _put(self, slot: Element, section: Section) -> Element:
        """Put the element of a heading into a slot, which keeps its id from other headings.

        Of what stands under it nothing becomes an element of its own: a search index reads the slot
        tag by tag, in a time that other pages need for all they say.
        """
        if not section.level:
            return SubElement(slot, "span")
        tag = "span" if self.contents else f"h{min(section.level, 6)}"
        heading = SubElement(slot, tag, {"id": section.id})
        if not self.contents:
            heading.text = section.title
        return heading

    def list_headings(self, root: Element) -> None:
        """Add the headings to the contents that were made of the page's own."""
        if self.contents:
            headings = {item: section for item, section in self.held if section.level}
            add_entries(self.contents, root, headings)

    def settle(self) -> None:
        """Put what search should find into the slots, when nothing else reads the tree any more.

        A cell that says `[TOC]` stays a text for Python-Markdown's contents.
        """
        for item, section in self.held:
            item.tail = section.text or None
            if self.contents and section.level:
                item.tag, item.text = heading_tag(self.contents, section), section.title

    def take_resolved(self) -> None:
        """Read back where the host leads the links that `draw` left in the first slot."""
        assert self.drawing is not None
        if not self.slots:
            return
        slot = self.slots[0]
        holder = slot[-1] if len(slot) else None
        if holder is None or holder.get(SLOT) != "links":
            return
        finals = [link.get("href", "") for link in holder]
        self.resolved = dict(zip(self.drawing.links.addresses, finals, strict=True))
        slot.remove(holder)

    def take_views(self) -> list[str]:
        """HTML of the drawn views, once, all but their page's heading.

        They are most of what a page needs in memory, so a host that puts them into their slots
        much later can keep them elsewhere. What drew them is forgotten, with the links of the page.
        """
        assert self.drawing is not None
        views = [self.drawing.fill(drawn.html, self.resolved) for drawn in self.drawn]
        self.drawn = [replace(drawn, html=Html(), sections=()) for drawn in self.drawn]
        self.request = self.drawing = self.contents = None
        self.blocks, self.slots, self.held, self.resolved = [], [], [], {}
        return views

    def stands_in(self, html: str) -> bool:
        """Whether a slot of the page that is being drawn is in some HTML."""
        return self.is_active and f'{SLOT}="{self.nonce}-' in html

    def finish(self, html: str, views: Sequence[str]) -> str:
        """Page content with the views in their slots."""
        has_heading = "<h1" in html
        before, *slots = html.split(f'<div {SLOT}="{self.nonce}-')
        finished = [before]
        for slot in slots:
            number, _, rest = slot.partition('">')
            drawn, view = self.drawn[int(number)], views[int(number)]
            before, title = _cut_heading(finished.pop().rstrip())
            kept = "" if drawn.takes_title else title
            view = drawn.with_title(view, self.nonce, title, has_heading=has_heading)
            has_heading = has_heading or drawn.takes_title
            finished += before, kept, "\n", view, rest.partition("</div>")[2]
        return "".join(finished)


def _cut_heading(html: str) -> tuple[str, str]:
    """What stands before the page's heading, and the heading, where that is the last."""
    if not html.endswith("</h1>"):
        return html, ""
    start = html.rindex("<h1")
    return html[:start], html[start:]


def _add_links(slot: Element, addresses: Collection[str]) -> None:
    if addresses:
        holder = SubElement(slot, "p", {SLOT: "links"})
        for address in addresses:
            SubElement(holder, "a", {"href": address})
