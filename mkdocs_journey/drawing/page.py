"""One page's views, drawn: blocks in, finished HTML and sections out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial
from types import MappingProxyType
from typing import Any

from mkdocs_journey.atlas import Map
from mkdocs_journey.blocks import ALL, ViewBlock
from mkdocs_journey.drawing.digest import Section, digest, persona_text
from mkdocs_journey.drawing.homing import lead_home
from mkdocs_journey.drawing.landings import (
    draw_landings,
    ids_in,
    missing_landings,
    shows_all_landings,
)
from mkdocs_journey.drawing.links import LinkTokens
from mkdocs_journey.drawing.site import Site
from mkdocs_journey.drawing.sprites import drop_repeated
from mkdocs_journey.drawing.targets import Target, find_compared, find_target
from mkdocs_journey.model import Persona
from mkdocs_journey.pages import Page
from mkdocs_journey.queries import Query, read_query
from mkdocs_journey.render.across import Desk, across_view, draw_compare, draw_related
from mkdocs_journey.render.context import Context
from mkdocs_journey.render.escape import Html, escape
from mkdocs_journey.render.page import findings_card, map_page, map_view, persona_page
from mkdocs_journey.source import Source
from mkdocs_journey.values.names import DistinctNames
from mkdocs_journey.values.text import slugify
from mkdocs_journey.views.across import LISTINGS
from mkdocs_journey.views.across.compare import COMPARE, compare
from mkdocs_journey.views.across.elsewhere import work_elsewhere
from mkdocs_journey.views.across.listing import Listing
from mkdocs_journey.views.across.rows import page_address
from mkdocs_journey.views.anchors import KINDS, Anchors
from mkdocs_journey.views.header import link_to_persona
from mkdocs_journey.views.identities import rename, with_distinct_ids
from mkdocs_journey.views.layout import lay_out

WITH_COLUMNS = (ALL, "map", "curve", "blueprint")
"""Views that show the map's columns, so that links to moments lead into them."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """One view block as HTML, with tokens for its links and its page's heading."""

    html: str
    sections: tuple[Section, ...] = ()
    """Headings and text for search and the table of contents."""
    takes_title: bool = False
    """The view has a header, into which the page's own heading belongs."""
    page_title: str = ""
    """Title of the shown page, for a header on a page without a heading."""

    def with_title(self, html: str, nonce: str, title: str, *, has_heading: bool) -> str:
        """Finished HTML of the view; `title` is the page's own `<h1>` where it stood before it."""
        if self.takes_title and not title and not has_heading:
            title = f"<h1>{escape(self.page_title)}</h1>"
        return html.replace(_title_token(nonce), title, 1)


