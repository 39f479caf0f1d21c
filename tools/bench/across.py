"""What views across maps cost to draw, and how that grows with the number of maps.

Time grows a little faster than the work, as a thousand maps fit into no cache: so calls of
functions are counted as well, which are the same in every run.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from cProfile import Profile
from datetime import date
from math import log

from mkdocs_journey.atlas import Atlas
from mkdocs_journey.blocks import ViewBlock, find_blocks
from mkdocs_journey.catalog import read_configuration
from mkdocs_journey.drawing import Drawing, Site, check_blocks
from mkdocs_journey.pages import read_page
from mkdocs_journey.source import Source
from mkdocs_journey.translations import translator
from mkdocs_journey.views.across import LISTINGS
from tools.corpus import SETTINGS, site

SIZES = (10, 100, 1000)
TODAY = date(2026, 11, 23)
PAGE = "overview.md"


def main() -> None:
    """Print a line for each view: milliseconds for each number of maps, and how they grow."""
    atlases = [atlas_of(size) for size in SIZES]
    print(
        "view            "
        + "".join(f"{size:7} maps" for size in SIZES)
        + "   time grows with maps^   calls with maps^"
    )
    for view in LISTINGS:
        times = [cost(view, atlas) for atlas in atlases]
        calls = [count_calls(view, atlas) for atlas in atlases[-2:]]
        printed = "".join(f"{1000 * time:10.1f}ms" for time in times)
        print(f"{view:16}{printed}{exponent(times):16.2f}{exponent(calls):19.2f}")


def exponent(costs: Sequence[float]) -> float:
    """With which power of the number of maps a cost grows, between the two largest sizes."""
    return log(costs[-1] / costs[-2]) / log(SIZES[-1] / SIZES[-2])


def atlas_of(size: int) -> Atlas:
    """The maps of a generated site, related to each other already."""
    catalog, _ = read_configuration(SETTINGS)
    pages = (read_page(Source(path, text), catalog, lambda _: None) for path, text in site(size))
    atlas = Atlas(catalog, {page.path: page for page in pages if page})
    for path in atlas.maps:
        atlas.details_of(path)
    return atlas


def cost(view: str, atlas: Atlas, runs: int = 3) -> float:
    """Seconds for a view's block, checked and drawn; the least of a few runs counts."""
    return min(_run(view, atlas) for _ in range(runs))


def count_calls(view: str, atlas: Atlas) -> int:
    """Calls of functions for the same: as many on every machine, whatever its caches hold."""
    profile = Profile()
    _run(view, atlas, profile)
    return sum(entry.callcount for entry in profile.getstats())


def _run(view: str, atlas: Atlas, profile: Profile | None = None) -> float:
    site = Site(atlas, translator("en"), TODAY)
    source = Source(PAGE, "".join(_lines(view, atlas)))
    blocks: tuple[ViewBlock, ...] = find_blocks(source, 0)[0]
    with profile or nullcontext():
        start = time.process_time()
        faults = list(check_blocks(site.overview, source, blocks))
        assert not faults, faults[0].message
        draw(site, blocks)
        return time.process_time() - start


def _lines(view: str, atlas: Atlas) -> Iterator[str]:
    yield f"/// journey | {view}\n"
    if view == "compare":
        yield f"    of: {next(path for path in atlas.maps if atlas.improved_by(path))}\n"
    yield "///\n"


def draw(site: Site, blocks: tuple[ViewBlock, ...]) -> str:
    """HTML of a page's views."""
    drawing = Drawing(site, PAGE, "nonce")
    return "".join(drawing.fill(drawn.html, {}) for drawn in drawing.draw(blocks, ()))
