"""What changed, as lines for a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from mkdocs_journey.differences import Change, Kind, PageChanges
from mkdocs_journey.reporters.differences.words import (
    in_places,
    part,
    short,
    spot,
    subject,
    summary,
)
from mkdocs_journey.reporters.frame import clean

_SIGNS = {Kind.ADDED: "+", Kind.REMOVED: "-", Kind.RESOLVED: "-", Kind.MOVED: ">"}


def write(pages: Sequence[PageChanges]) -> str:
    """Each page's changes by their places, and how many there are."""
    if not pages:
        return "No map changed.\n"
    shown = (f"{_page(page)}\n" for page in pages)
    return clean("\n".join([*shown, f"{summary(pages)}.\n"]))


def _page(page: PageChanges) -> str:
    lines = [f"{page.path}: {short(page.title)}"]
    for place, changes in groupby(in_places(page.changes), spot):
        lines += [f"  {place}", *(f"    {_line(change)}" for change in changes)]
    return "\n".join(lines)


def _line(change: Change) -> str:
    is_thing = not change.part
    sign = _SIGNS.get(change.kind, "~") if is_thing else "~"
    name = short(change.name)
    thing = f"{subject(change)} {name}".strip()
    before, after = short(change.before), short(change.after)
    match change.kind:
        case Kind.RENAMED:
            renamed = f"{subject(change)} {before}".strip()
            return f"{sign} {renamed} → {after}"
        case Kind.MOVED:
            return f"{sign} {thing}: from {before} to {after}"
        case Kind.RESOLVED:
            return f"{sign} {thing}: resolved"
        case Kind.ADDED | Kind.REMOVED if is_thing:
            value = before or after
            link = ", with " if change.what == "stage" else ": "
            return f"{sign} {thing}{link}{value}" if value else f"{sign} {thing}"
    told = thing if is_thing else f"{thing}, {part(change)}"
    return f"{sign} {told}: {before or 'nothing'} → {after or 'nothing'}"
