"""View blocks in pages, as MkDocs publishes them."""

from __future__ import annotations

import re
from typing import Any

FRONT = "---\njourney: {stages: [{name: Buy, feeling: 2}, {name: Use, feeling: 4}]}\n---\n\n# X\n\n"


def test_a_block_places_its_view_where_it_stands(build_site: Any) -> None:
    page = build_site({"map.md": FRONT + "Before.\n\n/// journey | curve\n///\n\nAfter.\n"}).read(
        "map/index.html"
    )
    curve = page.index("journey-curve")
    assert page.index("Before.") < curve < page.index("After.")
    assert "journey-header" not in page


def test_a_block_shows_the_map_of_another_page(build_site: Any) -> None:
    built = build_site({"index.md": "# Home\n\n/// journey | map\n    of: map.md\n///\n"})
    page = built.read("index.html")
    assert "Product page" in page
    assert 'href="shop/#beans"' in page
    assert not built.complaints()


def test_two_views_of_one_map_do_not_share_ids(build_site: Any) -> None:
    blocks = "/// journey | map\n///\n\n/// journey | blueprint\n///\n\n/// journey | flow\n///\n"
    page = build_site({"map.md": FRONT + blocks + blocks}).read("map/index.html")
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_blocks_inside_other_containers_are_drawn(build_site: Any) -> None:
    text = FRONT + "!!! note\n\n    Look:\n\n    /// journey | curve\n    ///\n\n- item\n"
    page = build_site({"map.md": text}, markdown_extensions=["admonition"]).read("map/index.html")
    note = page[page.index("admonition note") :]
    assert "journey-curve" in note[: note.index("item")]
    assert "///" not in page


def test_a_block_in_code_is_code(build_site: Any) -> None:
    text = "# X\n\n```\n/// journey | curve\n///\n```\n\n    /// journey | map\n    ///\n"
    built = build_site({"page.md": text}, markdown_extensions=["fenced_code"])
    assert built.read("page/index.html").count("/// journey") == 2
    assert not built.complaints()


def test_a_wrong_block_is_a_finding_at_its_line_and_a_sentence_in_its_place(
    build_site: Any,
) -> None:
    built = build_site({"map.md": FRONT + "/// journey | curvv\n    off: x\n///\n\nAfter.\n"})
    text = "\n".join(built.complaints())
    assert re.search(r"map\.md:7:15: error J501 unknown view `curvv`: did you mean `curve`\?", text)
    assert re.search(r"map\.md:8:5: error J502", text)
    page = built.read("map/index.html")
    assert "curvv" in page
    assert "After." in page


def test_a_view_of_a_page_without_a_map_is_a_finding(build_site: Any) -> None:
    built = build_site({"index.md": "# Home\n\n/// journey | map\n    of: shop.md\n///\n"})
    assert any("index.md:4:9: error J505" in line for line in built.complaints())


def test_a_lone_view_of_another_page_links_to_the_moments_there(build_site: Any) -> None:
    page = build_site({"index.md": "# Home\n\n/// journey | insights\n    of: map.md\n///\n"}).read(
        "index.html"
    )
    assert 'href="map/#consider-product-page"' in page
    assert 'href="#map.' not in page


def test_a_persona_on_another_page_has_a_heading_that_leads_to_its_own(build_site: Any) -> None:
    text = "# Home\n\n/// journey | persona\n    of: personas/ana.md\n///\n"
    page = build_site({"index.md": text}).read("index.html")
    assert '<h2 class="journey-title"><a href="personas/ana/">Ana Martins</a></h2>' in page
    assert page.count("<h1") == 1


def test_blocks_in_tabs_are_drawn_and_checked_on_pages_without_another(build_site: Any) -> None:
    extensions = ["pymdownx.tabbed"]
    tab = '=== "Tab"\n\n    /// journey | {}\n        of: {}\n    ///\n\n'
    text = f"# X\n\n{tab}<!--\n/// journey\n-->\n"
    pages = {"tab.md": text.format("curve", "map.md"), "bad.md": text.format("map", "nowhere.md")}
    built = build_site(pages, markdown_extensions=extensions)
    assert "journey-curve" in built.read("tab/index.html")
    (complaint,) = built.complaints()
    assert "bad.md:6:13: error J505" in complaint


def test_a_view_that_its_page_does_not_have_is_a_finding_and_a_sentence(build_site: Any) -> None:
    text = "# X\n\n/// journey | flow\n    of: personas/ana.md\n///\n"
    lone = FRONT + "/// journey | persona\n///\n"
    built = build_site({"index.md": text, "lone.md": lone})
    said = "\n".join(built.complaints())
    assert "index.md:3:1: error J507 `personas/ana.md` is a persona: write" in said
    assert "lone.md:7:1: error J507 this page names no persona: list them" in said
    assert "There is no map on “personas/ana.md”." in built.read("index.html")
    assert "There is no persona on “lone.md”." in built.read("lone/index.html")
    assert "Ana Martins" not in built.read("index.html")
