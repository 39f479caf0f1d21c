"""What `mkdocs-journey check` costs: cold, and where nothing has changed since the last one.

Both are measured as the starter site is set up, too, whose charts are drawn at build.
"""

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
    for diagrams in ("mermaid", "svg"):
        with TemporaryDirectory() as folder:
            write_site(Path(folder), MAPS, diagrams)
            cold, warm = (measure(Path(folder)) for _ in range(2))
            what = f"check of {MAPS} maps, diagrams: {diagrams}"
            print(f"{what:<36}   cold {cold:.2f} s   unchanged {warm:.2f} s")


def write_site(folder: Path, maps: int, diagrams: str) -> None:
    """Write a site's pages and its configuration."""
    for path, text in site(maps):
        file = folder / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    settings = {"site_name": "Bench", "plugins": [{"journey": {**SETTINGS, "diagrams": diagrams}}]}
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")


def measure(folder: Path) -> float:
    """Seconds of one check, from the command to its end."""
    start = time.perf_counter()
    code = subprocess.run(_COMMAND, cwd=folder, check=False, stdout=subprocess.DEVNULL).returncode
    assert code in (0, 1), "the check was not done"
    return time.perf_counter() - start
