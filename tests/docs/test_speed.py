"""The guide's page of figures: each that is measured stands there with its goal and its verdict."""

import re

from tests.docs.fences import ROOT
from tools.bench.builds import Costs
from tools.bench.check import Check
from tools.bench.figures import Figure, figures
from tools.bench.loading import PageSize
from tools.bench.turns import Cost

PAGE = (ROOT / "maps" / "guide" / "speed.md").read_text(encoding="utf-8")
COST = Cost(1, 1)
ROW = re.compile(r"^\| ([^|]+) \| ([\d.]+)[^|]*\| ([\d.]+)[^|]*\| (met|not met) \|$", re.MULTILINE)
COSTS = [Costs(maps, Cost(2 * maps, 1), COST, COST) for maps in (10, 100, 1000)]


def test_every_figure_stands_there_with_its_goal() -> None:
    told = {row[1]: (float(row[2]), float(row[3]), row[4]) for row in ROW.finditer(PAGE)}
    for figure in figures(COSTS, Check(1000, 1, 1), PageSize(1, 1), 0):
        value, goal, verdict = told.pop(figure.name)
        assert goal == figure.goal
        assert verdict == Figure("", value, goal).verdict.lower()
    assert not told
