"""Tests of one field: equal, one of, at least, at most, contains."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from unicodedata import normalize

from mkdocs_journey.queries.fields import Field, Row, Scalar


class Operator(StrEnum):
    """How a value is compared; `IS` also means one of several."""

    IS = "is"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    CONTAINS = "contains"


@dataclass(frozen=True, slots=True)
class Test:
    """One condition on one field."""

    __test__ = False  # pytest takes a class of this name for a test

    field: str
    operator: Operator
    values: tuple[Scalar, ...]
    """Any of them will do."""

    def admits(self, field: Field[Row], row: Row) -> bool:
        """Whether any value of a row's field passes; a field without a value passes nothing."""
        return any(self._passes(field, value) for value in field.read(row))

    def _passes(self, field: Field[Row], value: Scalar) -> bool:
        match self.operator:
            case Operator.IS:
                names = (fold(value), fold(field.stem(value)))
                return any(fold(wanted) in names for wanted in self.values)
            case Operator.CONTAINS:
                text = str(fold(field.stem(value)))
                return any(str(fold(wanted)) in text for wanted in self.values)
            case Operator.AT_LEAST:
                return any(not _is_less(field, value, bound) for bound in self.values)
            case Operator.AT_MOST:
                return any(not _is_less(field, bound, value) for bound in self.values)


def fold(value: Scalar) -> Scalar:
    """A value as it is compared: text without regard to case, spacing and form of its accents.

    All that asks whether two texts are the same one asks it so: conditions, groups, filters.
    """
    if not isinstance(value, str):
        return value
    return " ".join(normalize("NFC", value).casefold().split())


def _is_less(field: Field[Row], one: Scalar, other: Scalar) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        return field.rank(one) < field.rank(other)
    return one < other  # type: ignore[operator]  # both are of the field's kind
