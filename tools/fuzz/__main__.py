"""`python -m tools.fuzz TARGET [options of libFuzzer]`; a crash is left as a file `crash-…`."""

from __future__ import annotations

import sys

try:
    import atheris
except ImportError:
    print("atheris is not installed here: pip install atheris (Linux and macOS)")
    sys.exit(0)

with atheris.instrument_imports(include=["mkdocs_journey"]):
    from tools.fuzz.targets import TARGETS


def main() -> None:
    """Fuzz one target, which stays in this process until its time is up."""
    name, *options = sys.argv[1:]
    target = TARGETS[name]

    def run(data: bytes) -> None:
        target(data.decode("utf-8", errors="surrogateescape"))

    atheris.Setup([sys.argv[0], *options], run)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
