"""Which things are the same, and which of them have moved."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journey.differences.pairing import alike, find_moved, pair, trigrams

words = st.lists(st.sampled_from("abcde"), max_size=8)


def _itself(word: str) -> str:
    return word


@given(words, words)
def test_everything_is_paired_removed_or_added_once(old: list[str], new: list[str]) -> None:
    paired = pair(old, new, (_itself,))
    assert sorted([*(one for one, _ in paired.pairs), *paired.removed]) == list(range(len(old)))
    assert sorted([*(other for _, other in paired.pairs), *paired.added]) == list(range(len(new)))
    assert all(old[one] == new[other] for one, other in paired.pairs)
    assert not {old[at] for at in paired.removed} & {new[at] for at in paired.added}


@given(st.permutations(range(7)))
def test_as_few_as_can_be_have_moved(places: list[int]) -> None:
    kept = [place for at, place in enumerate(places) if at not in find_moved(places)]
    assert kept == sorted(kept)
    longer = combinations(places, len(kept) + 1)
    assert all(list(row) != sorted(row) for row in longer)


def test_a_stronger_sign_comes_first_whatever_the_order() -> None:
    old, new = [("a", "x"), ("b", "y")], [("c", "x"), ("a", "y")]
    paired = pair(old, new, (lambda item: item[0], lambda item: item[1]))
    assert paired.pairs == ((0, 1),)
    assert (paired.removed, paired.added) == ((1,), (0,))


def test_what_has_no_sign_is_like_nothing() -> None:
    assert pair(["", ""], [""], (_itself,)).pairs == ()


def test_the_most_alike_are_paired() -> None:
    old, new = ["Asks for help", "Pays by card"], ["Pays by a card", "Asks for some help", "Waits"]
    paired = pair(old, new, (), lambda one, other: alike(trigrams(one), trigrams(other)))
    assert paired.pairs == ((1, 0), (0, 1))
    assert paired.added == (2,)


def test_more_than_an_edit_is_not_measured_pair_by_pair() -> None:
    measured: list[str] = []

    def likeness(one: str, other: str) -> float:
        measured.append(one)
        return 1.0

    several = [str(number) for number in range(2000)]
    paired = pair(several, [f"-{name}" for name in several], (_itself,), likeness)
    assert measured == []
    assert len(paired.removed) == len(paired.added) == 2000
