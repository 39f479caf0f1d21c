"""Fields that the rows of several views share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import get_args

from mkdocs_journey.catalog import KindName
from mkdocs_journey.queries import Field, FieldKind, Row, day, flag, number, prose, word
from mkdocs_journey.values.choices import LevelName, PhaseName, SeverityName, WhoName, WorkName
from mkdocs_journey.views.across.people import persona_id, persona_key
from mkdocs_journey.views.across.rows import MapRow
from mkdocs_journey.views.insights.places import Place

KINDS = get_args(KindName)
PHASES = get_args(PhaseName)
SEVERITIES = get_args(SeverityName)
LEVELS = get_args(LevelName)
WORK = get_args(WorkName)
WHO = get_args(WhoName)


def map_fields(of: Callable[[Row], MapRow], *, whose: str = "") -> tuple[Field[Row], ...]:
    """What is known of a row's map.

    Rows that have a status and an owner of their own call those of their map `map_status` and
    `map_owner`: `whose` is what their names begin with.
    """
    return (
        word("map", lambda row: (of(row).found.title,)),
        word("path", lambda row: (of(row).path,)),
        word("kind", lambda row: (of(row).found.journey.kind or "current-state",), KINDS),
        word(f"{whose}status", lambda row: (of(row).found.journey.status,), vocabulary="status"),
        word(f"{whose}owner", lambda row: (of(row).found.journey.owner,), vocabulary="owner"),
        persona_field(lambda row: _personas(of(row))),
        word("segment", lambda row: _segments(of(row))),
        word("tag", lambda row: of(row).found.tags),
        flag("stale", lambda row: of(row).is_stale),
        day("reviewed", lambda row: _reviewed(of(row))),
    )


def persona_field(read: Callable[[Row], tuple[str, ...]]) -> Field[Row]:
    """Keys of personas; `persona: ana` finds everybody of that id, those in maps included."""
    return replace(word("persona", read), stem=persona_id)


def _personas(row: MapRow) -> tuple[str, ...]:
    return tuple(persona_key(who, row.path) for who in row.found.personas)


def _segments(row: MapRow) -> tuple[str, ...]:
    """Segments that a map names, else those of its personas."""
    own = row.found.journey.all_segments
    return own or tuple(dict.fromkeys(who.persona.segment for who in row.found.personas))


def maps_field(of: Callable[[Row], Iterable[MapRow]]) -> Field[Row]:
    """Titles of the maps of a row that several maps share."""
    return Field("map", FieldKind.TEXT, lambda row: tuple(one.found.title for one in of(row)))


def _reviewed(row: MapRow) -> date | None:
    reviewed = row.found.journey.reviewed
    return reviewed.last_day if reviewed else None


def place_fields(
    of: Callable[[Row], Place], feeling: Callable[[Row], float | None]
) -> tuple[Field[Row], ...]:
    """What is known of the place in a map where a row stands, and how that feels."""
    return (
        prose("moment", lambda row: of(row).name),
        word("stage", lambda row: _stage(of(row))),
        word("phase", lambda row: _phase(of(row)), PHASES),
        word("channel", lambda row: _channels(of(row))),
        number("feeling", feeling),
    )


def _stage(place: Place) -> tuple[str, ...]:
    return (place.stage.name,) if place.stage else ()


def _phase(place: Place) -> tuple[str, ...]:
    return (place.stage.phase,) if place.stage and place.stage.phase else ()


def _channels(place: Place) -> tuple[str, ...]:
    return place.touchpoint.all_channels if place.touchpoint else ()
