"""Lines between the cards of a blueprint, measured: they meet both cards and have no gap."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.sites import build
from tests.browser.visits import Visitor

SITE = """
site_name: A site
theme: {name: mkdocs}
plugins: [journey]
"""
MAP = """---
title: A map
journey:
  kind: service-blueprint
  stages:
    - name: One
      frontstage: {text: Desk, id: desk, to: b-erp}
      touchpoints:
        - name: A
          doing: {text: Reads the letter, id: a-do, to: [{id: a-crm, label: skips two}, b-back]}
          backstage:
            - {text: First, id: a-back}
            - {text: "Second, with a text of several lines", id: a-more, to: [a-back, b-more]}
          support: {text: CRM, id: a-crm, to: {id: b-do, two_way: true}}
        - name: B
          doing: {text: Calls, id: b-do}
          frontstage: Answers
          backstage: [{text: First, id: b-back}, {text: Second, id: b-more}]
          support: {text: ERP, id: b-erp, to: [b-do, c-front]}
    - name: Two
      policy: {text: Law, id: law}
      touchpoints:
        - name: C
          doing: Waits
          frontstage: {text: Hall, id: c-front}
          support: {text: Bus, id: c-bus, to: law}
        - name: D
          backstage: {text: Clears, id: d-back, to: [law, c-front, a-do]}
---
"""
LINES = {
    "desk": ["b-erp"], "a-do": ["a-crm", "b-back"], "a-more": ["a-back", "b-more"],
    "a-crm": ["b-do"], "b-erp": ["b-do", "c-front"], "c-bus": ["law"], "d-back": ["law", "c-front"],
}  # fmt: skip

# Every end of a rail: card and other card, where it turns into the gutter, how far it is from its
# card, and how far its cell lets it show; then what runs through other cells.
MEASURE = """() => {
  const rtl = document.documentElement.dir === "rtl";
  const id = (href) => href.split("card.")[1];
  const shown = (cell) => {
    const box = cell.getBoundingClientRect();
    const [, , under] = getComputedStyle(cell).clipPath.slice(6, -1).split(" ").map(parseFloat);
    return [box.top, box.bottom - under];
  };
  const x = (box, atEnd) => (rtl === atEnd ? box.left : box.right);
  const ends = [...document.querySelectorAll(".journey-step > .journey-rail")].map((rail) => {
    const card = rail.parentElement;
    const [box, own] = [rail.getBoundingClientRect(), card.getBoundingClientRect()];
    const has = (name) => rail.classList.contains(name);
    const isEnd = has("journey-rail--end");
    const isBlock = has("journey-rail--block");
    const gap = isBlock ? Math.min(Math.abs(box.top - own.bottom), Math.abs(box.top - own.top))
      : Math.abs(x(box, !isEnd) - x(own, isEnd));
    const [top, bottom] = shown(card.closest("td"));
    const down = has("is-down");
    return {
      card: id(card.id), other: id(rail.nextElementSibling.querySelector("a").href),
      isAlong: has("is-along"), isHead: has("is-head"), gap,
      x: isBlock ? box.left : x(box, isEnd),
      line: down ? [box.top, bottom] : [top, box.top],
    };
  });
  const through = "td > .journey-rail:not(.journey-rail--flow)";
  const parts = [...document.querySelectorAll(through)].map((part) => {
    const box = part.getBoundingClientRect();
    const isBar = part.classList.contains("journey-rail--bar");
    return {isBar, left: box.left, right: box.right, line: [box.top, box.bottom],
            x: rtl ? box.right : box.left};
  });
  return {ends, parts};
}"""
NEAR = 1.6


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, serve_site: Callable[[Path], str]) -> str:
    """The address of a site whose map has lines of every kind."""
    folder = tmp_path_factory.mktemp("rails")
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text(MAP, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(SITE, encoding="utf-8")
    build(folder / "mkdocs.yml", folder / "site")
    return serve_site(folder / "site")


def _open(visitor: Visitor, site: str, width: int, direction: str = "ltr") -> Page:
    page = visitor.open(f"{site}/#view.blueprint", width=width).page
    page.evaluate(f"document.documentElement.dir = '{direction}'")
    return page


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("width", [1440, 1000])
def test_lines_meet_their_cards_and_have_no_gap(
    site: str, visitor: Visitor, direction: str, width: int
) -> None:
    found = _open(visitor, site, width, direction).evaluate(MEASURE)
    ends = {(end["card"], end["other"]): end for end in found["ends"]}
    assert len(ends) == 2 * sum(map(len, LINES.values()))
    assert max(end["gap"] for end in ends.values()) < NEAR
    for start, others in LINES.items():
        for other in others:
            _check_line(ends[start, other], ends[other, start], found["parts"])


def _check_line(one: dict[str, Any], other: dict[str, Any], parts: list[dict[str, Any]]) -> None:
    name = f"{one['card']} to {other['card']}"
    assert other["isHead"], name
    if one["isAlong"]:
        bars = [
            part for part in parts if part["isBar"] and abs(part["line"][0] - one["line"][0]) < 1
        ]
        left, right = sorted((one["x"], other["x"]))
        assert any(
            abs(bar["left"] - left) < NEAR and abs(bar["right"] - right) < 2 * NEAR for bar in bars
        ), name
        return
    assert abs(one["x"] - other["x"]) < NEAR, name
    between = [
        part["line"] for part in parts if not part["isBar"] and abs(part["x"] - one["x"]) < NEAR
    ]
    upper, lower = sorted((one["line"], other["line"]))
    inside = [line for line in between if upper[0] < line[0] < lower[1]]
    for above, below in pairwise(sorted([upper, lower, *inside])):
        assert below[0] <= above[1] + 1, name


def test_what_is_painted_too_long_lets_nothing_scroll(site: str, visitor: Visitor) -> None:
    page = _open(visitor, site, 1440)
    box = page.locator(".journey-scroll").first
    assert box.evaluate("(box) => box.scrollHeight - box.clientHeight") <= 1
    assert page.evaluate("document.body.scrollHeight") < 2000


def test_links_to_the_other_end_are_seen_on_a_phone_and_where_they_have_the_focus(
    site: str, visitor: Visitor
) -> None:
    page = _open(visitor, site, 390)
    link = page.locator("[id='part.card.a-do'] .journey-ref--rail").first
    expect(link).to_contain_text("→ CRM")
    assert link.bounding_box()["width"] > 20  # type: ignore[index]
    expect(page.locator(".journey-rail").first).to_be_hidden()
    page.set_viewport_size({"width": 1440, "height": 1000})
    assert link.bounding_box()["width"] < 2  # type: ignore[index]
    link.focus()
    assert link.bounding_box()["width"] > 20  # type: ignore[index]


def test_lines_have_no_accessibility_fault(site: str, visitor: Visitor) -> None:
    for width in (1440, 390):
        visit = visitor.open(f"{site}/#view.blueprint", width=width)
        assert visit.axe(".journey") == []
