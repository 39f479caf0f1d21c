"""What a map costs grows with its size and not with its square: steps are counted, not seconds."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable
from datetime import date
from types import FrameType
from typing import Any

import pytest
from markdown import Markdown

from mkdocs_journey.blocks import ALL, MOST_BLOCKS, ViewBlock, find_blocks
from mkdocs_journey.compilation import Compilation, compile_site
from mkdocs_journey.drawing import Drawing, Site
from mkdocs_journey.extension import JourneyExtension, PageRequest
from mkdocs_journey.formats import csv
from mkdocs_journey.formats import json as json_format
from mkdocs_journey.render.chart import mermaid_chart
from mkdocs_journey.rules import places
from mkdocs_journey.source import Source
from mkdocs_journey.surroundings import Surroundings
from tests.hostile.large_maps import LARGE, Data

SIZE = 16
TODAY = date(2026, 11, 23)
MOST_GROWTH = 2.7
"""Twice the size adds twice the steps where they grow in a line, four times with the square."""


def publish(data: Data) -> str:
    """All that a build does with a page: it is read, checked, drawn and taken along."""
    source = Source("map.md", f"---\njourney: {json.dumps(data)}\n---\n\n# Title\n")
    nothing = Source("mkdocs.yml", "")
    made = compile_site([(source, ())], {"language": "en"}, nothing, lambda _: None, TODAY)
    for found in made.findings:
        assert found.position.line == 2
    site = Site(made.atlas, made.translator, TODAY, chart=mermaid_chart)
    drawing = Drawing(site, "map.md", "nonce")
    (drawn,) = drawing.draw((ViewBlock(ALL),), ())
    for shown in made.atlas.maps.values():
        csv.write(shown, made.atlas.catalog, made.translator)
        json_format.write(shown)
    return drawing.fill(drawn.html, {})


def count_steps(run: Callable[[], Any]) -> int:
    """How many lines of Python a call runs through."""
    steps = 0

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal steps
        steps += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        run()
    finally:
        sys.settrace(before)
    return steps


@pytest.mark.parametrize("name", LARGE)
def test_the_cost_of_a_map_grows_with_its_size(name: str) -> None:
    make = LARGE[name]
    publish(make(SIZE))  # what is computed once for all maps
    small, middle, large = (
        count_steps(lambda size=size: publish(make(size)))  # type: ignore[misc]
        for size in (SIZE, 2 * SIZE, 4 * SIZE)
    )
    assert (large - middle) / (middle - small) < MOST_GROWTH


@pytest.mark.parametrize(
    "name", ["unknown connections", "unknown alerts", "unknown jumps", "unknown pains"]
)
def test_known_ids_are_sorted_once(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line that sorts counts as one, also where it sorts all ids for each that is unknown."""
    sizes: list[int] = []

    def counting(ids: Iterable[str]) -> list[str]:
        sizes.append(len(found := sorted(ids)))
        return found

    monkeypatch.setattr(places, "sorted", counting, raising=False)
    publish(LARGE[name](SIZE))
    once = len(sizes)
    publish(LARGE[name](4 * SIZE))
    assert 0 < len(sizes) == 2 * once


def compiled(*sources: Source, files: frozenset[str] | None = None) -> Compilation:
    nothing, read = Source("mkdocs.yml", ""), [(source, ()) for source in sources]
    return compile_site(
        read, {}, nothing, lambda _: None, TODAY, surroundings=Surroundings(files=files)
    )


def convert(body: str) -> str:
    """A page's body with its view blocks, found and converted as a host does it."""
    front = "---\njourney: {stages: [{name: Buy, feeling: 4}]}\n---\n"
    made = compiled(Source("map.md", f"{front}\n{body}"))
    extension = JourneyExtension(is_hosted=True)
    converter = Markdown(extensions=[extension])
    site = Site(made.atlas, made.translator, TODAY)
    html = converter.convert(extension.draw_next(PageRequest(site, "map.md")) + body)
    conversion = extension.take_conversion()
    assert conversion is not None
    return conversion.finish(html, conversion.take_views())


