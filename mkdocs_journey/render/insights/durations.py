"""Times in words."""

from __future__ import annotations

from mkdocs_journey.translations import Translator
from mkdocs_journey.values.times import DAY, HOUR, MINUTE, MONTH, YEAR, Duration

_UNITS = ((YEAR, "year"), (MONTH, "month"), (DAY, "day"), (HOUR, "hour"), (MINUTE, "minute"))

ENOUGH = 2
"""A unit is used from two of it on: 90 minutes say more than 1.5 hours."""


def spoken(translator: Translator, seconds: float) -> str:
    """Seconds in the largest unit that fits twice, with one decimal: `77 minutes`, `2.5 days`."""
    size, unit = _unit(seconds)
    return translator.duration(round(seconds / size, 1), unit)


def duration_text(translator: Translator, time: Duration) -> str:
    """A duration as it was written, else its range in words; an open one as its least."""
    if time.text:
        return time.text
    if time.maximum is None:
        least = spoken(translator, time.minimum)
        return translator.text("at least {time}", time=least)
    size, unit = _unit(time.maximum)
    low, high = round(time.minimum / size, 1), round(time.maximum / size, 1)
    most = translator.duration(high, unit)
    return most if low == high else f"{translator.number(low)}–{most}"


def _unit(seconds: float) -> tuple[float, str]:
    return next(
        ((size, unit) for size, unit in _UNITS if seconds >= ENOUGH * size), (1.0, "second")
    )
