"""A site's own channels, lanes, metrics and so on, merged over the built-in ones.

The settings come as the plain mappings that a YAML file gives. Every entry stands by itself: what
is wrong with one is said, and the others count. Whether a lane that `after` or `kinds` names exists
is checked where all lanes are known.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from difflib import get_close_matches
from types import MappingProxyType
from typing import Any, TypeVar, get_args

from mkdocs_journey.catalog.built_in import CHANNELS, METRICS, STATUSES
from mkdocs_journey.catalog.feelings import LANGUAGES, fold, read_words
from mkdocs_journey.catalog.languages import read_language
from mkdocs_journey.catalog.values import (
    Better,
    Catalog,
    Channel,
    CustomLane,
    KindName,
    MetricFormat,
    MetricKind,
    Ownership,
    Status,
    System,
)
from mkdocs_journey.languages import OF_THEME
from mkdocs_journey.translations import UNITS_OF_TIME, translator

KINDS: tuple[str, ...] = get_args(KindName)
"""The kinds of map whose default lanes a site may replace."""

_SCHEME = re.compile(r"[\s\x00-\x1f]*+([^/?#:]*):")
_SAFE_SCHEMES = ("http", "https", "mailto")
_MOST = 1e15  # What is greater, or no number at all, cannot be written out in a map.
_SLUG = re.compile(r"[\w-]+")
_Entry = TypeVar("_Entry", Channel, MetricKind, System, Status, CustomLane)


@dataclass(frozen=True, slots=True)
class ConfigurationFault:
    """Something in a site's configuration that cannot be used as it stands."""

    path: tuple[str, ...]
    """The keys that lead to the value: `("channels", "web", "icon")`."""
    message: str
    """What stands there, and what to write."""


def built_in(language: str) -> Catalog:
    """Return the catalogue of a site that configures nothing, labelled in its language."""
    speak = translator(language)
    return Catalog(
        language=speak.language,
        channels=_by_id(tuple(replace(c, label=speak.text(c.label)) for c in CHANNELS)),
        metrics=_by_id(tuple(replace(m, label=speak.text(m.label)) for m in METRICS)),
        statuses=_by_id(tuple(replace(s, label=speak.text(s.label)) for s in STATUSES)),
        systems=MappingProxyType({}),
        lanes=MappingProxyType({}),
        kinds=MappingProxyType({}),
        feelings=_WORDS,
    )


def read_configuration(
    options: Mapping[str, Any],
) -> tuple[Catalog, tuple[ConfigurationFault, ...]]:
    """Return the site's catalogue, and every fault of its configuration in the order found.

    *options* are the plugin's: `language`, `channels`, `lanes`, `metrics`, `feelings`, `statuses`,
    `systems` and `kinds`; other keys are somebody else's. A label that the site writes stays as it
    is; a built-in entry that the site names again keeps what it does not replace.
    """
    reader = _Reader()
    base = built_in(reader.language(options))
    catalog = replace(
        base,
        channels=reader.entries(options, "channels", Channel, base.channels),
        lanes=reader.entries(options, "lanes", CustomLane, base.lanes),
        metrics=reader.entries(options, "metrics", MetricKind, base.metrics),
        statuses=reader.entries(options, "statuses", Status, base.statuses),
        systems=reader.entries(options, "systems", System, base.systems),
        feelings=reader.feelings(options, base.feelings),
        kinds=reader.kinds(options),
    )
    return catalog, tuple(reader.faults)


_WORDS: Mapping[str, float] = MappingProxyType(
    {word: score for language in LANGUAGES for word, score in read_words(language).items()}
)


def _by_id(entries: tuple[_Entry, ...]) -> Mapping[str, _Entry]:
    return MappingProxyType({entry.id: entry for entry in entries})


# --- What a key of an entry may hold -------------------------------------------------------------

_Check = Callable[[object], str | None]
"""Returns what to write instead, or none where the value can be used."""


def _text(value: object) -> str | None:
    return None if isinstance(value, str) and value.strip() else "write a text"


def _number(value: object) -> str | None:
    if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= _MOST:
        return None
    return "write a number"


def _range(value: object) -> str | None:
    match value:
        case [int() | float() as low, int() | float() as high] if (
            not (_number(low) or _number(high)) and low < high
        ):
            return None
    return "write the least and the greatest value, as `range: [0, 10]`"


def _url(value: object) -> str | None:
    # A relative address leads to a page of the site; any other scheme could run a script.
    scheme = _SCHEME.match(value) if isinstance(value, str) else None
    good = _text(value) is None and (scheme is None or scheme[1].lower() in _SAFE_SCHEMES)
    return None if good else "write an address that begins with `https://`, or a relative one"


def _one_of(choices: object) -> _Check:
    names: tuple[str, ...] = get_args(choices)

    def check(value: object) -> str | None:
        return None if value in names else f"write {_either(names)}"

    return check


_CHECKS: Mapping[str, _Check] = MappingProxyType(
    {
        "ownership": _one_of(Ownership),
        "format": _one_of(MetricFormat),
        "better": _one_of(Better),
        "url": _url,
        "range": _range,
        "good": _number,
        "bad": _number,
    }
)


