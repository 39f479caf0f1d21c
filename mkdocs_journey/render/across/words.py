"""Names of fields and of their values, as readers know them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from mkdocs_journey.queries import Field, Scalar
from mkdocs_journey.render.across.desk import Desk
from mkdocs_journey.render.parts import LEVEL_LABELS, SEVERITY_LABELS, WORK_LABELS
from mkdocs_journey.render.table import PHASE_LABELS
from mkdocs_journey.translations import half_up, mark
from mkdocs_journey.views.columns import find_channel
from mkdocs_journey.views.header import KIND_LABELS

FIELD_LABELS: Mapping[str, str] = MappingProxyType(
    {
        "action": mark("Action"),
        "actions": mark("Open actions"),
        "alerts": mark("Alerts"),
        "answered": mark("Answered"),
        "change": mark("Change"),
        "beside": mark("Beside it"),
        "carried": mark("What carries it out"),
        "channel": mark("Channel"),
        "checkpoint": mark("Checkpoint"),
        "due": mark("Due"),
        "effort": mark("Effort"),
        "evidence": mark("Based on"),
        "feeling": mark("Feeling"),
        "frequency": mark("Frequency"),
        "has_action": mark("Has an action"),
        "has_page": mark("Has a page"),
        "horizon": mark("Horizon"),
        "impact": mark("Impact"),
        "journeys": mark("Journeys"),
        "health": mark("Health"),
        "kind": mark("Kind"),
        "layer": mark("Layer"),
        "linked": mark("Linked to a pain point"),
        "map": mark("Journey"),
        "map_owner": mark("Owner of the journey"),
        "map_status": mark("Status of the journey"),
        "moment": mark("Moment"),
        "moments": mark("Moments"),
        "opportunities": mark("Open opportunities"),
        "opportunity": mark("Opportunity"),
        "overdue": mark("Overdue"),
        "owner": mark("Owner"),
        "pain": mark("Pain point"),
        "persona": mark("Persona"),
        "phase": mark("Phase"),
        "presence": mark("In which of the two"),
        "rank": mark("Rank"),
        "ready": mark("Ready for more"),
        "researched": mark("Newest source"),
        "segment": mark("Segment"),
        "severity": mark("Severity"),
        "solves": mark("What it solves"),
        "stage": mark("Stage"),
        "stale": mark("Review overdue"),
        "status": mark("Status"),
        "system": mark("System"),
        "systems": mark("Systems"),
        "tag": mark("Tag"),
        "ticket": mark("Ticket"),
        "truths": mark("Moments of truth"),
        "unanswered": mark("Unanswered pain points"),
        "warned": mark("With a warning"),
        "who": mark("Whom it hurts"),
        "work": mark("What is planned"),
    }
)
"""Names of fields and columns; one that is missing here has no name that readers see."""

WHO_LABELS = {
    "customer": mark("Customers"),
    "employee": mark("Employees"),
    "system": mark("Systems"),
}
"""Whom a pain hurts."""

LAYER_LABELS = {
    "frontstage": mark("Frontstage"),
    "backstage": mark("Backstage"),
    "support": mark("Support processes"),
}
"""Layers of a blueprint that rest on systems."""

_WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "kind": KIND_LABELS,
        "phase": PHASE_LABELS,
        "severity": SEVERITY_LABELS,
        "level": LEVEL_LABELS,
        "work": WORK_LABELS,
        "who": WHO_LABELS,
        "layer": LAYER_LABELS,
        "presence": {
            "kept": mark("In both"),
            "new": mark("Only in the first"),
            "removed": mark("Only in the second"),
            "moved": mark("Elsewhere in the other"),
        },
        "ownership": {"direct": mark("Direct"), "indirect": mark("Indirect")},
    }
)
"""Labels of the words of closed vocabularies."""


def field_label(desk: Desk, name: str) -> str:
    """Name of a field or column."""
    return desk.text(FIELD_LABELS[name]) if name in FIELD_LABELS else name.replace("_", " ")


def value_label(desk: Desk, field: Field[Any], value: Scalar | None) -> str:
    """A field's value in the site's language; `None` is the lack of one."""
    speak = desk.context.translator
    if value is None:
        return desk.text("None named")
    if isinstance(value, bool):
        return desk.text("Yes") if value else desk.text("No")
    if isinstance(value, date):
        return speak.date(value.year, value.month, value.day)
    if isinstance(value, float | int):
        return speak.number(half_up(value))
    if value in _WORDS.get(field.vocabulary, {}):
        return desk.text(_WORDS[field.vocabulary][value])
    named = _NAMED.get(field.vocabulary)
    return named(desk, value) if named else value


def _channel(desk: Desk, value: str) -> str:
    return find_channel(desk.context.catalog, value).label


def _status(desk: Desk, value: str) -> str:
    status = desk.context.catalog.statuses.get(value)
    return status.label if status else value


def _persona(desk: Desk, value: str) -> str:
    return desk.overview.persona_names.get(value, value)


def _system(desk: Desk, value: str) -> str:
    system = desk.context.catalog.systems.get(value)
    return system.label if system else value


_NAMED: Mapping[str, Callable[[Desk, str], str]] = MappingProxyType(
    {"channel": _channel, "status": _status, "persona": _persona, "system": _system}
)
"""How names are found that the site's catalogue or pages hold."""
