"""What a reader would see is told, and what only a browser's drawing of letters changed is not."""

from __future__ import annotations

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Page

from tests.browser.looks.camera import load_fonts, photograph
from tests.browser.looks.comparison import difference
from tests.browser.looks.conftest import Publish
from tests.browser.visits import Visitor

PAGE = "journeys/newsletter-to-first-order/"
VIEW = "[id='view.map']"


@pytest.fixture
def page(publish: Publish, visitor: Visitor) -> Page:
    """A map on a small site, in the pictures' fonts."""
    page = visitor.open(f"{publish('cases')}/{PAGE}").page
    load_fonts(page)
    return page


CHANGES = {
    "a moved block": ".journey-face { transform: translate(9px, -9px); }",
    "another place of a lane": ".journey-lane--doing td { padding-block-start: 1.4em !important; }",
    "another colour of a line": ".journey-curve__line { stroke: var(--journey-mid) !important; }",
    "another tint of a column": ".is-moment { background: none !important; }",
    "another colour of texts": ".journey-lane--doing { color: #8a8f98; }",
    "a clipped text": "td q { display: block; height: 1.3em; overflow: hidden; }",
    "a word that is missing": ".journey-mark__word { visibility: hidden; }",
    "larger type": ".journey { --journey-font-size: .67rem !important; }",
}


@pytest.mark.parametrize("style", CHANGES.values(), ids=CHANGES)
def test_a_change_that_a_reader_sees_is_told(page: Page, style: str) -> None:
    before = photograph(page, VIEW)
    page.add_style_tag(content=style)
    assert difference(before, photograph(page, VIEW)) is not None


def test_the_same_page_looks_the_same(page: Page) -> None:
    assert difference(photograph(page, VIEW), photograph(page, VIEW)) is None


@pytest.mark.parametrize("x", [0.25, 0.5])
def test_letters_that_are_drawn_between_other_points_look_the_same(page: Page, x: float) -> None:
    before = photograph(page, VIEW)
    page.add_style_tag(content=f".journey td {{ padding-inline-start: calc(.75em + {x}px); }}")
    page.add_style_tag(content=".journey { text-rendering: geometricPrecision; }")
    after = photograph(page, VIEW)
    assert ImageChops.difference(before, after).getbbox(), "nothing is drawn in another way"
    assert difference(before, after) is None


@pytest.mark.parametrize(("grown", "is_told"), [(2, False), (3, True), (40, True)])
def test_a_picture_may_grow_by_a_rounding_only(grown: int, is_told: bool) -> None:
    before = Image.new("RGB", (100, 100), "white")
    after = Image.new("RGB", (100, 100 + grown), "white")
    assert (difference(before, after) is not None) == is_told
    assert (difference(after, before) is not None) == is_told
