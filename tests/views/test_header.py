"""Header and toolbar: freshness, personas as seen from the map, what can be chosen."""

from datetime import date

import pytest

from mkdocs_journey.atlas import Who
from mkdocs_journey.catalog import BUILT_IN
from mkdocs_journey.model import Persona
from mkdocs_journey.views.header import header, initials, persona_card
from mkdocs_journey.views.toolbar import Toolbar, toolbar
from tests.drawing_maps import grid_of, make_map

STAGES = "stages: [{name: S, touchpoints: [{name: T}]}]"


@pytest.mark.parametrize(
    ("facts", "today", "is_stale"),
    [
        ("reviewed: 2026-01-01", date(2030, 1, 1), False),
        ("{reviewed: 2026-01-01, review_every: 10 days}", date(2026, 1, 11), False),
        ("{reviewed: 2026-01-01, review_every: 10 days}", date(2026, 1, 12), True),
        (
            "{reviewed: 2026-01-01, review_every: 10 days, status: archived}",
            date(2030, 1, 1),
            False,
        ),
        ("{reviewed: 2026-01, review_every: 10 days}", date(2026, 2, 10), False),
    ],
)
def test_a_review_is_overdue_after_its_time(facts: str, today: date, is_stale: bool) -> None:
    text = facts.strip("{}").replace(", ", "\n") + "\n" + STAGES
    assert header(make_map(text), BUILT_IN, today).is_stale is is_stale


def test_a_status_that_the_site_does_not_know_shows_as_written() -> None:
    found = header(make_map("status: parked\n" + STAGES), BUILT_IN, date(2026, 1, 1))
    assert (found.status.label, found.status.sign) == ("parked", "own")


def test_a_personas_page_and_picture_are_addressed_from_the_map() -> None:
    who = Who("ana", Persona(name="Ana", avatar="img/ana.png"), "personas/ana.md")
    card = persona_card(who, "journeys/coffee/first.md")
    assert card.page == "../../personas/ana.md"
    assert card.avatar == "../../personas/img/ana.png"


def test_a_persona_described_in_place_has_no_page() -> None:
    card = persona_card(Who("rui", Persona(name="Rui", avatar="rui.png"), None), "journeys/a.md")
    assert (card.page, card.avatar) == ("", "rui.png")


@pytest.mark.parametrize(
    ("name", "letters"), [("Ana Martins", "AM"), ("Rui", "R"), ("ana de sousa", "AS"), ("李", "李")]
)
def test_initials_are_those_of_the_first_and_last_name(name: str, letters: str) -> None:
    assert initials(name) == letters


def bar(text: str) -> Toolbar:
    found = make_map(text)
    return toolbar(found, grid_of(found))


def test_one_channel_is_nothing_to_choose() -> None:
    one = bar("stages: [{name: S, touchpoints: [{name: T, channel: web}]}]")
    two = bar("stages: [{name: S, touchpoints: [{name: T, channels: [web, app]}]}]")
    assert [channel.id for channel in one.channels] == []
    assert [channel.id for channel in two.channels] == ["web", "app"]


def test_paths_that_no_touchpoint_lies_on_cannot_be_followed() -> None:
    text = "paths: {happy: All well, sad: Not}\n" + STAGES.replace("name: T", "name: T, path: sad")
    assert bar(text).paths == {"sad": "Not"}


def test_a_service_blueprints_own_view_stands_first() -> None:
    assert bar("kind: service-blueprint\n" + STAGES).views == (
        "blueprint",
        "map",
        "flow",
        "insights",
    )
    assert bar(STAGES).views == ("map", "flow", "insights")


def test_an_avatar_from_the_servers_root_stays_as_it_was_written() -> None:
    who = Who("ana", Persona(name="Ana", avatar="/img/ana.png"), "personas/ana.md")
    assert persona_card(who, "journeys/sales/a.md").avatar == "/img/ana.png"
