"""What a build keeps in memory: maps until all that is made of them has been made, then nothing."""

from __future__ import annotations

import gc
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from mkdocs_journey.model import Journey

PAGE = """\
---
journey:
  stages: [{name: Only here, touchpoints: [{name: Pays, feeling: 4}]}]
---
# Buying
"""


def test_no_map_is_kept_once_all_pages_are_drawn(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    for number in range(3):
        docs.joinpath(f"page-{number}.md").write_text(PAGE, encoding="utf-8")
    file = tmp_path / "mkdocs.yml"
    file.write_text("site_name: Small\nplugins: [journey]\n", encoding="utf-8")
    config = load_config(str(file))
    kept: list[int] = []

    def count(*_: object, **__: object) -> None:
        gc.collect()
        maps = [item for item in gc.get_objects() if isinstance(item, Journey)]
        kept.append(sum(found.stages[0].name == "Only here" for found in maps if found.stages))

    config.plugins.events["nav"].append(count)
    config.plugins.events["page_context"].append(count)
    build(config)
    assert kept == [3, 0, 0, 0]
    data = (tmp_path / "site" / "journeys.json").read_text(encoding="utf-8")
    assert data.count('"path":') == 3
