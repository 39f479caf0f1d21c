"""A page with a map, as MkDocs publishes it."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest


def test_a_map_stands_after_the_first_heading_and_before_the_prose(build_site: Any) -> None:
    page = build_site().read("map/index.html")
    assert page.count("data-journey") >= 1
    assert page.index("From newsletter to first order</h1>") < page.index("Product page")
    assert page.index("journey-map") < page.index("What twelve customers told.")
    assert page.count("<h1") == 1


def test_stages_and_touchpoints_stand_in_the_contents(build_site: Any) -> None:
    page = build_site(theme={"name": "material"}).read("map/index.html")
    for anchor in ("consider", "consider-product-page", "buy", "buy-checkout"):
        assert f'href="#{anchor}"' in page, anchor
        assert len(re.findall(rf'id="{anchor}"', page)) == 1, anchor


def test_search_finds_a_cell_under_its_touchpoint(build_site: Any) -> None:
    found = build_site().search()
    assert "Compares two roasts" in found["map/#consider-product-page"]
    assert "No grind is named" in found["map/#consider-product-page"]
    assert not any("<" in text or "viewBox" in text for text in found.values())


def test_links_in_cells_are_rewritten_as_in_the_body(build_site: Any) -> None:
    page = build_site().read("map/index.html")
    assert 'href="../shop/#beans"' in page
    assert 'href="../personas/ana/"' in page
    assert "shop.md" not in page
    assert "-link-" not in page


def test_a_broken_link_in_a_cell_is_reported_as_in_the_body(build_site: Any) -> None:
    built = build_site({"map.md": MAP_WITH_BROKEN_LINK})
    assert any("nowhere.md" in line for line in built.complaints())


FACES = {
    "personas/ana.md": "---\npersona: {name: Ana Silva, avatar: anna.png}\n---\n\n# Ana\n",
    "map.md": (
        "---\njourney:\n  personas: [ana, {name: Bo Reis, avatar: img/bo.png}]\n"
        "  stages: [{name: Buy, feeling: 3}]\n---\n\n# Map\n"
    ),
    "index.md": "# Home\n\n/// journey | portfolio\n///\n\n/// journey | personas\n///\n",
    "img/bo.png": "",
}


def test_a_missing_face_is_reported_once_and_initials_stand_in_its_place(build_site: Any) -> None:
    built = build_site(FACES)
    (told,) = built.complaints()
    assert "personas/ana.md:2:36: warning J363 `anna.png` leads nowhere" in told
    for path in ("index.html", "map/index.html", "personas/ana/index.html"):
        assert ">AS</span>" in built.read(path), path
        assert "anna.png" not in built.read(path), path
    assert 'src="../img/bo.png"' in built.read("map/index.html")
    assert 'src="img/bo.png"' in built.read("index.html")


def test_a_face_that_the_site_leaves_out_is_not_proposed(build_site: Any) -> None:
    pages = FACES | {"personas/ana.png": "", "personas/ann.png": ""}
    (told,) = build_site(pages, name="all").complaints()
    assert "did you mean `ann.png`?" in told
    (told,) = build_site(pages, exclude_docs="ann.png", name="some").complaints()
    assert "did you mean `ana.png`?" in told


def test_a_face_that_comes_later_is_led_to_where_a_site_says_so(build_site: Any) -> None:
    built = build_site(FACES, validation={"links": {"not_found": "ignore"}})
    assert built.complaints() == []
    assert 'src="personas/anna.png"' in built.read("map/index.html")


OFF = {"rules": {"unknown-key": "off"}}
MAP_WITH_BROKEN_LINK = (
    "---\njourney: {stages: [{name: Buy, doing: 'See [this](nowhere.md)'}]}\n---\n\n# X\n"
)


def test_a_page_of_front_matter_only_shows_its_map(build_site: Any) -> None:
    page = build_site(
        {"map.md": "---\ntitle: Only a map\njourney: {stages: [{name: Buy, feeling: 3}]}\n---\n"}
    ).read("map/index.html")
    assert 'id="buy"' in page
    assert "<h1>Only a map</h1>" in page


def test_downloads_stand_beside_the_page(build_site: Any) -> None:
    built = build_site()
    page = built.read("map/index.html")
    assert 'href="map.csv"' in page
    assert "Product page" in built.read("map/map.csv")
    assert json.loads(built.read("map/map.json"))


def test_pages_without_directory_addresses(build_site: Any) -> None:
    built = build_site(use_directory_urls=False)
    page = built.read("map.html")
    assert 'href="shop.html#beans"' in page
    assert 'href="map.csv"' in page
    assert built.read("map.csv")


def test_a_comment_above_the_map_is_not_printed(build_site: Any) -> None:
    text = "---\n# Not a heading\njourney: {stages: [{name: Buy}]}\n---\n\n# X\n\nProse.\n"
    page = build_site({"map.md": text}).read("map/index.html")
    assert "Not a heading" not in page
    assert page.index("X</h1>") < page.index("journey-map") < page.index("Prose.")


def test_a_body_that_begins_like_metadata_keeps_its_first_line(build_site: Any) -> None:
    text = "---\njourney: {stages: [{name: Buy}]}\n---\nNote: this map is a draft.\n"
    assert "Note: this map is a draft." in build_site({"map.md": text}).read("map/index.html")


def test_broken_front_matter_leaves_the_prose_and_names_the_fault(build_site: Any) -> None:
    built = build_site(
        {"map.md": "---\ntitle: Mine\njourney:\n  stages: [a: b: c\n---\n\n# M\n\nProse stays.\n"}
    )
    page = built.read("map/index.html")
    assert "Prose stays." in page
    assert "stages: [a" not in page.replace("<code>", "")
    assert "broken-yaml" in page
    assert any(re.search(r"docs/map\.md:\d+:\d+: error J102", line) for line in built.messages)


def test_faults_of_one_page_do_not_stop_the_others(build_site: Any) -> None:
    built = build_site(
        {
            "a.md": "---\njourney: [\n---\n# A\n",
            "b.md": "---\njourney: {stages: [{name: B, touchpoints: {name: C, chanel: x}}]}\n---\n",
            "c.md": b"---\njourney: {stages: [{name: Informa\xe7\xe3o}]}\n---\n# C\n",
        }
    )
    text = "\n".join(built.complaints())
    assert "a.md:" in text and "b.md:" in text and "c.md:" in text
    assert "did you mean `channel`?" in text
    assert 'id="consider"' in built.read("map/index.html")


def test_strict_fails_on_a_finding(build_site: Any) -> None:
    pages = {"b.md": "---\njourney: {stages: [{name: B, chanel: web}]}\n---\n# B\n"}
    assert build_site(pages, strict=True).aborted
    assert not build_site(pages, name="lenient").aborted
    silent = build_site(pages, name="off", strict=True, journey=OFF)
    assert not silent.aborted


def test_two_builds_are_the_same_bytes(build_site: Any) -> None:
    first, second = build_site(name="one"), build_site(name="two")
    for path in ("map/index.html", "map/map.csv", "map/map.json", "personas/ana/index.html"):
        assert first.read(path) == second.read(path), path


def test_a_persona_page_shows_the_card_and_the_journeys(build_site: Any) -> None:
    page = build_site().read("personas/ana/index.html")
    assert "Ana Martins" in page
    assert 'href="../../map/"' in page


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs", "material"])
def test_every_theme_gets_the_assets(build_site: Any, theme: str) -> None:
    built = build_site(theme={"name": theme})
    page = built.read("map/index.html")
    assert "assets/mkdocs-journey/journey.css" in page
    assert "assets/mkdocs-journey/journey.js" in page
    assert built.read("assets/mkdocs-journey/journey.css")
    assert ('class="mermaid"' in page) == (theme == "material")


def test_anchors_give_way_to_the_page_s_own_ids(build_site: Any) -> None:
    page = build_site({"map.md": MAP_BESIDE_HEADINGS}, markdown_extensions=["attr_list"]).read(
        "map/index.html"
    )
    ids = re.findall(r'id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert "buy" in ids and "pay" in ids and "pay_1" in ids


MAP_BESIDE_HEADINGS = (
    "---\njourney: {stages: [{name: Buy, feeling: 3}, {name: Pay, feeling: 4}]}\n---\n\n"
    "# X\n\n## Buy\n\n## Our till {#pay}\n"
)


def test_text_of_a_map_is_never_markdown_html_or_contents(build_site: Any) -> None:
    page = build_site(
        {"map.md": HOSTILE}, markdown_extensions=["attr_list", "toc", "abbr", "footnotes"]
    ).read("map/index.html")
    assert "<script>alert" not in page
    assert not re.search(r"<[^>]*\sonclick=", page)
    assert page.count('<div class="toc">') == 0
    assert "&lt;b&gt;" in page


HOSTILE = """\
---
journey:
  stages:
    - name: "Buy {#x onclick=alert(1)}"
      touchpoints:
        - name: "<script>alert(1)</script>"
          doing: "[TOC]"
          thinking: "<b>bold</b>"
          feeling: 3
        - {name: "[TOC]", feeling: 2, doing: "\\u0002amp\\u0003 \\u0002wzxhzdk:0\\u0003"}
