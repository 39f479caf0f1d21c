"""Paths between a site's pages."""

import posixpath

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journey.values.paths import relative

_FOLDER = st.lists(st.sampled_from(("a", "b", "ab")), max_size=4).map("/".join)
_NAME = st.sampled_from(("a", "page.md", ".."))


@given(_FOLDER, _FOLDER, _NAME)
def test_a_path_is_as_seen_from_a_folder(there: str, here: str, name: str) -> None:
    path = posixpath.normpath(posixpath.join(there, name))
    assert relative(path, here) == posixpath.relpath(path, here or ".")
