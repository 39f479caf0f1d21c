"""Measure what maps cost: sites of 10 and 100 maps beside the same front matter with nothing drawn.

Each build runs in a process of its own, drawn and not drawn in turn, and the least of a few runs
counts, because machines are noisy and never too fast. `BENCH=1000 make bench` adds a size.
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
from dataclasses import dataclass
from math import log
from pathlib import Path
from shutil import copytree
from statistics import mean
from tempfile import TemporaryDirectory

from mkdocs.commands.build import build
from mkdocs.config import load_config

DEMO = Path(__file__).parents[1] / "maps"
MAPS = ("newsletter-to-first-order", "geladeira-nova", "mri-scan", "returning-a-damaged-parcel")
FOLDER = 25
"""Maps in one folder: a menu of all pages on every page would cost more than they do."""
ELSEWHERE = re.compile(r"^  (?:parent|improves):.*\n(?:    .*\n)*", re.MULTILINE)
SPRITE = re.compile(r'<svg class="journey-sprite".*?</svg>', re.DOTALL)
CONFIGURATION = """\
site_name: Bench
docs_dir: ../docs
theme: {name: material, font: false, features: [navigation.prune]}
"""
SITES = {"drawn": "plugins: [search, journey]\n", "nothing": "plugins: [search]\n"}


@dataclass(frozen=True)
class Cost:
    """What one build took."""

    cpu: float
    """Seconds."""
    memory: float
    """MB at its peak."""


def main() -> None:
    """Print a line for each size."""
    sizes = sorted({10, 100, *map(int, os.environ.get("BENCH", "").split())})
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
    texts = [(DEMO / "journeys" / f"{name}.md").read_text(encoding="utf-8") for name in MAPS]
    for number in range(size):
        group = folder / "docs" / f"group-{number // FOLDER}"
        group.mkdir(parents=True, exist_ok=True)
        text = ELSEWHERE.sub("", texts[number % len(texts)])
        (group / f"map-{number}.md").write_text(text, encoding="utf-8")
    copytree(DEMO / "personas", folder / "docs" / "personas")
    for name, plugins in SITES.items():
        (folder / name).mkdir()
        file = folder / name / "mkdocs.yml"
        file.write_text(CONFIGURATION + plugins, encoding="utf-8")


def measure(folder: Path, runs: int) -> dict[str, Cost]:
    """The least that each of the sites took."""
    found: dict[str, list[Cost]] = {name: [] for name in SITES}
    for _ in range(runs):
        for name, costs in found.items():
            command = [sys.executable, __file__, str(folder / name)]
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
    pages = [folder / "drawn/site/group-0" / f"map-{number}/index.html" for number in range(4)]
    return mean(map(_map_size, pages))


def _map_size(file: Path) -> int:
    page = file.read_text(encoding="utf-8")
    content = page[page.index('<div class="journey ') : page.index("</article>")]
    return len(gzip.compress(SPRITE.sub("", content).encode(), mtime=0))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        build_site(Path(sys.argv[1]))
    else:
        main()
