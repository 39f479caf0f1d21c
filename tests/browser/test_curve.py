"""The curve's words on a phone and for screen readers: whose feeling, and which."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Locator, expect

from tests.browser.geometry import NEAR, POINTS
from tests.browser.sites import build
from tests.browser.visits import Visitor

NAMES = {
    "ana": "Ana Martins",
    "bruno": "Bruno Teixeira",
    "cida": "Cida Silva",
    "davi": "Davi Rocha",
}
WORDS = ("curious", "lost in the menus", "", "annoyed", "delighted")
SITE = "site_name: A site\ntheme: {name: material}\nplugins: [journey]\n"
BLUEPRINT = "journeys/newsletter-to-first-order/#view.blueprint"
# Material says the direction on the body too.
TURN = "(to) => [document.documentElement, document.body].forEach((part) => (part.dir = to))"


def _map(count: int) -> str:
    """A map of so many personas: six moments that each feels in a way of its own."""
    people = list(NAMES)[:count]
    moments = [
        {
            "name": f"Moment {at}",
            "doing": "Compares two roasts",
            "backstage": "Fraud check",
            "feeling": {
                who: {"score": (at * (index + 2)) % 5 + 1, "emotion": WORDS[(at + index) % 5]}
                for index, who in enumerate(people)
            },
        }
        for at in range(6)
    ]
    stages = [
        {"name": "Before", "touchpoints": moments[:3]},
        {"name": "After", "touchpoints": moments[3:]},
    ]
    front = {"title": "A map", "journey": {"personas": people, "stages": stages}}
    return f"---\n{yaml.safe_dump(front)}---\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, serve_site: Callable[[Path], str]) -> str:
    """Maps of three and of four personas, at `three/` and `four/`."""
    folder = tmp_path_factory.mktemp("curves")
    (folder / "mkdocs.yml").write_text(SITE, encoding="utf-8")
    (folder / "docs" / "personas").mkdir(parents=True)
    pages = {f"personas/{key}": f"---\npersona: {{name: {name}}}\n---\n"
             for key, name in NAMES.items()}  # fmt: skip
    pages |= {"index": "# Home\n", "three": _map(3), "four": _map(4)}
    for name, text in pages.items():
        (folder / "docs" / f"{name}.md").write_text(text, encoding="utf-8")
    build(folder / "mkdocs.yml", folder / "site")
    return serve_site(folder / "site")


def _width(element: Locator) -> float:
    """Width on the screen; what is clipped away for screen readers is a pixel wide."""
    box = element.bounding_box()
    return box["width"] if box else 0


@pytest.mark.parametrize(("path", "count"), [("three", 3), ("four", 4)])
@pytest.mark.parametrize("view", ["map", "blueprint"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_a_phone_says_whose_feeling_every_mark_is(
    site: str, visitor: Visitor, path: str, count: int, view: str, dark: bool
) -> None:
    visit = visitor.open(f"{site}/{path}/#view.{view}", width=390, dark=dark)
    shown = visit.page.locator(f"[id='view.{view}']")
    rows = shown.locator(".journey-lane--curve")
    expect(rows).to_have_count(count)
    for at, (row, name) in enumerate(zip(rows.all(), list(NAMES.values())[:count], strict=True)):
        first = name.split()[0]
        for cell in row.locator("td").all():
            word = cell.locator(".journey-mark__word")
            assert _width(word) > 10, "the feeling's word can be read"
            who = "(cell) => getComputedStyle(cell, '::before').content"
            said = word.inner_text() if at == 0 else cell.evaluate(who)
            assert first in said
    assert visit.axe(f"[id='view.{view}']") == []


@pytest.mark.parametrize("path", ["three", "four"])
def test_on_a_phone_no_word_of_the_spine_lies_on_another_moment(
    site: str, visitor: Visitor, path: str
) -> None:
    page = visitor.open(f"{site}/{path}/", width=390).page
    words = page.locator("[id='view.map'] .journey-plot--named .journey-mark__word").all()
    faces = page.locator("[id='view.map'] .journey-plot--named .journey-face").all()
    for word, following in zip(words, faces[1:], strict=False):
        above, below = word.bounding_box(), following.bounding_box()
        assert above
        assert below
        assert above["y"] + above["height"] <= below["y"] + 1


@pytest.mark.parametrize("path", ["being-a-serra-coffee-customer", "geladeira-nova", "mri-scan"])
def test_on_a_phone_nothing_is_hidden_below_the_names_of_stages(
    demo_site: str, visitor: Visitor, path: str
) -> None:
    page = visitor.open(f"{demo_site}/journeys/{path}/", width=390).page
    heads = page.locator("[id='view.map'] :is(.journey-stage, .journey-phase):visible").all()
    boxes = [box for head in heads if (box := head.bounding_box())]
    marks = ".journey-mark__word, .journey-drop"
    cells = ".journey-lane:not(.journey-lane--curve) td"
    parts = page.locator(f"[id='view.map'] :is({marks}, {cells})")
    for part in parts.all():
        box = part.bounding_box()
        if box is None or box["width"] < 10:
            continue
        for head in boxes:
            apart = (
                box["y"] + box["height"] <= head["y"] + 1
                or box["y"] >= head["y"] + head["height"] - 1
            )
            assert apart, part.inner_text()


def test_a_wide_screen_leaves_names_to_the_heads_of_rows(site: str, visitor: Visitor) -> None:
    page = visitor.open(f"{site}/three/").page
    row = page.locator("[id='view.map'] .journey-lane--curve").first
    expect(row.locator("th")).to_contain_text("Feeling: Ana")
    assert _width(row.locator(".journey-mark__who").first) <= 1
    expect(page.locator(".journey-legend").first).to_be_hidden()


@pytest.mark.parametrize("path", ["journeys/geladeira-nova", "overview/first-order-now-and-then"])
def test_two_lines_of_one_row_have_a_legend_at_any_width(
    demo_site: str, visitor: Visitor, path: str
) -> None:
    page = visitor.open(f"{demo_site}/{path}/").page
    names = page.locator(".journey-legend").first.locator("span")
    for width in (1440, 390):
        page.set_viewport_size({"width": width, "height": 1000})
        expect(names.first).to_be_visible()
        expect(names.last).to_be_visible()
    strokes = [
        name.evaluate("(name) => getComputedStyle(name, '::before').borderTopStyle")
        for name in names.all()
    ]
    assert strokes == ["solid", "dashed"]


def test_a_legend_goes_with_its_lines(demo_site: str, visitor: Visitor) -> None:
    page = visitor.open(f"{demo_site}/journeys/geladeira-nova/").page
    page.locator(".journey-menu input[value=feeling]").evaluate("(box) => box.click()")
    expect(page.locator(".journey-lane--curve").first).to_be_hidden()
    expect(page.locator(".journey-legend")).to_be_hidden()


@pytest.mark.parametrize("width", [390, 1440])
def test_the_blueprint_says_its_feelings_in_words(
    demo_site: str, visitor: Visitor, width: int
) -> None:
    page = visitor.open(f"{demo_site}/{BLUEPRINT}", width=width).page
    row = page.locator("[id='view.blueprint'] .journey-lane--curve")
    words = row.locator(".journey-mark__word")
    assert words.all_inner_texts()
    assert all(_width(word) > 10 for word in words.all())
    heard = row.aria_snapshot()
    for said in ("annoyed", "1 of 5", "largest drop"):
        assert said in heard


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_a_drop_lies_between_the_two_moments_that_it_joins(
    demo_site: str, visitor: Visitor, direction: str
) -> None:
    page = visitor.open(f"{demo_site}/journeys/newsletter-to-first-order/").page
    page.evaluate(TURN, direction)
    cells = page.locator("[id='view.map'] .journey-lane--curve td")
    drop = cells.locator(".journey-drop").bounding_box()
    faces = [cells.nth(at).locator(".journey-face").bounding_box() for at in (4, 5)]
    assert drop
    assert all(faces)
    left, right = sorted(face["x"] for face in faces if face)
    assert left < drop["x"] + drop["width"] / 2 < right


@pytest.mark.parametrize("width", [390, 1440])
def test_feelings_lie_on_the_curve(demo_site: str, visitor: Visitor, width: int) -> None:
    path = "journeys/newsletter-to-first-order/"
    points = visitor.open(f"{demo_site}/{path}", width=width).page.evaluate(POINTS)
    assert len(points) == 8
    assert max(point["curve"] for point in points) < NEAR
