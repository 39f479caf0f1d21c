"""Every type of page in Firefox, which draws and scrolls by an engine of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.firefox import Firefox, launch
from tests.browser.geometry import MEASURE, NEAR, POINTS, check_lines
from tests.browser.test_shifts import PAGES
from tools.browsers import FIREFOX

WIDER = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
# Each tab with the views that are shown while it is chosen, once the page's script has run.
VIEWS = """async () => {
  while (document.querySelector("[data-journey]:not(.is-js)"))
    await new Promise(requestAnimationFrame);
  return [...document.querySelectorAll(".journey-tabs a")].map((tab) => {
    tab.click();
    const views = [...document.querySelectorAll(".journey-view")];
    return [tab.hash, views.filter((view) => view.offsetHeight).map((view) => "#" + view.id)];
  });
}"""
TURN = "() => { document.documentElement.dir = 'rtl'; }"
WIDTHS = pytest.mark.parametrize("width", [390, 1440])


@pytest.fixture(scope="module")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """The machine's Firefox, without a window."""
    path = FIREFOX.find()
    if path is None:
        pytest.skip("no Firefox on the PATH: on Debian `make test` installs firefox-esr")
    with launch(path, tmp_path_factory.mktemp("firefox") / "profile") as firefox:
        yield firefox


@pytest.mark.parametrize("path", PAGES)
@WIDTHS
def test_pages_have_no_error_and_do_not_scroll_sideways(
    demo_site: str, firefox: Firefox, path: str, width: int
) -> None:
    firefox.open(f"{demo_site}/{path}", width=width)
    for chosen, shown in firefox.evaluate(VIEWS):
        assert shown == [chosen]
        assert firefox.evaluate(WIDER) <= 0
    assert firefox.evaluate(WIDER) <= 0
    assert firefox.errors == []


@pytest.mark.parametrize("path", [path for path in PAGES if "journeys/" in path])
def test_feelings_lie_on_the_curve_and_over_their_columns(
    demo_site: str, firefox: Firefox, path: str
) -> None:
    firefox.open(f"{demo_site}/{path}")
    for point in firefox.evaluate(POINTS):
        assert point["curve"] < NEAR
        assert point["column"] < NEAR


@pytest.mark.parametrize("is_turned", [False, True], ids=["ltr", "rtl"])
def test_lines_meet_their_cards_and_have_no_gap(
    rails_site: str, firefox: Firefox, is_turned: bool
) -> None:
    firefox.open(f"{rails_site}/#view.blueprint")
    if is_turned:
        firefox.evaluate(TURN)
    check_lines(firefox.evaluate(MEASURE))


@pytest.mark.parametrize(
    ("script", "error"),
    [
        ("console.error('spilt')", "console: spilt"),
        ("setTimeout(() => { throw new Error('spilt'); })", "console: Error: spilt"),
        ("fetch('https://elsewhere.example/x')", "request: https://elsewhere.example/x"),
    ],
)
def test_what_goes_wrong_is_noted(
    rails_site: str, firefox: Firefox, script: str, error: str
) -> None:
    firefox.open(f"{rails_site}/")
    firefox.evaluate(f"async () => {{ await Promise.allSettled([{script}]); }}")
    firefox.evaluate("() => new Promise((done) => setTimeout(done))")
    assert error in firefox.errors
