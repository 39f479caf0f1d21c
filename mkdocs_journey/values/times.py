"""Durations and dates as people write them."""

from __future__ import annotations

import calendar
import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Annotated, Any, NamedTuple

from mkdocs_journey.values.base import EMPTY_PATTERN, MOST, Read, fault, is_empty, on_one_line, show
from mkdocs_journey.values.quantities import find_two_readings

MINUTE, HOUR, DAY, WEEK = 60.0, 3600.0, 86400.0, 604800.0
MONTH, YEAR = 30.4375 * DAY, 365.25 * DAY

_WORKING_DAYS = (
    "working day", "working days", "business day", "business days", "dia util", "dias uteis",
    "dia habil", "dias habiles",
)  # fmt: skip
_UNITS = {
    "ms": 0.001,
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds", "seg", "segundo", "segundos"), 1.0),
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes", "minuto", "minutos"), MINUTE),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours", "hora", "horas"), HOUR),
    **dict.fromkeys(("d", "day", "days", "dia", "dias"), DAY),
    **dict.fromkeys(_WORKING_DAYS, DAY),
    **dict.fromkeys(("w", "wk", "week", "weeks", "semana", "semanas", "sem"), WEEK),
    **dict.fromkeys(("mo", "month", "months", "mes", "meses"), MONTH),
    **dict.fromkeys(("y", "yr", "year", "years", "ano", "anos"), YEAR),
}  # fmt: skip
_OPEN = {"ongoing", "open", "continuous", "continuo", "continua", "em andamento", "en curso"}
_NUMBER = "[0-9]+(?:[.,][0-9]+)?"
_RANGE = re.compile(
    rf"(?P<low>{_NUMBER})(?:\s*(?P<low_unit>[a-z ]*?[a-z]))?\s*(?:-|–|—|to|a|ate|until)\s*"
    rf"(?P<high>{_NUMBER})\s*(?P<unit>[a-z ]+)"
)
_LEAST = re.compile(rf"(?P<low>{_NUMBER})\s*\+\s*(?P<unit>[a-z ]+)")
_PART = re.compile(
    rf"\s*(?:,|and|e|y)?\s*(?P<n>{_NUMBER})\s*(?P<unit>[a-z][a-z ]*?)"
    r"(?=\s*[0-9]|\s*,|\s*$|\s+(?:and|e|y)\b)\s*"
)
_HOURS_AND_MINUTES = re.compile(r"(?P<h>[0-9]+)\s?h\s?(?P<m>[0-5][0-9])")
"""`1h30`: in Portuguese and Spanish the minutes go without their unit."""
_ISO = re.compile(
    r"P(?:(?P<y>[0-9]+)Y)?(?:(?P<mo>[0-9]+)M)?(?:(?P<w>[0-9]+)W)?(?:(?P<d>[0-9]+)D)?"
    r"(?:T(?:(?P<h>[0-9]+)H)?(?:(?P<m>[0-9]+)M)?(?:(?P<s>[0-9]+)S)?)?"
)


@dataclass(frozen=True, slots=True)
class Duration:
    """How long something takes, in seconds: at least `minimum`, at most `maximum`."""

    minimum: float
    maximum: float | None
    """`None` where it is open: `12+ months`, `ongoing`."""
    text: str = ""
    """As it was written, for display; empty where it came as numbers or in ISO 8601."""
    working: tuple[float, float] = (0.0, 0.0)
    """Seconds of either end that are working days: five of them are a week, and no five days."""

    @property
    def middle(self) -> float:
        """Seconds to count with: the middle of a range, the least of an open one."""
        return self.minimum if self.maximum is None else (self.minimum + self.maximum) / 2


def _fold(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char)).strip()


class _Amount(NamedTuple):
    """A number of a unit of time, in seconds, and how many of these are working days."""

    seconds: float
    working: float


def _amount(number: str, unit: str) -> _Amount | None:
    name = unit.strip()
    if (size := _UNITS.get(name)) is None:
        return None
    seconds = float(number.replace(",", ".")) * size
    return _Amount(seconds, seconds if name in _WORKING_DAYS else 0.0)


