"""Pictures that differ are laid out to be looked at, and accepted only where that is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from tests.browser.looks.album import Album

WHITE, BLACK = (Image.new("RGB", (60, 40), colour) for colour in ("white", "black"))


@pytest.fixture
def album(tmp_path: Path) -> Album:
    """An album that holds one white picture."""
    Album(tmp_path / "stored", tmp_path / "review", accepts=True).check("page", WHITE)
    return Album(tmp_path / "stored", tmp_path / "review")


def test_a_picture_that_looks_the_same_leaves_no_trace(album: Album) -> None:
    assert album.check("page", WHITE) is None
    assert not album.review.exists()


def test_a_picture_that_differs_is_laid_beside_the_stored_one(album: Album) -> None:
    assert album.check("page", BLACK) == "page: looks different"
    page = (album.review / "index.html").read_text("utf-8")
    for kind in ("stored", "now", "difference"):
        assert f'src="page.{kind}.png"' in page
        assert (album.review / f"page.{kind}.png").exists()
    assert Image.open(album.stored / "page.png").convert("RGB").getpixel((0, 0)) == (255, 255, 255)


def test_a_page_without_a_stored_picture_is_told(album: Album) -> None:
    assert album.check("new", BLACK) == "new: no picture is stored"
    page = (album.review / "index.html").read_text("utf-8")
    assert 'src="new.now.png"' in page
    assert "new.stored.png" not in page


def test_what_looks_right_again_is_laid_out_no_longer(album: Album) -> None:
    album.check("page", BLACK)
    album.check("other", BLACK)
    assert album.check("page", WHITE) is None
    page = (album.review / "index.html").read_text("utf-8")
    assert "page.now.png" not in page
    assert "other.now.png" in page


def test_an_accepted_picture_is_what_pages_are_compared_with(album: Album) -> None:
    album.check("page", BLACK)
    accepting = Album(album.stored, album.review, accepts=True)
    assert accepting.check("page", BLACK) is None
    assert album.check("page", BLACK) is None
    assert album.check("page", WHITE) == "page: looks different"


def test_accepting_leaves_pictures_alone_that_look_the_same(album: Album) -> None:
    before = (album.stored / "page.png").read_bytes()
    nearly = Image.new("RGB", (60, 40), (252, 252, 252))
    assert Album(album.stored, album.review, accepts=True).check("page", nearly) is None
    assert (album.stored / "page.png").read_bytes() == before


def test_a_picture_of_nothing_is_told_and_dropped_where_changes_are_accepted(album: Album) -> None:
    assert album.others({"page"}) == []
    assert album.others({"other"}) == ["page"]
    assert Album(album.stored, album.review, accepts=True).others({"other"}) == []
    assert not (album.stored / "page.png").exists()
