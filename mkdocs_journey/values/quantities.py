"""Numbers as people write them: ranges, shares, targets, scores."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Any

from pydantic_core import PydanticCustomError

from mkdocs_journey.values.base import EMPTY_PATTERN, MOST, Read, fault, is_empty, on_one_line, show

# Nothing is grouped behind a zero: `0,125` is an eighth.
_GROUPED = r"[1-9][0-9]{0,2}(?:[ ,][0-9]{3})+(?:\.[0-9]+)?"
# As Portuguese and Spanish group: `1.234` alone is a decimal, as it is in English. Money has no
# third decimal: beside a currency it is grouped.
_GROUPED_BY_DOTS = r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+,[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,}"
_WITH_GROUPS = re.compile(f"[-+]?{_GROUPED}")
_WITH_DOTS = re.compile(f"[-+]?(?:{_GROUPED_BY_DOTS})")
_MONEY_BY_DOTS = re.compile(r"[-+]?[1-9][0-9]{0,2}\.[0-9]{3}")
_CURRENCY = re.compile(r"[^\W\d_]{0,3}[$€£¥]|BRL|EUR|USD")
_NUMBER = rf"[-−+]?(?:{_GROUPED}|{_GROUPED_BY_DOTS}|[0-9]+(?:[.,][0-9]+)?|\.[0-9]+)"
_MEASURE = re.compile(
    rf"(?P<bound>≥|>=|≤|<=|>|<|~|≈)?\s*(?P<prefix>[^\W\d_]{{0,3}}[$€£¥]|[^\W\d_]{{3}}\s)?\s*"
    rf"(?P<low>{_NUMBER})\s*(?P<low_unit>%)?\s*"
    rf"(?:(?:–|—|-|to|a)\s*(?P<high>{_NUMBER}))?\s*(?P<unit>[^\d\s<>≥≤.,][^<>≥≤]{{0,23}})?"
)
# Thousands to some of the languages that maps are written in, decimals to the others.
_AMBIGUOUS = re.compile(
    r"(?<![0-9.,])(?<![0-9][ \u00a0\u202f])([1-9][0-9]{0,2})([.,])([0-9]{3})(?![0-9.,])"
)
_PLAIN = "[-−+]?[0-9]+(?:[.,][0-9]+)?(?:[eE][-+]?[0-9]+)?"
_PLAIN_NUMBER = re.compile(_PLAIN)
_GROUPS = re.compile(r"(?<=[0-9])[ \u00a0\u202f,.](?=[0-9]{3}(?:[^0-9]|$))")
_WHOLE = re.compile(r"(?<![\w.,−-])[0-9]{1,15}(?![\w.,])")
"""The whole number within a text: what was probably counted."""
_BOUNDS = {">=": "≥", "<=": "≤", "~": "", "≈": ""}


@dataclass(frozen=True, slots=True)
class Measure:
    """A number with what stands around it: `4`, `58%`, `7–10`, `≥ 40`, `2.5 h`, `R$ 12`."""

    low: float
    """The number; of a range its lower end. A percentage is kept as written: 58 for `58%`."""
    high: float
    """The same number, or a range's upper end."""
    unit: str = ""
    """`%`, a currency, or any word behind the number."""
    bound: str = ""
    """`≥`, `≤`, `>` or `<` where a target is meant."""
    text: str = ""
    """As it was written, for display; empty where it was a bare number."""

    @property
    def value(self) -> float:
        """One number that stands for it: the middle of a range."""
        return (self.low + self.high) / 2

    @property
    def is_percent(self) -> bool:
        """Written with a percent sign."""
        return self.unit == "%"


@dataclass(frozen=True, slots=True)
class TwoReadings:
    """A number of which languages differ: `1.250` is thousands to some, decimals to others."""

    text: str
    """The number as it was written, without what stands around it."""
    whole: float
    """With its sign between thousands."""
    decimal: float
    """With its sign before decimals."""
    is_whole: bool
    """Whether a measure takes it for the whole number: it does where the sign is a comma."""


