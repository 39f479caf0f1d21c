"""What outputs for people say of a change alike."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_journey.differences import Change, Kind, PageChanges

MANY = 120
"""Characters of a name or value that are shown; the map itself has the rest."""


def subject(change: Change) -> str:
    """What changed, without its name: `pain`, `drop off`; a flow's blocks say it themselves."""
    return "" if change.what == "flow" else change.what.replace("_", " ")


def part(change: Change) -> str:
    """Which part of it changed, as words."""
    return change.part.replace("_", " ")


def spot(change: Change) -> str:
    """Where it is: `Buy › Checkout`, `Flow › if clicked › then`, `Header`."""
    names = list(map(short, change.spot.names))
    if change.what in ("flow", "branch"):
        return " › ".join(["Flow", *names])
    is_stage = change.what in ("stage", "moment")
    return " › ".join(names) or ("Stages" if is_stage else "Header")


def in_places(changes: Sequence[Change]) -> list[Change]:
    """Changes with those of one place beside each other, places in the order of their first."""
    places: dict[str, list[Change]] = {}
    for change in changes:
        places.setdefault(spot(change), []).append(change)
    return [change for found in places.values() for change in found]


def short(text: str) -> str:
    """A name or value on one line, cut where it is long."""
    text = " ".join(text.split())
    return text if len(text) <= MANY else f"{text[: MANY - 1].rstrip()}…"


def summary(pages: Sequence[PageChanges]) -> str:
    """How much changed: `7 changes in 2 pages`."""
    number = sum(len(page.changes) for page in pages)
    return f"{_count(number, 'change')} in {_count(len(pages), 'page')}"


def is_better(change: Change) -> bool | None:
    """Whether a feeling got better or worse; `None` where that cannot be said of a change."""
    if change.what != "feeling" or change.part or change.kind is not Kind.CHANGED:
        return None
    try:
        before, after = (float(text.split(" ")[0]) for text in (change.before, change.after))
    except ValueError:  # words without a score, or several feelings in a row
        return None
    return None if before == after else after > before


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"
