"""Durations, dates and measures in the page's language."""

import pytest

from mkdocs_journey.render.quantities import (
    amount_html,
    count_html,
    date_html,
    duration_text,
    measure_text,
    span_text,
)
from mkdocs_journey.translations import translator
from mkdocs_journey.values.quantities import read_measure
from mkdocs_journey.values.times import DAY, HOUR, MINUTE, MONTH, Date, read_duration

EN, PT = translator("en"), translator("pt-BR")


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0.5, "0.5 seconds"),
        (90, "1.5 minutes"),
        (2.25 * MINUTE, "2.3 minutes"),
        (59 * MINUTE, "59 minutes"),
        (DAY, "1 day"),
        (36 * HOUR, "36 hours"),
        (10 * DAY, "10 days"),
        (45 * DAY, "45 days"),
        (6 * MONTH, "6 months"),
        (30 * MONTH, "2.5 years"),
    ],
)
def test_a_time_is_said_in_the_unit_that_people_would_use(seconds: float, text: str) -> None:
    assert span_text(EN, seconds) == text


@pytest.mark.parametrize(
    ("written", "text"),
    [("2–3 hours", "2–3 hours"), ("PT2H", "2 hours"), ("ongoing", "ongoing")],
)
def test_a_duration_shows_as_it_was_written(written: str, text: str) -> None:
    duration = read_duration(written)
    assert duration is not None
    assert duration_text(EN, duration) == text


def test_a_range_of_different_days_says_which() -> None:
    duration = read_duration({"min": "P1D", "max": "3 business days"})
    assert duration is not None
    assert duration_text(EN, duration) == "1 day – 3 business days"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("3 min", "3~min"),
        (
            "9–12 dias úteis + 2 horas",
            '<span class="journey-range">9–12</span>~dias úteis +~2~horas',
        ),
        ("target ≤ 4 %", "target ≤~4~%"),
        ("R$ 1.250,00", "R$~1.250,00"),
        ("< 1 day", "&lt;~1~day"),
        ("ongoing, as agreed", "ongoing, as agreed"),
    ],
)
def test_no_line_ends_between_a_number_and_its_unit(written: str, shown: str) -> None:
    assert amount_html(written) == shown.replace("~", "\N{NO-BREAK SPACE}")


@pytest.mark.parametrize(
    ("value", "kind", "unit", "text"),
    [
        ("31 %", "percent", None, "31%"),
        ("58.25%", "number", None, "58,25%"),
        (">= 5.5", "score", None, "≥ 5,5"),
        ("7–10", "score", None, "7–10"),
        ("2.5 h", "duration", None, "2.5 h"),
        (0.41, "percent", None, "41%"),
        (41, "percent", None, "41%"),
        (5, "score", None, "5,0"),
        (1234.5, "number", None, "1.234,5"),
        (2, "duration", "day", "2 dias"),
        (12, "currency", "BRL", "R$\u00a012,00"),
        (12, "currency", None, "12"),
    ],
)
def test_a_bare_number_is_written_as_its_metric_is(
    value: object, kind: str, unit: str | None, text: str
) -> None:
    measure = read_measure(value)
    assert measure is not None
    assert measure_text(PT, measure, kind, unit) == text


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("3 open opportunities", "3~open~opportunities"),
        ("{n} pontos de dor", "{n}~pontos~de~dor"),
        (
            "12 touchpoints have nothing to compare with",
            "12~touchpoints have nothing to compare with",
        ),
        ("{n} are linked to no pain point", "{n}~are linked to no pain point"),
        (
            "94% of 17 claims were observed. <The others>",
            "94% of 17~claims were observed. &lt;The others&gt;",
        ),
    ],
)
def test_no_line_ends_within_a_count(written: str, shown: str) -> None:
    assert count_html(written) == shown.replace("~", "\N{NO-BREAK SPACE}")


def test_a_date_carries_its_machine_readable_form() -> None:
    assert date_html(EN, Date(2026, 10)) == '<time datetime="2026-10">October 2026</time>'
