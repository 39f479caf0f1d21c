"""What of a map's YAML has to change, so that it says what another map says.

Both maps come in their normal, long form; the YAML may say the same in any of the language's
shorter ones, and keeps them where it can.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

from mkdocs_journey.edits import Change, Insert, Path, Remove, Replace
from mkdocs_journey.values.base import is_empty
from mkdocs_journey.values.text import slugify

_SHORT = ("text", "value", "url", "src", "score")
"""Keys that a lone value stands for."""


def differences(written: Any, old: Any, new: Any, path: Path) -> Iterator[Change]:
    """Changes of a value at a path, which says `old` and shall say `new`."""
    if old == new:
        return
    if isinstance(written, list):
        yield from _of_list(written, old, new, path)
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new) == 1:
        yield from differences(written, old[0], new[0], path)
    elif isinstance(written, dict) and isinstance(old, dict) and isinstance(new, dict):
        yield from _of_mapping(written, old, new, path)
    else:
        yield Replace(path, shortest(new))


def _of_mapping(
    written: dict[str, Any], old: dict[str, Any], new: dict[str, Any], path: Path
) -> Iterator[Change]:
    kept = [key for key in written if key in new]
    if not kept:
        yield Replace(path, shortest(new))
        return
    before = ""
    for key in (*new, *(key for key in old if key not in new)):
        here = (*path, key)
        if key in written:
            if key not in new:
                yield Remove(here)
            elif is_empty(written[key]) and key not in old:
                yield Replace(here, shortest(new[key]))
            else:
                yield from differences(written[key], old.get(key), new[key], here)
        elif key in new and (old.get(key) != new[key] or _needs_id(key, old, new)):
            yield Insert(here, shortest(new[key]), after=before or kept[-1])
        if key in ("name", "text"):
            before = key if key in written and "id" not in written else ""
        else:
            before = ""


def _needs_id(key: str, old: dict[str, Any], new: dict[str, Any]) -> bool:
    """Whether an id has to be written out: a new name would make another one, and break links."""
    return key == "id" and old.get("name") != new.get("name")


def _of_list(written: list[Any], old: Any, new: Any, path: Path) -> Iterator[Change]:
    """Items that stay are changed within, so that their comments and forms stay."""
    olds, news = _listed(old), _listed(new)
    kept = [place for place, item in enumerate(written) if not is_empty(item)]
    if len(kept) != len(olds):
        yield Replace(path, shortest(new))
        return
    pairs = _pairs(olds, news)
    if not pairs:
        yield Replace(path, shortest(news))
        return
    paired = dict(pairs)
    is_moved = len(pairs) < max(len(olds), len(news))
    for place, raw in enumerate(kept):
        if place in paired:
            before, after = olds[place], news[paired[place]]
            yield from differences(written[raw], before, after, (*path, raw))
            if is_moved and _is_numbered(written[raw], before, after):
                yield Insert((*path, raw, "id"), after["id"], after="name")
        else:
            yield Remove((*path, raw))
    by_new = {there: here for here, there in pairs}
    at = kept[0]
    for there, item in enumerate(news):
        if there in by_new:
            at = kept[by_new[there]] + 1
        else:
            yield Insert((*path, at), shortest(item))


def _is_numbered(written: Any, old: Any, new: Any) -> bool:
    """Whether an id that is not written counts those of its name, and would count anew."""
    if not isinstance(written, dict) or "id" in written or "id" not in new:
        return False
    name = new.get("name")
    return name is not None and old.get("name") == name and new["id"] != slugify(name)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _pairs(olds: list[Any], news: list[Any]) -> list[tuple[int, int]]:
    """Places of what is the same item before and after, in order.

    Stages and touchpoints are known by their ids. Of cards, what stands between the same
    neighbours is the same card with another text.
    """
    names = [_name(item) for item in olds], [_name(item) for item in news]
    found: list[tuple[int, int]] = []
    matcher = SequenceMatcher(None, *names, autojunk=False)
    for kind, start, end, there, there_end in matcher.get_opcodes():
        if kind == "equal" or (kind == "replace" and not _has_ids(olds[start:end])):
            found += zip(range(start, end), range(there, there_end), strict=False)
    return found


def _has_ids(items: list[Any]) -> bool:
    return any(isinstance(item, dict) and "id" in item and "name" in item for item in items)


def _name(item: Any) -> str:
    if isinstance(item, dict):
        for key in ("id", "name", "text"):
            if item.get(key):
                return str(item[key])
    return json.dumps(item, sort_keys=True, default=str)


def shortest(value: Any) -> Any:
    """A value as people write it: a part that has but one text as that text."""
    if isinstance(value, list):
        return [shortest(item) for item in value]
    if not isinstance(value, dict):
        return value
    if len(value) == 1:
        key, lone = next(iter(value.items()))
        if key in _SHORT:
            return shortest(lone)
    return {key: shortest(item) for key, item in value.items()}
