"""A block's options read as a query, with a finding for each field or value that there is not."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pydantic_core import PydanticCustomError

from mkdocs_journey.diagnostics import Finding, Rule, find
from mkdocs_journey.front_matter import Mapping, locate
from mkdocs_journey.model.shape import hint_at
from mkdocs_journey.queries.fields import Field, FieldKind, Scalar
from mkdocs_journey.queries.query import Order, Query
from mkdocs_journey.queries.rules import BAD_QUERY_VALUE, UNKNOWN_QUERY_FIELD
from mkdocs_journey.queries.shape import Shape
from mkdocs_journey.queries.tests import Operator, Test, fold
from mkdocs_journey.source import Source, Span
from mkdocs_journey.values.base import is_empty, show
from mkdocs_journey.values.choices import read_flag, suggest, suggest_meant
from mkdocs_journey.values.quantities import read_number
from mkdocs_journey.values.times import read_date

OPTIONS = ("where", "sort", "limit", "group", "columns")
"""Options of every view across maps."""

_SIGNS = {"≥": Operator.AT_LEAST, ">=": Operator.AT_LEAST,
          "≤": Operator.AT_MOST, "<=": Operator.AT_MOST}  # fmt: skip
_WAYS = tuple(operator.value for operator in Operator)


def read_query(
    data: Mapping, shape: Shape, source: Source, span: Span
) -> tuple[Query, tuple[Finding, ...]]:
    """The query that a block's options ask for; what is wrong in them is left out of it.

    `span` is where the block stands, for options without a place of their own.
    """
    reader = _Reader(data, shape, source, span)
    query = Query(
        where=tuple(reader.read_where()),
        sort=tuple(reader.read_sort()),
        limit=reader.read_limit(),
        group=next(iter(reader.read_names("group", shape.groups)), ""),
        columns=tuple(reader.read_names("columns", shape.columns)),
    )
    return query, tuple(reader.findings)


@dataclass
class _Reader:
    """Options of one block, and the faults found in them so far."""

    data: Mapping
    shape: Shape
    source: Source
    span: Span
    findings: list[Finding] = field(default_factory=list)

    def read_where(self) -> Iterator[Test]:
        where = self.data.get("where")
        if is_empty(where):
            return
        if not isinstance(where, dict):
            self.report(BAD_QUERY_VALUE, ("where",), (
                f"`where` takes fields and their values, here stands `{show(where)}`: "
                "write it like `where: {status: validated}`"
            ))  # fmt: skip
            return
        known = {field.id: field for field in self.shape.fields}
        for name, wanted in where.items():
            if name in known:
                yield from self.read_tests(known[name], wanted)
            else:
                self.report_unknown(("where", name), name, tuple(known), "where", key=True)

    def read_tests(self, tested: Field[Any], wanted: Any) -> Iterator[Test]:
        path: tuple[str | int, ...] = ("where", tested.id)
        if not isinstance(wanted, dict):
            yield from self.read_test(tested, *_signed(tested, wanted), path)
            return
        for way, value in wanted.items():
            if way in _WAYS:
                yield from self.read_test(tested, Operator(way), value, (*path, way))
            else:
                hint = suggest(way, _WAYS)
                message = f"`{tested.id}` cannot be tested by `{show(way)}`: {hint}"
                self.report(BAD_QUERY_VALUE, (*path, way), message, key=True)

    def read_test(
        self, tested: Field[Any], operator: Operator, wanted: Any, path: tuple[str | int, ...]
    ) -> Iterator[Test]:
        values = list(enumerate(wanted)) if isinstance(wanted, list) else [(None, wanted)]
        found: list[Scalar] = []
        for index, value in values:
            place = path if index is None else (*path, index)
            read = self.read_value(tested, operator, value, place)
            found.extend(() if read is None else (read,))
        if found:
            yield Test(tested.id, operator, tuple(found))

    def read_value(
        self, tested: Field[Any], operator: Operator, value: Any, path: tuple[str | int, ...]
    ) -> Scalar | None:
        """One value as the field has them; `None` after a finding."""
        fault = _misfit(tested, operator)
        if fault:
            self.report(BAD_QUERY_VALUE, path, fault)
            return None
        if isinstance(value, (dict, list)) or is_empty(value):
            self.report(
                BAD_QUERY_VALUE, path,
                f"`{tested.id}` is tested for a single value, here stands "
                f"{'nothing' if is_empty(value) else f'`{show(value)}`'}: "
                f"write it like {_example(tested)}",
            )  # fmt: skip
            return None
        if operator is Operator.CONTAINS:
            return str(value)
        if tested.kind in (FieldKind.WORD, FieldKind.TEXT):
            return self.read_word(tested, str(value), path)
        try:
            if tested.kind is FieldKind.DATE:
                return _read_day(value, is_first=operator is Operator.AT_LEAST)
            return _READERS[tested.kind](value)
        except PydanticCustomError as fault_found:
            self.report(BAD_QUERY_VALUE, path, f"`{tested.id}`: {fault_found.message()}")
            return None

    def read_word(self, tested: Field[Any], value: str, path: tuple[str | int, ...]) -> str | None:
        """A word that the field has; of free text any."""
        if tested.kind is FieldKind.TEXT:
            return value
        known = tested.choices or tuple(self.shape.words(tested.id))
        same = {fold(word): word for word in reversed(known)}
        alike = {_form(word): word for word in reversed(known)}
        word = same.get(fold(value)) or alike.get(_form(value))
        if word is not None:
            return word
        meant = self.shape.meant(tested.id, value) or value
        hint = suggest_meant(meant, known) if known else "no map has one yet: leave the test out"
        self.report(BAD_QUERY_VALUE, path, f"no `{tested.id}` is `{show(value)}`: {hint}")
        return None

    def read_sort(self) -> Iterator[Order]:
        for path, value in self.items("sort"):
            name = str(value).removeprefix("-").strip()
            if name in self.shape.sorts:
                yield Order(name, is_descending=str(value).startswith("-"))
            else:
                self.report_unknown(path, name, self.shape.sorts, "sort")

    def read_names(self, option: str, known: tuple[str, ...]) -> Iterator[str]:
        seen: set[str] = set()
        for path, value in self.items(option):
            name = str(value).strip()
            if name not in known:
                self.report_unknown(path, name, known, option)
            elif name not in seen:
                seen.add(name)
                yield name

    def read_limit(self) -> int | None:
        limit = self.data.get("limit")
        if is_empty(limit):
            return None
        if str(limit).strip().isdecimal() and 0 < int(str(limit)) < 1_000_000:
            return int(str(limit))
        message = f"`limit` is `{show(limit)}`: write how many rows to show, like `limit: 10`"
        self.report(BAD_QUERY_VALUE, ("limit",), message)
        return None

    def items(self, option: str) -> list[tuple[tuple[str | int, ...], Any]]:
        value = self.data.get(option)
        if is_empty(value):
            return []
        if isinstance(value, dict):
            message = f"`{option}` takes names of fields: write it like `{option}: title`"
            self.report(BAD_QUERY_VALUE, (option,), message)
            return []
        listed = value if isinstance(value, list) else [value]
        paths: Sequence[tuple[str | int, ...]] = (
            [(option, index) for index in range(len(listed))]
            if isinstance(value, list)
            else [(option,)]
        )
        return list(zip(paths, listed, strict=True))

    def report_unknown(
        self,
        path: tuple[str | int, ...],
        name: str,
        known: tuple[str, ...],
        option: str,
        *,
        key: bool = False,
    ) -> None:
        what = "column" if option == "columns" else "field"
        if not known:
            message = f"this view has no `{option}`: leave it out"
        else:
            message = f"unknown {what} `{show(name)}`: {hint_at(name, known)}"
        self.report(UNKNOWN_QUERY_FIELD, path, message, key=key)

    def report(
        self, rule: Rule, path: tuple[str | int, ...], message: str, *, key: bool = False
    ) -> None:
        place = locate(self.data, path, self.span, key=key)
        self.findings.append(find(rule, self.source, place, message))


def _signed(tested: Field[Any], wanted: Any) -> tuple[Operator, Any]:
    """A bound written as targets are, `≥ 3`; anything else is a plain value."""
    if isinstance(wanted, str) and tested.kind is not FieldKind.TEXT:
        for sign, operator in _SIGNS.items():
            if wanted.startswith(sign):
                return operator, wanted.removeprefix(sign).strip()
    return Operator.IS, wanted


def _misfit(tested: Field[Any], operator: Operator) -> str:
    """What to write where a field cannot be tested so; empty where it can."""
    is_ordered = tested.kind in (FieldKind.NUMBER, FieldKind.DATE) or (
        tested.kind is FieldKind.WORD and bool(tested.choices)
    )
    if operator in (Operator.AT_LEAST, Operator.AT_MOST) and not is_ordered:
        return f"`{tested.id}` has no order: write it like {_example(tested)}"
    if operator is Operator.CONTAINS and tested.kind not in (FieldKind.WORD, FieldKind.TEXT):
        return f"`{tested.id}` is no text: write it like {_example(tested)}"
    return ""


def _example(tested: Field[Any]) -> str:
    match tested.kind:
        case FieldKind.NUMBER:
            return f"`{tested.id}: {{at_least: 3}}`"
        case FieldKind.DATE:
            return f"`{tested.id}: {{at_least: 2026-01-01}}`"
        case FieldKind.FLAG:
            return f"`{tested.id}: true`"
        case FieldKind.TEXT:
            return f"`{tested.id}: {{contains: invoice}}`"
        case FieldKind.WORD:
            return f"`{tested.id}: {tested.choices[0] if tested.choices else 'name'}`"


def _form(word: str) -> str:
    """A word as it may be written: with hyphens, underscores or spaces."""
    return str(fold(word.replace("-", " ").replace("_", " ")))


def _read_day(value: Any, *, is_first: bool) -> Scalar | None:
    """The first or the last day of what may be a month or a year."""
    found = read_date(value)
    if found is None:
        return None
    return date(found.year, found.month or 1, found.day or 1) if is_first else found.last_day


_READERS: dict[FieldKind, Callable[[Any], Scalar | None]] = {
    FieldKind.NUMBER: read_number,
    FieldKind.FLAG: read_flag,
}
