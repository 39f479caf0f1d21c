"""What the benchmark compares maps with, and what it says of a figure."""

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import markdown
import pytest
import yaml

from tools.bench.builds import DRAWN, NOTHING, Costs, write_sites
from tools.bench.check import Check
from tools.bench.figures import Figure, figures
from tools.bench.handwritten import written_site
from tools.bench.loading import PageSize
from tools.bench.turns import Cost, run_builds
from tools.corpus import site

MAPS = 30
WORDS = {"name", "goal", "doing", "thinking", "emotion", "text", "backstage", "wait", "scenario"}
"""Keys of a map whose texts people write."""


def texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            if key in WORDS and isinstance(item, str):
                yield item
            else:
                yield from texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)


def test_a_page_by_hand_says_all_that_its_map_says() -> None:
    pages = dict(written_site(MAPS))
    for path, text in site(MAPS):
        front = yaml.safe_load(text.split("---\n")[1])
        missing = [said for said in texts(front) if said not in pages[path]]
        assert missing == [], path


def test_a_page_by_hand_has_tables_of_one_width() -> None:
    for _, text in written_site(MAPS):
        widths = [line.count(" |") for line in text.splitlines() if line.startswith("| ")]
        assert len(set(widths)) <= 1
        html = markdown.markdown(text, extensions=["tables", "fenced_code", "meta"])
        assert html.count("<table>") == (2 if widths else 0)


def cost(cpu: float, memory: float = 50) -> Cost:
    return Cost(cpu, memory)


def test_figures_are_those_of_the_largest_site_and_how_it_grew() -> None:
    few = Costs(100, cost(3), cost(2), cost(1))
    many = Costs(1000, cost(25, 60), cost(20), cost(5, 40))
    page = PageSize(travels=10240, tags=3000)
    found = [figure.value for figure in figures([few, many], Check(1000, 4, 0.25), page, 0)]
    assert found == [25 / 20, 5, 10, pytest.approx(1), 1.5, 4, 0.25, 10, 0]


@pytest.mark.parametrize(
    ("value", "verdict"),
    [(0.85, "met"), (0.854, "met"), (0.86, "NOT MET"), (None, "not measured")],
)
def test_a_figure_is_judged_as_it_is_printed(value: float | None, verdict: str) -> None:
    assert Figure("", value, 0.85).verdict == verdict


def test_sites_are_built_side_by_side(tmp_path: Path) -> None:
    write_sites(tmp_path / "sites", 2)
    folders = [tmp_path / "sites" / name for name in (DRAWN, NOTHING)]
    costs = run_builds(dict.fromkeys(folders, 1))
    assert list(costs) == folders
    assert all(cost.cpu > 0 and cost.memory > 0 for cost in costs.values())
    assert all((folder / "site" / "404.html").is_file() for folder in folders)


def test_a_site_that_cannot_be_built_ends_the_measurement(tmp_path: Path) -> None:
    with pytest.raises(subprocess.CalledProcessError):
        run_builds({tmp_path: 1})
