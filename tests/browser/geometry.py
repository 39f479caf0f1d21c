"""Lines between a blueprint's cards, and points of curves, measured in any browser."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

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
          channel: web
          doing: {text: Reads the letter, id: a-do, to: [{id: a-crm, label: skips two}, b-back]}
          backstage:
            - {text: First, id: a-back}
            - {text: "Second, with a text of several lines", id: a-more, to: [a-back, b-more]}
          support: {text: CRM, id: a-crm, to: {id: b-do, two_way: true}}
        - name: B
          channel: phone
          doing: {text: Calls, id: b-do}
          frontstage: Answers
          backstage: [{text: First, id: b-back}, {text: Second, id: b-more}]
          support: {text: ERP, id: b-erp, to: [b-do, c-front]}
    - name: Two
      policy: {text: Law, id: law}
      touchpoints:
        - name: C
          channel: chat
          doing: Waits
          frontstage: {text: Hall, id: c-front}
          support: {text: Bus, id: c-bus, to: law}
        - name: D
          channel: email
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
# How far each feeling's face lies from where its piece of the curve begins, and from the middle of
# its column; a change within a moment lies beside it, and on phones the middle is of no meaning.
POINTS = """() => [...document.querySelectorAll(".journey-lane--curve td > .journey-plot")]
  .filter((plot) => plot.getClientRects().length)
  .flatMap((plot) => {
    const face = plot.querySelector(
      ".journey-mark:not(.journey-mark--alt, .journey-mark--within) > svg");
    const line = plot.querySelector(
      ".journey-curve:not(.journey-curve--alt, .journey-curve--end) .journey-curve__line");
    if (!face || !face.getBoundingClientRect().width) return [];
    const middle = (box) => [box.x + box.width / 2, box.y + box.height / 2];
    const [x, y] = middle(face.getBoundingClientRect());
    const start = line && line.getPointAtLength(0).matrixTransform(line.getScreenCTM());
    return [{
      column: Math.abs(x - middle(plot.parentElement.getBoundingClientRect())[0]),
      curve: start ? Math.hypot(x - start.x, y - start.y) : 0,
    }];
  })"""
NEAR = 1.6


def check_lines(found: dict[str, Any]) -> None:
    """Check what `MEASURE` found on a page of `MAP`: each line meets both cards and has no gap."""
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
