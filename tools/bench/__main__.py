"""Print what maps cost. `BENCH=1000` adds a size to the sites that MkDocs builds."""

from __future__ import annotations

import os

from tools.bench import across, check, pages, portfolio


def main() -> None:
    """Print one table a question."""
    pages.main(sorted({10, 100, *map(int, os.environ.get("BENCH", "").split())}))
    print()
    across.main()
    print()
    portfolio.main()
    print()
    check.main()


if __name__ == "__main__":
    main()
