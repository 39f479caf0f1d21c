"""Options of a block as a query, and what is said of those that cannot be read."""

from datetime import date
from textwrap import dedent, indent
from typing import NamedTuple

import pytest

from mkdocs_journey.blocks import find_blocks
from mkdocs_journey.queries import (
    Order,
    Query,
    Shape,
    Test,
    day,
    flag,
    number,
    prose,
    read_query,
    word,
)
from mkdocs_journey.queries.tests import Operator
from mkdocs_journey.source import Source


class Cup(NamedTuple):
    name: str
    size: str
    owners: tuple[str, ...]
    price: float | None
    made: date | None
    is_clean: bool


FIELDS = (
    prose("name", lambda cup: cup.name),
    word("size", lambda cup: (cup.size,), ("small", "large")),
    word("owner", lambda cup: cup.owners),
    number("price", lambda cup: cup.price),
    day("made", lambda cup: cup.made),
    flag("clean", lambda cup: cup.is_clean),
)
SHAPE = Shape(
    fields=FIELDS,
    columns=("name", "price"),
    sorts=("name", "price"),
    groups=("size",),
    words=lambda _: ["Ana", "Rui Reis", "Web team", "web-team"],
    meant=lambda _, word: "web-team" if word == "equipo web" else None,
)


def read(options: str, shape: Shape = SHAPE) -> tuple[Query, list[str]]:
    text = f"/// journey | pains\n{indent(dedent(options).strip(), '    ')}\n///\n"
    source = Source("index.md", text)
    (block,), _ = find_blocks(source)
    query, findings = read_query(block.options, shape, source, block.span)
    said = [f"{item.position.line}:{item.position.column} {item.message}" for item in findings]
    return query, said


@pytest.mark.parametrize(
    ("where", "test"),
    [
        ("size: Large", Test("size", Operator.IS, ("large",))),
        ("size: [small, large]", Test("size", Operator.IS, ("small", "large"))),
        ("size: {at_least: small}", Test("size", Operator.AT_LEAST, ("small",))),
        ("owner: rui reis", Test("owner", Operator.IS, ("Rui Reis",))),
        ("owner: rui-reis", Test("owner", Operator.IS, ("Rui Reis",))),
        ("owner: WEB TEAM", Test("owner", Operator.IS, ("Web team",))),
        ("owner: Web-team", Test("owner", Operator.IS, ("web-team",))),
        ("owner: {contains: rui}", Test("owner", Operator.CONTAINS, ("rui",))),
        ("name: {contains: blue}", Test("name", Operator.CONTAINS, ("blue",))),
        ("price: 3", Test("price", Operator.IS, (3,))),
        ("price: ≥ 3", Test("price", Operator.AT_LEAST, (3,))),
        ('price: ">= 3,5"', Test("price", Operator.AT_LEAST, (3.5,))),
        ("price: ≤ 3", Test("price", Operator.AT_MOST, (3,))),
        ("made: {at_least: 2026-02}", Test("made", Operator.AT_LEAST, (date(2026, 2, 1),))),
        ("made: {at_most: 2026-02}", Test("made", Operator.AT_MOST, (date(2026, 2, 28),))),
        ("clean: no", Test("clean", Operator.IS, (False,))),
    ],
)
def test_a_condition_is_read_as_its_field_takes_it(where: str, test: Test) -> None:
    assert read(f"where: {{{where}}}") == (Query(where=(test,)), [])


def test_order_bound_group_and_columns() -> None:
    query, said = read(
        """
        sort: [-price, name]
        limit: 10
        group: size
        columns: [price, name, price]
        """
    )
    assert said == []
    assert query.sort == (Order("price", is_descending=True), Order("name"))
    assert (query.limit, query.group, query.columns) == (10, "size", ("price", "name"))


def test_empty_options_are_as_if_they_were_not_there() -> None:
    assert read("where:\nsort:\nlimit:\ngroup: none\ncolumns: []") == (Query(), [])


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ("where: {dono: Ana}", "2:13 unknown field `dono`: did you mean `owner`?"),
        ("where: {siz: small}", "2:13 unknown field `siz`: did you mean `size`?"),
        ("where: size", "2:12 `where` takes fields and their values, here stands `size`: "
                        "write it like `where: {status: validated}`"),
        ("where: {size: huge}", "2:19 no `size` is `huge`: write `small`, `large`"),
        ("where: {size: [small, huge]}", "2:27 no `size` is `huge`: write `small`, `large`"),
        ("where: {owner: equipo web}", "2:20 no `owner` is `equipo web`: did you mean `web-team`?"),
        ("where: {owner: An}", "2:20 no `owner` is `An`: did you mean `Ana`?"),
        ("where: {price: much}", "2:20 `price`: `much` is not a number: write one"),
        ("where: {price: {contains: 3}}",
         "2:31 `price` is no text: write it like `price: {at_least: 3}`"),
        ("where: {price: {over: 3}}",
         "2:21 `price` cannot be tested by `over`: write `is`, `at_least`, `at_most`, `contains`"),
        ("where: {owner: ≥ Ana}", "2:20 `owner` has no order: write it like `owner: name`"),
        ("where: {price: {at_least: [1, {a: b}]}}",
         "2:35 `price` is tested for a single value, here stands `{a: …}`: "
         "write it like `price: {at_least: 3}`"),
        ("where: {clean: perhaps}",
         "2:20 `clean`: `perhaps` is neither yes nor no: write `true` or `false`"),
        ("where: {made: soon}",
         "2:19 `made`: `soon` is not a date: write year, month and day like `2026-10-02`, "
         "or only `2026-10`"),
        ("where: {name: }", "2:19 `name` is tested for a single value, here stands nothing: "
                            "write it like `name: {contains: invoice}`"),
        ("sort: prize", "2:11 unknown field `prize`: did you mean `price`?"),
        ("sort: {price: up}",
         "2:11 `sort` takes names of fields: write it like `sort: title`"),
        ("group: price", "2:12 unknown field `price`: write `size`"),
        ("columns: [name, cost]", "2:21 unknown column `cost`: write `name`, `price`"),
        ("limit: few", "2:12 `limit` is `few`: write how many rows to show, like `limit: 10`"),
        ("limit: 0", "2:12 `limit` is `0`: write how many rows to show, like `limit: 10`"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_a_finding_and_left_out(options: str, message: str) -> None:
    query, said = read(options)
    assert said == [message]
    assert "huge" not in repr(query)
    assert "cost" not in repr(query)


def test_a_field_that_no_map_fills_has_no_words() -> None:
    shape = Shape(FIELDS, (), (), ())
    _, said = read("where: {owner: Ana}\ngroup: size", shape)
    assert said == [
        "2:20 no `owner` is `Ana`: no map has one yet: leave the test out",
        "3:12 this view has no `group`: leave it out",
    ]
