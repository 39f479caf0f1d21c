"""Whether a number can be what its metric counts."""

import pytest

from mkdocs_journey.catalog import BUILT_IN, Catalog
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


def doubts(metrics: str, catalog: Catalog = BUILT_IN) -> list[tuple[str, str, str]]:
    """Where a number of two readings is told, what stands there, and what to write."""
    text = f"journey:\n  stages:\n    - name: Buy\n      metrics:\n        {metrics}\n"
    lines = [line for line in reports_of({"a.md": text}, catalog) if "[ambiguous-number]" in line]
    quoted = [line.split("`") for line in lines]
    return [(words[0].split(" ")[0], words[1], f"{words[3]} or {words[5]}") for words in quoted]


@pytest.mark.parametrize(
    ("metric", "column", "shown", "instead"),
    [
        ("cost: 1.250", 15, "1.250", "1250 or 1.25"),
        ("cost: 1.250 euros", 15, "1.250", "1250 or 1.25"),
        ("cost: {value: 1.250, previous: 1.310 €}", 23, "1.250", "1250 or 1.25"),
        ('cost: {value: 1250, target: "< 1.300"}', 37, "1.300", "1300 or 1.3"),
        ("cost: {value: 1250, previous: 12.000}", 39, "12.000", "12000 or 12"),
        ("wait: 1.500 s", 15, "1.500", "1500 or 1.5"),
        ("span: 900–1.500", 15, "1.500", "1500 or 1.5"),
        ("retention: 12,345%", 20, "12,345", "12345 or 12.35"),
        ("churn: 3,125", 16, "3,125", "3125 or 3.13"),
        ("growth: 1.250%", 17, "1.250", "1250 or 1.25"),
    ],
)
def test_a_number_that_two_countries_read_differently_is_told(
    metric: str, column: int, shown: str, instead: str
) -> None:
    assert doubts(metric) == [(f"a.md:6:{column}:", shown, instead)]


@pytest.mark.parametrize(
    "metric",
    [
        "cost: 1.250 €",
        "cost: R$ 1.250",
        "cost: 1.234.567",
        'cost: "1.234,50"',
        "cost: 1 234.500",
        "cost: 1.25",
        "cost: 1.2500",
        "cost: 0.125",
        "cost: 1250",
        "churn: 3.125",
        "retention: 12.345%",
        "ces: 4.125",
        "uptime: 99.987%",
        "visits: 18,420",
        "cost: 1,250 euros",
    ],
)
def test_a_number_that_can_be_read_in_one_way_is_left_alone(metric: str) -> None:
    assert doubts(metric) == []


def test_each_number_of_two_readings_is_told_and_each_once() -> None:
    found = doubts('cost: {value: 1.250–1.500, target: "< 1.300", previous: 1.400}')
    assert [shown for _, shown, _ in found] == ["1.250", "1.300", "1.400"]


def test_what_an_alert_waits_for_is_told_as_well() -> None:
    alerts = "nps: 40\n  alerts: [{metric: cost, above: 1.250}, {metric: churn, above: 3.125%}]"
    assert doubts(alerts) == [("a.md:7:34:", "1.250", "1250 or 1.25")]


def test_the_range_that_a_site_declares_decides_between_two_readings() -> None:
    catalog, _ = read_configuration({"metrics": {"mean": {"range": [1, 10]}}})
    assert doubts("mean: 8.125", catalog) == []
    assert doubts("mean: 8,125", catalog) != []