def find_two_readings(text: str) -> TwoReadings | None:
    """The first number of a text that can be read in two ways; `None` where there is none."""
    match = _AMBIGUOUS.search(text)
    if match is None:
        return None
    before, sign, behind = match.groups()
    whole, decimal = float(before + behind), float(f"{before}.{behind}")
    return TwoReadings(match[0], whole, decimal, is_whole=sign == ",")


@lru_cache(maxsize=1024)  # asked of every measure that is long enough
def doubt_of(measure_text: str) -> TwoReadings | None:
    """How else a measure's number may be meant, where its text does not decide."""
    found = find_two_readings(measure_text)
    match = _MEASURE.fullmatch(on_one_line(measure_text)) if found else None
    return None if match is None or _is_money(match) else found


def _is_money(match: re.Match[str]) -> bool:
    """Whether a currency stands beside the number."""
    return _CURRENCY.fullmatch((match["prefix"] or match["unit"] or "").strip()) is not None


def _number(text: str, *, is_money: bool = False) -> float:
    text = text.replace("−", "-")
    if _WITH_GROUPS.fullmatch(text):
        text = text.replace(" ", "").replace(",", "")
    elif _WITH_DOTS.fullmatch(text) or (is_money and _MONEY_BY_DOTS.fullmatch(text)):
        text = text.replace(".", "")
    return float(text.replace(",", "."))


def parse_measure(text: str) -> Measure | None:
    """Measure that a text says, or `None` where it says none."""
    return _parse(on_one_line(text))


@lru_cache(maxsize=1024)  # maps say the same percentages and round numbers
def _parse(text: str) -> Measure | None:
    match = _MEASURE.fullmatch(text)
    if match is None:
        return None
    is_money = _is_money(match)
    low = _number(match["low"], is_money=is_money)
    high = _number(match["high"], is_money=is_money) if match["high"] else low
    unit = (match["low_unit"] or match["unit"] or (match["prefix"] or "").strip()).strip()
    if match["low_unit"] and match["unit"] and match["unit"].strip() != "%":
        return None
    if max(abs(low), abs(high)) > MOST:
        return None
    bound = match["bound"] or ""
    return Measure(min(low, high), max(low, high), unit, _BOUNDS.get(bound, bound), text)


def read_number(value: Any) -> float | None:
    """Number up to `MOST`, or `None` for an empty value; raises with the sentence for users."""
    if is_empty(value):
        return None
    if isinstance(value, str):
        # Python's own `float` takes `1_0`, `７` and `nan` for numbers, too.
        is_number = _PLAIN_NUMBER.fullmatch(value.strip())
        number = float(value.replace("−", "-").replace(",", ".")) if is_number else math.nan
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        number = float(value)
    else:
        number = math.nan
    if not abs(number) <= MOST:
        raise fault("wrong-type", "`{value}` is not a number: write one", value=show(value))
    return number


def read_measure(value: Any) -> Measure | None:
    """Measure of a number or text; `None` where nothing is measured yet."""
    if is_empty(value):
        return None
    if isinstance(value, Measure):
        return value
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        if abs(value) <= MOST:
            return Measure(float(value), float(value))
    elif isinstance(value, str):
        measure = parse_measure(value)
        if measure is not None:
            return measure
    raise fault(
        "wrong-type",
        "`{value}` is not a number: write one like `46`, `58%`, `7–10` or `≥ 40`",
        value=show(value),
    )


def read_share(value: Any) -> float | None:
    """Share between 0 and 1, from `58%` or `0.58`."""
    measure = read_measure(value)
    if measure is None:
        return None
    share = measure.value / 100 if measure.is_percent else measure.value
    if not 0 <= share <= 1 or (measure.unit and not measure.is_percent):
        raise fault(
            "share-out-of-range",
            "`{value}` is not a share: write a percentage from `0%` to `100%`",
            value=show(value),
        )
    return share


