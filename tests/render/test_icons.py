import pytest

from mkdocs_journey.lanes.registry import LANES
from mkdocs_journey.render.icons import ICONS, symbol


def test_every_lane_has_an_icon() -> None:
    assert {lane.icon for lane in LANES.values()} <= ICONS


def test_an_icon_is_a_symbol_with_the_given_id() -> None:
    assert symbol("email", "j-email").startswith('<symbol id="j-email" viewBox="0 0 24 24"><path ')


def test_an_unknown_icon_is_a_dot() -> None:
    assert symbol("../../secret", "x") == symbol("dot", "x")


@pytest.mark.parametrize("name", sorted(ICONS))
def test_icons_carry_no_ids_scripts_or_links(name: str) -> None:
    drawing = symbol(name, "x").removeprefix('<symbol id="x"')
    assert not any(word in drawing for word in ("id=", "href", "<script", "<style", "url("))
