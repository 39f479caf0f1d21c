"""Lines between the cards of a blueprint, measured: they meet both cards and have no gap."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.geometry import MEASURE, check_lines
from tests.browser.visits import Visitor


def _open(visitor: Visitor, rails_site: str, width: int, direction: str = "ltr") -> Page:
    page = visitor.open(f"{rails_site}/#view.blueprint", width=width).page
    page.evaluate(f"document.documentElement.dir = '{direction}'")
    return page


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("width", [1440, 1000])
def test_lines_meet_their_cards_and_have_no_gap(
    rails_site: str, visitor: Visitor, direction: str, width: int
) -> None:
    check_lines(_open(visitor, rails_site, width, direction).evaluate(MEASURE))


def test_what_is_painted_too_long_lets_nothing_scroll(rails_site: str, visitor: Visitor) -> None:
    page = _open(visitor, rails_site, 1440)
    box = page.locator(".journey-scroll").first
    assert box.evaluate("(box) => box.scrollHeight - box.clientHeight") <= 1
    assert page.evaluate("document.body.scrollHeight") < 2000


def test_links_to_the_other_end_are_seen_on_a_phone_and_where_they_have_the_focus(
    rails_site: str, visitor: Visitor
) -> None:
    page = _open(visitor, rails_site, 390)
    link = page.locator("[id='part.card.a-do'] .journey-ref--rail").first
    expect(link).to_contain_text("→ CRM")
    assert link.bounding_box()["width"] > 20  # type: ignore[index]
    expect(page.locator(".journey-rail").first).to_be_hidden()
    page.set_viewport_size({"width": 1440, "height": 1000})
    assert link.bounding_box()["width"] < 2  # type: ignore[index]
    link.focus()
    assert link.bounding_box()["width"] > 20  # type: ignore[index]


@pytest.mark.parametrize(
    ("card", "name"),
    [
        # Below it, beside it, and by a number: of none of them a phone shows a line.
        ("talk-through", "← Checks the clearance, sets the protocol"),
        ("send-referral", "→ Checks that the referral is complete"),
        ("check-referral", "← Practice sends the referral"),
        ("clear-implant", "→ Checks the clearance, sets the protocol"),
    ],
)
def test_a_phone_names_the_other_end_of_each_connection(
    demo_folder: Path, visitor: Visitor, card: str, name: str
) -> None:
    address = (demo_folder / "journeys/mri-scan/index.html").as_uri()
    page = visitor.open(f"{address}#view.blueprint", width=390).page
    step = page.locator(f".journey-step[id$='card.{card}']")
    shown = step.locator(".journey-ref [aria-hidden]", has_text=name[2:]).first
    expect(shown).to_be_visible()
    assert shown.bounding_box()["width"] > 100  # type: ignore[index]
    assert name in " ".join(step.inner_text().split())
    page.set_viewport_size({"width": 1440, "height": 1000})
    if step.locator(".journey-ref__n").count():
        expect(step.locator(".journey-ref__name").first).to_be_hidden()
    else:
        assert step.locator(".journey-ref").first.bounding_box()["width"] < 2  # type: ignore[index]


SHOWN_RAILS = """() => [...document.querySelectorAll(".journey-rail")]
  .filter((rail) => getComputedStyle(rail).visibility === "visible")
  .map((rail) => rail.parentElement.id.split("card.")[1]
    || `${rail.parentElement.dataset.label || "-"} ${rail.className.split(/--| /)[2]}`).sort()"""


@pytest.mark.parametrize(
    ("channel", "expected"),
    [
        (
            "Web",
            [
                "- through",
                "Backstage bar",
                "Backstage through",
                "Frontstage through",
                "a-back",
                "a-crm",
                "a-do",
                "a-more",
            ],
        ),
        (
            "Phone",
            [
                "Backstage through",
                "Backstage through",
                *["Frontstage through"] * 3,
                "b-do",
                "b-erp",
                "b-erp",
                "desk",
            ],
        ),
        ("Chat", ["- flow", "c-bus", "law"]),
        ("Email", ["- through", "d-back", "law"]),
    ],
)
def test_a_line_goes_with_either_of_its_columns(
    rails_site: str, visitor: Visitor, channel: str, expected: list[str]
) -> None:
    page = _open(visitor, rails_site, 1440)
    everything = page.evaluate(SHOWN_RAILS)
    chip = page.get_by_role("button", name=channel)
    chip.click()
    assert page.evaluate(SHOWN_RAILS) == expected
    chip.click()
    assert page.evaluate(SHOWN_RAILS) == everything


def test_lines_have_no_accessibility_fault(rails_site: str, visitor: Visitor) -> None:
    for width in (1440, 390):
        visit = visitor.open(f"{rails_site}/#view.blueprint", width=width)
        assert visit.axe(".journey") == []