@dataclass(slots=True)
class _Reader:
    faults: list[ConfigurationFault] = field(default_factory=list)

    def language(self, options: Mapping[str, Any]) -> str:
        setting = options.get("language")
        language, hint = read_language(setting, options.get(OF_THEME, "en"))
        if hint:
            self._report(("language",), f"unknown language {_shown(setting)}: {hint}")
        return language

    def entries(
        self,
        options: Mapping[str, Any],
        section: str,
        shape: type[_Entry],
        known: Mapping[str, _Entry],
    ) -> Mapping[str, _Entry]:
        merged = dict(known)
        for key, settings in self._section(options, section, "an id with a label").items():
            name = self._id((section,), key)
            if name is None:
                continue
            if isinstance(settings, str) and settings.strip():
                settings = {"label": settings}
            if not isinstance(settings, Mapping):
                self._report(
                    (section, name),
                    f"{_shown(settings)} stands for `{name}`: write its "
                    f"label, as `{name}: {_titled(name)}`, or a mapping with `label`",
                )
                continue
            values = self._values((section, name), settings, shape)
            base = merged.get(name) or shape(id=name, label=_titled(name))
            merged[name] = self._with_known_unit((section, name), replace(base, **values))
        return MappingProxyType(merged)

    def _with_known_unit(self, path: tuple[str, ...], entry: _Entry) -> _Entry:
        """The entry without a unit that no duration is written in."""
        if not isinstance(entry, MetricKind) or entry.format != "duration":
            return entry
        if entry.unit is None or entry.unit in UNITS_OF_TIME:
            return entry
        hint = _meant(entry.unit, UNITS_OF_TIME) or f"write {_either(UNITS_OF_TIME)}"
        self._report((*path, "unit"), f"unknown unit of time `{entry.unit}`: {hint}")
        return replace(entry, unit=None)

    def feelings(
        self, options: Mapping[str, Any], known: Mapping[str, float]
    ) -> Mapping[str, float]:
        merged = dict(known)
        section = self._section(options, "feelings", "a word with its score")
        for word, score in section.items():
            if not isinstance(word, str) or not fold(word):
                self._report(("feelings", str(word)), f"{_shown(word)} is no word: quote it")
            elif _number(score) or not 1 <= score <= 5:
                self._report(
                    ("feelings", word),
                    f"the score of `{word}` is {_shown(score)}: "
                    "write a number from 1 (worst) to 5 (best)",
                )
            else:
                merged[fold(word)] = float(score)
        return MappingProxyType(merged)

    def kinds(self, options: Mapping[str, Any]) -> Mapping[str, tuple[str, ...]]:
        lanes: dict[str, tuple[str, ...]] = {}
        for kind, value in self._section(options, "kinds", "a kind with its lanes").items():
            if kind not in KINDS:
                self._report(
                    ("kinds", str(kind)),
                    f"unknown kind `{kind}`: {_meant(kind, KINDS) or f'write {_either(KINDS)}'}",
                )
            elif not isinstance(value, list | tuple) or not all(_text(v) is None for v in value):
                self._report(
                    ("kinds", kind),
                    f"{_shown(value)} stands for the lanes of `{kind}`: "
                    f"write a list of lane ids, as `{kind}: [doing, feeling, pains]`",
                )
            else:
                lanes[kind] = tuple(value)
        return MappingProxyType(lanes)

    def _section(self, options: Mapping[str, Any], name: str, holds: str) -> Mapping[Any, Any]:
        section = options.get(name)
        if section is None or isinstance(section, Mapping):
            return section or {}
        self._report((name,), f"`{name}` is {_shown(section)}: write a mapping, {holds} a line")
        return {}

    def _id(self, path: tuple[str, ...], key: object) -> str | None:
        if isinstance(key, str) and _SLUG.fullmatch(key) and key == key.lower():
            return key
        self._report(
            (*path, str(key)),
            f"{_shown(key)} is no id: write lower-case letters, digits, "
            "hyphens and underscores, as `help-desk`",
        )
        return None

    def _values(
        self, path: tuple[str, ...], settings: Mapping[Any, Any], shape: type[_Entry]
    ) -> dict[str, Any]:
        allowed = _keys(shape)
        values: dict[str, Any] = {}
        for key, value in settings.items():
            if key not in allowed:
                self._report(
                    (*path, str(key)),
                    f"unknown key `{key}`: {_meant(key, allowed) or f'write {_either(allowed)}'}",
                )
            elif wrong := _CHECKS.get(key, _text)(value):
                self._report((*path, key), f"`{key}` is {_shown(value)}: {wrong}")
            else:
                values[key] = value
        if "range" in values:
            values["low"], values["high"] = values.pop("range")
        return values

    def _report(self, path: tuple[str, ...], message: str) -> None:
        self.faults.append(ConfigurationFault(path, message))


def _keys(shape: type[_Entry]) -> tuple[str, ...]:
    """Return the keys that an entry may have; a metric's two bounds are written as one range."""
    names: list[str] = [f.name for f in fields(shape) if f.name not in ("id", "low", "high")]
    return (*names, "range") if shape is MetricKind else tuple(names)


def _shown(value: object) -> str:
    match value:
        case None:
            return "nothing"
        case bool():
            return f"`{str(value).lower()}`"
        case str() | int() | float():
            return f"`{value}`" if value != "" else "an empty text"
        case Mapping():
            return "a mapping"
        case list() | tuple():
            return "a list"
        case _:
            return f"`{value}`"


def _either(names: tuple[str, ...]) -> str:
    *most, last = (f"`{name}`" for name in names)
    return f"{', '.join(most)} or {last}" if most else last


def _meant(key: object, names: tuple[str, ...]) -> str | None:
    close = get_close_matches(str(key), names, n=1)
    return f"did you mean `{close[0]}`?" if close else None


def _titled(name: str) -> str:
    return name.replace("-", " ").replace("_", " ").capitalize()
