"""Lists across maps in a browser: filters, keyboard, the address, what is announced."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visits import Visitor
from tests.builds import build

CARDS = ".journey-card:visible"


def facts(page: Page) -> str:
    return " · ".join(page.locator(".journey-across__facts > span:visible").all_inner_texts())


def test_chips_narrow_the_list_and_every_number_follows(demo_site: str, visitor: Visitor) -> None:
    visit = visitor.open(f"{demo_site}/journeys/")
    page = visit.page
    everything = page.locator(CARDS).count()
    status = page.locator(".journey-filter [role=status]")
    expect(status).to_be_empty()
    page.get_by_role("button", name="Future-state journey").click()
    expect(page.locator(CARDS)).to_have_count(1)
    expect(status).to_have_text(f"1 of {everything} shown")
    assert facts(page).startswith("1\N{NO-BREAK SPACE}journey")
    assert "portfolio.kind=future-state" in page.url
    page.get_by_role("button", name="Service blueprint").click()  # either of the two
    expect(page.locator(CARDS)).to_have_count(2)
    assert facts(page).startswith("2\N{NO-BREAK SPACE}journeys")
    page.get_by_role("button", name="Draft").click()  # and this status
    expect(page.locator(CARDS)).to_have_count(1)
    page.get_by_role("button", name="Show all").click()
    expect(page.locator(CARDS)).to_have_count(everything)
    assert "portfolio" not in page.url
    assert visit.errors == []


def test_words_are_found_whatever_their_accents(demo_site: str, visitor: Visitor) -> None:
    page = visitor.open(f"{demo_site}/journeys/").page
    page.get_by_role("searchbox", name="Search this list").fill("TOMAS onboarding")
    expect(page.locator(CARDS)).to_have_count(1)
    page.get_by_role("searchbox", name="Search this list").fill("nobody wrote this")
    expect(page.locator(CARDS)).to_have_count(0)
    expect(page.get_by_text("Nothing to show")).to_be_visible()


def test_an_address_brings_its_filter_along(demo_site: str, visitor: Visitor) -> None:
    address = f"{demo_site}/journeys/?portfolio.status=validated&portfolio.q=geladeira"
    page = visitor.open(address).page
    expect(page.locator(CARDS)).to_have_count(1)
    pressed = page.locator(".journey-filter [aria-pressed=true]")
    expect(pressed).to_have_text("Validated")
    expect(page.get_by_role("searchbox", name="Search this list")).to_have_value("geladeira")


def test_a_menu_chooses_among_many_values(demo_site: str, visitor: Visitor) -> None:
    page = visitor.open(f"{demo_site}/journeys/").page
    page.get_by_label("Persona").select_option(label="Cida Ramos")
    expect(page.locator(CARDS)).to_have_count(1)
    assert "portfolio.persona=cida" in page.url


def test_a_list_is_filtered_from_the_keyboard(demo_site: str, visitor: Visitor) -> None:
    page = visitor.open(f"{demo_site}/journeys/").page
    page.get_by_role("searchbox", name="Search this list").focus()
    page.keyboard.press("Tab")
    while page.evaluate("document.activeElement.tagName") != "BUTTON":
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator(".journey-filter [aria-pressed=true]")).to_have_count(1)
    expect(page.locator(".journey-filter [role=status]")).not_to_be_empty()


def test_lists_of_one_page_do_not_share_a_filter(demo_site: str, visitor: Visitor) -> None:
    page = visitor.open(f"{demo_site}/overview/backlog/").page
    pains = page.locator("[id='pains.view.pains']")
    rows = page.locator("[data-journey-row]:visible")
    before = rows.count() - pains.locator("[data-journey-row]:visible").count()
    pains.get_by_role("button", name="Critical").click()
    after = rows.count() - pains.locator("[data-journey-row]:visible").count()
    assert before == after
    assert re.search(r"\?pains\.severity=critical$", page.url)


def test_a_folded_filter_opens_on_a_phone(demo_site: str, visitor: Visitor) -> None:
    page = visitor.open(f"{demo_site}/journeys/", width=390).page
    chip = page.get_by_role("button", name="Future-state journey")
    expect(chip).to_be_hidden()
    page.locator("summary", has_text="Filter").click()
    chip.click()
    expect(page.locator(CARDS)).to_have_count(1)


def test_a_filtered_tree_keeps_the_way_up(demo_site: str, visitor: Visitor) -> None:
    page = visitor.open(f"{demo_site}/overview/hierarchy/").page
    page.get_by_role("searchbox", name="Search this list").fill("grinder")
    expect(page.locator("[data-journey-row]:not([hidden])")).to_have_count(1)
    expect(page.get_by_role("link", name="Asking the support chat about a grinder")).to_be_visible()
    expect(page.get_by_role("link", name="Being a Serra Coffee customer").last).to_be_visible()
    expect(page.get_by_role("link", name="Returning a damaged parcel")).to_be_hidden()


MAP = """---
journey: {{owner: '{owner}', stages: [{{name: Buy, feeling: 2, pains: [One, Two]}}]}}
---

