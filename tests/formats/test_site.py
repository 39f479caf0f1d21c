"""All maps of a site as data."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from mkdocs_journey.atlas import Atlas
from mkdocs_journey.catalog import Catalog, read_configuration
from mkdocs_journey.formats.site import write
from mkdocs_journey.formats.site_schema import site_schema
from tests.builds import BuildSite, build_site
from tests.views.across.atlases import overview_of

__all__ = ["build_site"]

CATALOG, _ = read_configuration({"lanes": {"risk": {"label": "Risk"}}})
SITE = {
    "people/ana.md": """
persona: {name: Ana, day: [{time: '8:00', text: Wakes, feeling: [2, {score: 4, emotion: glad}]}]}
""",
    "now.md": """
title: Now
tags: [checkout]
journey:
  reviewed: 2026-10
  review_every: 6 months
  personas: [ana, {name: Rui}]
  sources: {talks: {title: 12 talks, n: 12, date: 2026-09-18}}
  stages:
    - name: Buy
      risk: Fraud
      touchpoints:
        - name: Café
          feeling: {ana: [2, {score: 4, emotion: calm}], rui: 3}
          wait: 2–3 hours
          metrics: {nps: {value: 7–10, target: '>= 40', date: 2026-10}, conversion: 41%}
          feedback: {csat: {1: 0, 5: 3}}
          pains: {text: Slow, severity: high, frequency: 12%}
          backstage: {text: Check, to: roast, wait: 40 min}
          support: [{text: Roast, id: roast}]
          health: 72
          checkpoint: [{text: Paid, met: true}]
  flow:
    - audience: {segment: All}
    - {if: Opened?, then: [{email: Hello}], else: [{wait: 2 days}]}
  actions: {text: Test it, due: 2026-12-15, solves: slow}
  alerts: {metric: nps, below: 20}
""",
    "then.md": """
title: Then
journey: {improves: now.md, parent: {map: now.md, stage: buy}, stages: [{name: Buy}]}
""",
}


def atlas(pages: dict[str, str], catalog: Catalog = CATALOG) -> Atlas:
    return overview_of(pages, catalog).atlas


def url_of(path: str) -> str:
    return path.replace(".md", "/")


def read(found: Atlas, address: Any = url_of) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(b"".join(write(found, address, "journeys.schema.json")))
    return data


def test_the_file_says_where_each_map_and_persona_is_and_what_it_refers_to() -> None:
    data = read(atlas(SITE))
    now, then = data["maps"]
    assert data["$schema"] == "journeys.schema.json"
    assert (now["path"], now["url"], now["title"]) == ("now.md", "now/", "Now")
    assert now["personas"] == [{"id": "ana", "page": "people/ana.md"}, {"id": "rui"}]
    assert now["details"] == ["then.md"]
    assert (then["improves"], then["parent"]) == ("now.md", "now.md")
    assert [(who["id"], who.get("page"), who.get("map")) for who in data["personas"]] == [
        ("ana", "people/ana.md", None),
        ("rui", None, "now.md"),
    ]


def test_it_carries_dates_and_no_verdict_of_a_day() -> None:
    (now, _) = read(atlas(SITE))["maps"]
    assert now["journey"]["reviewed"] == "2026-10"
    assert now["journey"]["sources"]["talks"]["date"] == "2026-09-18"
    assert not {"stale", "overdue", "age"} & set(json.dumps(now).replace('"', " ").split())


def test_every_value_is_as_the_schema_says() -> None:
    schema = site_schema(CATALOG)
    Draft202012Validator.check_schema(schema)
    errors = [
        error.message for error in Draft202012Validator(schema).iter_errors(read(atlas(SITE)))
    ]
    assert errors == []


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("maps", 0, "journey", "owned"), "by nobody"),
        (("maps", 0, "journey", "reviewed"), "last week"),
        (("maps", 0, "journey", "stages", 0, "touchpoints", 0, "wait"), "2–3 hours"),
        (("maps", 0, "url"), None),
        (("personas", 0, "map"), "now.md"),
        (("version",), 2),
    ],
)
def test_the_schema_refuses_what_is_not_written_so(place: tuple[Any, ...], value: object) -> None:
    data = read(atlas(SITE))
    part: Any = data
    for step in place[:-1]:
        part = part[step]
    part[place[-1]] = value
    assert not Draft202012Validator(site_schema(CATALOG)).is_valid(data)


def test_the_order_of_files_changes_nothing() -> None:
    one = atlas(SITE)
    other = Atlas(one.catalog, dict(reversed(one.pages.items())))
    assert list(write(one, url_of, "s")) == list(write(other, url_of, "s"))


def test_what_is_not_published_is_not_named() -> None:
    def only_now(path: str) -> str | None:
        return "now/" if path == "now.md" else None

    data = read(atlas(SITE), only_now)
    (now,) = data["maps"]
    assert "details" not in now
    assert now["personas"] == [{"id": "ana"}, {"id": "rui"}]
    assert [who["id"] for who in data["personas"]] == ["rui"]


def test_a_site_without_maps_has_a_valid_file() -> None:
    assert Draft202012Validator(site_schema(CATALOG)).is_valid(read(Atlas(CATALOG, {})))


def test_a_built_site_publishes_the_file_and_its_schema(build_site: BuildSite) -> None:
    draft = "---\njourney: {stages: [{name: Secret}]}\n---\n"
    pages: dict[str, str | bytes] = {"draft.md": draft, "later.md": "---\njourney: x.yml\n---\n"}
    settings = {"draft_docs": "draft.md"}
    built = build_site(pages, **settings)
    text = built.read("journeys.json")
    data = json.loads(text)
    schema = json.loads(built.read(data["$schema"]))
    assert Draft202012Validator(schema).is_valid(data)
    assert [found["url"] for found in data["maps"]] == ["map/"]
    assert (built.folder / data["maps"][0]["url"] / "index.html").is_file()
    assert build_site(pages, name="again", **settings).read("journeys.json") == text
