"""A map's page, and the backlog of its site, say the same about its pains."""

from mkdocs_journey.blocks import ALL, ViewBlock
from mkdocs_journey.blocks.options import Options
from mkdocs_journey.drawing import Drawing, Site
from mkdocs_journey.translations import translator
from tests.views.across.atlases import TODAY, overview_of

SITE = overview_of(
    {
        "now.md": """
title: Now
journey: {stages: [{name: Buy, pains: [{text: Dear, id: dear}]}]}
""",
        "then.md": """
title: Then
journey:
  kind: future-state
  improves: now.md
  stages: [{name: Buy, opportunities: {text: Lower it, solves: dear, status: planned}}]
""",
    }
)


def draw(path: str, *views: str) -> list[str]:
    drawing = Drawing(Site(SITE.atlas, translator("en"), TODAY), path, "nonce")
    drawn = drawing.draw(
        tuple(ViewBlock(view, read=Options(paths={"of": "now.md"})) for view in views), ()
    )
    return [drawing.fill(item.html, {}) for item in drawn]


def test_a_pain_that_a_future_state_answers_is_answered_wherever_its_map_is_shown() -> None:
    assert all(row.works for row in SITE.pains)
    for html in draw("now.md", ALL) + draw("index.md", ALL, "insights"):
        assert "Nothing answers" not in html
        assert "Nothing planned yet" not in html
        assert 'Lower it<small>In <a class="journey-place" href="' in html
