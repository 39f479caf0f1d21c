"""Two states of one part of a map, field by field.

What the model holds is compared as the model declares it, so that a lane or key that is added to
the language is compared without a line here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from mkdocs_journey.differences.change import Change, Kind, Spot
from mkdocs_journey.differences.pairing import find_moved, named_alike, pair
from mkdocs_journey.differences.values import key_of, meaning, show, title_field, title_of
from mkdocs_journey.lanes.table import CUSTOM
from mkdocs_journey.values.base import Model
from mkdocs_journey.values.feelings import Feeling

_SINGULAR = {
    "actions": "action",
    "alerts": "alert",
    "channels": "channel",
    "evidence": "evidence",
    "expectations": "expectation",
    "gains": "gain",
    "goals": "goal",
    "links": "link",
    "metrics": "metric",
    "needs": "need",
    "opportunities": "opportunity",
    "pains": "pain",
    "paths": "path",
    "personas": "persona",
    "quotes": "quote",
    "segments": "segment",
    "sources": "source",
    "tags": "tag",
}


@dataclass(frozen=True, slots=True)
class Trail:
    """Where a comparison is, and what it is about."""

    spot: Spot = field(default_factory=Spot)
    what: str = ""
    name: str = ""
    part: str = ""

    def change(self, kind: Kind, before: str = "", after: str = "") -> Change:
        """A change of what the trail leads to."""
        return Change(kind, self.what, self.spot, self.name, self.part, before, after)

    def down(self, key: str) -> Trail:
        """The trail to a key: of a thing one of its parts, of a place a thing that stands there."""
        if not self.what:
            return replace(self, what=key)
        return replace(self, part=f"{self.part} {key}".strip())


def singular(key: str) -> str:
    """What one item of a list is called."""
    return _SINGULAR.get(key, key)


def compare_parts(
    one: Model, other: Model, trail: Trail, skip: Collection[str] = ()
) -> Iterator[Change]:
    """Changes of all fields but those of `skip` and the id; both are parts of one type."""
    for name in type(other).model_fields:
        if name == "id" or name in skip:
            continue
        before, after = getattr(one, name), getattr(other, name)
        if meaning(before) == meaning(after):
            continue
        key = key_of(type(other), name)
        if key == CUSTOM:
            for lane in sorted({**before, **after}):
                at = trail.down(lane)
                yield from compare_values(before.get(lane, ()), after.get(lane, ()), at, lane)
        else:
            yield from compare_values(before, after, trail.down(key), name)


def compare_values(before: Any, after: Any, trail: Trail, field: str) -> Iterator[Change]:
    """Changes of one field; lists and mappings of a place are told item by item."""
    if meaning(before) == meaning(after):
        return
    is_thing = not trail.part
    if field == "feeling" and is_thing:
        yield from _compare_feelings(before, after, trail)
    elif isinstance(after, Mapping) and is_thing:
        yield from _compare_mappings(before, after, replace(trail, what=singular(trail.what)))
    elif isinstance(after, tuple) and is_thing:
        yield from compare_items(before, after, replace(trail, what=singular(trail.what)))
    elif isinstance(before, Model) and isinstance(after, Model):
        yield from compare_parts(before, after, trail)
    else:
        shown = show(before, field), show(after, field)
        kind = Kind.CHANGED if all(shown) else Kind.ADDED if shown[1] else Kind.REMOVED
        yield trail.change(kind, *shown)


def compare_items(before: Sequence[Any], after: Sequence[Any], trail: Trail) -> Iterator[Change]:
    """Changes of a list: its items by id, else by what they are called, else by likeness."""
    paired = pair(before, after, (_id, _folded_title), titles_alike)
    moved = find_moved([one for one, _ in paired.pairs])
    for index, (one, other) in enumerate(paired.pairs):
        yield from compare_item(before[one], after[other], trail)
        if index in moved:
            at = replace(trail, name=title_of(after[other]))
            yield at.change(Kind.MOVED, place(one), place(other))
    for one in paired.removed:
        yield replace(trail, name=title_of(before[one])).change(Kind.REMOVED)
    for other in paired.added:
        yield replace(trail, name=title_of(after[other])).change(Kind.ADDED)


def compare_item(before: Any, after: Any, trail: Trail) -> Iterator[Change]:
    """Changes of one item: what it is called, then all else that it says."""
    old, new = title_of(before), title_of(after)
    at = replace(trail, name=new)
    if old != new:
        yield at.change(Kind.RENAMED, old, new)
    if isinstance(before, Model) and isinstance(after, Model):
        yield from compare_parts(before, after, at, (title_field(before), title_field(after)))


def place(index: int) -> str:
    """A place in a list, in words."""
    return f"place {index + 1}"


def titles_alike(one: Any, other: Any) -> float:
    """How alike what two items are called is."""
    return named_alike(title_of(one), title_of(other))


def _id(item: Any) -> str:
    return str(getattr(item, "id", ""))


def _folded_title(item: Any) -> str:
    return title_of(item).casefold()


def _compare_mappings(
    before: Mapping[str, Any], after: Mapping[str, Any], trail: Trail
) -> Iterator[Change]:
    for key in dict.fromkeys((*before, *after)):
        at = replace(trail, name=key)
        one, other = before.get(key), after.get(key)
        if isinstance(one, Model) and isinstance(other, Model):
            yield from _compare_entry(one, other, at)
        elif meaning(one) != meaning(other):
            yield at.change(_fate(key, before, after), show(one), show(other))


def _compare_entry(one: Model, other: Model, trail: Trail) -> Iterator[Change]:
    """Changes of what stands under one key: its main value is the thing itself, not a part."""
    titles = dict.fromkeys((title_field(one), title_field(other)))
    for name in titles:
        before, after = getattr(one, name), getattr(other, name)
        if meaning(before) != meaning(after):
            at = trail if len(titles) == 1 else trail.down(key_of(type(other), name))
            yield at.change(Kind.CHANGED, show(before, name), show(after, name))
    yield from compare_parts(one, other, trail, titles)


def _compare_feelings(
    before: Mapping[str, tuple[Feeling, ...]],
    after: Mapping[str, tuple[Feeling, ...]],
    trail: Trail,
) -> Iterator[Change]:
    for persona in dict.fromkeys((*before, *after)):
        at = replace(trail, name=persona)
        one, other = before.get(persona, ()), after.get(persona, ())
        shown = _show_feelings(one), _show_feelings(other)
        if shown[0] != shown[1]:
            yield at.change(_fate(persona, before, after), *shown)
        if len(one) == len(other):
            for old, new in zip(one, other, strict=True):
                yield from compare_parts(old, new, at, ("score", "emotion"))


def _show_feelings(felt: Sequence[Feeling]) -> str:
    """Feelings of a moment, one after another: `2 (confused), then 4`."""
    return ", then ".join(
        f"{show(feeling.score)} ({show(feeling.emotion)})"
        if feeling.score is not None and feeling.emotion
        else show(feeling.score) or show(feeling.emotion)
        for feeling in felt
    )


def _fate(key: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> Kind:
    if key not in before:
        return Kind.ADDED
    return Kind.CHANGED if key in after else Kind.REMOVED
