"""What other maps do about a map's pains, as its own plan has it."""

from mkdocs_journey.views.across.elsewhere import work_elsewhere
from mkdocs_journey.views.across.overview import Overview
from mkdocs_journey.views.insights import insights
from mkdocs_journey.views.insights.plan import Plan
from mkdocs_journey.views.layout import lay_out
from tests.views.across.atlases import TODAY, overview_of

NOW = """
title: Now
journey:
  stages:
    - name: Buy
      pains: [{text: Dear, id: dear}, {text: Slow, id: slow}, Ugly]
      opportunities: [{text: Cache, solves: slow}]
"""
THEN = """
title: Then & there
journey:
  kind: future-state
  improves: ../maps/now.md
  stages: [{name: Buy, opportunities: [{text: Lower it, id: low, solves: [dear], status: STATUS}]}]
  actions: [{text: Ask finance, solves: low, status: STATUS, due: 2026-11-01}]
"""


def site(status: str = "planned") -> Overview:
    return overview_of({"maps/now.md": NOW, "to be/then#1.md": THEN.replace("STATUS", status)})


def plan_of(overview: Overview, path: str) -> Plan:
    found = overview.by_path[path].found
    elsewhere = work_elsewhere(overview, path)
    catalog = overview.atlas.catalog
    return insights(lay_out(found, catalog), catalog, TODAY, elsewhere).plan


def test_the_plan_of_a_map_has_what_other_maps_do_about_its_pains() -> None:
    overview = site()
    plan = plan_of(overview, "maps/now.md")
    works = {
        entry.pain.pain.text: [work.item.text for work in entry.works]
        for entry in plan.entries
        if entry.pain
    }
    assert works == {"Dear": ["Lower it", "Ask finance"], "Slow": ["Cache"], "Ugly": []}
    assert [spot.pain.text for spot in plan.unanswered] == ["Ugly"]
    backlog = [row.spot.pain.text for row in overview.pains if row.is_open]
    assert backlog == ["Ugly"]


def test_work_says_which_other_map_it_is_written_in() -> None:
    (works,) = work_elsewhere(site(), "maps/now.md").values()
    assert [work.origin and (work.origin.title, work.origin.address) for work in works] == [
        ("Then & there", "../to%20be/then%231.md#opportunity.1"),
        ("Then & there", "../to%20be/then%231.md#view.insights"),
    ]
    assert all(work.origin is None for row in site().maps for work in row.opportunities)


def test_work_that_another_map_dropped_answers_nothing() -> None:
    unanswered = plan_of(site("dropped"), "maps/now.md").unanswered
    assert [spot.pain.text for spot in unanswered] == ["Dear", "Ugly"]


def test_a_map_has_nothing_elsewhere_that_only_its_own_work_answers() -> None:
    assert work_elsewhere(site(), "to be/then#1.md") == {}
