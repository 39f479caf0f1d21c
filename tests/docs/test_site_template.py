"""The starter site works as it stands."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config


@pytest.fixture
def starter(repository: Path, tmp_path: Path) -> Path:
    """A copy, as a team makes one."""
    return Path(shutil.copytree(repository / "site_template", tmp_path / "our-journeys"))


def test_it_builds_strictly_without_any_finding(
    starter: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    config = load_config(str(starter / "mkdocs.yml"), strict=True)
    build(config)
    assert not [r for r in caplog.records if r.name == "mkdocs.plugins.journey"]
    site = starter / "site"
    published = json.loads((site / "journeys.json").read_text(encoding="utf-8"))
    assert [found["path"] for found in published["maps"]] == ["journeys/first-journey.md"]
    page = (site / "journeys" / "first-journey" / "index.html").read_text(encoding="utf-8")
    assert 'id="book-calls-the-service-line"' in page
    assert page.count('<svg class="journey-chart"') == 1
    assert 'class="mermaid"' not in page
    assert (site / "journeys" / "first-journey" / "first-journey.csv").is_file()


def test_its_settings_are_settings_once_they_are_no_comments(starter: Path) -> None:
    file = starter / "mkdocs.yml"
    lines = file.read_text(encoding="utf-8").splitlines()
    start = next(
        number for number, line in enumerate(lines) if line.startswith("      # Everything")
    )
    end = lines.index("", start)
    lines[start + 1 : end] = [line.replace("# ", "", 1) for line in lines[start + 1 : end]]
    file.write_text("\n".join(lines), encoding="utf-8")
    assert len(yaml.safe_load(file.read_text(encoding="utf-8"))["plugins"][1]["journey"]) > 1
    build(load_config(str(file), strict=True))
