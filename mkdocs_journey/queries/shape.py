"""What can be asked of a view across maps."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Any

from mkdocs_journey.queries.fields import Field


def _no_words(_field: str) -> Collection[str]:
    return ()


def _no_word(_field: str, _word: str) -> str | None:
    return None


@dataclass(frozen=True)
class Shape:
    """Names that a view's options may use."""

    fields: tuple[Field[Any], ...]
    """What `where` tests."""
    columns: tuple[str, ...]
    """What `columns` chooses from."""
    sorts: tuple[str, ...]
    """What `sort` takes."""
    groups: tuple[str, ...]
    """What `group` takes."""
    words: Callable[[str], Collection[str]] = field(default=_no_words, compare=False)
    """Words that a field has on this site, for fields that have no choices of their own."""
    meant: Callable[[str, str], str | None] = field(default=_no_word, compare=False)
    """The word of a field that another word is the label of, in any language."""
