"""What a page does for its readers: how it loads, and what keyboard and script do with it."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.sites import build
from tests.browser.visits import STYLESHEET, Visitor, wait_longer

MAP = "journeys/newsletter-to-first-order/"
FLOW = f"{MAP}#view.flow"
SITE = """
site_name: A site
theme: {{name: {theme}}}
plugins: [journey]
"""
LINKED = """---
title: A map
journey:
  scenario: Before [a link](other.md) after
  stages:
    - name: S
      touchpoints:
        - name: T
          doing: Text [a link](other.md) more
          thinking: Text [a link](other.md) more
          feeling: {score: 2, emotion: sad, why: "Text [a link](other.md) more"}
          quotes: ["Text [a link](other.md) more"]
          pains: ["Text [a link](other.md) more"]
---
"""
PAIR = "journeys/geladeira-nova/"


def test_one_view_is_shown_before_the_script_has_run(demo_site: str, visitor: Visitor) -> None:
    page = visitor.open("about:blank").page
    page.route(re.compile("journey[^/]*[.]js"), lambda route: route.abort())
    page.route(STYLESHEET, wait_longer)
    page.goto(f"{demo_site}/{MAP}", wait_until="domcontentloaded")
    assert page.locator(".journey[data-journey]:not(.is-js)").count() == 1
    assert _heights(page)[1:] == [0, 0, 0]
    page.evaluate("document.getAnimations().forEach((animation) => animation.finish())")
    assert all(height > 0 for height in _heights(page)), "a script that never comes hides nothing"


def _heights(page: Page) -> list[float]:
    views = "[...document.querySelectorAll('.journey-view')]"
    return list(page.evaluate(f"{views}.map((view) => view.offsetHeight)"))


@pytest.mark.parametrize("name", ["Lanes", "Download"])
def test_escape_closes_a_menu_and_gives_the_focus_back(
    demo_site: str, visitor: Visitor, name: str
) -> None:
    page = visitor.open(f"{demo_site}/{MAP}").page
    button = page.get_by_role("button", name=name, exact=True)
    menu = page.locator(f"[id='{button.get_attribute('popovertarget')}']")
    button.press("Enter")
    expect(menu).to_be_visible()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()


def test_a_lane_can_be_hidden_by_keyboard(demo_site: str, visitor: Visitor) -> None:
    page = visitor.open(f"{demo_site}/{MAP}").page
    page.get_by_role("button", name="Lanes", exact=True).press("Enter")
    page.get_by_role("checkbox", name="Doing").press("Space")
    expect(page.locator("[id='view.map'] tr[data-lane=doing]")).to_be_hidden()


def test_a_flows_source_is_copied_and_the_page_says_so(demo_site: str, visitor: Visitor) -> None:
    page = visitor.open(f"{demo_site}/{FLOW}").page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    source = page.locator(".journey-flow__source")
    source.locator("summary").press("Enter")
    source.get_by_role("button", name="Copy", exact=True).first.press("Enter")
    expect(source.get_by_role("status")).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == source.locator("code").text_content()


def test_where_the_focus_is_can_be_seen(demo_site: str, visitor: Visitor) -> None:
    page = visitor.open(f"{demo_site}/{MAP}").page
    page.locator(".journey-tabs a").first.focus()
    for _ in range(12):
        page.keyboard.press("Tab")
        outline = "getComputedStyle(document.activeElement).outlineWidth"
        assert page.evaluate(outline) == "2px", page.evaluate("document.activeElement.outerHTML")


def test_paper_shows_a_flow_once_and_no_controls(demo_site: str, visitor: Visitor) -> None:
    page = visitor.open(f"{demo_site}/{FLOW}").page
    page.emulate_media(media="print")
    expect(page.locator(".journey-flow").first).to_be_visible()
    for part in (".journey-flow__chart", ".journey-flow__source", ".journey-toolbar"):
        expect(page.locator(part)).to_be_hidden()


@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
def test_a_link_within_text_is_told_by_more_than_its_colour(
    visitor: Visitor, serve_site: Callable[[Path], str], tmp_path: Path, theme: str
) -> None:
    (tmp_path / "mkdocs.yml").write_text(SITE.format(theme=theme), encoding="utf-8")
    pages = tmp_path / "docs"
    pages.mkdir()
    (pages / "index.md").write_text(LINKED, encoding="utf-8")
    (pages / "other.md").write_text("# Other\n", encoding="utf-8")
    build(tmp_path / "mkdocs.yml", tmp_path / "site")
    visit = visitor.open(serve_site(tmp_path / "site") + "/")
    links = visit.page.locator("[id='view.map'] td a:visible", has_text="a link")
    expect(links).to_have_count(5)
    line = "(links) => links.map((link) => getComputedStyle(link).textDecorationLine)"
    assert links.evaluate_all(line) == ["underline"] * 5
    faults = visit.axe(".journey")
    assert not [fault for fault in faults if fault.startswith("link-in-text-block")]


def test_a_phone_says_who_feels_what_at_every_moment(demo_site: str, visitor: Visitor) -> None:
    page = visitor.open(f"{demo_site}/{PAIR}", width=390).page
    marks = page.locator("[id='view.map'] .journey-plot--named .journey-mark")
    assert marks.count() > 2
    for mark in marks.all():
        word = mark.locator(".journey-mark__word")
        expect(word).to_be_visible()
        assert re.search(r"(Marina|Osvaldo): \w", word.inner_text()), word.inner_text()
        box = word.bounding_box()
        assert box, "a word that is clipped away has a box of one pixel"
        assert box["width"] > 10, word.inner_text()


def test_on_a_phone_no_face_hides_another(demo_site: str, visitor: Visitor) -> None:
    page = visitor.open(f"{demo_site}/{PAIR}", width=390).page
    for plot in page.locator("[id='view.map'] .journey-plot--named").all():
        faces = plot.locator(".journey-face:visible").all()
        boxes = [box for face in faces if (box := face.bounding_box())]
        for one, other in pairwise(boxes):
            apart = (other["x"] - one["x"]) ** 2 + (other["y"] - one["y"]) ** 2
            assert apart**0.5 >= one["width"] - 1, plot.inner_text()


def test_labels_of_insights_keep_their_direction_on_a_page_of_the_other_one(
    demo_site: str, visitor: Visitor
) -> None:
    page = visitor.open(f"{demo_site}/journeys/mri-scan/#view.insights").page
    turned = page.evaluate(
        """() => {
          document.documentElement.dir = document.body.dir = "rtl";
          const parts = ".journey-stat p, .journey-panel__lead, .journey-panel .is-num";
          return [...document.querySelectorAll(parts)].flatMap((part) => {
            const text = part.lastChild;
            const number = text?.data?.match(/^\\d+\\s\\p{L}/u)?.[0];
            if (!number) return [];
            const place = (at) => {
              const range = document.createRange();
              range.setStart(text, at);
              range.setEnd(text, at + 1);
              return range.getBoundingClientRect().left;
            };
            return [place(0) < place(number.length - 1)];
          });
        }"""
    )
    assert len(turned) > 5
    assert all(turned)
