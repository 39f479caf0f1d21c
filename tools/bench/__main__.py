"""Print what maps cost. `BENCH="10 100"` chooses the numbers of maps that MkDocs builds."""

from __future__ import annotations

import os
import sys

from tools.bench import across, portfolio
from tools.bench.builds import DRAWN, measure, print_costs, write_sites
from tools.bench.check import measure_check
from tools.bench.figures import figures, print_figures
from tools.bench.loading import layout_shift, page_size
from tools.bench.places import lend_folder
from tools.bench.stages import print_stages

SIZES = "10 100 1000"
RUNS = 5


def main() -> None:
    """Print one table a question, and last every figure that has a goal."""
    sizes = sorted({*map(int, os.environ.get("BENCH", SIZES).split())})
    print(f"Python {sys.version}\n")
    with lend_folder() as folder:
        for size in sizes:
            write_sites(folder / str(size), size)
        costs = measure(folder, sizes, RUNS)
        built = folder / str(sizes[-1]) / DRAWN / "site"
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
