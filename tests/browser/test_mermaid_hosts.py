"""The flow's chart, drawn by the Mermaid that a site has of its own."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.sites import build
from tests.browser.visits import NODE_MODULES, Visitor

PAGE = """\
---
journey:
  stages: [{name: Buy, touchpoints: [{name: Checkout, feeling: 2}]}]
  flow:
    - audience: {segment: "Readers & friends"}
    - email: New <b>beans</b>
---

# Buying
"""
SITE = """\
site_name: Test
theme: {name: THEME, highlightjs: false}
plugins:
  - search
  - mermaid2: {javascript: mermaid.min.js}
  - journey
"""
MATERIAL = """\
site_name: Test
theme: {name: material, font: false}
plugins: [search, journey]
"""


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_mermaid2_draws_the_chart_even_in_a_tab_that_is_opened_later(
    theme: str, tmp_path: Path, serve_site: Callable[[Path], str], visitor: Visitor
) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "index.md").write_text(PAGE, encoding="utf-8")
    shutil.copy(NODE_MODULES / "mermaid-11" / "dist" / "mermaid.min.js", docs)
    settings = tmp_path / "mkdocs.yml"
    settings.write_text(SITE.replace("THEME", theme), encoding="utf-8")
    build(settings, tmp_path / "site")
    visit = visitor.open(serve_site(tmp_path / "site"))
    visit.page.locator(".journey-tabs a", has_text="Flow").click()
    chart = visit.page.locator(".mermaid svg")
    expect(chart).to_be_visible()
    expect(chart).to_contain_text("Readers & friends")
    expect(chart).to_contain_text("New <b>beans</b>")
    box = chart.bounding_box()
    assert box is not None
    assert box["height"] > 100
    assert visit.errors == []


def test_material_draws_the_chart(
    tmp_path: Path, serve_site: Callable[[Path], str], mermaid_visitor: Visitor
) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "index.md").write_text(PAGE, encoding="utf-8")
    settings = tmp_path / "mkdocs.yml"
    settings.write_text(MATERIAL, encoding="utf-8")
    build(settings, tmp_path / "site")
    visit = mermaid_visitor.open(serve_site(tmp_path / "site") + "/#view.flow")
    # Material draws into a closed shadow root, so that only the box can be seen from outside.
    chart = visit.page.locator("div.mermaid")
    expect(chart).to_be_visible()
    box = chart.bounding_box()
    assert box is not None
    assert box["height"] > 100
    assert visit.errors == []
