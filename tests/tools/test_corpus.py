"""The generated site: the same for a seed, and without a fault."""

from collections import Counter

from mkdocs_journey.atlas import Atlas
from mkdocs_journey.catalog import read_configuration
from mkdocs_journey.diagnostics import Severity
from mkdocs_journey.pages import read_page
from mkdocs_journey.source import Source
from mkdocs_journey.views.across.overview import Overview
from tests.rules.sites import TODAY, check
from tools.corpus import SETTINGS, map_page, site


def overview_of(maps: int) -> Overview:
    catalog, _ = read_configuration(SETTINGS)
    pages = (read_page(Source(path, text), catalog, lambda _: None) for path, text in site(maps))
    return Overview(Atlas(catalog, {page.path: page for page in pages if page}), TODAY)


def test_a_site_is_the_beginning_of_a_larger_one() -> None:
    few, many = list(site(5)), list(site(9))
    assert few == many[: len(few)]
    assert map_page(3, seed=2) != map_page(3)


def test_its_maps_have_nothing_to_complain_of() -> None:
    found = check(overview_of(60).atlas, TODAY)
    assert [finding.message for finding in found if finding.severity is not Severity.INFO] == []


def test_it_has_whatever_views_across_maps_ask_for() -> None:
    site = overview_of(100)
    kinds = Counter(row.found.journey.kind for row in site.maps)
    assert len(kinds) == 6
    assert any(row.is_stale for row in site.maps)
    assert any(row.found.journey.improves for row in site.maps)
    assert any(site.atlas.details_of(row.path) for row in site.maps)
    assert any(pain.is_open for pain in site.pains) and not all(p.is_open for p in site.pains)
    assert any(action.work.is_overdue for action in site.actions)
    assert any(row.page is None for row in site.personas)
    assert all(row.journeys for row in site.personas)