class Drawing:
    """The views of one page. Links stay open until `fill`, the heading until `Drawn.with_title`."""

    def __init__(self, site: Site, path: str, nonce: str) -> None:
        self.site = site
        self.path = path
        self.links = LinkTokens(nonce)
        self._to_page = self.links.page_resolver(path, site.address)
        self._title = _title_token(nonce)
        self._sprites: list[str] = []
        """Icons that the views brought along, in the order in which they were filled."""
        self._whole: Anchors | None = None
        """Ids of the page's own map, where all of it is shown."""

    def wants_default(self, blocks: tuple[ViewBlock, ...]) -> bool:
        """Whether the page has a map or persona that none of its blocks shows."""
        atlas = self.site.atlas
        shown = {find_target(atlas, self.path, block).path for block in blocks}
        return self.path in atlas.pages and self.path not in shown

    def draw(self, blocks: tuple[ViewBlock, ...], taken: Collection[str]) -> list[Drawn]:
        """Each block's view; `taken` are ids that the page's own text uses."""
        drawn: list[Drawn] = []
        # Ids of another page called `view.md` would begin like those of this page's views.
        prefixes = DistinctNames((f"{kind}." for kind in KINDS), "{}{}.")
        for block in blocks:
            if block.view in LISTINGS:
                drawn.append(Drawn(self._draw_across(block, prefixes)))
                continue
            target = find_target(self.site.atlas, self.path, block)
            is_own = target.path == self.path
            prefix = prefixes.take("" if is_own else f"{slugify(target.path.removesuffix('.md'))}.")
            drawn.append(self._draw_one(block, target, prefix, taken))
        return self._with_landings(drawn, taken)

    def draw_related(self) -> Drawn | None:
        """Where readers of the page's own map go next, once its views are drawn.

        It stands below all that the author wrote about this map. A page that shows single views
        of its map shows what its author chose, and nothing more.
        """
        if self._whole is None:
            return None
        html = draw_related(self._desk(self._whole), self.site.relations.of(self.path))
        return Drawn(html) if html else None

    def _with_landings(self, drawn: list[Drawn], taken: Collection[str]) -> list[Drawn]:
        """Views with what other pages may link to, on the page of a map."""
        own = self._own_map
        if own is None or not drawn:
            return drawn
        is_whole = self._whole is not None and not self._whole.prefix
        if is_whole and shows_all_landings(own, self.site.atlas.catalog):
            return drawn
        found = set(taken).union(*[ids_in(item.html) for item in drawn])
        missing = missing_landings(own, found)
        if not missing:
            return drawn
        first = drawn[0]
        return [replace(first, html=draw_landings(missing) + first.html), *drawn[1:]]

    @cached_property
    def _own_map(self) -> Map | None:
        """The page's map, with ids that are distinct."""
        own = self.site.atlas.maps.get(self.path)
        return own and with_distinct_ids(own)

    def _draw_across(self, block: ViewBlock, prefixes: DistinctNames) -> Html:
        """A view of all maps; its ids begin with its name."""
        desk = self._desk(Anchors(prefixes.take(f"{block.view}.")))
        if block.view == COMPARE.name:
            return self._draw_comparison(block, desk)
        return across_view(block.view, self._query(block, LISTINGS[block.view]), desk)

    def _draw_comparison(self, block: ViewBlock, desk: Desk) -> Html:
        """Two maps compared, or a card where there is no second one."""
        comparison = find_compared(self.site.overview, self.path, block)
        if comparison is None:
            text = desk.text("There are no two maps to compare here.")
            return Html(f'<p class="journey-missing">{escape(text)}</p>')
        return draw_compare(self._query(block, compare(comparison)), desk, comparison)

    def _query(self, block: ViewBlock, listing: Listing[Any]) -> Query:
        """What a block asks of a listing."""
        shape = listing.shape(self.site.overview)
        return read_query(block.options, shape, Source(self.path, ""), block.span)[0]

    def _desk(self, anchors: Anchors) -> Desk:
        return Desk(
            context=self._context("", anchors),
            at=lambda path: self._context(path, anchors),
            overview=self.site.overview,
        )

    def _draw_one(
        self, block: ViewBlock, target: Target, prefix: str, taken: Collection[str]
    ) -> Drawn:
        page = target.page
        if not block.is_valid or page is None or not target.has(block.view):
            return Drawn(self._card(block, target))
        if target.drawn_map is not None:
            is_own = target.path == self.path
            shown = self._own_map if is_own else with_distinct_ids(target.drawn_map)
            assert shown is not None
            anchors = Anchors(prefix, rename(shown, prefix, taken))
            context = self._context(target.path, anchors, self._persona_links(shown))
            drawn = self._draw_map(block, shown, context)
            return replace(drawn, html=self._lead_home(drawn.html, target, prefix))
        context = self._context(target.path, Anchors(prefix))
        if page.persona is not None:
            return self._draw_persona(page, page.persona, context)
        return Drawn(findings_card(page.findings, context))

    def _draw_map(self, block: ViewBlock, shown: Map, context: Context) -> Drawn:
        site, elsewhere = self.site, work_elsewhere(self.site.overview, shown.path)
        if block.view == ALL:
            is_own = shown.path == self.path
            layout = lay_out(shown, context.catalog)
            html = map_page(
                layout,
                context,
                downloads=site.downloads(shown.path, self.path),
                title_html=self._heading(shown.path, shown.title),
                today=site.today,
                chart=site.chart,
                elsewhere=elsewhere,
            )
            if is_own:
                self._whole = self._whole or context.anchors
                site.keep(layout)
            sections = () if context.anchors.prefix else _page_sections(shown, context)
            return Drawn(html, sections, is_own, shown.title)
        html = map_view(
            shown, block.view, context, today=site.today, chart=site.chart, elsewhere=elsewhere
        )
        # A map's words belong to its own page: elsewhere, or again, search would find them twice.
        is_main = not context.anchors.prefix and block.view in WITH_COLUMNS
        return Drawn(html, digest(shown, context.anchors) if is_main else ())

    def _lead_home(self, html: str, target: Target, prefix: str) -> str:
        if not prefix:
            return html
        is_here = target.path == self.path
        home = "" if is_here else self._to_page(page_address(target.path))
        return lead_home(html, prefix, home)

    def _draw_persona(self, page: Page, persona: Persona, context: Context) -> Drawn:
        maps = self.site.atlas.journeys_of(page.path)
        is_own = page.path == self.path
        html = persona_page(
            persona,
            page.path,
            maps,
            context,
            title_html=self._heading(page.path, persona.name),
            page_title=page.title if is_own else persona.name,
        )
        # Under the page's own heading, for search; on other pages it would be found twice.
        sections = (Section(0, "", "", persona_text(persona)),) if is_own else ()
        return Drawn(html, sections, is_own, page.title)

    def _heading(self, path: str, title: str) -> Html:
        """The page's own heading, or on another page one that leads there."""
        if path == self.path:
            return Html(self._title)
        address = self._to_page(page_address(path))
        return Html(f'<h2 class="journey-title"><a href="{address}">{escape(title)}</a></h2>')

    def _card(self, block: ViewBlock, target: Target) -> Html:
        context = self._context(target.path, Anchors())
        page = block.of or self.path
        if not block.is_valid:
            text = context.text("There is no view called “{name}”.", name=block.view)
        elif target.page is None or target.page.is_persona_page:
            text = context.text("There is no map on “{page}”.", page=page)
        else:
            text = context.text("There is no persona on “{page}”.", page=page)
        return Html(f'<p class="journey-missing">{escape(text)}</p>')

    def _persona_links(self, shown: Map) -> dict[str, str]:
        """Where a map's links to its personas lead, by how its page writes them.

        Most maps have no other link to a page, and then leave a host nothing to resolve.
        """
        pages = {link_to_persona(who, shown.path): who.page for who in shown.personas if who.page}
        return {link: self._to_page(page_address(page)) for link, page in pages.items()}

    def _context(
        self, path: str, anchors: Anchors, own: Mapping[str, str] = MappingProxyType({})
    ) -> Context:
        """What texts are drawn with that were written on the page at a path."""
        return Context(
            translator=self.site.translator,
            catalog=self.site.atlas.catalog,
            anchors=anchors,
            resolve=self.links.resolver(path, self.path, own) if path else self._to_page,
            lacks_face=partial(self.site.atlas.lacks_face, path),
        )

    def fill(self, html: str, resolved: Mapping[str, str]) -> str:
        """HTML of a view with its links, and without what an earlier view brought along."""
        return drop_repeated(self.links.fill(html, resolved), self._sprites)


def _title_token(nonce: str) -> str:
    """Stands for the page's own heading."""
    return f"{nonce}-title."


def _page_sections(shown: Map, context: Context) -> tuple[Section, ...]:
    title = Section(2, context.anchors.view("map"), context.text("Journey map"), "")
    return (title, *digest(shown, context.anchors))
