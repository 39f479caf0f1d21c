"""The site's configuration: faults at their lines in `mkdocs.yml`."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from mkdocs_journey import SETTINGS
from mkdocs_journey.catalog import KINDS, Catalog, ConfigurationFault
from mkdocs_journey.catalog.labels import id_for
from mkdocs_journey.days import find_day
from mkdocs_journey.diagnostics import Finding, Rule, Severity, find
from mkdocs_journey.front_matter import Sequence, locate, read_yaml
from mkdocs_journey.lanes import lane_ids
from mkdocs_journey.languages import OF_THEME
from mkdocs_journey.model import Journey, Stage, Touchpoint
from mkdocs_journey.model.shape import hint_at, keys_of
from mkdocs_journey.source import Source, Span
from mkdocs_journey.values.base import show
from mkdocs_journey.values.choices import MOST_LETTERS, suggest


def _options(text: str) -> str:
    return "plugins:\n  - journey:\n" + "".join(f"      {line}\n" for line in text.splitlines())


BAD_CONFIGURATION = Rule(
    "J601", "bad-configuration", Severity.ERROR,
    "Every setting of the plugin has a value that it can use.",
    "A setting that cannot be used is left out, and every map that relies on it looks wrong.",
    _options("feelings:\n  stoked: 7"),
    _options("feelings:\n  stoked: 5"),
)  # fmt: skip
UNKNOWN_RULE = Rule(
    "J602", "unknown-rule", Severity.ERROR,
    "`rules:` names checks that there are, with a severity that there is.",
    "A check that was meant to be stricter or off stays as it was.",
    _options("rules:\n  unknwon-key: warning"),
    _options("rules:\n  unknown-key: warning"),
)  # fmt: skip
UNKNOWN_CONFIGURED_LANE = Rule(
    "J603", "unknown-configured-lane", Severity.ERROR,
    "`kinds:` and a lane's `after` name lanes that there are.",
    "A lane that nobody knows is not shown.",
    _options("kinds:\n  current-state: [doing, feelings]"),
    _options("kinds:\n  current-state: [doing, feeling]"),
)  # fmt: skip
LANE_TAKES_KEY = Rule(
    "J604", "lane-takes-key", Severity.ERROR,
    "A lane of the site's own has an id that is no key of the language.",
    "Under that key maps already say something else, so the lane stays empty.",
    _options("lanes:\n  owner: Owner"),
    _options("lanes:\n  process-owner: Owner"),
)  # fmt: skip

OPTIONS = (
    "channels", "lanes", "metrics", "feelings", "statuses", "systems", "kinds", "rules",
    "language", "today", "diagrams",
)  # fmt: skip
"""Options of the plugin, and of the Markdown extension where an engine runs no plugins."""
_OF_ALL_PLUGINS = "enabled"
"""MkDocs takes it from any plugin's options."""

RULES = (BAD_CONFIGURATION, UNKNOWN_RULE, UNKNOWN_CONFIGURED_LANE, LANE_TAKES_KEY)


def read_severities(
    options: Any, names: Collection[str]
) -> tuple[dict[str, Severity], tuple[ConfigurationFault, ...]]:
    """Severities that a site sets under `rules:`, by rule name, and what is wrong there.

    `off` without quotes is false to YAML; it is taken for what was meant.
    """
    if not isinstance(options, Mapping):
        message = f"`rules` is {show(options)}: write a mapping, a check with its severity a line"
        return {}, (ConfigurationFault(("rules",), message),)
    severities: dict[str, Severity] = {}
    faults: list[ConfigurationFault] = []
    for key, value in options.items():
        name, word = str(key), "off" if value is False else str(value).lower()
        if name not in names:
            message = f"unknown check `{show(name)}`: {suggest(name, sorted(names), most=3)}"
            faults.append(ConfigurationFault(("rules", name), message))
        elif word not in [severity.value for severity in Severity]:
            message = f"unknown severity `{show(value)}`: write `error`, `warning`, `info` or `off`"
            faults.append(ConfigurationFault(("rules", name), message))
        else:
            severities[name] = Severity(word)
    return severities, tuple(faults)


def check_names(options: Mapping[str, Any]) -> tuple[ConfigurationFault, ...]:
    """Options that the plugin does not have."""
    return tuple(
        ConfigurationFault((name,), f"unknown key `{show(name)}`: {hint_at(name, OPTIONS)}")
        for name in map(str, options)
        if name not in (*OPTIONS, _OF_ALL_PLUGINS, OF_THEME)
    )


