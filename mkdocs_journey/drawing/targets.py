"""Which map or persona a view block shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_journey.atlas import Atlas, Map
from mkdocs_journey.blocks import ViewBlock
from mkdocs_journey.blocks.rules import VIEW_OF_UNKNOWN_PAGE
from mkdocs_journey.diagnostics import Finding, find
from mkdocs_journey.pages import Page
from mkdocs_journey.source import Source
from mkdocs_journey.values.paths import resolve


@dataclass(frozen=True, slots=True)
class Target:
    """What a view block shows: a page with a map, with a persona, or with neither."""

    path: str
    page: Page | None
    drawn_map: Map | None


def find_target(atlas: Atlas, path: str, block: ViewBlock) -> Target:
    """Target of a block on the page at a path."""
    wanted = resolve(path, block.of) or "" if block.of else path
    return Target(wanted, atlas.pages.get(wanted), atlas.maps.get(wanted))


def check_blocks(atlas: Atlas, source: Source, blocks: tuple[ViewBlock, ...]) -> Iterator[Finding]:
    """Findings for blocks that show a page without a map or persona."""
    for block in blocks:
        if find_target(atlas, source.path, block).page is None:
            where = f"`{block.of}` has" if block.of else "this page has"
            message = f"{where} no map: write the path of a page that has one: `of: checkout.md`"
            yield find(VIEW_OF_UNKNOWN_PAGE, source, block.of_span, message)
