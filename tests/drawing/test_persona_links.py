"""A map's links to its personas' pages, of which a host may know the addresses."""

import pytest

from mkdocs_journey.blocks import ALL, ViewBlock
from mkdocs_journey.blocks.options import Options
from mkdocs_journey.drawing import Drawing, Site
from mkdocs_journey.translations import translator
from tests.views.across.atlases import TODAY, overview_of

ATLAS = overview_of(
    {
        "people/ana.md": "persona: {name: Ana}",
        "maps/buy.md": "journey: {personas: [ana], stages: [{name: Buy}]}",
    }
).atlas


def published(path: str, page_path: str) -> str:
    return f"/site/{path.removesuffix('.md')}/?from={page_path}&"


@pytest.mark.parametrize(("page", "of"), [("maps/buy.md", "buy.md"), ("index.md", "maps/buy.md")])
def test_a_link_to_a_persona_is_resolved_where_its_address_is_known(page: str, of: str) -> None:
    site = Site(ATLAS, translator("en"), TODAY, address=published)
    drawing = Drawing(site, page, "nonce")
    (drawn,) = drawing.draw((ViewBlock("persona", read=Options(paths={"of": of})),), ())
    assert drawing.links.addresses == ()
    assert f'href="/site/people/ana/?from={page}&amp;"' in drawing.fill(drawn.html, {})


def test_a_link_to_a_persona_is_left_to_a_host_that_resolves_links_of_a_text() -> None:
    drawing = Drawing(Site(ATLAS, translator("en"), TODAY), "maps/buy.md", "nonce")
    (drawn,) = drawing.draw((ViewBlock(ALL),), ())
    assert drawing.links.addresses == ("../people/ana.md",)
    assert 'href="../people/ana/"' in drawing.fill(
        drawn.html, {"../people/ana.md": "../people/ana/"}
    )