def check_today(setting: Any) -> tuple[ConfigurationFault, ...]:
    """What is wrong with the day that a site counts from."""
    if setting in (None, "") or find_day(setting) is not None:
        return ()
    message = f"`today: {show(setting)}` is not a date: write it like `2026-10-02`"
    return (ConfigurationFault(("today",), message),)


def check_icons(catalog: Catalog, icons: Collection[str]) -> tuple[ConfigurationFault, ...]:
    """Icons of a site's channels and lanes that are none of the set."""
    return tuple(
        ConfigurationFault(
            (section, name, "icon"),
            f"unknown icon `{show(item.icon)}`: {_suggest_icon(catalog, item.icon, icons)}",
        )
        for section, entries in (("channels", catalog.channels), ("lanes", catalog.lanes))
        for name, item in entries.items()
        if item.icon not in icons
    )


def _suggest_icon(catalog: Catalog, word: str, icons: Collection[str]) -> str:
    """The icon of the channel that a word names, or those that are written much like it."""
    word = word.rpartition("/")[2].lower()  # as in `material/phone`
    channel = catalog.channels.get(id_for(catalog, "channels", word) or "")
    if channel is not None and channel.icon in icons:
        return f"did you mean `{channel.icon}`?"
    near = [f"`{name}`" for name in get_close_matches(word[:MOST_LETTERS], sorted(icons))]
    if not near:
        return "write the id of a built-in channel, or a name such as `card`, `home` or `star`"
    *most, last = near
    return f"did you mean {', '.join(most)} or {last}?" if most else f"did you mean {last}?"


def check_diagrams(setting: Any, *, has_engine: bool) -> tuple[ConfigurationFault, ...]:
    """What is wrong with how a site wants its charts drawn."""
    if setting in (None, "mermaid") or (setting == "svg" and has_engine):
        return ()
    message = (
        "`diagrams: svg` needs a package that is not installed: run "
        '`pip install "mkdocs-journey[diagrams]"`'
        if setting == "svg"
        else f"`diagrams` is `{show(setting)}`: write `svg` or `mermaid`"
    )
    return (ConfigurationFault(("diagrams",), message),)


def check_configuration(
    source: Source, faults: Iterable[ConfigurationFault], catalog: Catalog
) -> tuple[Finding, ...]:
    """Faults of a site's settings at their places in the file that they stand in."""
    data = read_yaml(source).data
    whole = Span(0, 0)

    def place(path: tuple[str | int, ...], *, key: bool = False) -> Span:
        return locate(data, (*_steps(data), *path), whole, key=key)

    findings = [
        find(
            UNKNOWN_RULE if fault.path[:1] == ("rules",) else BAD_CONFIGURATION,
            source,
            place(fault.path, key=fault.message.startswith("unknown key")),
            fault.message,
        )
        for fault in faults
    ]
    known = lane_ids(catalog)
    for lane in catalog.lanes.values():
        if lane.after and lane.after not in known:
            message = f"unknown lane `{lane.after}`: {suggest(lane.after, known)}"
            where = place(("lanes", lane.id, "after"))
            findings.append(find(UNKNOWN_CONFIGURED_LANE, source, where, message))
        if any(lane.id in keys_of(part) for part in (Journey, Stage, Touchpoint)):
            message = f"`{lane.id}` is a key of the language already: write another id"
            where = place(("lanes", lane.id), key=True)
            findings.append(find(LANE_TAKES_KEY, source, where, message))
    for kind in KINDS:
        for number, name in enumerate(catalog.kinds.get(kind, ())):
            if name not in known:
                message = f"unknown lane `{name}`: {suggest(name, known)}"
                where = place(("kinds", kind, number))
                findings.append(find(UNKNOWN_CONFIGURED_LANE, source, where, message))
    return tuple(findings)


def _steps(data: Mapping[str, Any]) -> tuple[str | int, ...]:
    """Way to the settings of the plugin or the extension, in a list or a mapping."""
    for key, name in SETTINGS:
        entries = data.get(key)
        if isinstance(entries, Mapping) and name in entries:
            return (key, name)
        for number, entry in enumerate(entries if isinstance(entries, Sequence) else ()):
            if isinstance(entry, Mapping) and name in entry:
                return (key, number, name)
    return ()
