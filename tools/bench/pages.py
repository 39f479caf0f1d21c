"""What maps cost to build: sites of them beside the same front matter with nothing drawn.

Each build runs in a process of its own, drawn and not drawn in turn, and the least of a few runs
counts, because machines are noisy and never too fast.
"""

from __future__ import annotations

import gzip
import json
import logging
import os
import re
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path
from statistics import mean
from tempfile import TemporaryDirectory

from mkdocs.commands.build import build
from mkdocs.config import load_config

from tools.corpus import SETTINGS, map_path, site

SPRITE = re.compile(r'<svg class="journey-sprite".*?</svg>', re.DOTALL)
CONFIGURATION = """\
site_name: Bench
docs_dir: ../docs
theme: {name: material, font: false, features: [navigation.prune]}
plugins: """
SITES: dict[str, list[object]] = {"drawn": ["search", {"journey": SETTINGS}], "nothing": ["search"]}
MEASURED = 10
"""Maps whose pages are weighed: enough for all kinds to be among them."""


@dataclass(frozen=True)
class Cost:
    """What one build took."""

    cpu: float
    """Seconds."""
    memory: float
    """MB at its peak."""


def main(sizes: Sequence[int]) -> None:
    """Print a line for each number of maps."""
    print("  maps   drawn  nothing  ratio   own CPU a map    memory  nothing  ratio   page, gzip")
    own: dict[int, float] = {}
    for size in sizes:
        with TemporaryDirectory() as folder:
            write_sites(Path(folder), size)
            costs = measure(Path(folder), runs=3 if size <= 100 else 1)
            drawn, nothing = costs["drawn"], costs["nothing"]
            own[size] = drawn.cpu - nothing.cpu
            print(
                f"{size:6}{drawn.cpu:7.2f}s{nothing.cpu:8.2f}s{drawn.cpu / nothing.cpu:7.2f}"
                f"{1000 * own[size] / size:13.1f} ms{drawn.memory:8.0f}MB{nothing.memory:7.0f}MB"
                f"{drawn.memory / nothing.memory:7.2f}{page_size(Path(folder)) / 1024:10.1f} KB"
            )
    if len(sizes) > 2:
        few, many = sizes[-2:]
        print(f"own CPU grows with maps^{log(own[many] / own[few]) / log(many / few):.2f}")


def write_sites(folder: Path, size: int) -> None:
    """One set of pages and a configuration for each way to build them."""
    for path, text in site(size):
        file = folder / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    for name, plugins in SITES.items():
        (folder / name).mkdir()
        text = CONFIGURATION + json.dumps(plugins) + "\n"
        (folder / name / "mkdocs.yml").write_text(text, encoding="utf-8")


def measure(folder: Path, runs: int) -> dict[str, Cost]:
    """The least that each of the sites took."""
    found: dict[str, list[Cost]] = {name: [] for name in SITES}
    for _ in range(runs):
        for name, costs in found.items():
            command = [sys.executable, "-m", __name__, str(folder / name)]
            output = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout
            costs.append(Cost(**json.loads(output)))
    return {
        name: Cost(min(cost.cpu for cost in costs), min(cost.memory for cost in costs))
        for name, costs in found.items()
    }


def build_site(folder: Path) -> None:
    """Build one site in this process, and print its cost."""
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    logging.disable(logging.WARNING)
    config = load_config(str(folder / "mkdocs.yml"))
    config.plugins.on_startup(command="build", dirty=False)
    start = time.process_time()
    build(config)
    cpu = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"cpu": cpu, "memory": memory}))


def page_size(folder: Path) -> float:
    """Bytes of a map as it travels, without the icons; the mean over the kinds of maps."""
    site = folder / "drawn/site"
    pages = (site / map_path(number).removesuffix(".md") for number in range(MEASURED))
    return mean(_map_size(page / "index.html") for page in pages)


def _map_size(file: Path) -> int:
    page = file.read_text(encoding="utf-8")
    content = page[page.index('<div class="journey ') : page.index("</article>")]
    return len(gzip.compress(SPRITE.sub("", content).encode(), mtime=0))


if __name__ == "__main__":
    build_site(Path(sys.argv[1]))
