"""Names are given once, with the next number that is free."""

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journey.values.names import DistinctNames

names = st.sampled_from(("a", "a-2", "a-3", "a-2-2", "b"))


@given(st.lists(names, max_size=4), st.lists(names, max_size=12))
def test_no_name_is_given_twice(taken: list[str], wanted: list[str]) -> None:
    distinct = DistinctNames(taken)
    given_names = [distinct.take(name) for name in wanted]
    assert len({*given_names, *taken}) == len(given_names) + len(set(taken))
    assert all(
        name == asked or name.startswith(f"{asked}-")
        for name, asked in zip(given_names, wanted, strict=True)
    )


def test_numbers_begin_where_their_form_says() -> None:
    distinct = DistinctNames(("buy",), "{}_{}", 1)
    assert [distinct.number("buy"), distinct.take("buy"), distinct.take("pay")] == [
        "buy_1",
        "buy_2",
        "pay",
    ]
