"""`python -m tools.fuzz TARGET SECONDS`: what fails is left in `tests/data/failures/`."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

try:
    import atheris
except ImportError:
    print("atheris is not installed here: pip install atheris (Linux and macOS)")
    sys.exit(0)

with atheris.instrument_imports(include=["mkdocs_journey"]):
    from tools.fuzz.targets import FAILURES, TARGETS, read, seeds

MOST_BYTES = 8192
SECONDS_AN_INPUT = 20
MOST_MEGABYTES = 2048


def main() -> None:
    """Fuzz one target, which stays in this process until its time is up or something fails.

    What fails is stored under the target's name, where `tests/hostile/test_failures.py` reads it
    from then on.
    """
    name, seconds = sys.argv[1:]
    target = TARGETS[name]
    FAILURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for number, seed in enumerate(seeds(name)):
            (Path(folder) / str(number)).write_bytes(seed)
        options = (
            f"-artifact_prefix={FAILURES}/{name}-",
            f"-max_total_time={int(seconds)}",
            f"-timeout={SECONDS_AN_INPUT}",
            f"-rss_limit_mb={MOST_MEGABYTES}",
            f"-max_len={MOST_BYTES}",
            f"-report_slow_units={SECONDS_AN_INPUT}",
        )
        atheris.Setup([sys.argv[0], *options, folder], lambda data: target(read(data)))
        atheris.Fuzz()


if __name__ == "__main__":
    main()
