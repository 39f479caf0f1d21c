"""What reading a file leads to: a map's data with notes, or one clear problem."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

MOST_BYTES = 20_000_000
"""A map is text of some hundred kilobytes; what is far larger is not meant to be one."""
MOST_COLUMNS = 2_000
"""Touchpoints and stages without any; nobody can read a wider map."""


class FormatError(Exception):
    """One line that says why a file cannot be read as a map, and what to do."""


@dataclass(frozen=True, slots=True)
class Note:
    """Something that was left out, or read as something else than was written."""

    place: str
    """Where it stands: `row 3, column 2`, `line 7`; empty where it is the whole file."""
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else self.message


@dataclass(frozen=True)
class Imported:
    """A map's data as its YAML would give it, and what could not be placed."""

    journey: Mapping[str, Any]
    """What stands under `journey:`."""
    title: str = ""
    tags: tuple[str, ...] = ()
    notes: tuple[Note, ...] = field(default=())
    unread: tuple[tuple[str | int, ...], ...] = ()
    """Paths through the map to values that stand in the file and cannot be read."""
    says: frozenset[str] | None = None
    """Keys that a table has a row or column for; `None` of a file that is no table."""
    base: Mapping[str, Any] | None = None
    """The map as it was when the file was written, of a file that holds it beside what it shows."""


def check_bytes(content: bytes | str) -> None:
    """Raise `FormatError` for a file that is too large to be a map."""
    if len(content) > MOST_BYTES:
        message = f"{len(content):,} bytes are too many for a map: keep it below {MOST_BYTES:,}"
        raise FormatError(message)


def decode_text(content: bytes) -> str:
    """Text of a file in UTF-8, UTF-16 with its mark, or what Excel writes in the west.

    The last, Windows-1252, holds Latin-1 and has a meaning for nearly every byte, so it comes last.
    Raises `FormatError` for what is no text at all.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace").removeprefix("\ufeff")
    if b"\0" in content:
        raise FormatError("this file holds no text: save it as text, or name it by its kind")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def check_columns(count: int) -> None:
    """Raise `FormatError` for a map that is too wide to be read by anybody."""
    if count > MOST_COLUMNS:
        message = f"{count:,} touchpoints are too many for one map: split it below {MOST_COLUMNS:,}"
        raise FormatError(message)


def check_map(journey: Mapping[str, Any]) -> None:
    """Raise `FormatError` where the data has no stage, or more moments than can be meant."""
    stages = journey.get("stages")
    if not isinstance(stages, list) or not stages:
        raise FormatError("no stages found: a map has `stages`, a list with at least one name")
    check_columns(sum(len(_touchpoints(stage)) or 1 for stage in stages))


def _touchpoints(stage: Any) -> list[Any]:
    found = stage.get("touchpoints") if isinstance(stage, dict) else None
    return found if isinstance(found, list) else []