---

# X
"""


def test_a_page_with_a_map_says_in_its_first_tag_that_it_is_wide(build_site: Any) -> None:
    site = build_site()
    assert "<html data-journey-wide " in site.read("map/index.html")
    assert "data-journey-wide" not in site.read("shop/index.html")


RELATED = '<section class="journey-related"'
MAP = (
    "---\njourney: {kind: future-state, improves: now.md, stages: [{name: Buy, feeling: 4}]}\n---\n"
)
NOW = "---\njourney: {stages: [{name: Buy, feeling: 2}]}\n---\n"
PROSE = "What we learned.[^1]\n\n## How we asked\n\nBy phone.\n\n[^1]: In May.\n"


@pytest.mark.parametrize(
    ("body", "above"),
    [
        (f"# Then\n\n{PROSE}", ("By phone.", "In May.")),
        (PROSE, ("By phone.", "In May.")),
        (f"# Then\n\n{PROSE}\n/// journey\n///\n\nThe end.\n", ("In May.", "The end.")),
        ("# Then\n", ("</h1>",)),
        ("", ('id="buy"',)),
        (f"# Then\n\n/// journey\n    of: now.md\n///\n\n{PROSE}", ("By phone.", "In May.")),
    ],
    ids=["prose", "no heading", "placed by a block", "heading only", "nothing", "two maps"],
)
def test_related_journeys_end_the_page(build_site: Any, body: str, above: tuple[str, ...]) -> None:
    built = build_site({"then.md": MAP + body, "now.md": NOW}, markdown_extensions=["footnotes"])
    page = built.read("then/index.html")
    assert page.count(RELATED) == 1
    assert page.index('id="buy"') < page.index(RELATED)
    assert all(page.index(text) < page.index(RELATED) for text in above)
    assert not built.complaints()


def test_a_page_of_single_views_shows_what_its_author_chose(build_site: Any) -> None:
    body = "# Then\n\n/// journey | map\n///\n\nProse.\n"
    page = build_site({"then.md": MAP + body, "now.md": NOW}).read("then/index.html")
    assert 'id="buy"' in page
    assert RELATED not in page


def test_search_finds_the_prose_and_no_related_journeys(build_site: Any) -> None:
    found = build_site({"then.md": f"{MAP}# Then\n\n{PROSE}", "now.md": NOW}).search()
    assert found["then/#how-we-asked"].startswith("By phone.")
    assert not any("Improved by" in text for text in found.values())


def test_a_theme_reads_the_map_as_any_other_metadata(build_site: Any, tmp_path: Any) -> None:
    overrides = tmp_path / "overrides"
    overrides.mkdir()
    (overrides / "main.html").write_text(
        "{% if page.meta.journey %}{{ page.meta.journey.stages[0].name }}: "
        "{{ page.meta.journey | tojson }}{% endif %}{{ page.meta.persona }}"
    )
    theme = {"name": "mkdocs", "custom_dir": str(overrides)}
    built = build_site(theme=theme)
    first, _, journey = built.read("map/index.html").partition(": ")
    assert first == "Consider"
    assert json.loads(journey)["stages"][1]["touchpoints"][0]["support"] == "Payments"
    assert "Office manager" in built.read("personas/ana/index.html")
