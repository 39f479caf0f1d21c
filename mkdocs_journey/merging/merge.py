"""An edited map merged into its page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from mkdocs_journey.catalog import Catalog
from mkdocs_journey.edits import (
    Change,
    Document,
    Edited,
    Insert,
    Path,
    RefusedError,
    Remove,
    change,
    read_document,
)
from mkdocs_journey.formats.data import part_data
from mkdocs_journey.formats.imported import Imported
from mkdocs_journey.formats.language import in_language
from mkdocs_journey.merging.combining import Conflict, combine
from mkdocs_journey.merging.differences import differences
from mkdocs_journey.merging.unread import keep_unread
from mkdocs_journey.model import Fault, Journey, read_journey
from mkdocs_journey.model.identity import identify
from mkdocs_journey.pages import personas_of
from mkdocs_journey.repairs.parts import Part, read_part
from mkdocs_journey.values.base import Reading, show

_MOST_ROUNDS = 5


@dataclass(frozen=True)
class Merged:
    """A page after an edited map was put into it."""

    document: Document
    done: tuple[str, ...]
    """What was changed, each with its place in the map."""
    left: tuple[str, ...]
    """What could not be placed, with the reason: nothing is lost without a word."""


def data_of(journey: Journey) -> dict[str, Any]:
    """A journey in the normal, long form that two maps are compared in."""
    data: dict[str, Any] = in_language(part_data(identify(journey)))
    return data


def merge(document: Document, edited: Imported, catalog: Catalog, *, is_page: bool) -> Merged:
    """The page with what differs between its map and an edited one, in the language's forms.

    Only the text of what differs is touched; without a difference no byte is. Where the edited map
    holds what the page said when it was made, what the page says otherwise since then stays. Raises
    `RefusedError` where the page has no map that can be read, or would say something else than
    both, or has a fault: what cannot be read could not be kept in its place.
    """
    part = read_part(document.source, catalog, is_page=is_page)
    if part is None or not isinstance(part.model, Journey):
        raise RefusedError(f"no map in {document.path} that can be read: run a check, and mend it")
    if part.faults:
        message = f"the map of {document.path} has a fault: mend it first, as a check says"
        raise RefusedError(message)
    old, (target, faults) = data_of(part.model), _understood(edited.journey, part, catalog)
    left = [f"{'.'.join(map(str, fault.path))}: {fault.message}" for fault in faults]
    for path in (*edited.unread, *(fault.path for fault in faults)):
        keep_unread(target, old, edited.journey, path)
    if edited.base is not None:
        target, conflicts = combine(_understood(edited.base, part, catalog)[0], old, target)
        left += [_contradiction(old, conflict) for conflict in conflicts]
    wanted = list(differences(part.data, old, target, part.path))
    made, refused = _change(part, wanted)
    left += [f"{_place(part.root, path)}: {message}" for path, message in refused.items()]
    after = read_document(document.path, document.apply(made.edits).encode("utf-8"))
    if made.made:
        _check(after, target if not refused else None, part, catalog, is_page=is_page)
    return Merged(after, tuple(_said(part, item) for item in made.made), tuple(left))


def _understood(
    data: Mapping[str, Any], part: Part, catalog: Catalog
) -> tuple[dict[str, Any], tuple[Fault, ...]]:
    """A map's data in its normal form, and what of it cannot be read."""
    personas = personas_of(data.get("personas")) | personas_of(part.data.get("personas"))
    read = read_journey(dict(data), Reading(catalog, personas))
    if read.part is None:
        raise RefusedError("no stage of the edited map can be read: mend it")
    return data_of(read.part), tuple(read.faults)


def _contradiction(page: Mapping[str, Any], conflict: Conflict) -> str:
    here, there = (
        "nothing" if side is None else f"`{show(_named(side))}`"
        for side in (conflict.page, conflict.file)
    )
    return (
        f"{_place(page, conflict.path)}: {here} in the page, which has changed since the export, "
        f"and {there} in the file: the page stays, write into it what is right"
    )


def _change(part: Part, wanted: list[Change]) -> tuple[Edited, dict[Path, str]]:
    """Edits for the changes; where an item cannot come or go, its whole list keeps its items.

    Otherwise what was moved could stand there twice, or not at all.
    """
    refused: dict[Path, str] = {}
    for _ in range(_MOST_ROUNDS):
        edited = change(part.source, wanted)
        if not edited.refused:
            return edited, refused
        gone: set[Path] = set()
        for refusal in edited.refused:
            refused[refusal.change.path] = refusal.message
            gone.add(refusal.change.path)
            if isinstance(refusal.change, (Insert, Remove)):
                lists = refusal.change.path[:-1]
                gone |= {item.path for item in wanted if _moves_in(item, lists)}
        refused |= {path: "goes with another change here" for path in gone if path not in refused}
        wanted = [item for item in wanted if item.path not in gone]
    return Edited((), (), ()), refused | {item.path: "could not be made" for item in wanted}


def _moves_in(item: Change, parent: Path) -> bool:
    is_item = isinstance(item.path[-1], int)
    return isinstance(item, (Insert, Remove)) and is_item and item.path[:-1] == parent


def _check(after: Document, target: Any, before: Part, catalog: Catalog, *, is_page: bool) -> None:
    """Raise `RefusedError` where the page would not say what was meant."""
    now = read_part(after.source, catalog, is_page=is_page)
    is_read = now is not None and isinstance(now.model, Journey)
    if now is None or not isinstance(now.model, Journey) or len(now.faults) > len(before.faults):
        raise RefusedError(f"{after.path} could not be read afterwards: change it by hand")
    if is_read and target is not None and data_of(now.model) != target:
        places = ", ".join(_unlike(data_of(now.model), target))
        raise RefusedError(
            f"{after.path} would not say what the edited map says ({places}): change it by hand"
        )


def _unlike(one: dict[str, Any], other: dict[str, Any]) -> Iterable[str]:
    return (f"`{key}`" for key in (one | other) if one.get(key) != other.get(key))


def _said(part: Part, item: Change) -> str:
    place = _place(part.root, item.path)
    if isinstance(item, Remove):
        return f"{place}: removed"
    verb = "added" if isinstance(item, Insert) else "now"
    value = getattr(item, "value", "")
    return f"{place}: {verb} `{show(_named(value))}`"


def _named(value: Any) -> str:
    """What a value is called in a sentence."""
    if isinstance(value, list):
        return ", ".join(map(_named, value))
    if isinstance(value, dict):
        value = value.get("name") or value.get("text") or next(iter(value.values()), "")
    return show(value)


def _place(root: Any, path: Path) -> str:
    """A path in the map's own names: `Choose › Product page › pains 2`."""
    value: Any = root
    words: list[str] = []
    for step in path:
        inner = None
        if isinstance(value, dict):
            inner = value.get(str(step))
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            inner = value[step]
        name = inner.get("name") if isinstance(inner, dict) else None
        if name:
            words.append(show(name))
        elif isinstance(step, int):
            if words:
                words[-1] += f" {step + 1}"
        elif step not in ("journey", "stages", "touchpoints") or step == path[-1]:
            words.append(str(step))
        value = inner
    return " › ".join(words)