def parse_duration(text: str) -> Duration | None:
    """Duration that a text says (English, Portuguese, Spanish, ISO 8601), or `None`."""
    duration = _parse(on_one_line(text))
    is_long = duration is not None and max(duration.minimum, duration.maximum or 0.0) > MOST
    return None if is_long else duration


@lru_cache(maxsize=1024)  # a site's maps say the same few, which all of them hold once
def _parse(text: str) -> Duration | None:
    folded = _fold(text)
    if find_two_readings(folded) is not None:
        return None
    if folded in _OPEN:
        return Duration(0.0, None, text.strip())
    iso = _ISO.fullmatch(text.strip())
    if iso is not None and any(iso.groups()):
        unit = {"y": YEAR, "mo": MONTH, "w": WEEK, "d": DAY, "h": HOUR, "m": MINUTE, "s": 1.0}
        total = sum(float(iso[key]) * unit[key] for key in unit if iso[key])
        return Duration(total, total)
    if match := _RANGE.fullmatch(folded):
        high = _amount(match["high"], match["unit"])
        low = _amount(match["low"], match["low_unit"] or match["unit"])
        if low and high:
            low, high = sorted((low, high))
            working = (low.working, high.working)
            return Duration(low.seconds, high.seconds, text.strip(), working)
        return None
    if match := _LEAST.fullmatch(folded):
        least = _amount(match["low"], match["unit"])
        return least and Duration(least.seconds, None, text.strip(), (least.working, 0.0))
    if match := _HOURS_AND_MINUTES.fullmatch(folded):
        total = int(match["h"]) * HOUR + int(match["m"]) * MINUTE
        return Duration(total, total, text.strip())
    return _sum_of_parts(folded, text)


def _sum_of_parts(folded: str, text: str) -> Duration | None:
    total, working, at = 0.0, 0.0, 0
    while at < len(folded):
        match = _PART.match(folded, at)
        part = _amount(match["n"], match["unit"]) if match else None
        if match is None or part is None:
            return None
        total += part.seconds
        working += part.working
        at = match.end()
    return Duration(total, total, text.strip(), (working, working)) if folded else None


_DURATION_HINT = "write one like `2 days`, `90 s`, `2–3 hours`, `12+ months` or `ongoing`"


def read_duration(value: Any) -> Duration | None:
    """Duration of a text or of `{min, max}`; `None` for an empty value."""
    if isinstance(value, Duration):
        return value
    if is_empty(value):
        return None
    if isinstance(value, dict) and value and set(value) <= {"min", "max"}:
        return _between(_read_end(value.get("min")), _read_end(value.get("max")))
    duration = parse_duration(value) if isinstance(value, str) else None
    if duration is None:
        hint = _DURATION_HINT
        if str(value).strip().replace(".", "", 1).isdigit():
            hint = f"say of what, like `{show(value)} days`"
        elif isinstance(value, str) and (found := find_two_readings(value)):
            thousands = f"{found.whole:g}"
            hint = f"`{found.text}` may mean {thousands}, write `{thousands}` or fewer decimals"
        raise fault("bad-duration", "`{value}` is not a duration: {hint}", value=show(value),
                    hint=hint)  # fmt: skip
    return duration


def is_like_duration(value: Any) -> bool | None:
    """Whether a value is a duration, as one is told from a text; `None` where it may be either."""
    if is_empty(value) or isinstance(value, (int, float)):
        return None
    if isinstance(value, str):
        is_amount = value.lstrip()[:1].isdigit()
        return True if parse_duration(value) else None if is_amount else False
    return isinstance(value, dict) and {"min", "max"} >= value.keys()


def _read_end(value: Any) -> Duration | None:
    """One end of a range, which is no range of its own."""
    return read_duration(show(value) if isinstance(value, dict) else value)