# {title}
"""
TWICE = "# Lists\n\n/// journey | portfolio\n///\n\n/// journey | portfolio\n///\n"


@pytest.fixture(scope="module")
def own_site(tmp_path_factory: pytest.TempPathFactory, serve_site: Callable[[Path], str]) -> str:
    """Two lists of one view on a page, in Portuguese, in a theme that writes `pt_BR`."""
    owners = ("Web team", "web-team", "WEB  team", "C", "C++", "D", "🎂", "🎉")
    pages: dict[str, str | bytes] = {
        f"m{at}.md": MAP.format(owner=owner, title=f"Map {at}") for at, owner in enumerate(owners)
    }
    built = build(
        tmp_path_factory.mktemp("lists"), {**pages, "lists.md": TWICE},
        theme={"name": "mkdocs", "locale": "pt_BR", "highlightjs": False},
    )  # fmt: skip
    return serve_site(built.folder)


def test_owners_that_look_alike_are_told_apart(own_site: str, visitor: Visitor) -> None:
    visit = visitor.open(f"{own_site}/lists/")
    first = visit.page.locator(".journey--across").first
    menu = first.locator("select")
    options = menu.locator("option:not([value=''])")
    assert options.all_inner_texts() == ["C", "C++", "D", "Web team", "web-team", "🎂", "🎉"]
    counts = []
    for option in options.all():
        menu.select_option(value=option.get_attribute("value"))
        counts.append(first.locator("[data-journey-row]:visible").count())
    assert counts == [1, 1, 1, 2, 1, 1, 1]
    facts = first.locator("[data-journey-fact]")
    assert facts.first.inner_text() == "1\N{NO-BREAK SPACE}jornada"
    assert visit.errors == []


def test_two_lists_of_one_view_keep_their_filters_apart(own_site: str, visitor: Visitor) -> None:
    page = visitor.open(f"{own_site}/lists/").page
    one, two = page.locator(".journey--across").all()
    two.locator("select").select_option(label="C++")
    one.locator("select").select_option(label="🎂")
    page.reload()
    one, two = page.locator(".journey--across").all()
    assert (one.locator("select").input_value(), two.locator("select").input_value()) == (
        "owner:🎂", "owner:c++",
    )  # fmt: skip


def test_reset_keeps_the_focus_and_says_so(demo_site: str, visitor: Visitor) -> None:
    page = visitor.open(f"{demo_site}/journeys/?portfolio.status=draft", width=390).page
    page.get_by_role("button", name="Show all").click()
    assert page.evaluate("document.activeElement !== document.body")
    everything = page.locator(CARDS).count()
    status = page.locator(".journey-filter [role=status]")
    expect(status).to_have_text(f"{everything} of {everything} shown")


@pytest.mark.parametrize("path", ["journeys/", "overview/backlog/", "personas/"])
def test_without_a_script_the_whole_list_is_there(
    demo_site: str, visitor: Visitor, path: str
) -> None:
    with_script = visitor.open(f"{demo_site}/{path}").page.locator("[data-journey-row]").count()
    page = visitor.open(f"{demo_site}/{path}", javascript=False).page
    expect(page.locator("[data-journey-row]:visible")).to_have_count(with_script)
    expect(page.locator(".journey-filter:visible")).to_have_count(0)


@pytest.mark.parametrize("path", ["journeys/", "overview/backlog/"])
def test_nothing_moves_while_the_filter_comes(demo_site: str, visitor: Visitor, path: str) -> None:
    visit = visitor.open("about:blank")
    visit.page.add_init_script(
        "window.shift = 0; new PerformanceObserver((list) => list.getEntries()"
        ".forEach((entry) => (window.shift += entry.value)))"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    for width in (1440, 390):
        visit.page.set_viewport_size({"width": width, "height": 1000})
        visit.page.goto(f"{demo_site}/{path}")
        visit.page.locator(".journey.is-js").first.wait_for()
        assert visit.page.evaluate("window.shift") < 0.02


def test_texts_keep_their_direction_on_a_page_of_the_other_one(
    demo_site: str, visitor: Visitor
) -> None:
    page = visitor.open(f"{demo_site}/journeys/").page
    ends_at_its_right = page.evaluate(
        """() => {
          document.documentElement.dir = "rtl";
          const title = document.querySelector(".journey-card__title a");
          title.textContent = "Why?";
          const place = (at) => {
            const range = document.createRange();
            range.setStart(title.firstChild, at);
            range.setEnd(title.firstChild, at + 1);
            return range.getBoundingClientRect().left;
          };
          return place(3) > place(0);
        }"""
    )
    assert ends_at_its_right


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_on_a_phone_all_of_a_persona_s_journeys_is_in_sight(
    demo_site: str, visitor: Visitor, dark: bool
) -> None:
    visit = visitor.open(f"{demo_site}/personas/ana/", width=390, dark=dark)
    rows = visit.page.locator(".journey-table--journeys tbody tr")
    assert rows.count() > 1
    for row in rows.all():
        boxes = [cell.bounding_box() for cell in row.locator("th, td").all()]
        assert len(boxes) == 4
        assert all(box and box["width"] and box["x"] + box["width"] <= 390 for box in boxes)
    assert visit.axe(".journey") == []


def test_the_sources_are_in_sight_on_a_tablet_and_scroll_on_a_phone(
    demo_site: str, visitor: Visitor
) -> None:
    address = f"{demo_site}/journeys/geladeira-nova/#view.insights"
    widths = "(box) => [box.scrollWidth, box.clientWidth]"
    for width in (768, 390):
        visit = visitor.open(address, width=width)
        box = visit.page.get_by_role("region", name="Sources").filter(
            has=visit.page.locator("table")
        )
        held, shown = box.evaluate(widths)
        assert (held > shown) is (width == 390)
        assert box.get_attribute("tabindex") == "0"
        assert visit.axe("[id='view.insights']") == []


@pytest.mark.parametrize("width", [768, 1440])
def test_the_parts_of_cards_in_a_line_stand_at_one_height(
    demo_site: str, visitor: Visitor, width: int
) -> None:
    page = visitor.open(f"{demo_site}/journeys/", width=width).page
    lines: dict[float, list[list[float]]] = {}
    for card in page.locator(".journey-card").all():
        parts = [
            ".journey-card__title",
            ".journey-spark",
            ".journey-card__low",
            ".journey-card__foot",
        ]
        tops = [box["y"] for part in parts if (box := card.locator(part).bounding_box())]
        place = card.bounding_box()
        assert place
        lines.setdefault(place["y"], []).append(tops)
    assert max(map(len, lines.values())) > 1
    for first, *others in lines.values():
        assert len(first) == 4
        for tops in others:
            assert tops == pytest.approx(first, abs=1)


def test_parts_that_a_card_does_not_show_leave_no_room(demo_site: str, visitor: Visitor) -> None:
    page = visitor.open(f"{demo_site}/journeys/", width=390).page
    others = ".journey-card > :not(.journey-card__title, .journey-spark)"
    page.locator(others).evaluate_all("parts => parts.forEach(part => part.remove())")
    cards = page.locator(".journey-card").all()
    assert len(cards) > 1
    for card in cards:
        whole = card.bounding_box()
        title = card.locator(".journey-card__title").bounding_box()
        curve = card.locator(".journey-spark").bounding_box()
        assert whole
        assert title
        assert curve
        above = title["y"] - whole["y"]
        between = curve["y"] - title["y"] - title["height"]
        below = whole["y"] + whole["height"] - curve["y"] - curve["height"]
        assert 0 < between < above
        assert below == pytest.approx(above, abs=1)