def read_count(value: Any) -> int | None:
    """Whole number from 0; its thousands may be grouped as any language groups them."""
    if is_empty(value):
        return None
    plain = _GROUPS.sub("", value) if isinstance(value, str) else value
    try:
        number = read_number(plain)
    except PydanticCustomError as error:
        inside = _WHOLE.search(plain) if isinstance(plain, str) else None
        if inside is None:
            raise
        raise fault("wrong-type", "`{value}` is not a number: write `{count}`", value=show(value),
                    count=inside[0]) from error  # fmt: skip
    if number is None or number < 0 or number != int(number):
        raise fault("wrong-type", "`{value}` is not a count: write 0, 1, 2, …", value=show(value))
    return int(number)


def read_score(value: Any) -> float | None:
    """Score from 1 (worst) to 5 (best)."""
    number = read_number(value)
    if number is not None and not 1 <= number <= 5:
        raise fault(
            "score-out-of-range",
            "score `{value}` is outside 1 (worst) to 5 (best): write a number from 1 to 5",
            value=show(value),
        )
    return number


_EMPTY_OR = f"^(?:{EMPTY_PATTERN}|\\s*"
_NUMBER_SCHEMA: dict[str, Any] = {
    "type": ["number", "string", "null"],
    "pattern": f"{_EMPTY_OR}{_PLAIN}\\s*)$",
}
_COUNT = "[0-9]+(?:[ \u00a0\u202f,.][0-9]{3})*(?:[.,]0+)?(?:[eE][+]?[0-9]+)?"
_COUNT_SCHEMA: dict[str, Any] = {
    "anyOf": [
        {"type": "integer", "minimum": 0},
        # `1.234` without quotes: a thousand and some to its writer, a fraction to an editor.
        {"type": "number", "minimum": 0, "exclusiveMaximum": 1000},
        {"type": "string", "pattern": f"{_EMPTY_OR}\\+?{_COUNT}\\s*)$"},
        {"type": "null"},
    ]
}
_MEASURE_SCHEMA: dict[str, Any] = {
    "type": ["number", "string", "null"],
    "pattern": f"{_EMPTY_OR}(?:[<>≤≥~≈]=?\\s*)?[^0-9\\s]{{0,4}}\\s*[0-9].*)$",
}
_PERCENT = "(?:100(?:[.,]0+)?|[0-9]{1,2}(?:[.,][0-9]+)?)"
_SHARE_SCHEMA: dict[str, Any] = {
    "anyOf": [
        {"type": "number", "minimum": 0, "maximum": 1},
        {
            "type": "string",
            "pattern": (
                f"{_EMPTY_OR}(?:[<>≤≥~≈]=?\\s*)?(?:(?:{_PERCENT}\\s*%?\\s*(?:[-–—]|to|a)\\s*)?"
                f"{_PERCENT}\\s*%|[01]|0[.,][0-9]+)\\s*)$"
            ),
        },
        {"type": "null"},
    ]
}
SCORE_SCHEMA: dict[str, Any] = {
    "anyOf": [
        {"type": "number", "minimum": 1, "maximum": 5},
        {
            "type": "string",
            "pattern": f"{_EMPTY_OR}\\+?(?:[1-4](?:[.,][0-9]+)?|5(?:[.,]0+)?)\\s*)$",
        },
        {"type": "null"},
    ]
}
Number = Annotated[float | None, Read(read_number, _NUMBER_SCHEMA, "number")]
Count = Annotated[int | None, Read(read_count, _COUNT_SCHEMA, "count")]
MeasureValue = Annotated[
    Measure | None, Read(read_measure, _MEASURE_SCHEMA, "number: `46`, `58%`, `7–10`, `≥ 40`")
]
Share = Annotated[float | None, Read(read_share, _SHARE_SCHEMA, "share: `58%` or `0.58`")]
Score = Annotated[float | None, Read(read_score, SCORE_SCHEMA, "number from 1 to 5")]
