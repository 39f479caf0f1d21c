"""Labels, numbers and dates in the language of a site.

A label's key (its *msgid*) is its English text, so English needs no catalogue and a label without a
translation still reads as a sentence. The other languages are gettext PO files under `locales/`,
which any translation tool edits and which are read as they are: there is no compiled copy that
could lag behind. What CLDR knows (numbers, dates, plural forms) comes from Babel and is remembered,
because one map formats the same few values hundreds of times.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal, TypeAlias

from babel.core import Locale
from babel.dates import DateTimePattern, format_skeleton, get_date_format
from babel.messages.pofile import read_po
from babel.numbers import format_currency, get_decimal_symbol, get_group_symbol

from mkdocs_journey.languages import ENGLISH, find_language

Messages: TypeAlias = Mapping[str, tuple[str, ...]]
_MINUS = "\u2212"
_IN = "\x04"  # gettext's mark between a context and its label
Direction: TypeAlias = Literal["ltr", "rtl"]


def mark(msgid: str) -> str:
    """Return *msgid* unchanged, and mark it as a label that needs translations.

    Declarations hold labels as plain constants, long before a language is known; the mark is how
    the tests find them.
    """
    return msgid


def mark_in(context: str, msgid: str) -> str:
    """Mark a label as `mark` does, whose translation depends on what it is said of.

    *High* is `Alta` of a severity and `Alto` of an effort. What is returned carries both, as
    gettext writes them, and is no text before `Translator.text` made one of it.
    """
    return f"{context}{_IN}{msgid}"


def mark_count(singular: str, plural: str) -> tuple[str, str]:
    """Return both forms of a counted label, marked as `mark` marks one."""
    return singular, plural


@dataclass(frozen=True, slots=True)
class Translator:
    """Everything about a site's language that a view needs to become text.

    Made from the site's own language tag (`en`, `pt-BR`, `pt_BR`, `es-419`, …): the primary
    language decides, and a language without a catalogue gets English rather than an error, because
    a map in English labels is still a map.
    """

    language: str
    """The language of the labels as a BCP 47 tag, for `lang` attributes: `en`, `pt-BR` or `es`."""
    locale: str = field(init=False)
    """The CLDR locale that formats numbers and dates."""
    messages: Messages = field(init=False, repr=False, compare=False)
    """English text -> its translation, one form or (singular, plural)."""

    def __post_init__(self) -> None:
        language, locale = find_language(self.language) or ENGLISH
        object.__setattr__(self, "language", language)
        object.__setattr__(self, "locale", locale)
        object.__setattr__(self, "messages", _messages(locale))

    def __hash__(self) -> int:
        """Hash of the locale, which each language has one of: much is remembered by language."""
        return hash(self.locale)

    @property
    def direction(self) -> Direction:
        """The direction of the script, for `dir` attributes."""
        return "rtl" if _cldr(self.locale).text_direction == "rtl" else "ltr"

    def text(self, msgid: str, **values: object) -> str:
        """Return the label *msgid* with its `{fields}` filled in.

        Without *values* the fields stay, for the browser to fill in. Braces inside a value are
        text.
        """
        forms = self.messages.get(msgid)
        message = forms[0] if forms else msgid.rpartition(_IN)[2]
        return message.format_map(values) if values else message

    def count(self, singular: str, plural: str, n: float, **values: object) -> str:
        """Return the form of a label that agrees with *n*, and write *n* itself for `{n}`."""
        one, other = self.forms(singular, plural)
        form = one if _is_singular(self.locale, n) else other
        return form.format_map({"n": self.number(n), **values})

    def forms(self, singular: str, plural: str) -> tuple[str, str]:
        """Return both forms of a label that counts, for a script that counts in the browser."""
        forms = self.messages.get(singular, (singular, plural))
        return forms[0], forms[-1]

    def number(self, value: float, digits: int | None = None) -> str:
        """Return a number with exactly *digits* decimals, or with three at most."""
        if digits is None and type(value) is int and 0 <= value < 1000:
            return str(value)  # the same in every language of ours, and most numbers are such
        return _number(self.locale, half_up(value, 3 if digits is None else digits), digits)

    def score(self, value: float) -> str:
        """Return a mean feeling: always one decimal, so that a column of them lines up."""
        return _number(self.locale, half_up(value, 1), 1)

    def percent(self, share: float, digits: int | None = None) -> str:
        """Return a share of 1 as a percentage with exactly *digits* decimals, or one at most."""
        return _percent(self.locale, half_up(share, 3 if digits is None else digits + 2), digits)

    def money(self, amount: float, currency: str) -> str:
        """Return an amount of the currency with this ISO 4217 code."""
        return _money(self.locale, amount, currency)

    def date(self, year: int, month: int | None = None, day: int | None = None) -> str:
        """Return a date as precise as it is known: "2 October 2026", "October 2026" or "2026"."""
        return _date(self.locale, year, month, day)

    def duration(self, amount: float, unit: str) -> str:
        """Return "2 days" for `2, "day"`; *unit* is one of `UNITS_OF_TIME`."""
        singular, plural = _UNITS[unit]
        return self.count(singular, plural, amount)


# Babel has no Brazilian names for the units of time, so they are labels like any other.
_UNITS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "second": mark_count("{n} second", "{n} seconds"),
        "minute": mark_count("{n} minute", "{n} minutes"),
        "hour": mark_count("{n} hour", "{n} hours"),
        "day": mark_count("{n} day", "{n} days"),
        "week": mark_count("{n} week", "{n} weeks"),
        "month": mark_count("{n} month", "{n} months"),
        "year": mark_count("{n} year", "{n} years"),
    }
)
UNITS_OF_TIME: tuple[str, ...] = tuple(_UNITS)
"""The units that durations are written in, from the shortest."""


@lru_cache(maxsize=32)
def translator(language: str) -> Translator:
    """Return the translator of a site's language tag, always the same one for the same tag."""
    return Translator(language)


