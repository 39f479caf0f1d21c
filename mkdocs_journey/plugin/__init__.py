"""The MkDocs plugin: a thin shell that reads pages, hands them to the core, and logs findings."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from mkdocs.utils.templates import TemplateContext

from mkdocs_journey.compilation import Compilation, compile_site
from mkdocs_journey.diagnostics import Severity, seen
from mkdocs_journey.diagrams import Draw, drawn_or, find_engine
from mkdocs_journey.drawing import Site, set_apart
from mkdocs_journey.drawing.landings import has_id
from mkdocs_journey.drawing.shelf import Shelf, put_away
from mkdocs_journey.extension import Conversion, JourneyExtension, PageRequest
from mkdocs_journey.languages import with_theme
from mkdocs_journey.pages import decode, mentions_map, refuse
from mkdocs_journey.plugin.host import (
    configuration,
    has_mermaid,
    links_out,
    published,
    today,
)
from mkdocs_journey.plugin.publications import Publications
from mkdocs_journey.plugin.settings import JourneyConfig
from mkdocs_journey.plugin.unopened import Unopened
from mkdocs_journey.project import loader, named_folder
from mkdocs_journey.render.assets import SCRIPT, STYLESHEET
from mkdocs_journey.render.chart import mermaid_chart, no_chart
from mkdocs_journey.render.escape import Html
from mkdocs_journey.render.page import Downloads
from mkdocs_journey.reporters.text import report
from mkdocs_journey.surroundings import Surroundings

log = get_plugin_logger("journey")

WIDE = "journey--wide"
"""Class of views that a theme makes room for."""
_LEVELS = {Severity.ERROR: 40, Severity.WARNING: 30, Severity.INFO: 20}


class JourneyPlugin(BasePlugin[JourneyConfig]):
    """Draws journey maps and personas from the front matter of a site's pages."""

    def __init__(self) -> None:
        self.extension = JourneyExtension(is_hosted=True)
        self.site: Site | None = None
        self.is_read = False
        """The pages of this build have been read; the maps may be gone since."""
        self.pages_with_blocks: frozenset[str] = frozenset()
        self.is_shown: Callable[[InclusionLevel], bool] = InclusionLevel.is_included
        self.files = Files([])
        self.shelf = Shelf()
        self.home = ""
        """Folder of the home page: a language's own, where a site has several."""
        self.publications = Publications(self.shelf, self._address, self._download_base)
        self.indexed: str | None = None
        self.conversions: dict[str, tuple[Conversion, list[slice]]] = {}

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Note whether drafts are shown; with this hook a plugin lives on between rebuilds.

        It lives on between sites of one process, too: what was served first may be built next.
        """
        is_served = command == "serve"
        self.is_shown = InclusionLevel.is_in_serve if is_served else InclusionLevel.is_included

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add the extension and the assets, once however often other plugins rerun this."""
        extensions: list[Any] = config.markdown_extensions
        if self.extension not in extensions:
            extensions.append(self.extension)
        if STYLESHEET not in config.extra_css:
            config.extra_css.insert(0, STYLESHEET)  # first, so that the site's own rules win
        if SCRIPT not in config.extra_javascript:
            config.extra_javascript.append(SCRIPT)
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Forget the maps of the build before: what asks for pages early gets them from MkDocs."""
        self.site, self.is_read = None, False

    @event_priority(-110)  # Last, after plugins that add, drop or hide files, or show them again.
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        """Read every page once, so that all findings come in one run, before any page is drawn."""
        self.files, self.shelf, self.indexed, self.conversions = files, Shelf(), None, {}
        self.home = posixpath.dirname(nav.homepage.file.dest_uri) if nav.homepage else ""
        self.publications = Publications(self.shelf, self._address, self._download_base, self.home)
        compilation = self._read(config)
        folder = named_folder(config.docs_dir, config.config_file_path)
        for finding in compilation.findings:
            level = _LEVELS[finding.severity]
            if log.isEnabledFor(level):  # a quiet build need not know in which line each stands
                log.log(level, seen(report(finding, folder)))

    def _read(self, config: MkDocsConfig) -> Compilation:
        """Read every page, and keep the maps until all pages are drawn."""
        outside = links_out(self.files)
        sources = (
            refuse(file.src_uri) if file.src_uri in outside else decode(file.src_uri, content)
            for file in self.files.documentation_pages(inclusion=self.is_shown)
            if mentions_map(content := file.content_bytes)
        )
        day, draw = today(self.config.today), self._engine()
        compilation = compile_site(
            sources,
            self._options(config),
            configuration(config),
            loader(config.docs_dir),
            day,
            draw,
            Surroundings(outside, published=published(self.files, config)),
            partial(put_away, shelf=self.shelf),
        )
        self.pages_with_blocks, self.is_read = compilation.pages_with_blocks, True
        atlas, speak = compilation.atlas, compilation.translator
        self.site = Site(
            atlas=atlas,
            translator=speak,
            today=day,
            chart=drawn_or(draw, mermaid_chart if has_mermaid(config) else no_chart),
            downloads=self._downloads,
            address=self._address_from,
            keep=partial(self.publications.keep, catalog=atlas.catalog, translator=speak),
        )
        return compilation

    def _maps(self, config: MkDocsConfig) -> Site | None:
        """The maps; read once more for a plugin that converts a page when they have gone."""
        if self.site is None and self.is_read:
            self._read(config)
        return self.site

    def _options(self, config: MkDocsConfig) -> dict[str, Any]:
        theme = config.theme
        return with_theme(self.config, theme.get("language") or theme.locale)

    def _engine(self) -> Draw | None:
        """The engine of a site that asks for one, drawing each chart once a build.

        All are drawn when the site is checked, and wait on disk for their pages.
        """
        draw = find_engine() if self.config.diagrams == "svg" else None
        if draw is None:
            return None
        places: dict[str, slice] = {}
        shelf = self.shelf

        def drawn(source: str) -> Html:
            if source not in places:
                places[source] = shelf.put(draw(source))
            return Html(shelf.get(places[source]))

        return drawn

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str | None:
        """Hand MkDocs the page without what was read already: its loader is slow and unbounded."""
        site = self._maps(config)
        found = site and site.atlas.pages.get(page.file.src_uri)
        return found.remainder if found else None

    @event_priority(-100)  # Last, so that no other plugin sees or moves the marker.
    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str | None:
        """Mark the pages that show maps, so that the extension draws on them."""
        site = self._maps(config)
        if site is None:
            return None
        path = page.file.src_uri
        found = site.atlas.pages.get(path)
        if found is not None:
            key = "persona" if found.is_persona_page else "journey"
            page.meta.setdefault(key, Unopened(found.data_reader))
        elif path not in self.pages_with_blocks:
            return None
        return self.extension.draw_next(PageRequest(site, path)) + markdown

    @event_priority(100)  # First, right after the page was converted.
    def on_page_content(
        self, html: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str | None:
        """Keep what was drawn until the page has been indexed."""
        conversion = self.extension.take_conversion()
        if conversion is not None:
            kept = [self.shelf.put(view) for view in conversion.take_views()]
            self.conversions[page.file.src_uri] = conversion, kept
        return None

    @event_priority(-100)  # Last: all pages are drawn.
    def on_env(self, env: object, *, config: MkDocsConfig, files: Files) -> None:
        """Make all else that is made of the maps, and let go of them."""
        assert self.site is not None
        self._present_anchors(files)
        self.publications.make(self.site)
        self.site = None

    def _present_anchors(self, files: Files) -> None:
        """Tell MkDocs of the ids in our views that links lead to: all would fill its memory."""
        wanted: dict[File, set[str]] = {}
        for file in files.documentation_pages(inclusion=self.is_shown):
            for target, anchors in ((file.page and file.page.links_to_anchors) or {}).items():
                wanted.setdefault(target, set()).update(anchors)
        for target, names in wanted.items():
            kept, page = self.conversions.get(target.src_uri), target.page
            if kept is not None and page is not None and page.present_anchor_ids is not None:
                views = [self.shelf.get(place) for place in kept[1]]
                page.present_anchor_ids.update(
                    name for name in names if any(has_id(view, name) for view in views)
                )

    @event_priority(-100)  # Late, after search has indexed the headings and plain text.
    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Any
    ) -> TemplateContext | None:
        """Put the finished views into the page."""
        kept = self.conversions.pop(page.file.src_uri, None)
        if kept is not None:
            conversion, places = kept
            views = [self.shelf.get(place) for place in places]
            self.indexed = page.content
            page.content = conversion.finish(page.content or "", views)
            copied = vars(page).get("html")  # what print-site keeps for its one page
            if isinstance(copied, str):
                key = page.url.lower().rstrip("/").replace(".html", "").replace("/", "-")
                vars(page)["html"] = set_apart(conversion.finish(copied, views), key or "index")
        return None

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str | None:
        """Give back the content that was indexed: MkDocs holds every page until the end.

        A page with a wide view says so in its first tag. Browsers show a page before they have read
        all of it, and its header would move when the view that widens it comes.
        """
        if self.indexed is None:
            return None
        is_wide = WIDE in (page.content or "")
        page.content, self.indexed = self.indexed, None
        return output.replace("<html ", "<html data-journey-wide ", 1) if is_wide else None

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write what the site publishes beside its pages."""
        self.publications.write(Path(config.site_dir))

    def _shown_file(self, path: str) -> File | None:
        """The file of a page that the site shows."""
        file = self.files.src_uris.get(path)  # our paths need no tidying, which costs more
        return file if file is not None and self.is_shown(file.inclusion) else None

    def _address(self, path: str) -> str | None:
        """Address of a shown page as seen from the home page."""
        file = self._shown_file(path)
        if file is None:
            return None
        return get_relative_url(file.url, f"{self.home}/") if self.home else file.url

    def _address_from(self, path: str, page_path: str) -> str | None:
        """Address of a shown page from another one."""
        file, page = self._shown_file(path), self.files.src_uris.get(page_path)
        return file.url_relative_to(page) if file and page else None

    def _download_base(self, path: str) -> str | None:
        """Path of a map's downloads in the built site, without their ending."""
        file = self._shown_file(path)
        if file is None:
            return None
        name = posixpath.splitext(posixpath.basename(path))[0]
        # A folder's `index.md` is called after the folder, where no page beside it can be, too.
        if file.name == "index" and file.use_directory_urls:
            name = posixpath.basename(posixpath.dirname(path)) or "journey"
        return posixpath.join(posixpath.dirname(file.dest_uri), name)

    def _downloads(self, path: str, page_path: str) -> Downloads | None:
        base, page = self._download_base(path), self.files.get_file_from_path(page_path)
        if base is None or page is None:
            return None
        address = get_relative_url(quote(base), page.url)
        return Downloads(csv=f"{address}.csv", json=f"{address}.json")
