"""Links of views across maps lead somewhere, whatever the map's page shows of it."""

from __future__ import annotations

import pytest

from tests.builds import BuildSite

MAP = """\
---
journey:
  lanes: [doing, feeling]
  stages:
    - name: Buy
      feeling: 2
      pains: [{text: A form, severity: high}]
      opportunities: [A shorter form]
  actions: [{text: Cut it, due: 2026-12-01}]
---

# A map

"""
LISTS = "# Lists\n\n" + "".join(
    f"/// journey | {view}\n///\n\n"
    for view in ("portfolio", "pains", "opportunities", "actions", "owners", "channels")
)


@pytest.mark.parametrize("blocks", ["", "/// journey | curve\n///\n", "/// journey | flow\n///\n"])
def test_every_link_has_an_anchor(build_site: BuildSite, blocks: str) -> None:
    built = build_site({"a #1.md": MAP + blocks, "lists.md": LISTS}, validation={"anchors": "warn"})
    assert [line for line in built.messages if "contains a link" in line] == []
    page = next(built.folder.glob("a*/index.html")).read_text(encoding="utf-8")
    for id in ("buy", "pain.1", "opportunity.1", "view.insights"):
        assert page.count(f'id="{id}"') == 1, id


def test_links_of_texts_are_checked_by_the_ids_in_views(build_site: BuildSite) -> None:
    links = "# Links\n\n[there](map.md#pain.1) [nowhere](map.md#pain.9)\n"
    built = build_site({"map.md": MAP, "links.md": links}, validation={"anchors": "warn"})
    (line,) = [line for line in built.messages if "contains a link" in line]
    assert "map.md#pain.9" in line
