"""Every value is found where it was written."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_journey.front_matter import Mapping, Quoted, Sequence, locate, read_yaml
from mkdocs_journey.source import Source, Span

words = st.text(alphabet="abcdefghéß漢🙂", min_size=1, max_size=6)
values = st.recursive(
    words,
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3)
        | st.dictionaries(words, inner, min_size=1, max_size=3)
    ),
    max_leaves=12,
)
documents = st.dictionaries(words, values, min_size=1, max_size=4)


def write_block(value: Any, depth: int) -> str:
    """The value as block YAML, below a key or a dash."""
    pad = "  " * depth
    if isinstance(value, dict):
        return "".join(
            f"\n{pad}{key}:{write_block(item, depth + 1)}" for key, item in value.items()
        )
    if isinstance(value, list):
        return "".join(f"\n{pad}-{write_block(item, depth + 1)}" for item in value)
    return f" {value}"


def write_flow(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {write_flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(write_flow(item) for item in value) + "]"
    return str(value)


def check(source: Source, value: Any, whole: Span) -> None:
    """Every scalar below a value is the text at its span, and every key too."""
    pending: list[tuple[Any, tuple[str | int, ...]]] = [(value, ())]
    while pending:
        item, path = pending.pop()
        if isinstance(item, Mapping):
            for key in item:
                span = locate(value, (*path, key), whole, key=True)
                assert source.text[span.start : span.end] == key
            pending += [(inner, (*path, key)) for key, inner in item.items()]
        elif isinstance(item, Sequence):
            pending += [(inner, (*path, place)) for place, inner in enumerate(item)]
        else:
            assert isinstance(item, str)
            assert not isinstance(item, Quoted)
            span = locate(value, path, whole)
            assert source.text[span.start : span.end] == item
            position = source.position(span.start)
            assert source.offset(*position) == span.start
            assert source.line(position.line)[position.column - 1 :].startswith(item)


@settings(max_examples=200)
@given(documents, st.booleans())
def test_values_stand_where_they_are_said_to(document: dict[str, Any], flow: bool) -> None:
    text = write_flow(document) if flow else write_block(document, 0).lstrip("\n")
    source = Source("a.md", f"---\n{text}\n---\n")
    span = Span(4, 4 + len(text) + 1)
    read = read_yaml(source, span)
    assert read.data == document
    check(source, read.data, span)


@given(st.text(alphabet="ab\n漢🙂", max_size=40), st.integers(0, 50))
def test_a_position_leads_back_to_its_offset(text: str, offset: int) -> None:
    source = Source("a.md", text)
    inside = min(offset, len(text))
    line, column = source.position(offset)
    assert source.offset(line, column) == inside
    assert text.split("\n")[line - 1][: column - 1] == source.line(line)[: column - 1]


def test_steps_that_were_never_written_are_skipped() -> None:
    source = Source("a.yml", "doing: {text: Pays}\n")
    data = read_yaml(source).data
    whole = Span(0, 0)
    assert source.position(locate(data, ("doing", 0, "text"), whole).start) == (1, 15)
    assert source.position(locate(data, ("doing", 0, "id"), whole).start) == (1, 8)
    assert locate(data, ("never",), whole) == whole


def test_an_alias_is_found_where_it_is_repeated() -> None:
    source = Source("a.yml", "a: &x Pays\nb: *x\n")
    data = read_yaml(source).data
    assert source.position(locate(data, ("b",), Span(0, 0)).start) == (2, 4)


def test_a_doubled_key_names_the_line_of_the_first() -> None:
    source = Source("a.yml", "a: 1\nb: 2\na: 3\nc: 4\nc: 5\na: 6\nd: 7\n")
    read = read_yaml(source)
    assert read.data == {"a": "1", "b": "2", "c": "4", "d": "7"}
    assert [
        (finding.position.line, finding.message.split(":")[0]) for finding in read.findings
    ] == [
        (3, "`a` stands here again, first in line 1"),
        (5, "`c` stands here again, first in line 4"),
        (6, "`a` stands here again, first in line 1"),
    ]


def test_what_is_merged_is_found_where_it_was_written() -> None:
    source = Source("a.yml", "a: &x {name: Pay, id: pay}\nb: {<<: *x, name: Buy}\n")
    data = read_yaml(source).data
    assert data["b"] == {"name": "Buy", "id": "pay"}
    assert source.position(locate(data, ("b", "name"), Span(0, 0)).start) == (2, 19)
    assert source.position(locate(data, ("b", "id"), Span(0, 0)).start) == (1, 23)
