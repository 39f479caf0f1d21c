"""Choosing, sorting and grouping rows: laws that hold for any rows."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journey.queries import (
    Order,
    Query,
    Test,
    arrange,
    choose,
    group,
    number,
    prose,
    word,
)
from mkdocs_journey.queries.tests import Operator


@dataclass(frozen=True)
class Row:
    level: str
    tags: tuple[str, ...]
    price: float | None


LEVELS = ("low", "medium", "high")
FIELDS = (
    word("level", lambda row: (row.level,), LEVELS),
    word("tag", lambda row: row.tags),
    number("price", lambda row: row.price),
    prose("text", lambda row: " ".join(row.tags)),
)
rows = st.lists(
    st.builds(
        Row,
        level=st.sampled_from((*LEVELS, "")),
        tags=st.lists(st.sampled_from("abc"), max_size=3, unique=True).map(tuple),
        price=st.none() | st.integers(0, 9).map(float),
    ),
    max_size=20,
)


@given(rows, st.sampled_from(LEVELS))
def test_every_row_passes_either_at_least_or_less(found: list[Row], level: str) -> None:
    at_least = choose(Query((Test("level", Operator.AT_LEAST, (level,)),)), found, FIELDS)
    below = LEVELS[: LEVELS.index(level)]
    less = choose(Query((Test("level", Operator.IS, below),)), found, FIELDS) if below else ()
    unknown = [row for row in found if not row.level]
    assert len(at_least) + len(less) + len(unknown) == len(found)


@given(rows)
def test_conditions_narrow_and_keep_the_order(found: list[Row]) -> None:
    one = Test("tag", Operator.IS, ("a", "b"))
    other = Test("price", Operator.AT_MOST, (5.0,))
    both = choose(Query((one, other)), found, FIELDS)
    assert list(both) == [
        row for row in found
        if {"a", "b"} & set(row.tags) and row.price is not None and row.price <= 5
    ]  # fmt: skip


@given(rows, st.booleans())
def test_sorting_keeps_all_rows_and_puts_the_unknown_last(found: list[Row], down: bool) -> None:
    arranged = arrange(Query(sort=(Order("price", down),)), found, FIELDS)
    known = [row.price for row in arranged if row.price is not None]
    assert known == sorted(known, reverse=down)
    assert all(row.price is None for row in arranged[len(known) :])
    assert sorted(map(repr, arranged)) == sorted(map(repr, found))


@given(rows)
def test_words_sort_by_their_place_among_the_choices(found: list[Row]) -> None:
    arranged = arrange(Query(sort=(Order("level"),)), found, FIELDS)
    levels = [LEVELS.index(row.level) for row in arranged if row.level]
    assert levels == sorted(levels)


@given(rows)
def test_a_row_stands_in_the_group_of_each_of_its_values(found: list[Row]) -> None:
    groups = group(Query(group="tag"), found, FIELDS)
    for item in groups:
        for row in item.rows:
            assert (item.value in row.tags) or (item.value is None and not row.tags)
    assert sum(len(item.rows) for item in groups) == sum(max(1, len(row.tags)) for row in found)


def test_what_is_not_grouped_is_one_group() -> None:
    (whole,) = group(Query(), [Row("low", (), None)], FIELDS)
    assert (whole.value, len(whole.rows)) == (None, 1)


def test_text_is_compared_without_regard_to_case_and_spacing() -> None:
    row = Row("low", ("Growth  Team",), 1.0)
    assert choose(Query((Test("tag", Operator.IS, ("growth team",)),)), [row], FIELDS)
    assert choose(Query((Test("text", Operator.CONTAINS, ("H TEAM",)),)), [row], FIELDS)


def test_words_that_differ_in_case_or_accents_form_alone_are_one_group() -> None:
    found = [
        Row("low", (tag,), None) for tag in ("Web team", "web  TEAM", "web-team", "é", "e\u0301")
    ]
    groups = group(Query(group="tag"), found, FIELDS)
    assert [(item.value, len(item.rows)) for item in groups] == [
        ("Web team", 2), ("web-team", 1), ("é", 2),
    ]  # fmt: skip
