"""Which map or persona a view block shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_journey.atlas import Atlas, Map
from mkdocs_journey.blocks import ALL, PATHS, ViewBlock
from mkdocs_journey.blocks.rules import VIEW_OF_UNKNOWN_PAGE, VIEW_WITHOUT_CONTENT
from mkdocs_journey.diagnostics import Finding, find
from mkdocs_journey.pages import Page
from mkdocs_journey.queries import read_query
from mkdocs_journey.source import Source
from mkdocs_journey.values.paths import resolve
from mkdocs_journey.views.across import LISTINGS
from mkdocs_journey.views.across.compare import COMPARE, compare, find_comparison
from mkdocs_journey.views.across.comparison import Comparison
from mkdocs_journey.views.across.overview import Overview


@dataclass(frozen=True, slots=True)
class Target:
    """What a view block shows: a page with a map, with a persona, or with neither."""

    path: str
    page: Page | None
    drawn_map: Map | None

    def has(self, view: str) -> bool:
        """Whether there is something to show: a persona has one view, a map may name nobody."""
        if self.drawn_map is not None:
            return view != "persona" or bool(self.drawn_map.personas)
        is_persona = self.page is not None and self.page.is_persona_page
        return not is_persona or view in (ALL, "persona")


def find_target(atlas: Atlas, path: str, block: ViewBlock) -> Target:
    """Target of a block on the page at a path."""
    wanted = resolve(path, block.of) or "" if block.of else path
    return Target(wanted, atlas.pages.get(wanted), atlas.maps.get(wanted))


def check_blocks(
    overview: Overview, source: Source, blocks: tuple[ViewBlock, ...]
) -> Iterator[Finding]:
    """Findings for blocks that show what there is not: a page, a view of it, a field, a value."""
    for block in blocks:
        yield from block.read.hold_back(_check_block(overview, source, block))


def _check_block(overview: Overview, source: Source, block: ViewBlock) -> Iterator[Finding]:
    if block.view == COMPARE.name:
        yield from _check_comparison(overview, source, block)
    elif block.view in LISTINGS:
        shape = LISTINGS[block.view].shape(overview)
        yield from read_query(block.options, shape, source, block.span)[1]
    else:
        yield from _check_target(overview.atlas, source, block)


def find_compared(overview: Overview, path: str, block: ViewBlock) -> Comparison | None:
    """The two maps that a block on the page at a path compares."""
    one, other = (_named_path(path, block, option) for option in PATHS)
    return find_comparison(overview, one or "", other)


def _check_comparison(overview: Overview, source: Source, block: ViewBlock) -> Iterator[Finding]:
    atlas, comparison = overview.atlas, find_compared(overview, source.path, block)
    if comparison is not None:
        listing = compare(comparison)
        yield from read_query(block.options, listing.shape(overview), source, block.span)[1]
        return
    named = {option: _named_path(source.path, block, option) for option in PATHS}
    unknown = [path for path in named.values() if path is not None and path not in atlas.maps]
    for option, path in named.items():
        if path in unknown and path not in atlas.broken_pages:
            where = f"`{block.paths[option]}` has" if option in block.paths else "this page has"
            message = (
                f"{where} no map: write the path of a page that has one: `{option}: checkout.md`"
            )
            yield find(VIEW_OF_UNKNOWN_PAGE, source, block.place(option), message)
    if not unknown:
        message = (
            f"`{named['of']}` is compared with itself: write another map's path: "
            "`with: checkout.md`"
            if named["with"]
            else f"`{named['of']}` improves no map, and none improves it: write the path of the "
            "map to compare it with: `with: checkout.md`"
        )
        yield find(VIEW_WITHOUT_CONTENT, source, block.place("with"), message)


def _named_path(page: str, block: ViewBlock, option: str) -> str | None:
    """Path of the map that an option names; `of` is the page itself where it is not written."""
    written = block.paths.get(option, "")
    if written:
        return resolve(page, written) or ""
    return page if option == "of" else None


def _check_target(atlas: Atlas, source: Source, block: ViewBlock) -> Iterator[Finding]:
    target = find_target(atlas, source.path, block)
    if not block.is_valid:
        return
    if target.page is None:
        where = f"`{block.of}` has" if block.of else "this page has"
        message = f"{where} no map: write the path of a page that has one: `of: checkout.md`"
        yield find(VIEW_OF_UNKNOWN_PAGE, source, block.place("of"), message)
    elif not target.has(block.view):
        name = f"`{block.of}`" if block.of else "this page"
        message = (
            f"{name} is a persona: write `/// journey | persona`"
            if target.drawn_map is None
            else f"{name} names no persona: list them under `personas:` of the map"
        )
        yield find(VIEW_WITHOUT_CONTENT, source, block.span, message)
