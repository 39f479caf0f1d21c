"""What `mkdocs-journey check` costs: cold, and where nothing has changed since the last one."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import yaml

from tools.corpus import SETTINGS, site

MAPS = 1000
_COMMAND = [sys.executable, "-c", "from mkdocs_journey.cli.main import main; main()", "check"]


def main() -> None:
    """Print the seconds that both take."""
    with TemporaryDirectory() as folder:
        write_site(Path(folder), MAPS)
        cold, warm = (measure(Path(folder)) for _ in range(2))
        print(f"check of {MAPS} maps   cold {cold:.2f} s   unchanged {warm:.2f} s")


def write_site(folder: Path, maps: int) -> None:
    """Write a site's pages and its configuration."""
    for path, text in site(maps):
        file = folder / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    settings = {"site_name": "Bench", "plugins": [{"journey": SETTINGS}]}
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")


def measure(folder: Path) -> float:
    """Seconds of one check, from the command to its end."""
    start = time.perf_counter()
    code = subprocess.run(_COMMAND, cwd=folder, check=False, stdout=subprocess.DEVNULL).returncode
    assert code in (0, 1), "the check was not done"
    return time.perf_counter() - start
