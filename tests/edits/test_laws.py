"""Laws of changes: what was meant is read, and nothing else is touched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journey.edits import Change, Insert, Remove, Rename, Replace, apply, change
from mkdocs_journey.edits.changes import outcome, plain
from mkdocs_journey.edits.making import read_matter
from mkdocs_journey.source import Source
from tests.edits.yaml_texts import keys, maps, texts, values, written


def paths(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every path of a value, the deepest last."""
    entries = value.items() if isinstance(value, dict) else enumerate(value)
    for step, item in entries:
        yield (*path, step)
        if isinstance(item, (dict, list)):
            yield from paths(item, (*path, step))


def at(value: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        value = value[step]
    return value


@st.composite
def changes(draw: st.DrawFn, data: Any) -> list[Change]:
    """Changes of places none of which stands in another's."""
    made: list[Change] = []
    for path in draw(st.lists(st.sampled_from(list(paths(data))), max_size=3, unique=True)):
        if any(path[: len(other.path)] == other.path or other.path[: len(path)] == path
               for other in made):  # fmt: skip
            continue
        parent = at(data, path[:-1])
        kind = draw(st.sampled_from((Replace, Rename, Insert, Remove)))
        if kind is Replace:
            made.append(Replace(path, draw(values if draw(st.booleans()) else texts)))
        elif kind is Insert and isinstance(parent, list):
            made.append(Insert(path, draw(values)))
        elif (
            kind is Remove
            and len(parent) > 1
            and not any(
                isinstance(other, Remove) and other.path[:-1] == path[:-1] for other in made
            )
        ):
            made.append(Remove(path))
        elif isinstance(parent, dict):
            key = draw(keys.map(lambda key: f"new {key}"))
            taken = [c for c in made if c.path[:-1] == path[:-1]]
            if taken:
                continue
            made.append(Rename(path, key) if kind is Rename else
                        Insert((*path[:-1], key), draw(values), str(path[-1])))  # fmt: skip
    return made


@given(st.data())
def test_what_was_meant_is_read(data: st.DataObject) -> None:
    value = data.draw(maps)
    source = Source("a.yml", data.draw(written(value)))
    assert plain(read_matter(source).data) == plain(value)
    wanted = data.draw(changes(value))
    edited = change(source, wanted)
    text = apply(source.text, edited.edits)
    assert not edited.refused, (source.text, text)
    assert plain(read_matter(Source("a.yml", text)).data) == outcome(value, wanted)


@given(st.data())
def test_comments_outlive_every_change(data: st.DataObject) -> None:
    value = data.draw(maps)
    source = Source("a.yml", data.draw(written(value, has_comments=True)))
    edited = change(source, data.draw(changes(value)))
    text = apply(source.text, edited.edits)
    comments = re.compile("# about the next|# said why")
    assert len(comments.findall(text)) == len(comments.findall(source.text))


@given(st.data())
def test_a_change_touches_only_the_lines_of_its_part(data: st.DataObject) -> None:
    value = data.draw(maps)
    source = Source("a.yml", data.draw(written(value, has_comments=True)))
    edited = change(source, data.draw(changes(value)))
    kept, at_offset = [], 0
    for edit in sorted(edited.edits, key=lambda edit: edit.span):
        kept.append(source.text[at_offset : edit.span.start])
        at_offset = edit.span.end
    rest = apply(source.text, edited.edits)
    for piece in (*kept, source.text[at_offset:]):
        place = rest.find(piece)
        assert place >= 0
        rest = rest[place + len(piece) :]
