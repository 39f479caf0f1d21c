"""What maps cost to build, beside the same maps written by hand and beside nothing drawn.

Each build runs in a process of its own, the three sites in turn, and the least of a few runs
counts, because machines are noisy and never too fast. What is counted is the processor's time, not
the clock's: it does not grow where somebody else uses the machine, or hardly.
"""

from __future__ import annotations

import json
import logging
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from tools.bench.handwritten import written_site
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


@dataclass(frozen=True)
class Cost:
    """What one build took."""

    cpu: float
    """Seconds."""
    memory: float
    """MB at its peak."""


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


def measure(folder: Path, maps: int, runs: int) -> Costs:
    """The least that each of the sites in a folder took."""
    found: dict[str, list[Cost]] = {name: [] for name in SITES}
    for _ in range(runs):
        for name, costs in found.items():
            costs.append(run_build(folder / name))
    return Costs(maps, *(_least(found[name]) for name in (DRAWN, WRITTEN, NOTHING)))


def run_build(folder: Path) -> Cost:
    """Build the site of a folder in a process of its own."""
    command = [sys.executable, "-m", __name__, str(folder)]
    output = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout
    return Cost(**json.loads(output))


def _least(costs: Iterable[Cost]) -> Cost:
    times, memory = zip(*((cost.cpu, cost.memory) for cost in costs), strict=True)
    return Cost(min(times), min(memory))


def build_site(folder: Path) -> None:
    """Build one site in this process, and print its cost."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    logging.disable(logging.WARNING)
    config = load_config(str(folder / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    start = time.process_time()
    build(config)
    cpu = time.process_time() - start
    print(json.dumps({"cpu": cpu, "memory": _peak()}))


def _peak() -> float:
    """MB that this process has held at most.

    What Linux says to `getrusage` is no less than what the process that started this one held.
    """
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text().partition("VmHWM:")[2].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    build_site(Path(sys.argv[1]))
