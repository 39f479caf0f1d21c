"""Attacks in every field of a map and a persona, through MkDocs' own build."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

import pytest

from tests.builds import Built, build
from tests.hostile.attacks import ATTACKS, REMOVED, Attacker
from tests.html import Page, start_of_part

EXTENSIONS = ["attr_list", "md_in_html", "toc", "abbr", "footnotes", "def_list", "tables"]
HARMLESS = "Some words"
ADDRESS = re.compile(
    r"\.(?:url|src|alt|map|stage|avatar|ticket|journey|improves|goto(?:\.owner)?)$"
)
"""Fields that lead somewhere, or are drawn only where such a field does."""


@dataclass(frozen=True)
class Attacked:
    """Pages whose every text is an attack, each as `NUMBER/index.html`."""

    built: Built
    attackers: Mapping[str, Attacker]
    """What was written into each page, by its path in the built site."""

    def lost(self, path: str, attack: str) -> set[str]:
        """Fields of a page whose text does not stand on it as it was written."""
        shown = " ".join(Page(part_of(self.built.read(path))).text.split())
        expected = " ".join(attack.translate(REMOVED).split())
        marks = self.attackers[path].marks.items()
        return {
            field
            for mark, field in marks
            if f"{expected} {mark}" not in shown and not ADDRESS.search(field)
        }


def page_of(key: str, value: object) -> str:
    """A page's text with a map or persona; JSON is YAML that can spell every character."""
    return f"---\n{key}: {json.dumps(value)}\n---\n\n# Title\n\nProse.\n"


def part_of(html: str) -> str:
    """The map's or persona's own part of a built page."""
    start = start_of_part(html)
    return html[start : html.index("<p>Prose.</p>", start)]


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Attacked:
    pages: dict[str, str | bytes] = {}
    attackers: dict[str, Attacker] = {}
    for name, attack in {"harmless": HARMLESS, **ATTACKS}.items():
        folder = name.replace(" ", "-")
        for key in ("journey", "persona"):
            attacker = Attacker(attack)
            value = attacker.journey() if key == "journey" else attacker.persona()
            pages[f"{folder}/{key}.md"] = page_of(key, value)
            attackers[f"{folder}/{key}/index.html"] = attacker
    theme = {"name": "material", "font": False}
    root = tmp_path_factory.mktemp("attacked")
    return Attacked(build(root, pages, theme=theme, markdown_extensions=EXTENSIONS), attackers)


@pytest.mark.parametrize("key", ["journey", "persona"])
@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_in_every_text_stays_a_text(attacked: Attacked, name: str, key: str) -> None:
    path = f"{name.replace(' ', '-')}/{key}/index.html"
    html = attacked.built.read(path)
    own = Page(part_of(html))
    assert own.faults == []
    assert own.dangers() == []
    assert [id for id, n in Page(html).ids.items() if n > 1] == []
    assert not REMOVED.keys() & set(map(ord, html))
    if "\n" not in ATTACKS[name]:
        assert attacked.lost(path, ATTACKS[name]) == attacked.lost(
            f"harmless/{key}/index.html", HARMLESS
        )


def test_most_texts_are_shown(attacked: Attacked) -> None:
    """Else the test above would prove nothing."""
    for path, least in (("harmless/journey/index.html", 0.6), ("harmless/persona/index.html", 0.9)):
        fields = set(attacked.attackers[path].marks.values())
        assert len(fields - attacked.lost(path, HARMLESS)) / len(fields) > least


def test_the_search_index_holds_paragraphs_of_text_only(attacked: Attacked) -> None:
    for location, text in attacked.built.search().items():
        assert {tag for tag, _ in Page(text).elements} <= {"p"}, location
        assert not REMOVED.keys() & set(map(ord, text)), location