def chain(length: int, last: str) -> None:
    """Maps of which each details the next one, and the last one the one that is named."""
    named = [*(f"m{i + 1}.md" for i in range(length - 1)), last]
    front = "---\njourney:\n  parent: {}\n  stages: [{{name: Buy}}]\n---\n"
    all_maps = Source("all.md", "# All\n\n/// journey | hierarchy\n///\n")
    pages = [Source(f"m{i}.md", front.format(parent)) for i, parent in enumerate(named)]
    made = compiled(all_maps, *pages)
    assert len(made.findings) == (length - int(last[1:-3]) if last else 0)
    blocks, _ = find_blocks(all_maps)
    Drawing(Site(made.atlas, made.translator, TODAY), "all.md", "nonce").draw(blocks, ())


def misread(moments: int) -> None:
    """Words that YAML reads as a yes or no, on a page whose last quote is missing."""
    stages = "    - name: Buy\n      doing: no\n" * moments
    page = Source("map.md", f'---\njourney:\n  stages:\n{stages}    - name: "End\n---\n')
    assert len(compiled(page).findings) > moments


def misname(number: int) -> None:
    """A map of pictures that are named nearly like the files beside it, in links and in texts."""
    names = [f"picture-of-a-form-{i}" for i in range(number)]
    links = [{"text": "T", "url": f"{name}x.png"} for name in names]
    texts = [f"[T]({name}y.png)" for name in names]
    touchpoint = {"name": "Form", "links": links, "doing": texts}
    data = {"stages": [{"name": "Buy", "touchpoints": [touchpoint]}]}
    page = Source("map.md", f"---\njourney: {json.dumps(data)}\n---\n")
    made = compiled(page, files=frozenset(f"{name}.png" for name in names))
    assert [found.rule.name for found in made.findings] == ["broken-link"] * (2 * number)


BLOCK = "/// journey | curve\n///\n"
MANY: dict[str, Callable[[int], Any]] = {
    "blocks": lambda n: convert(BLOCK * n),
    "blocks apart": lambda n: convert(f"{BLOCK}\nText.\n\n" * n),
    "blocks without an end": lambda n: convert("/// journey | curve\n" * n),
    "words misread": lambda n: misread(40 * n),
    "links that lead nowhere": misname,
    "parents": lambda n: chain(n, ""),
    "parents in a ring": lambda n: chain(n, "m0.md"),
    "parents that lead into a ring": lambda n: chain(n, f"m{n // 2}.md"),
}
"""What there may be many of beside a map's own parts."""


@pytest.mark.parametrize("name", MANY)
def test_the_cost_of_many_grows_with_their_number(name: str) -> None:
    make = MANY[name]
    make(SIZE)
    small, middle, large = (
        count_steps(lambda size=size: make(size))  # type: ignore[misc]
        for size in (SIZE, 2 * SIZE, 4 * SIZE)
    )
    assert (large - middle) / (middle - small) < MOST_GROWTH


def test_of_thousands_of_blocks_a_page_draws_as_many_as_its_finding_says() -> None:
    body = BLOCK * 2000
    blocks, findings = find_blocks(Source("map.md", body))
    assert len(blocks) == MOST_BLOCKS
    assert [(found.rule.name, found.position.line) for found in findings] == [
        ("too-large", 2 * MOST_BLOCKS + 1)
    ]
    assert convert(body).count('class="journey journey--view') == MOST_BLOCKS


def test_a_long_line_of_parents_ends() -> None:
    """Longer than Python's own stack."""
    chain(1500, "")


@pytest.mark.parametrize("name", LARGE)
def test_a_page_grows_with_its_map(name: str) -> None:
    """Else what is written once, and drawn wherever something refers to it, fills the disk."""
    small, middle, large = (len(publish(LARGE[name](SIZE * size))) for size in (2, 4, 8))
    assert large - middle < MOST_GROWTH * max(middle - small, 1000)


@pytest.mark.parametrize("name", ["actions", "pains", "pains of one id"])
def test_lists_of_all_maps_grow_with_what_they_list(name: str) -> None:
    def listed(size: int) -> int:
        source = Source("map.md", f"---\njourney: {json.dumps(LARGE[name](size))}\n---\n")
        made = compiled(source)
        site = Site(made.atlas, made.translator, TODAY)
        blocks = [ViewBlock(view) for view in ("pains", "opportunities", "actions", "owners")]
        return sum(len(item.html) for item in Drawing(site, "index.md", "nonce").draw(blocks, ()))

    small, middle, large = (listed(size) for size in (SIZE, 2 * SIZE, 4 * SIZE))
    assert (large - middle) / (middle - small) < MOST_GROWTH
