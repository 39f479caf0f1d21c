"""The Markdown extension without any host."""

from __future__ import annotations

import markdown

TEXT = """\
---
title: Buying
journey:
  stages:
    - {name: Buy, touchpoints: [{name: Checkout, feeling: 2, doing: 'See [help](help.md)'}]}
---

# Buying

What we saw.
"""


def test_a_text_with_front_matter_is_drawn() -> None:
    html = markdown.markdown(TEXT, extensions=["mkdocs_journey"])
    assert 'id="buy-checkout"' in html
    assert html.index("Buying</h1>") < html.index("Checkout") < html.index("What we saw.")
    assert 'href="help.md"' in html
    assert "journey:" not in html


def test_labels_follow_the_language() -> None:
    html = markdown.markdown(
        TEXT,
        extensions=["mkdocs_journey"],
        extension_configs={"mkdocs_journey": {"language": "pt-BR"}},
    )
    assert "Ponto de contato" in html


def test_a_chart_is_drawn_where_it_is_asked_for() -> None:
    asked = {"mkdocs_journey": {"diagrams": "svg"}}
    drawn = markdown.markdown(TEXT, extensions=["mkdocs_journey"], extension_configs=asked)
    assert '<svg class="journey-chart" role="img"' in drawn
    assert "journey-chart" not in markdown.markdown(TEXT, extensions=["mkdocs_journey"])


def test_a_map_stands_among_the_contents_of_its_page() -> None:
    md = markdown.Markdown(extensions=["toc", "mkdocs_journey"])
    html = md.convert(f"{TEXT}\n## After\n")
    assert html.index('id="buy-checkout"') < html.index("What we saw.")
    assert '<a href="#buy-checkout">Checkout</a>' in md.toc
    assert '<a href="#after">After</a>' in md.toc


def test_text_without_a_map_is_left_alone() -> None:
    plain = "# Title\n\n/// journey | map\n///\n"
    assert markdown.markdown(plain, extensions=["mkdocs_journey"]) == markdown.markdown(plain)


def test_one_object_converts_many_texts() -> None:
    md = markdown.Markdown(extensions=["mkdocs_journey"])
    first = md.convert(TEXT)
    assert "journey" not in md.reset().convert("# Other\n\nText.")
    second = md.reset().convert(TEXT)
    assert "buy-checkout" in first and "buy-checkout" in second
