"""Say what is missing before a virtual environment is made, in words instead of a traceback.

Runs on whatever `python3` is, so it is written for old versions too.
"""

import importlib.util
import sys

OLDEST = (3, 11)


def main() -> None:
    """Exit with a sentence when this Python is too old or cannot make environments."""
    if sys.version_info < OLDEST:
        found = ".".join(str(part) for part in sys.version_info[:3])
        wanted = ".".join(str(part) for part in OLDEST)
        sys.exit(f"Python {wanted} or newer is needed, this is {found}: make PYTHON=python3.12 …")
    # Debian ships `venv` without `ensurepip`, which the python3-venv package adds.
    if importlib.util.find_spec("ensurepip") is None:
        sys.exit("This Python cannot make virtual environments: apt-get install python3-venv")


if __name__ == "__main__":
    main()
