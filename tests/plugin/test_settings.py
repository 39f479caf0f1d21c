"""The plugin's settings, and what is said of wrong ones."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from jsonschema import Draft202012Validator


def test_every_wrong_setting_is_a_finding_at_its_line(build_site: Any) -> None:
    built = build_site(
        journey={
            "channels": ["web"],
            "feelings": {"stoked": 9},
            "rules": {"unknwon-key": "warning", "unknown-key": "loud"},
        }
    )
    text = "\n".join(line for line in built.complaints() if "mkdocs.yml:" in line)
    assert "J601" in text
    assert "did you mean `unknown-key`?" in text
    assert "unknown severity `loud`" in text
    assert "stoked" in text
    assert text.count("mkdocs.yml:") == 4


def test_an_unknown_option_is_said_once_at_its_line(build_site: Any) -> None:
    built = build_site(journey={"chanels": {"kiosk": "Kiosk"}})
    (line,) = [line for line in built.messages if "chanels" in line]
    assert re.search(r"mkdocs\.yml:\d+:\d+: error J601 unknown key `chanels`", line)


@pytest.mark.parametrize("day", ["soon", "28/11/2026", 2026])
def test_a_wrong_day_is_said_at_its_line_beside_all_else(build_site: Any, day: object) -> None:
    built = build_site(journey={"today": day, "chanels": {"kiosk": "Kiosk"}})
    wrong = rf"mkdocs\.yml:\d+:\d+: error J601 `today: {day}` is not a date: write it like"
    assert any(re.search(wrong, line) for line in built.messages)
    assert any("unknown key `chanels`" in line for line in built.messages)
    assert not built.aborted


@pytest.mark.parametrize(("language", "label"), [("pt-BR", "Ponto de contato"), ("es", "Etapa")])
def test_labels_follow_the_language_of_the_site(build_site: Any, language: str, label: str) -> None:
    own = build_site(journey={"language": language}, name="own")
    theme = build_site(theme={"name": "material", "language": language}, name="theme")
    assert label in own.read("map/index.html")
    assert label in theme.read("map/index.html")
    odd = build_site(
        theme={"name": "material", "language": language}, journey={"language": "eo"}, name="odd"
    )
    assert any("unknown language `eo`" in line for line in odd.messages)
    assert label in odd.read("map/index.html")


def test_a_site_s_own_channel_and_lane_are_drawn(build_site: Any) -> None:
    page = (
        "---\njourney:\n  stages:\n    - name: Buy\n      touchpoints:\n"
        "        - {name: Pay, channel: kiosk, law: Receipts are kept}\n---\n"
    )
    settings = {"channels": {"kiosk": "Kiosk"}, "lanes": {"law": {"label": "The law"}}}
    built = build_site({"map.md": page}, journey=settings)
    shown = built.read("map/index.html")
    assert "Kiosk" in shown
    assert "The law" in shown
    assert "Receipts are kept" in shown
    assert not built.complaints()


def test_review_is_overdue_on_the_day_that_the_site_says(build_site: Any) -> None:
    page = "---\njourney: {reviewed: 2026-01-01, review_every: 1 month, stages: [{name: A}]}\n---\n"
    late = build_site({"map.md": page}, journey={"today": "2026-06-01"}, name="late")
    soon = build_site({"map.md": page}, journey={"today": "2026-01-02"}, name="soon")
    assert late.read("map/index.html") != soon.read("map/index.html")


def test_a_site_publishes_schemas_that_know_its_own_words(build_site: Any) -> None:
    built = build_site(journey={"lanes": {"law": "The law"}, "channels": {"kiosk": "Kiosk"}})
    for name in ("journey", "front-matter"):
        schema = json.loads(built.read(f"assets/mkdocs-journey/{name}.schema.json"))
        Draft202012Validator.check_schema(schema)
        assert '"law"' in json.dumps(schema)
        assert '"kiosk"' in json.dumps(schema)
    map_schema = json.loads(built.read("assets/mkdocs-journey/journey.schema.json"))
    valid = Draft202012Validator(map_schema).is_valid
    assert valid({"stages": [{"name": "Buy", "law": "Receipts are kept"}]})
    assert not valid({"stages": [{"name": "Buy", "lawn": "Receipts are kept"}]})
