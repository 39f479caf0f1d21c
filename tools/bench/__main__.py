"""Print what maps cost. `BENCH="10 100"` chooses the numbers of maps that MkDocs builds."""

from __future__ import annotations

import os

from tools.bench import across, portfolio
from tools.bench.builds import DRAWN, Costs, measure, print_costs, write_sites
from tools.bench.check import measure_check
from tools.bench.figures import figures, print_figures
from tools.bench.loading import layout_shift, page_size
from tools.bench.places import lend_folder
from tools.bench.stages import print_stages

SIZES = "10 100 1000"
RUNS = 3
"""The least counts: a machine is never too fast."""


def main() -> None:
    """Print one table a question, and last every figure that has a goal."""
    sizes = sorted({*map(int, os.environ.get("BENCH", SIZES).split())})
    costs: list[Costs] = []
    for size in sizes:
        with lend_folder() as folder:
            write_sites(folder, size)
            costs.append(measure(folder, size, RUNS))
            if size == sizes[-1]:
                built = folder / DRAWN / "site"
                page, shift = page_size(built), layout_shift(built)
    print_costs(costs)
    print()
    print_stages()
    print()
    across.main()
    print()
    portfolio.main()
    print()
    print_figures(figures(costs, measure_check(), page, shift))


if __name__ == "__main__":
    main()
