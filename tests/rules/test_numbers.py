"""Whether a number can be what its metric counts."""

import pytest

from mkdocs_journey.catalog.configuration import read_configuration
from tests.rules.sites import reports_of


def told(text: str) -> list[tuple[str, str]]:
    """Where a mean is told, and what stands there."""
    lines = [line for line in reports_of({"a.md": text}) if "[mean-for-share]" in line]
    return [(line.split(" ")[0], line.split("`")[1]) for line in lines]


def map_with(metric: str) -> str:
    return f"journey:\n  stages:\n    - name: Buy\n      metrics:\n        csat: {metric}\n"


@pytest.mark.parametrize(
    ("metric", "column", "shown"),
    [
        ("4.2", 15, "4.2"),
        ('"4,2"', 15, "4,2"),
        ("4", 15, "4"),
        ("1", 15, "1"),
        ("4–5", 15, "4–5"),
        ("4.2/5", 15, "4.2/5"),
        ("8,7 de 10", 15, "8,7 de 10"),
        ("{value: 4.2, target: 4.5}", 23, "4.2"),
        ("{value: 84%, target: ≥ 4}", 36, "≥ 4"),
        ("{value: 84%, previous: 4}", 38, "4"),
    ],
)
def test_a_mean_is_no_share_of_satisfied_customers(metric: str, column: int, shown: str) -> None:
    assert told(map_with(metric)) == [(f"a.md:6:{column}:", shown)]


@pytest.mark.parametrize(
    "metric", ["84%", "0.84", "84", '"84,2"', "4.2%", "{value: , target: ≥ 80%}", "{n: 4}"]
)
def test_a_share_is_left_alone_however_it_is_written(metric: str) -> None:
    assert told(map_with(metric)) == []


def test_other_metrics_may_be_small_numbers() -> None:
    others = "        conversion: 4.2\n        ces: 4.2\n        csat-mean: 4.2\n"
    assert reports_of({"a.md": map_with("84%") + others}) == []


def test_what_an_alert_waits_for_is_a_share_as_well() -> None:
    alerts = "  alerts: [{metric: csat, below: 4}, {metric: nps, below: 4}]\n"
    assert told(map_with("84%") + alerts) == [("a.md:7:34:", "4")]


def test_a_site_may_declare_that_it_means_a_mean() -> None:
    catalog, _ = read_configuration({"metrics": {"csat": {"format": "score", "range": [1, 5]}}})
    assert reports_of({"a.md": map_with("4.2")}, catalog) == []
