"""Two builds of the same pages are the same to the byte, whatever the machine is set to."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.builds import write_site
from tools import corpus

DATES = re.compile(rb"(?:Build Date UTC : |<lastmod>|Last updated: )[^<\n]*")
"""What MkDocs itself writes of the time: in a page's comment, and in the site's map."""
EPOCH = "1795392000"
FIRST = {"LC_ALL": "C", "TZ": "UTC", "PYTHONHASHSEED": "0"}
SECOND = {"LC_ALL": "pt_BR.UTF-8", "LANG": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati",
          "PYTHONHASHSEED": "4711"}  # fmt: skip
VIEWS = "".join(f"\n/// journey | {view}\n///\n" for view in ("portfolio", "pains", "channels"))


def build(root: Path, environment: dict[str, str], *, is_reversed: bool, diagrams: str) -> Path:
    """Build a site in a process of its own; its files are made in one order or the other."""
    pages = [*corpus.site(4), ("all.md", f"# All\n{VIEWS}")]
    written = dict(reversed(pages) if is_reversed else pages)
    settings = {**corpus.SETTINGS, "diagrams": diagrams}
    config = write_site(root, dict(written), journey=settings, site_url="https://example.org/")
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(config)]
    run = subprocess.run(
        command,
        env={**os.environ, **environment, "SOURCE_DATE_EPOCH": EPOCH},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return root / "site"


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a built site but for what MkDocs says of the time, and packs with it."""
    return {
        str(file.relative_to(folder)): DATES.sub(b"", file.read_bytes())
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.name != "sitemap.xml.gz"
    }


@pytest.mark.parametrize("diagrams", ["mermaid", "svg"])
def test_a_site_is_built_the_same_everywhere(tmp_path: Path, diagrams: str) -> None:
    one = build(tmp_path / "site", FIRST, is_reversed=False, diagrams=diagrams)
    first = contents(one)
    shutil.rmtree(tmp_path / "site")
    other = build(tmp_path / "site", SECOND, is_reversed=True, diagrams=diagrams)
    second = contents(other)
    assert first.keys() == second.keys()
    assert [path for path in first if first[path] != second[path]] == []
    assert any(path.endswith("journeys.json") for path in first)