def _between(low: Duration | None, high: Duration | None) -> Duration | None:
    """Duration from the least of one to the most of another, whichever is the longer."""
    if low is None or high is None:
        known = low or high
        if known is None:
            return None
        sign = ("", "+") if high is None else ("≤ ", "")
        text = f"{sign[0]}{known.text}{sign[1]}" if known.text else ""
        working = (known.working[0] if low else 0.0, known.working[1] if high else 0.0)
        least, most = known.minimum if low else 0.0, known.maximum if high else None
        return Duration(least, most, text, working)
    if low.minimum > high.minimum:
        low, high = high, low
    text = f"{low.text}–{high.text}" if low.text and high.text else ""
    return Duration(low.minimum, high.maximum, text, (low.working[0], high.working[1]))


@dataclass(frozen=True, slots=True)
class Date:
    """A day, a month or a year."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def iso(self) -> str:
        """As `2026-10-02`, `2026-10` or `2026`: sorts by time within one precision."""
        month = f"-{self.month:02d}" if self.month else ""
        day = f"-{self.day:02d}" if self.day else ""
        return f"{self.year:04d}{month}{day}"

    @property
    def last_day(self) -> date:
        """The last day that it names: a month's last, a year's last."""
        month = self.month or 12
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def after(self, duration: Duration) -> date:
        """Day that lies a duration after it; the latest date there is, where that is beyond."""
        seconds = duration.minimum if duration.maximum is None else duration.maximum
        try:
            return self.last_day + timedelta(seconds=seconds)
        except OverflowError:
            return date.max


_TIME = r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?\s?(?:Z|[-+][0-9]{1,2}(?::?[0-9]{2})?)?"
_DATE = re.compile(rf"([0-9]{{4}})(?:-([0-9]{{1,2}})(?:-([0-9]{{1,2}})(?:[T ]{_TIME})?)?)?")


def read_date(value: Any) -> Date | None:
    """Date of `2026-10-02`, `2026-10` or `2026`; `None` for an empty value."""
    if isinstance(value, Date):
        return value
    if is_empty(value):
        return None
    text = value.isoformat() if hasattr(value, "isoformat") else str(value)
    match = _DATE.fullmatch(text.strip())
    if match:
        year, month, day = (int(part) if part else None for part in match.groups())
        try:
            date(year or 0, month or 1, day or 1)
        except ValueError:
            pass
        else:
            return Date(year or 0, month, day)
    raise fault(
        "bad-date",
        "`{value}` is not a date: write year, month and day like `2026-10-02`, or only `2026-10`",
        value=show(value),
    )


# What every duration has, in any language: an amount before a unit, ISO 8601, or an open word.
_DURATION_TEXT = {
    "type": ["string", "null"],
    "pattern": (
        f"^(?:{EMPTY_PATTERN}|\\s*P[0-9T].*|.*[0-9]\\s*\\+?\\s*[A-Za-zÀ-ÿ].*|"
        "\\s*(?:[Oo]ngoing|[Oo]pen|[Cc]ont[ií]nu[a-z]+|[Ee]m andamento|[Ee]n curso)\\s*)$"
    ),
}
_DURATION = {
    "anyOf": [
        _DURATION_TEXT,
        {
            "type": "object",
            "properties": {"min": _DURATION_TEXT, "max": _DURATION_TEXT},
            "additionalProperties": False,
            "minProperties": 1,
        },
    ]
}
_DATE_SCHEMA = {
    "anyOf": [
        {
            "type": "string",
            "pattern": (
                f"^(?:{EMPTY_PATTERN}|\\s*[0-9]{{4}}(?:-(?:0?[1-9]|1[0-2])"
                f"(?:-(?:0?[1-9]|[12][0-9]|3[01])(?:[T ]{_TIME})?)?)?\\s*)$"
            ),
        },
        {"type": "integer", "minimum": 1000, "maximum": 9999},
        {"type": "null"},
    ]
}
DurationValue = Annotated[
    Duration | None,
    Read(read_duration, _DURATION, "duration: `2 days`, `PT2H`, `2–3 hours`, `12+ months`"),
]
DateValue = Annotated[
    Date | None, Read(read_date, _DATE_SCHEMA, "date: `2026-10-02`, `2026-10` or `2026`")
]
