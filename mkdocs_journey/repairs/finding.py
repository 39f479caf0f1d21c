"""What of a map can be repaired: a change each, with the words that say it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from mkdocs_journey.catalog import Catalog, feeling_score
from mkdocs_journey.catalog.labels import certain_id_for
from mkdocs_journey.edits import Change, Insert, Path, Rename, Replace
from mkdocs_journey.front_matter import OURS, Mapping
from mkdocs_journey.model import Journey
from mkdocs_journey.model.identity import identify
from mkdocs_journey.model.rules import UNKNOWN_KEY
from mkdocs_journey.model.shape import is_certain
from mkdocs_journey.repairs.parts import Part
from mkdocs_journey.values.base import is_empty, show
from mkdocs_journey.values.feelings import FEELING_KEYS
from mkdocs_journey.values.quantities import parse_measure

_FIRST = {"journey": "stages", "persona": "name"}
"""Key that tells a map or persona from what a theme or another plugin keeps in front matter."""


class Wanted(NamedTuple):
    """A change that repairs something, in words; without any where it belongs to another one."""

    change: Change
    message: str
    is_at_key: bool = False


def find_repairs(part: Part, catalog: Catalog) -> list[Wanted]:
    """Repairs of a part: keys first, for only a map whose keys are right says what is missing."""
    keys = [*_top_keys(part), *_keys(part)]
    if keys:
        return keys
    named = _feelings(part, catalog)
    return [*_values(part), *_labels(part, catalog), *named, *_ids(part)]


def _top_keys(part: Part) -> Iterator[Wanted]:
    """`Journey:` and `journy:`, where what stands below can only be a map."""
    if part.path or part.model is not None:
        return
    for key, value in part.root.items():
        for meant in OURS:
            is_meant = isinstance(value, Mapping) and _FIRST[meant] in value
            if part.is_silenced((key,), UNKNOWN_KEY.name, UNKNOWN_KEY.code):
                continue
            if is_meant and meant not in part.root and is_certain(key.lower(), meant, OURS):
                yield Wanted(Rename((key,), meant), _instead(meant, key), True)
                return


def _keys(part: Part) -> Iterator[Wanted]:
    seen: set[tuple[Path, str]] = set()
    for fault in part.faults:
        path = part.written(fault.path)
        place = (path[:-1], fault.meant)
        if not fault.meant or path[-1] != fault.path[-1] or place in seen:
            continue
        if not part.is_silenced(path, fault.rule.name, fault.rule.code):
            seen.add(place)
            message = _instead(fault.meant, str(path[-1]))
            yield Wanted(Rename(path, fault.meant), message, True)


def _instead(written: str, before: str) -> str:
    return f"`{show(written)}` instead of `{show(before)}`"


def _values(part: Part) -> Iterator[Wanted]:
    """Words of another language where a map knows only some: `severity: alta`."""
    for fault in part.faults:
        if fault.instead:
            path = part.written(fault.path)
            yield from _said(part, path, fault.instead, fault.rule.name, fault.rule.code)


def _labels(part: Part, catalog: Catalog) -> Iterator[Wanted]:
    """Channels and statuses by what readers see: `channel: telefone`, `status: Rascunho`."""
    if part.model is None:
        return
    for path, meant in _channels_meant(part, catalog):
        yield from _said(part, path, meant, "unknown-channel", "J302", "bad-id", "J205")
    if isinstance(part.model, Journey) and isinstance(word := part.data.get("status"), str):
        is_known = word.strip() in catalog.statuses
        meant = "" if is_known else certain_id_for(catalog, "statuses", word) or ""
        yield from _said(part, (*part.path, "status"), meant, "unknown-status", "J305")


def _channels_meant(part: Part, catalog: Catalog) -> Iterator[tuple[Path, str]]:
    """Channels by other names, with their ids, each id once in a list.

    Which of several names for one channel was meant as that one, only people can know.
    """
    places = ((path, part.at(path)) for path in _channels(part.data, part.path))
    words = {path: word.strip() for path, word in places if isinstance(word, str)}
    there = {(_list_of(path), word) for path, word in words.items()}
    for path, word in words.items():
        meant = None if word in catalog.channels else certain_id_for(catalog, "channels", word)
        if meant and (_list_of(path), meant) not in there:
            there.add((_list_of(path), meant))
            yield path, meant


def _list_of(path: Path) -> Path:
    return path[:-1] if isinstance(path[-1], int) else path


def _said(part: Part, path: Path, meant: str, *rules: str) -> Iterator[Wanted]:
    """A known word in the place of one that stands for it, unless that is as somebody wants it."""
    word = part.at(path)
    is_other = isinstance(word, str) and meant not in ("", word.strip())
    if is_other and not part.is_silenced(path, *rules):
        yield Wanted(Replace(path, meant), _instead(meant, word))


def _channels(data: Any, start: Path) -> Iterator[Path]:
    """Where channels are named: in the head, at touchpoints, in messages of the flow."""
    for path, holder in _holders(data, start):
        is_head, is_touchpoint = path == start, path[-2:-1] == ("touchpoints",)
        if is_head or is_touchpoint:
            yield from _each(holder.get("channels"), (*path, "channels"))
        if is_touchpoint:
            yield from _each(holder.get("channel"), (*path, "channel"))
    yield from _in_messages(data.get("flow"), (*start, "flow"))


def _in_messages(data: Any, path: Path) -> Iterator[Path]:
    """Channels of messages, however deep in branches they are sent."""
    for step, item in _entries(data):
        if step == "channel":
            yield from _each(item, (*path, step))
        else:
            yield from _in_messages(item, (*path, step))


def _entries(data: Any) -> Iterable[tuple[str | int, Any]]:
    if isinstance(data, dict):
        return data.items()
    return enumerate(data) if isinstance(data, list) else ()


def _each(value: Any, path: Path) -> Iterator[Path]:
    """Where a lone value stands, or each of a list."""
    if isinstance(value, list):
        yield from ((*path, place) for place in range(len(value)))
    elif value is not None:
        yield path


def _feelings(part: Part, catalog: Catalog) -> Iterator[Wanted]:
    for path, value in _holders(part.data, part.path):
        if "feeling" in value:
            yield from _felt(value["feeling"], (*path, "feeling"), catalog)


def _holders(data: Any, path: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """The map, its stages and touchpoints, and the hours of a persona's day."""
    if isinstance(data, list):
        for place, item in enumerate(data):
            yield from _holders(item, (*path, place))
    elif isinstance(data, dict):
        yield path, data
        for key in ("stages", "touchpoints", "day"):
            yield from _holders(data.get(key), (*path, key))