@lru_cache
def _messages(locale: str) -> Messages:
    source = files("mkdocs_journey") / "locales" / locale / "LC_MESSAGES" / "mkdocs_journey.po"
    if not source.is_file():
        return MappingProxyType({})
    with source.open("rb") as file:
        catalogue = read_po(file)
    messages: dict[str, tuple[str, ...]] = {}
    for message in catalogue:
        keys, forms = _forms(message.id), _forms(message.string)
        context = f"{message.context}{_IN}" if message.context else ""
        if keys[0] and not message.fuzzy and all(forms):
            messages[context + keys[0]] = forms
    return MappingProxyType(messages)


def _forms(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (text or "",) if isinstance(text, str | None) else tuple(text)


@lru_cache(maxsize=4096)
def _is_singular(locale: str, n: float) -> bool:
    return _cldr(locale).plural_form(n) == "one"


# What is written has been rounded: of all means there are, those with one decimal are few.
@lru_cache(maxsize=4096)
def _number(locale: str, value: float, digits: int | None) -> str:
    return _written(locale, Decimal(repr(value)), digits, 3)


@lru_cache(maxsize=4096)
def _percent(locale: str, share: float, digits: int | None) -> str:
    pattern = _cldr(locale).percent_formats[None].pattern
    sign = "\u00a0%" if pattern.endswith("\u00a0%") else "%"
    return _written(locale, Decimal(repr(share)).scaleb(2), digits, 1) + sign


def _written(locale: str, value: Decimal, digits: int | None, most: int) -> str:
    """A number with exactly so many decimals, or with as many as it has, up to a bound."""
    text = f"{value:,.{most if digits is None else digits}f}"
    if digits is None:
        text = text.rstrip("0").rstrip(".")
    return text.translate(_marks(locale))


@lru_cache
def _marks(locale: str) -> dict[int, str]:
    """What a language writes for the marks within an English number."""
    cldr = _cldr(locale)
    return str.maketrans({",": get_group_symbol(cldr), ".": get_decimal_symbol(cldr), "-": _MINUS})


@lru_cache(maxsize=4096)
def _money(locale: str, amount: float, currency: str) -> str:
    return format_currency(amount, currency, locale=locale).replace("-", _MINUS)


@lru_cache(maxsize=4096)
def _date(locale: str, year: int, month: int | None, day: int | None) -> str:
    if month is None:
        return str(year)
    if day is None:
        return format_skeleton("yMMMM", date(year, month, 1), locale=locale)
    return _long_date(locale).apply(date(year, month, day), _cldr(locale))


# To find out how a language writes something takes longer than to write it.
_cldr = lru_cache(Locale.parse)


@lru_cache
def _long_date(locale: str) -> DateTimePattern:
    return get_date_format("long", locale)


@lru_cache(maxsize=4096)
def half_up(value: float, digits: int = 1) -> float:
    """Return a number rounded half away from zero, for text that should show no more decimals.

    So readers check a mean by hand; Decimal's own default would make 3.25 a 3.2. A number that is
    not quite 0 loses its sign with its decimals.
    """
    if abs(value) >= 1e15:  # no decimals are left, and decimals of such a length are an error
        return value
    written = repr(value)
    if len(written.partition(".")[2]) <= digits and "e" not in written:
        return value + 0.0  # as people write most numbers
    step = Decimal(1).scaleb(-digits)
    return float(Decimal(written).quantize(step, ROUND_HALF_UP)) + 0.0
