"""Charts drawn while a site is built: what its pages hold, and what is said of failures."""

from __future__ import annotations

import socket
from typing import Any, NoReturn

import pytest

from mkdocs_journey import plugin
from mkdocs_journey.diagrams import UndrawableError
from mkdocs_journey.diagrams.pele import draw
from mkdocs_journey.render.escape import Html

MATERIAL = {"name": "material", "font": False}
THEMES: list[dict[str, Any]] = [MATERIAL, {"name": "mkdocs"}, {"name": "readthedocs"}]
OWN_MERMAID = '<pre class="mermaid">'
SVG = {"diagrams": "svg"}
FLOW = """\
---
journey:
  stages: [{name: Buy}]
  flow: # journey: ignore[flow-without-chart] The list is enough.
    - step: Order
---
"""


def fail(source: str) -> NoReturn:
    raise UndrawableError("it has stopped")


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme["name"])
def test_a_chart_stands_in_the_page_with_its_source(build_site: Any, theme: dict[str, Any]) -> None:
    built = build_site(theme=theme, journey=SVG)
    page = built.read("map/index.html")
    assert page.count('<svg class="journey-chart" role="img"') == 1
    assert OWN_MERMAID not in page
    assert page.count("<pre><code>---\nconfig:") == 1
    assert not built.complaints()


@pytest.mark.parametrize("setting", [{}, {"diagrams": "mermaid"}], ids=["none", "mermaid"])
def test_otherwise_the_site_s_own_mermaid_draws(build_site: Any, setting: dict[str, str]) -> None:
    built = build_site(theme=MATERIAL, journey=setting)
    page = built.read("map/index.html")
    assert OWN_MERMAID in page
    assert "journey-chart" not in page
    assert not built.complaints()


def test_search_finds_no_words_of_a_chart(build_site: Any) -> None:
    drawn = build_site(journey=SVG, name="drawn").search()
    assert drawn == build_site(name="listed").search()


def test_a_build_reaches_no_network(build_site: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> NoReturn:
        raise AssertionError("the build reached for the network")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    built = build_site(theme=MATERIAL, journey=SVG)
    assert "journey-chart" in built.read("map/index.html")
    assert not built.complaints()


def test_each_chart_is_drawn_once(build_site: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []

    def count(source: str) -> Html:
        drawn.append(source)
        return draw(source)

    monkeypatch.setattr(plugin, "find_engine", lambda: count)
    again = "# Again\n\n/// journey | flow\n    of: map.md\n///\n"
    built = build_site({"again.md": again}, journey=SVG)
    assert "journey-chart" in built.read("map/index.html")
    assert "journey-chart" in built.read("again/index.html")
    # On the other page its links have other addresses, so that is another source.
    assert len(drawn) == 2


def test_without_the_extra_one_sentence_says_what_to_install(
    build_site: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plugin, "find_engine", lambda: None)
    built = build_site(theme=MATERIAL, journey=SVG)
    (complaint,) = built.complaints()
    assert "mkdocs.yml:" in complaint
    assert complaint.endswith(
        "error J601 `diagrams: svg` needs a package that is not installed: run "
        '`pip install "mkdocs-journey[diagrams]"` [bad-configuration]'
    )
    assert OWN_MERMAID in built.read("map/index.html")


def test_a_wrong_setting_is_said(build_site: Any) -> None:
    built = build_site(journey={"diagrams": "png"})
    (complaint,) = built.complaints()
    assert "`diagrams` is `png`: write `svg` or `mermaid`" in complaint


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme["name"])
def test_a_chart_that_fails_is_said_and_leaves_what_the_page_had(
    build_site: Any, monkeypatch: pytest.MonkeyPatch, theme: dict[str, Any]
) -> None:
    without = build_site(theme=theme, name="without").read("map/index.html")
    monkeypatch.setattr(plugin, "find_engine", lambda: fail)
    built = build_site(theme=theme, journey=SVG)
    (complaint,) = built.complaints()
    assert complaint.startswith("WARNING")
    assert "docs/map.md:" in complaint
    assert complaint.endswith(
        "J409 no chart could be drawn of this flow: it has stopped; the page shows "
        "what it shows without `diagrams: svg` "
        "[flow-without-chart]"
    )
    assert built.read("map/index.html") == without


def test_a_chart_that_fails_can_be_silenced(
    build_site: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plugin, "find_engine", lambda: fail)
    assert not build_site({"map.md": FLOW}, journey=SVG, name="there").complaints()
    rules = {**SVG, "rules": {"flow-without-chart": "off"}}
    assert not build_site(journey=rules, name="everywhere").complaints()
