"""What is fuzzed: each takes any text, and must neither raise nor hang."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType

from mkdocs_journey.blocks import ALL, ViewBlock, find_blocks
from mkdocs_journey.catalog import BUILT_IN
from mkdocs_journey.compilation import compile_site
from mkdocs_journey.drawing import Drawing, Site
from mkdocs_journey.front_matter import find_front_matter, read_yaml, remainder
from mkdocs_journey.pages import decode, read_page
from mkdocs_journey.render.chart import mermaid_chart
from mkdocs_journey.source import Source

TODAY = date(2026, 11, 23)
TOP = Path(__file__).parents[2]
FAILURES = TOP / "tests/data/failures"
"""Inputs that have failed once, each `TARGET-…`."""
_KEY = "journey:"


def read(data: bytes) -> str:
    """Text of a file's bytes, as every page's is read: what this cannot give need not be borne."""
    return decode("page.md", data)[0].text


def seeds(name: str) -> Iterator[bytes]:
    """What a target begins with: the demo's pages, or the part of them that it reads."""
    for file in sorted((TOP / "maps").rglob("*.md")):
        text = file.read_text(encoding="utf-8")
        found = find_front_matter(Source(file.name, text))
        yaml, body = (text[4 : found[1]], text[found[1] :]) if found else ("", text)
        yield {
            "yaml": yaml.rpartition("---")[0],
            "map": yaml.partition(_KEY)[2].rpartition("---")[0],
            "flow": yaml.partition("\n  flow:\n")[2].rpartition("---")[0],
            "blocks": body,
            "page": text,
        }[name].encode()


def read_text(text: str) -> None:
    """YAML alone."""
    read_yaml(Source("map.journey.yml", text))


def read_map(text: str) -> None:
    """A page's front matter, as a map."""
    read_page(Source("page.md", f"---\njourney:{text}\n---\n"), BUILT_IN, lambda _: None)


def read_flow(text: str) -> None:
    """The flow of a map."""
    read_map(f"\n  stages: [{{name: Buy}}]\n  flow:\n{text}")


def read_blocks(text: str) -> None:
    """A page's body, for its view blocks."""
    find_blocks(Source("page.md", text))


def build_page(text: str) -> None:
    """A whole page: read, checked and drawn."""
    source = Source("page.md", text)
    found = find_front_matter(source)
    remainder(source)
    sources = [(source, ())]
    made = compile_site(sources, {}, Source("mkdocs.yml", ""), lambda _: None, TODAY)
    site = Site(made.atlas, made.translator, TODAY, chart=mermaid_chart)
    blocks, _ = find_blocks(source, found[1] if found else 0)
    drawing = Drawing(site, "page.md", "nonce")
    for drawn in drawing.draw((ViewBlock(ALL), *blocks[:20]), ()):
        drawing.fill(drawn.html, {})


TARGETS: Mapping[str, Callable[[str], None]] = MappingProxyType(
    {
        "yaml": read_text,
        "map": read_map,
        "flow": read_flow,
        "blocks": read_blocks,
        "page": build_page,
    }
)
