"""What `mkdocs-journey check` costs: cold, and where nothing has changed since the last one."""

from __future__ import annotations

import resource
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import yaml

from tools.bench.builds import write_pages
from tools.bench.places import lend_folder
from tools.corpus import SETTINGS, site

MAPS = 1000
_COMMAND = [sys.executable, "-c", "from mkdocs_journey.cli.main import main; main()", "check"]


@dataclass(frozen=True)
class Check:
    """Seconds of the processor that a check took, from the command to its end."""

    maps: int
    cold: float
    unchanged: float


def measure_check(maps: int = MAPS) -> Check:
    """Check a generated site twice."""
    with lend_folder() as folder:
        write_site(folder, maps)
        return Check(maps, cold=_seconds(folder), unchanged=_seconds(folder))


def write_site(folder: Path, maps: int) -> None:
    """Write a site's pages, and settings with charts drawn at build, as the starter site's are."""
    write_pages(folder / "docs", site(maps))
    options = {**SETTINGS, "diagrams": "svg"}
    settings = {"site_name": "Bench", "plugins": [{"journey": options}]}
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")


def _seconds(folder: Path) -> float:
    before = _children()
    code = subprocess.run(_COMMAND, cwd=folder, check=False, stdout=subprocess.DEVNULL).returncode
    assert code in (0, 1), "the check was not done"
    return _children() - before


def _children() -> float:
    """Seconds that the finished processes of this one took of the processor."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
