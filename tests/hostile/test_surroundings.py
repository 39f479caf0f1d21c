"""Attacks around a map: settings, titles, tags, view blocks, findings and names of pages."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.hostile.attacks import REMOVED
from tests.html import Page, start_of_part

ATTACK = (
    '"><img src=x onerror=alert(1)><script>alert(2)</script>{#x onclick=y}[a](javascript:b)'
    "\x02amp\x03"
)
SHOWN = ATTACK.translate(REMOVED)
FRONT = "---\njourney: {stages: [{name: Buy, touchpoints: {name: Pay, channel: kiosk}}]}\n---\n\n"


def check(html: str) -> Page:
    """The page's main part, which is followed by the end of two elements around it."""
    page = Page(html[html.index('<div class="col-md-9" role="main">') : html.index("<footer")])
    assert len(page.faults) == 2
    assert all(fault.startswith("</div> closes []") for fault in page.faults)
    assert page.dangers() == []
    return page


def test_settings_are_texts(build_site: Any) -> None:
    label = {"label": ATTACK}
    settings = {
        "channels": {"kiosk": label},
        "lanes": {"law": label},
        "metrics": {"speed": {**label, "unit": ATTACK}},
        "statuses": {"frozen": label},
        "systems": {"crm": {**label, "url": "javascript:alert(1)"}},
        "feelings": {"stoked": 5},
    }
    text = (
        "---\njourney:\n  status: frozen\n  stages:\n    - name: Buy\n      touchpoints:\n"
        "        - {name: Pay, channel: kiosk, law: Yes, feeling: stoked, metrics: {speed: 3},"
        " support: {text: A, system: crm}}\n---\n\n# X\n"
    )
    built = build_site({"map.md": text}, journey=settings)
    shown = check(built.read("map/index.html")).text
    assert shown.count(SHOWN) >= 3
    assert not [text for text in built.search().values() if "<script" in text]


def test_titles_and_tags_are_texts(build_site: Any) -> None:
    head = f"title: {json.dumps(ATTACK)}\ntags: [{json.dumps(ATTACK)}]\n"
    built = build_site({"map.md": FRONT.replace("---\n", f"---\n{head}", 1)})
    html = built.read("map/index.html")
    page = Page(html[start_of_part(html) : html.index("<footer")])
    assert page.dangers() == []
    assert SHOWN in page.text
    other = build_site(
        {
            "map.md": FRONT.replace("---\n", f"---\n{head}", 1),
            "b.md": FRONT.replace("{stages", "{parent: map.md, stages") + "# B\n",
        },
        name="other",
    )
    assert SHOWN in check(other.read("b/index.html")).text


@pytest.mark.parametrize(
    "line",
    [
        f"/// journey | {ATTACK}\n///",
        f"/// journey | map\n    of: '{ATTACK}'\n///",
        f"/// journey | map\n    {ATTACK}: x\n///",
    ],
)
def test_view_blocks_are_texts(build_site: Any, line: str) -> None:
    built = build_site({"map.md": f"{FRONT}# X\n\n{line}\n\nThe end.\n"})
    page = check(built.read("map/index.html"))
    assert "The end." in page.text
    assert built.complaints()


@pytest.mark.parametrize(
    "yaml",
    [
        f"journey: [ {json.dumps(ATTACK)}",
        "journey: '<script>x</script>'",
        f"journey: {{stages: [], {json.dumps(ATTACK)}: 1}}",
    ],
)
def test_findings_are_texts(build_site: Any, yaml: str) -> None:
    built = build_site({"map.md": f"---\n{yaml}\n---\n\n# X\n\nThe end.\n"})
    assert "The end." in check(built.read("map/index.html")).text
    assert built.complaints()


def test_names_of_pages_are_texts(build_site: Any) -> None:
    name = "a'\"<b> &amp; onclick=x.md"
    text = '# P\n\n/// journey | map\n    of: "a\'\\"<b> &amp; onclick=x.md"\n///\n'
    built = build_site({name: FRONT.replace("kiosk", "web") + "# X\n", "index.md": text})
    assert "Pay" in check(built.read("index.html")).text
    assert not built.complaints()
