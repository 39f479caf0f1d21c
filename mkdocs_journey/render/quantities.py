"""Durations, dates and measures as text in the page's language."""

from __future__ import annotations

import re
from functools import lru_cache

from mkdocs_journey.render.escape import Html, escape
from mkdocs_journey.translations import Translator, half_up, mark_count
from mkdocs_journey.values.quantities import Measure
from mkdocs_journey.values.times import DAY, HOUR, MINUTE, MONTH, YEAR, Date, Duration

_UNITS = (
    ("year", YEAR), ("month", MONTH), ("day", DAY), ("hour", HOUR), ("minute", MINUTE),
    ("second", 1.0),
)  # fmt: skip
_LONG = {"year": 2 * YEAR, "month": 2 * MONTH, "day": 2 * DAY}
"""Seconds from which a unit is used; below, the next smaller one reads better."""
_WORKING_DAYS = mark_count("{n} business day", "{n} business days")
_PLUS = " + "
_AT_DIGIT = re.compile(r"(?<=[\d≤≥<>]) | (?=\d)")
"""Spaces between a number and its unit, on either side."""
_AFTER_NUMBER = re.compile(r"(?<=[\d}]) ")
_SHORT = 28
"""Characters of a count that stand in one line in any card or cell."""
_RANGE = re.compile(r"[\d.,]+[–-][\d.,]+")
"""What a line may end within: after the dash."""


def span_text(translator: Translator, seconds: float) -> str:
    """Seconds in the unit in which people would say them, with one decimal at most."""
    for unit, size in _UNITS:
        if seconds >= _LONG.get(unit, size) or (unit == "day" and seconds == DAY):
            return translator.duration(half_up(seconds / size), unit)
    return translator.duration(half_up(seconds), "second")


def duration_text(translator: Translator, duration: Duration) -> str:
    """A duration as it was written, else in the page's language."""
    if duration.text:
        return duration.text
    if any(duration.working):
        return sum_text(translator, duration)
    if duration.maximum is None:
        return f"{span_text(translator, duration.minimum)}+"
    return span_text(translator, duration.middle)


def sum_text(translator: Translator, time: Duration) -> str:
    """A sum of durations with both its ends: `16–23 days`, `at least 2 days`.

    How many days there are to so many working days nobody knows, so those are added up by
    themselves: `9–12 business days + 2 hours`.
    """
    least = _by_unit(time.minimum, time.working[0])
    if time.maximum is None:
        return translator.text("at least {time}", time=_spans(translator, least))
    if time.text:
        return time.text
    most = _by_unit(time.maximum, time.working[1])
    if any(low > high for low, high in zip(least, most, strict=True)):  # `2 hours–1 business day`
        return f"{_spans(translator, least)} – {_spans(translator, most)}"
    days = any(time.working) and _range_text(
        working_days_text(translator, least[0]), working_days_text(translator, most[0])
    )
    if days and not most[1]:
        return days
    rest = _range_text(span_text(translator, least[1]), span_text(translator, most[1]))
    return f"{days}{_PLUS}{rest}" if days else rest


def _by_unit(seconds: float, working: float) -> tuple[float, float]:
    """Working days and other time, both in seconds; beside days, less than a second is none."""
    rest = seconds - working
    return working, 0.0 if working and rest < 1 else rest


def _spans(translator: Translator, time: tuple[float, float]) -> str:
    working, rest = time
    days = [working_days_text(translator, working)] if working else []
    return _PLUS.join([*days, span_text(translator, rest)] if rest or not days else days)


def working_days_text(translator: Translator, seconds: float) -> str:
    """Working days as such: months have not the same number of them."""
    return translator.count(*_WORKING_DAYS, half_up(seconds / DAY))


def _range_text(low: str, high: str) -> str:
    if low == high:
        return low
    start, _, unit = low.partition(" ")
    return f"{start if high.endswith(f' {unit}') else low}–{high}"


@lru_cache(maxsize=1024)  # maps say the same times and percentages
def amount_html(text: str) -> Html:
    """A time or a measure, which no line ends within: `3` is nothing without its `min`."""
    whole = escape(_AT_DIGIT.sub("\N{NO-BREAK SPACE}", text))
    return Html(_RANGE.sub(r'<span class="journey-range">\g<0></span>', whole))


def count_html(text: str) -> Html:
    """How many there are of something, as a page shows it."""
    return escape(count_text(text))


@lru_cache(maxsize=1024)
def count_text(text: str) -> str:
    """A count that no line ends within: `3 open opportunities`.

    Of a sentence none ends after its number, which may still be the field `{n}`.
    """
    spaces = " " if len(text) <= _SHORT else _AFTER_NUMBER
    return re.sub(spaces, "\N{NO-BREAK SPACE}", text)


def date_html(translator: Translator, date: Date) -> Html:
    """A date with its machine-readable form."""
    text = translator.date(date.year, date.month, date.day)
    return Html(f'<time datetime="{date.iso}">{escape(text)}</time>')


def measure_text(translator: Translator, measure: Measure, kind: str, unit: str | None) -> str:
    """A number or percentage as the page's language writes it, by its metric's `format` and `unit`.

    A range, and what has a unit of its own, stays as it was written.
    """
    if measure.low != measure.high or measure.unit not in ("", "%"):
        return measure.text
    bound = f"{measure.bound} " if measure.bound else ""
    return bound + _number_text(translator, measure, kind, unit)


def _number_text(translator: Translator, measure: Measure, kind: str, unit: str | None) -> str:
    value = measure.low
    if measure.is_percent:
        decimals = f"{value:.6g}".partition(".")[2]
        return translator.percent(value / 100, len(decimals))
    match kind:
        case "percent":
            return translator.percent(value if abs(value) <= 1 else value / 100)
        case "score":
            return translator.score(value)
        case "currency" if unit:
            return translator.money(value, unit)
        case "duration":
            return translator.duration(value, unit or "hour")
        case _:
            return translator.number(value)
