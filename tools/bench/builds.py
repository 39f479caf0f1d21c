"""What maps cost to build, beside the same maps written by hand and beside nothing drawn.

Sites of all sizes are built side by side, so that each figure compares what was measured in the
same seconds.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log
from pathlib import Path

from tools.bench.handwritten import written_site
from tools.bench.turns import Cost, run_quickest
from tools.corpus import SETTINGS, site

CONFIGURATION = """\
site_name: Bench
docs_dir: ../{pages}
theme: {{name: material, font: false, features: [navigation.prune]}}
plugins: {plugins}
markdown_extensions:
  - tables
  - pymdownx.superfences:
      custom_fences:
        - name: mermaid
          class: mermaid
          format: !!python/name:pymdownx.superfences.fence_code_format
"""
DRAWN, WRITTEN, NOTHING = "drawn", "written", "nothing"
SITES: Mapping[str, tuple[str, list[object]]] = {
    DRAWN: ("maps", ["search", {"journey": SETTINGS}]),
    WRITTEN: ("pages", ["search"]),
    NOTHING: ("maps", ["search"]),
}
"""Of each site the folder of its pages and its plugins; all else they have in common."""
_EXPECTED: Mapping[str, float] = {DRAWN: 0.016, WRITTEN: 0.016, NOTHING: 0.007}
"""Seconds that a build takes for each map, about."""
_STARTUP = 0.7
"""Seconds that it takes beside, to load its libraries and for what it does once."""


@dataclass(frozen=True)
class Costs:
    """What the three sites of one size took."""

    maps: int
    drawn: Cost
    written: Cost
    nothing: Cost

    @property
    def own(self) -> float:
        """Seconds that maps take beyond their pages."""
        return self.drawn.cpu - self.nothing.cpu

    @property
    def a_map(self) -> float:
        """The same for one map, in milliseconds."""
        return 1000 * self.own / self.maps

    @property
    def of_written(self) -> float:
        """How many times the CPU of the same maps written by hand they take."""
        return self.drawn.cpu / self.written.cpu

    @property
    def of_nothing(self) -> float:
        """How many times the CPU of the same front matter with nothing drawn they take."""
        return self.drawn.cpu / self.nothing.cpu

    @property
    def memory(self) -> float:
        """How many times the memory of the same front matter with nothing drawn they take."""
        return self.drawn.memory / self.nothing.memory


def exponent(few: Costs, many: Costs) -> float:
    """With which power of the number of maps their own share grows."""
    return log(many.own / few.own) / log(many.maps / few.maps)


def print_costs(costs: Iterable[Costs]) -> None:
    """A line for each number of maps."""
    print("  maps     drawn   by hand   nothing   a map's own      memory   by hand   nothing")
    for found in costs:
        sites = found.drawn, found.written, found.nothing
        times = "".join(f"{cost.cpu:8.2f} s" for cost in sites)
        memory = "".join(f"{cost.memory:7.0f} MB" for cost in sites)
        print(f"{found.maps:6}{times}{found.a_map:11.1f} ms  {memory}")


def write_sites(folder: Path, maps: int) -> None:
    """Two sets of pages, and a configuration for each way to build them."""
    folder.mkdir()
    write_pages(folder / "maps", site(maps))
    write_pages(folder / "pages", written_site(maps))
    for name, (pages_folder, plugins) in SITES.items():
        (folder / name).mkdir()
        text = CONFIGURATION.format(pages=pages_folder, plugins=json.dumps(plugins))
        (folder / name / "mkdocs.yml").write_text(text, encoding="utf-8")


def write_pages(folder: Path, pages: Iterable[tuple[str, str]]) -> None:
    """Path and text of each page as a file."""
    for path, text in pages:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def measure(folder: Path, sizes: Iterable[int], runs: int) -> list[Costs]:
    """What the three sites of each size take, in the quickest of some runs of them all."""
    sites = {(maps, name): folder / str(maps) / name for maps in sizes for name in _EXPECTED}
    expected = {place: _STARTUP + maps * _EXPECTED[name] for (maps, name), place in sites.items()}
    costs = run_quickest(expected, runs)
    return [
        Costs(maps, *(costs[sites[maps, name]] for name in (DRAWN, WRITTEN, NOTHING)))
        for maps in sizes
    ]
