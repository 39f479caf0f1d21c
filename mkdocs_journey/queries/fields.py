"""Fields of the rows that a view across maps lists: what can be tested, sorted and grouped by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeAlias, TypeVar

Row = TypeVar("Row")

Scalar: TypeAlias = str | float | bool | date


class FieldKind(StrEnum):
    """How a field's values compare."""

    WORD = "word"
    """One of some words or names, compared without regard to case."""
    TEXT = "text"
    """Free text, which is asked what it contains."""
    NUMBER = "number"
    DATE = "date"
    FLAG = "flag"
    """Yes or no."""


def _same(value: Scalar) -> Scalar:
    return value


@dataclass(frozen=True, slots=True)
class Field(Generic[Row]):
    """One fact of a row, under the name that authors write."""

    id: str
    kind: FieldKind
    read: Callable[[Row], tuple[Scalar, ...]]
    """Its values: none where nothing is known, several where a row has several."""
    choices: tuple[str, ...] = ()
    """All words that it can be, from low to high; empty where maps bring their own."""
    vocabulary: str = ""
    """Whose words they are (`kind`, `channel`, `persona`): labels come from there."""
    stem: Callable[[Scalar], Scalar] = _same
    """What a value is also found by, which several values may share."""

    def order(self, row: Row) -> tuple[Scalar, ...]:
        """What a row is sorted by: its first value; of words the place among the choices."""
        values = self.read(row)
        return self.place(values[0]) if values else ()

    def place(self, value: Scalar) -> tuple[Scalar, ...]:
        """What a value is sorted by among the field's values."""
        return (self.rank(value), value.casefold()) if isinstance(value, str) else (value,)

    def rank(self, word: str) -> int:
        """Place of a word among the choices; words that are none stand behind them."""
        return self.choices.index(word) if word in self.choices else len(self.choices)


def word(
    id: str,
    read: Callable[[Row], tuple[str, ...]],
    choices: tuple[str, ...] = (),
    vocabulary: str = "",
) -> Field[Row]:
    """A field of words; empty ones are no value."""
    return Field(
        id, FieldKind.WORD, lambda row: tuple(filter(None, read(row))), choices, vocabulary or id
    )


def prose(id: str, read: Callable[[Row], str]) -> Field[Row]:
    """A field of free text."""
    return Field(id, FieldKind.TEXT, lambda row: (read(row),))


def number(id: str, read: Callable[[Row], float | None]) -> Field[Row]:
    """A field of numbers."""
    return Field(id, FieldKind.NUMBER, lambda row: _known(read(row)))


def day(id: str, read: Callable[[Row], date | None]) -> Field[Row]:
    """A field of dates."""
    return Field(id, FieldKind.DATE, lambda row: _known(read(row)))


def flag(id: str, read: Callable[[Row], bool]) -> Field[Row]:
    """A field of yes or no."""
    return Field(id, FieldKind.FLAG, lambda row: (read(row),))


def _known(value: float | date | None) -> tuple[Scalar, ...]:
    return () if value is None else (value,)
