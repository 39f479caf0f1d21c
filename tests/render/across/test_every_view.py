"""Whatever people write, every view across maps shows it as text, grouped and cut as one likes."""

import pytest

from mkdocs_journey.queries import Query
from mkdocs_journey.render.across import Desk, across_view
from mkdocs_journey.views.across import LISTINGS
from tests.drawing_maps import make_context
from tests.views.across.atlases import overview_of

HOSTILE = '"<b onclick=x>&amp;<script>'
MAP = f"""
title: '{HOSTILE}'
tags: ['{HOSTILE}']
journey:
  kind: lifecycle
  status: '{HOSTILE}'
  owner: '{HOSTILE}'
  segments: ['{HOSTILE}', Others]
  scenario: '{HOSTILE}'
  personas: [ana, {{name: '{HOSTILE}', segment: Others, role: '{HOSTILE}', quote: '{HOSTILE}'}}]
  sources: {{s: {{title: '{HOSTILE}', n: 3, date: 2020-01-01, url: 'javascript:alert(1)'}}}}
  stages:
    - name: '{HOSTILE}'
      id: use
      health: 90
      checkpoint: ['{HOSTILE}']
      touchpoints:
        - name: '{HOSTILE}'
          id: call
          channels: [phone, nowhere]
          feeling: {{ana: {{score: 2, emotion: '{HOSTILE}'}}, b-onclick-x-amp-script: 5}}
          support: {{text: '{HOSTILE}', system: '{HOSTILE}'}}
          pains: {{text: '{HOSTILE}', id: slow, sources: s, frequency: '{HOSTILE}'}}
          opportunities: {{text: '{HOSTILE}', solves: slow, ticket: 'javascript:alert(1)'}}
  actions: {{text: '{HOSTILE}', solves: slow, due: 2026-01-01, owner: '{HOSTILE}'}}
  alerts: {{metric: health, above: 80, at: use, notify: '{HOSTILE}', then: '{HOSTILE}'}}
"""
SITE = overview_of(
    {
        "a.md": MAP,
        "b.md": MAP.replace("kind: lifecycle", "parent: {map: a.md, stage: use}"),
        "ana.md": f"persona: {{name: '{HOSTILE}', segment: '{HOSTILE}', bio: '{HOSTILE}'}}",
    },
    is_valid=False,
)
SHAPES = [
    pytest.param(name, group, id=f"{name}-{group}")
    for name, listing in LISTINGS.items()
    if name != "compare"  # two maps of its own: see test_maps_together
    for group in ("", *listing.groupable)
]


WITHOUT_NAMES = {
    *(("segments", name) for name in ("map", "owner", "tag")),
    *(("channels", name) for name in ("phase", "kind", "ownership")),
}
"""Groupings of the site's two maps that show no text of theirs."""


@pytest.mark.parametrize(("name", "group"), SHAPES)
def test_texts_stay_texts(name: str, group: str) -> None:
    context = make_context()
    desk = Desk(context, lambda _: context, SITE)
    html = across_view(name, Query(group=group, columns=LISTINGS[name].columns), desk)
    assert "<b onclick" not in html
    assert "<script" not in html
    assert 'href="javascript' not in html
    assert "&amp;amp;" in html or (name, group) in WITHOUT_NAMES
    assert across_view(name, Query(group=group, columns=LISTINGS[name].columns), desk) == html


@pytest.mark.parametrize("name", [name for name in LISTINGS if name != "compare"])
def test_a_site_without_maps_says_that_there_is_nothing(name: str) -> None:
    context = make_context()
    desk = Desk(context, lambda _: context, overview_of({}))
    assert "Nothing to show" in across_view(name, Query(limit=1), desk)
