"""A file keeps its line ends and its byte order mark."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journey.edits import Edit, RefusedError, Replace, change, read_document
from mkdocs_journey.source import Span


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_stay_and_new_lines_have_the_same(mark: str) -> None:
    raw = f"{mark}---\r\njourney:\r\n  stages: [{{name: A}}]\r\n  owner: me # c\r\n---\r\nText\r\n"
    document = read_document("a.md", raw.encode())
    edited = change(document.source, [Replace(("journey", "owner"), [{"name": "a"}, "b"])])
    assert document.apply(edited.edits) == raw.replace(
        "owner: me # c\r\n", "owner: # c\r\n    - name: a\r\n    - b\r\n"
    )


@given(st.text("a\r\n\ufeff", max_size=12), st.data())
def test_offsets_lead_to_the_same_place(raw: str, data: st.DataObject) -> None:
    document = read_document("a.md", raw.encode())
    text = document.source.text
    at = data.draw(st.integers(0, len(text)))
    after = read_document("a.md", document.apply([Edit(Span(at, at), "x")]).encode())
    assert after.source.text == f"{text[:at]}x{text[at:]}"


def test_other_bytes_than_utf_8_are_refused() -> None:
    with pytest.raises(RefusedError, match="save it as UTF-8"):
        read_document("a.md", b"caf\xe9")
