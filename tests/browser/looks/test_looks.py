"""Every type of page looks as it did when a maintainer last looked at it and accepted it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import get_args

import pytest
from PIL import Image
from playwright.sync_api import Page

from mkdocs_journey.blocks import ACROSS_VIEWS
from mkdocs_journey.catalog.values import KindName
from tests.browser.looks.album import Album
from tests.browser.looks.camera import load_fonts, photograph, print_out
from tests.browser.looks.conftest import Publish
from tests.browser.looks.shots import SHOTS, Shot, Variant
from tests.browser.looks.sites import MATERIAL, SITES
from tests.browser.visits import Visitor

TABS = "(tabs) => tabs.map((tab) => tab.hash.split('.').pop())"
KINDS = get_args(KindName)
# Material says the direction on the body too.
TURN = "(to) => [document.documentElement, document.body].forEach((part) => (part.dir = to))"


@pytest.mark.parametrize("shot", SHOTS, ids=lambda shot: shot.name)
def test_a_page_looks_as_it_did(
    publish: Publish, visitor: Visitor, album: Album, shot: Shot
) -> None:
    faults = [album.check(name, now) for name, now in _pictures(publish(shot.site), visitor, shot)]
    faults = [fault for fault in faults if fault]
    assert not faults, "\n".join([*faults, f"Look at {album.review / 'index.html'}"])


def _pictures(site: str, visitor: Visitor, shot: Shot) -> Iterator[tuple[str, Image.Image]]:
    """Take all pictures of a page, which is opened once for each width."""
    whole = SITES[shot.site].content if shot.site in SITES else MATERIAL
    variants = sorted(shot.variants, key=lambda variant: variant.width)
    for width, alike in groupby(variants, key=lambda variant: variant.width):
        ways = list(alike)
        page = visitor.open(f"{site}/{shot.path}", width=width).page
        load_fonts(page)
        for tab in shot.tabs or ("",):
            part = whole
            if tab:
                page.locator(f".journey-tabs a[href$='view.{tab}']").evaluate(
                    "(tab) => tab.click()"
                )
                part = whole if tab == shot.tabs[0] else f"[id='view.{tab}']"
            for way in ways:
                yield shot.picture(tab, way), _picture(page, part, way)


def _picture(page: Page, part: str, variant: Variant) -> Image.Image:
    if variant.is_paper:
        return print_out(page)
    page.emulate_media(color_scheme="dark" if variant.is_dark else "light")
    before = page.evaluate("document.body.dir")
    if variant.is_turned:
        page.evaluate(TURN, "rtl")
    picture = photograph(page, part)
    if variant.is_turned:
        page.evaluate(TURN, before)
    page.emulate_media(color_scheme="light")
    return picture


def test_every_stored_picture_is_of_something(album: Album) -> None:
    names = {name for shot in SHOTS for name in shot.names()}
    assert album.others(names) == []


def test_every_view_across_maps_is_pictured(repository: Path) -> None:
    pages = [repository / "maps" / shot.path for shot in SHOTS if shot.site == "demo"]
    texts = [page.with_suffix(".md") for page in pages] + [page / "index.md" for page in pages]
    written = "".join(text.read_text("utf-8") for text in texts if text.exists())
    assert [view for view in ACROSS_VIEWS if f"/// journey | {view}\n" not in written] == []


def test_every_kind_of_map_is_pictured_with_all_its_views(
    publish: Publish, visitor: Visitor
) -> None:
    kinds = [shot for shot in SHOTS if shot.name in KINDS]
    assert {shot.name for shot in kinds} == set(KINDS)
    for shot in kinds:
        page = visitor.open(f"{publish(shot.site)}/{shot.path}").page
        tabs = page.locator(".journey-tabs a").evaluate_all(TABS)
        assert tuple(tabs) == shot.tabs