def _felt(value: Any, path: Path, catalog: Catalog) -> Iterator[Wanted]:
    """Words and emoji that stand for a score, wherever a feeling may hold one."""
    if isinstance(value, list):
        for place, item in enumerate(value):
            yield from _felt(item, (*path, place), catalog)
    elif isinstance(value, dict):
        if any(key in FEELING_KEYS for key in value):
            yield from _scored(value, path, catalog)
        else:
            for key, item in value.items():
                yield from _felt(item, (*path, key), catalog)
    elif (score := _score(value, catalog)) is not None:
        word = str(value).strip()
        if _is_word(word):
            shown = f"{{score: {score}, emotion: {word}}}"
            yield Wanted(Replace(path, {"score": score, "emotion": word}), _instead(shown, word))
        else:
            yield Wanted(Replace(path, score), _instead(str(score), word))


def _scored(value: dict[str, Any], path: Path, catalog: Catalog) -> Iterator[Wanted]:
    score = _score(value.get("score"), catalog)
    if score is None:
        return
    word = str(value["score"]).strip()
    is_named = "emotion" in value
    if is_named and is_empty(value["emotion"]) and _is_word(word):
        return  # The word is all that says what is felt, and its place is taken.
    yield Wanted(Replace((*path, "score"), score), _instead(str(score), word))
    if _is_word(word) and not is_named:
        yield Wanted(Insert((*path, "emotion"), word, after="score"), f"`emotion: {show(word)}`")


def _score(value: Any, catalog: Catalog) -> int | float | None:
    """Score of a known word or emoji; `None` for numbers and for words that nobody scored."""
    if not isinstance(value, str) or is_empty(value) or parse_measure(value) is not None:
        return None
    score = feeling_score(catalog, value)
    return int(score) if score is not None and score == int(score) else score


def _is_word(text: str) -> bool:
    return any(character.isalpha() for character in text)


def _ids(part: Part) -> Iterator[Wanted]:
    """Ids that the map's stages and touchpoints have without their being written.

    They depend on all names and their order: only a map without a fault says them for certain.
    """
    if not isinstance(part.model, Journey) or part.faults:
        return
    for place, stage in enumerate(identify(part.model).stages):
        path: Path = ("stages", place)
        yield from _id(part, path, stage.id)
        for number, touchpoint in enumerate(stage.touchpoints):
            yield from _id(part, (*path, "touchpoints", number), touchpoint.id)


def _id(part: Part, path: Path, new: str) -> Iterator[Wanted]:
    written = part.written(path)
    holder = part.at(written)
    if not isinstance(holder, dict):
        return
    message = f"`id: {new}`"
    if "id" not in holder:
        yield Wanted(Insert((*written, "id"), new, after="name"), message)
    elif is_empty(holder["id"]):
        yield Wanted(Replace((*written, "id"), new), message)
