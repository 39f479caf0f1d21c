"""Maps and personas of a site, and how they name each other."""

from mkdocs_journey.atlas import Atlas
from mkdocs_journey.catalog import BUILT_IN
from mkdocs_journey.pages import read_page
from mkdocs_journey.source import Source

STAGE = "stages: [{name: Buy}]"


def atlas_of(pages: dict[str, str]) -> Atlas:
    read = {
        path: read_page(Source(path, f"---\n{text}\n---\n"), BUILT_IN, lambda _: None)
        for path, text in pages.items()
    }
    return Atlas(BUILT_IN, {path: page for path, page in read.items() if page})


SITE = atlas_of(
    {
        "maps/b.md": "journey: {stages: [{name: Buy, journey: c.md}], personas: [ana, rui]}",
        "maps/a.md": f"journey: {{{STAGE}, parent: b.md, personas: [{{name: Rui}}, ana]}}",
        "maps/c.md": f"journey: {{{STAGE}, kind: future-state, improves: a.md}}",
        "maps/broken.md": "journey: {stages: *}",
        "people/Ana.md": "persona: {name: Ana}",
        "other.md": "title: Other",
    }
)


def test_maps_stand_in_the_order_of_their_paths() -> None:
    assert list(SITE.maps) == ["maps/a.md", "maps/b.md", "maps/c.md"]
    assert SITE.broken_pages == {"maps/broken.md"}


def test_personas_are_those_that_exist_in_the_maps_order() -> None:
    shown = {
        path: [(who.id, who.page) for who in item.personas] for path, item in SITE.maps.items()
    }
    assert shown["maps/a.md"] == [("rui", None), ("ana", "people/Ana.md")]
    assert shown["maps/b.md"] == [("ana", "people/Ana.md")]


def test_journeys_of_a_persona_are_not_those_of_another_one_of_that_name() -> None:
    site = atlas_of(
        {
            "maps/a.md": f"journey: {{{STAGE}, personas: [{{name: Ana}}]}}",
            "maps/b.md": f"journey: {{{STAGE}, personas: [ana]}}",
            "people/ana.md": "persona: {name: Ana}",
        }
    )
    assert [item.path for item in site.journeys_of("people/ana.md")] == ["maps/b.md"]
    assert [item.path for item in SITE.journeys_of("people/Ana.md")] == ["maps/a.md", "maps/b.md"]


def test_maps_know_what_they_detail_and_improve() -> None:
    assert SITE.parent_of("maps/a.md") == "maps/b.md"
    assert SITE.parent_of("maps/b.md") is None
    assert SITE.parent_of("nowhere.md") is None
    assert SITE.improved_by("maps/c.md") == "maps/a.md"
    assert [item.path for item in SITE.details_of("maps/b.md")] == ["maps/a.md", "maps/c.md"]
    assert [item.path for item in SITE.neighbours("maps/c.md")] == ["maps/a.md"]


def test_a_map_neither_improves_itself_nor_answers_another_twice() -> None:
    stages = "[{name: Buy, journey: b.md}, {name: Use, journey: a.md}]"
    site = atlas_of(
        {
            "a.md": f"journey: {{kind: future-state, improves: b.md, stages: {stages}}}",
            "b.md": f"journey: {{kind: future-state, improves: b.md, {STAGE}}}",
        }
    )
    assert site.improved_by("b.md") is None
    assert [item.path for item in site.improvements_of("b.md")] == ["a.md"]
    assert [item.path for item in site.neighbours("a.md")] == ["b.md"]
    assert site.neighbours("b.md") == ()
