"""The site's settings: what is wrong with them, at its line in the configuration file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from mkdocs_journey.catalog import Catalog, ConfigurationFault
from mkdocs_journey.diagnostics import Finding, Rule, Severity, find
from mkdocs_journey.front_matter import locate
from mkdocs_journey.front_matter.parser import parse
from mkdocs_journey.lanes import lane_ids
from mkdocs_journey.source import Source, Span
from mkdocs_journey.values.choices import suggest

BAD_CONFIGURATION = Rule(
    code="J601",
    name="bad-configuration",
    severity=Severity.ERROR,
    summary="The plugin's settings in `mkdocs.yml` can be used as they stand.",
    why="A setting that cannot be used is left out, and maps that rely on it are drawn without it.",
    bad="plugins:\n  - journey:\n      channels: {kiosk: {labell: Kiosk}}\n",
    good="plugins:\n  - journey:\n      channels: {kiosk: {label: Kiosk}}\n",
)

RULES = (BAD_CONFIGURATION,)


def read_severities(
    setting: Mapping[str, Any], rules: Mapping[str, Rule]
) -> tuple[dict[str, Severity], tuple[ConfigurationFault, ...]]:
    """Severity of each rule that a site sets, by the rule's name, and what is wrong with them.

    YAML reads `off` as false, which means the same here.
    """
    by_code = {rule.code: name for name, rule in rules.items()}
    severities: dict[str, Severity] = {}
    faults: list[ConfigurationFault] = []
    for key, value in setting.items():
        name = by_code.get(str(key), str(key))
        word = "off" if value is False else str(value)
        if name not in rules:
            message = f"unknown rule `{key}`: {suggest(str(key), list(rules), most=4)}"
            faults.append(ConfigurationFault(("rules", str(key)), message))
        elif word not in set(Severity):
            message = f"`{word}` is no severity: write `error`, `warning`, `info` or `off`"
            faults.append(ConfigurationFault(("rules", str(key)), message))
        else:
            severities[name] = Severity(word)
    return severities, tuple(faults)


def check_lanes(catalog: Catalog) -> Iterator[ConfigurationFault]:
    """Faults for lanes that the settings name and nobody declares."""
    known = lane_ids(catalog)
    for own in catalog.lanes.values():
        if own.after is not None and own.after not in known:
            message = f"unknown lane `{own.after}`: {suggest(own.after, known)}"
            yield ConfigurationFault(("lanes", own.id, "after"), message)
    for kind, lanes in catalog.kinds.items():
        for lane in lanes:
            if lane not in known:
                message = f"unknown lane `{lane}`: {suggest(lane, known)}"
                yield ConfigurationFault(("kinds", kind), message)


def find_faults(source: Source, faults: tuple[ConfigurationFault, ...]) -> Iterator[Finding]:
    """Findings for faults of the settings, each at its line of the configuration file."""
    if not faults:
        return
    value, _ = parse(source, Span(0, len(source.text)))
    for fault in faults:
        path = (*_path_of_settings(value), *fault.path)
        span = locate(value, path, Span(0, 0), key=True)
        yield find(BAD_CONFIGURATION, source, span, f"`{'.'.join(fault.path)}`: {fault.message}")


def _path_of_settings(value: Any) -> tuple[str | int, ...]:
    """Keys that lead to the plugin's settings, whether plugins are a list or a mapping."""
    plugins = value.get("plugins") if isinstance(value, dict) else None
    if isinstance(plugins, list):
        for index, entry in enumerate(plugins):
            if isinstance(entry, dict) and "journey" in entry:
                return ("plugins", index, "journey")
    return ("plugins", "journey")
