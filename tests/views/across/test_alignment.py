"""Two sequences side by side."""

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journey.views.across.alignment import align, named_alike

WORDS = st.lists(st.sampled_from("abcd"), max_size=8)


def same(one: str, other: str) -> int:
    return int(one == other)


def longest(one: list[str], other: list[str]) -> int:
    """Length of the longest common subsequence, by trying everything."""
    if not one or not other:
        return 0
    if one[0] == other[0]:
        return 1 + longest(one[1:], other[1:])
    return max(longest(one[1:], other), longest(one, other[1:]))


@given(WORDS, WORDS)
def test_both_keep_their_order_and_lose_nothing(one: list[str], other: list[str]) -> None:
    pairs = list(align(one, other, same))
    assert [mine for mine, _ in pairs if mine is not None] == one
    assert [its for _, its in pairs if its is not None] == other


@given(WORDS, WORDS)
def test_as_much_as_possible_is_paired(one: list[str], other: list[str]) -> None:
    paired = [pair for pair in align(one, other, same) if None not in pair]
    assert all(mine == its for mine, its in paired)
    assert len(paired) == longest(one, other)


def test_what_only_the_first_has_comes_before_what_only_the_other_has() -> None:
    assert list(align("axb", "ayb", same)) == [("a", "a"), ("x", None), (None, "y"), ("b", "b")]


def test_an_id_says_more_than_a_name() -> None:
    assert named_alike("pay", "Pays", "pay", "Checkout") == 2
    assert named_alike("pay", "Pays  now", "checkout", "pays now") == 1
    assert named_alike("pay", "Pays", "pay", "pays") == 3
    assert named_alike("pay", "Pays", "buy", "Buys") == 0
