"""All repairs of one file, one round after the other until none is left to do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from mkdocs_journey.catalog import Catalog
from mkdocs_journey.diagnostics import Severity
from mkdocs_journey.edits import Document, Refusal, change, read_document
from mkdocs_journey.front_matter import locate
from mkdocs_journey.repairs.finding import Wanted, find_repairs
from mkdocs_journey.repairs.parts import Part, read_part
from mkdocs_journey.source import Position

_MOST_ROUNDS = 20
"""A right key brings up what stands below it, and no map is nested as deep as that."""


@dataclass(frozen=True, slots=True)
class Repair:
    """One thing that was written, or that could not be."""

    position: Position
    """Where it stood in the text before its round."""
    message: str


@dataclass(frozen=True)
class Repaired:
    """A file's text after all repairs."""

    document: Document
    done: tuple[Repair, ...]
    left: tuple[Repair, ...]
    """What was wanted and would not have been read as meant, with the reason."""


def repair(
    document: Document,
    catalog: Catalog,
    severities: Mapping[str, Severity] = MappingProxyType({}),
    *,
    is_page: bool,
) -> Repaired:
    """Mend what can only have been meant in one way, and leave all other bytes as they are.

    `severities` are those that the site sets by rule name: what it does not have checked is as it
    wants it. `is_page` says that the map stands in front matter; else the whole file is the map.
    Repairing twice is repairing once. Never raises, whatever the text is.
    """
    off = frozenset(name for name, severity in severities.items() if severity is Severity.OFF)
    done: list[Repair] = []
    left: tuple[Repair, ...] = ()
    for _ in range(_MOST_ROUNDS):
        part = read_part(document.source, catalog, is_page=is_page, off=off)
        wanted = find_repairs(part, catalog) if part else []
        if part is None or not wanted:
            return Repaired(document, tuple(done), ())
        edited = change(part.source, [item.change for item in wanted])
        left = tuple(_refused(part, wanted, edited.refused))
        if not edited.made:
            break
        done += _made(part, wanted, edited.refused)
        text = document.apply(edited.edits)
        document = read_document(document.path, text.encode("utf-8"))
    return Repaired(document, tuple(done), left)


def _made(part: Part, wanted: Iterable[Wanted], refused: Iterable[Refusal]) -> list[Repair]:
    left = {refusal.change.path for refusal in refused}
    return [
        Repair(_position(part, item), item.message)
        for item in wanted
        if item.message and item.change.path not in left
    ]


def _refused(part: Part, wanted: Iterable[Wanted], refused: Iterable[Refusal]) -> list[Repair]:
    reasons = {refusal.change.path: refusal.message for refusal in refused}
    return [
        Repair(_position(part, item), f"not {item.message}: {reasons[item.change.path]}")
        for item in wanted
        if item.message and item.change.path in reasons
    ]


def _position(part: Part, item: Wanted) -> Position:
    span = locate(part.root, item.change.path, part.span, key=item.is_at_key)
    return part.source.position(span.start)
