"""An edited table put over the map that it was written from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from mkdocs_journey.formats.imported import Imported

_PARTS = ("stages", "touchpoints", "personas")


def merge_edits(whole: Imported, written: Imported, seen: Imported) -> Imported:
    """The map with what differs between the table as it was written and as it is seen now.

    A table says less than a map. What it says the same as before stays as the map has it, with all
    that no cell shows; what it says otherwise is taken from the table, but a row that it lacks says
    nothing. Stages and touchpoints are known by name, of several with one name by their order, and
    of a new name where it stands in the place of one that is gone.
    """
    journey = _merged(whole.journey, written.journey, seen.journey, seen.says)
    journey["stages"] = [
        _stage(old, before, now, seen.says)
        for old, before, now in _matched(whole, written, seen, "stages")
    ]
    return replace(whole, journey=journey, notes=seen.notes, unread=seen.unread)


def _stage(
    old: Mapping[str, Any],
    before: Mapping[str, Any],
    now: Mapping[str, Any],
    says: frozenset[str] | None,
) -> Any:
    stage = _merged(old, before, now, says)
    moments = [_merged(*parts, says) for parts in _named(old, before, now, "touchpoints")]
    if moments:
        stage["touchpoints"] = moments
    return stage


def _matched(
    whole: Imported, written: Imported, seen: Imported, key: str
) -> Iterator[tuple[Mapping[str, Any], Mapping[str, Any], Mapping[str, Any]]]:
    return _named(whole.journey, written.journey, seen.journey, key)


def _named(
    old: Mapping[str, Any], before: Mapping[str, Any], now: Mapping[str, Any], key: str
) -> Iterator[tuple[Mapping[str, Any], Mapping[str, Any], Mapping[str, Any]]]:
    """Each part that is seen now with itself as it was written and as the map has it.

    What was written stands in the map's own order, so its place finds the map's part.
    """
    known: dict[str, list[int]] = {}
    parts, whole, seen = before.get(key, ()), old.get(key, ()), now.get(key, ())
    for at, part in enumerate(parts):
        known.setdefault(part["name"], []).append(at)
    names = {part["name"] for part in seen}
    for place, part in enumerate(seen):
        places = known.get(part["name"])
        at = places.pop(0) if places else place
        is_renamed = not places and at < len(parts) and parts[at]["name"] not in names
        if at < len(whole) and (
            (at < len(parts) and parts[at]["name"] == part["name"]) or is_renamed
        ):
            yield whole[at], parts[at], part
        else:
            yield {"name": part["name"]}, {}, part


def _merged(
    old: Mapping[str, Any],
    before: Mapping[str, Any],
    now: Mapping[str, Any],
    says: frozenset[str] | None,
) -> dict[str, Any]:
    """One part: what the table says otherwise than before, over all that the map says."""
    found = {key: value for key, value in old.items() if key != "touchpoints"}
    for key in (*before, *now):
        if key in _PARTS or before.get(key) == now.get(key):
            continue
        if key in now:
            found[key] = now[key]
        elif says is None or key in says:
            found.pop(key, None)
    return found
