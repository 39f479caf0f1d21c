"""The flow as a tree: readable by everyone, on every width, without a script."""

from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_journey.render.assets import stylesheet
from mkdocs_journey.render.chart import no_chart
from mkdocs_journey.render.flow import flow_section
from mkdocs_journey.render.parts import sprite
from tests.browser.visits import Visitor
from tests.flows import CAMPAIGN, context_in, map_of, read_map

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Flow</title>
<link rel="icon" href="data:,"><style>{style}</style>
<style>
body {{ color-scheme: light dark; background: Canvas; color: CanvasText; }}
@media (prefers-color-scheme: dark) {{
  body {{ --md-default-bg-color: #1e2129; --md-default-fg-color: #e2e4e9;
    --md-default-fg-color--light: #aeb1ba; --md-typeset-a-color: #8fa4f2; }}
}}
</style>
</head>
<body><main><h1>Map</h1><div class="journey">{sprite}{flow}</div></main></body>
</html>
"""


@pytest.fixture(scope="module")
def site(serve_site: Callable[[Path], str], tmp_path_factory: pytest.TempPathFactory) -> str:
    """Address of a campaign's flow, and of one that is made from stages."""
    folder = tmp_path_factory.mktemp("trees")
    for name, map_ in (("campaign", read_map(CAMPAIGN)), ("stages", map_of())):
        assert map_ is not None
        flow = flow_section(map_, context_in(), no_chart)
        page = PAGE.format(style=stylesheet(), sprite=sprite(flow), flow=flow)
        (folder / f"{name}.html").write_text(page, encoding="utf-8")
    return serve_site(folder)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [390, 1024, 1440])
@pytest.mark.parametrize("name", ["campaign", "stages"])
def test_a_tree_has_no_accessibility_faults(
    visitor: Visitor, site: str, name: str, width: int, dark: bool
) -> None:
    visit = visitor.open(f"{site}/{name}.html", width=width, dark=dark)

    assert visit.axe() == []
    assert visit.errors == []


@pytest.mark.parametrize("width", [390, 760, 1440])
def test_a_wide_tree_scrolls_in_its_own_box(visitor: Visitor, site: str, width: int) -> None:
    page = visitor.open(f"{site}/campaign.html", width=width).page

    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    clipped = page.evaluate(
        """() => {
            const box = document.querySelector(".journey-flow-box");
            const { left } = box.getBoundingClientRect();
            const right = left + box.scrollWidth;
            return [...box.querySelectorAll(".journey-flow__card, .journey-flow__onward")]
                .map(element => element.getBoundingClientRect())
                .filter(card => card.left < left || card.right > right).length;
        }"""
    )
    assert clipped == 0


def test_branches_stand_below_each_other_on_a_phone(visitor: Visitor, site: str) -> None:
    for width, below in ((390, True), (1440, False)):
        page = visitor.open(f"{site}/campaign.html", width=width).page
        tops = page.eval_on_selector_all(
            "#part\\.flow\\.10 > .journey-flow__branches > .journey-flow__branch",
            "branches => branches.map(branch => branch.getBoundingClientRect().top)",
        )
        assert (tops[0] < tops[1]) is below
