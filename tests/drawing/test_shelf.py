"""Pages on a shelf are as they were, and hold no text."""

from __future__ import annotations

import gc
from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from mkdocs_journey.catalog import BUILT_IN
from mkdocs_journey.compilation import compile_site
from mkdocs_journey.drawing.shelf import Shelf, put_away
from mkdocs_journey.pages import Page, read_page
from mkdocs_journey.reporters.text import report
from mkdocs_journey.source import Source

TEXT = """\
---
title: Buying
owner: Ana
journey:
  status: validated
  personas: [nobody]
  stages:
    - name: Buy
      touchpoints: [{name: Pays, feeling: 4}]
---
# Buying

Ação: a text with more than ASCII.
"""


def _page(text: str = TEXT, file: str = "") -> Page:
    page = read_page(Source("a.md", text), BUILT_IN, lambda _: file.encode())
    assert page is not None
    return page


def test_a_page_on_a_shelf_says_what_it_said() -> None:
    page = _page()
    stored = put_away(page, Shelf())
    assert stored.source.text == TEXT
    assert stored.remainder == page.remainder != TEXT
    assert stored.data == page.data != {}
    assert stored.map_source is stored.source
    assert stored.values is None
    own = {"source": page.source, "map_source": page.source, "values": page.values}
    assert replace(stored, **own) == page  # type: ignore[arg-type]


def test_so_does_one_whose_map_stands_in_a_file_of_its_own() -> None:
    file = "stages: [{name: Buy}]\n"
    page = _page("---\njourney: buy.journey.yml\n---\n# Buying\n", file)
    stored = put_away(page, Shelf())
    assert (stored.source.path, stored.map_source.path) == ("a.md", "buy.journey.yml")
    assert stored.map_source.text == file


def test_a_page_at_fault_stays_for_its_findings_to_quote() -> None:
    page = _page(TEXT.replace("feeling", "feling"))
    assert page.findings
    assert put_away(page, Shelf()) is page


def test_faults_across_pages_are_told_alike() -> None:
    def told(keep: partial[Page] | None) -> list[str]:
        pages = [(Source("a.md", TEXT), ())]
        site = compile_site(
            pages, {}, Source("mkdocs.yml", ""), lambda _: None, date(2026, 11, 28), keep=keep
        )
        return [report(finding) for finding in site.findings]

    assert told(partial(put_away, shelf=Shelf())) == told(None) != []


@pytest.mark.parametrize(
    "touchpoint",
    [
        "    - name: Pay  # journey: ignore[no-such-check] why\n",
        "    - {name: Pay, quotes: {text: Why, persona: nobody}}\n",
    ],
)
def test_a_text_is_fetched_as_often_for_many_faults_as_for_few(touchpoint: str) -> None:
    class Counting(Shelf):
        fetched = 0

        def get(self, place: slice) -> str:
            self.fetched += 1
            return super().get(place)

    def told(faults: int) -> int:
        shelf = Counting()
        text = (
            f"---\njourney:\n  stages:\n  - name: Buy\n    touchpoints:\n{touchpoint * faults}---\n"
        )
        pages = [(Source("a.md", text), ())]
        nothing, keep = Source("mkdocs.yml", ""), partial(put_away, shelf=shelf)
        site = compile_site(pages, {}, nothing, lambda _: None, date(2026, 11, 28), keep=keep)
        assert len([report(finding) for finding in site.findings]) >= faults
        return shelf.fetched

    assert 0 < told(20) == told(2)


def test_a_text_is_fetched_once_for_values_that_are_read_again() -> None:
    class Counting(Shelf):
        fetched = 0

        def get(self, place: slice) -> str:
            self.fetched += 1
            return super().get(place)

    comments = "    # journey: ignore[unknown-key] why\n" * 50
    shelf = Counting()
    stored = put_away(_page(TEXT.replace("    - name", f"{comments}    - name")), shelf)
    assert stored.data["status"] == "validated"
    assert shelf.fetched == 1


def test_nothing_in_memory_holds_the_text_of_a_page_that_was_put_away() -> None:
    mark = "only-here-" + "x" * 5
    stored = put_away(_page(TEXT.replace("Ação", mark)), Shelf())
    gc.collect()
    held = [item for item in gc.get_objects() if isinstance(item, Source) and "text" in vars(item)]
    assert not [source for source in held if mark in source.text]
    assert mark in stored.source.text
