"""Which word was probably meant: what difflib says, without asking it of every word."""

from difflib import get_close_matches
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journey.catalog import BUILT_IN
from mkdocs_journey.values.choices import (
    MOST_KNOWN,
    SeverityName,
    closest,
    in_order,
    suggest,
    suggest_meant,
)

words = st.text(st.sampled_from("abeilnr-ñ日"), min_size=1, max_size=9)


@given(words, st.lists(words, min_size=1, max_size=12, unique=True))
def test_no_near_word_is_passed_over(word: str, known: list[str]) -> None:
    near = get_close_matches(word, known, n=1)
    assert closest(word, known) == (near[0] if near else None)


@given(words, st.lists(words, min_size=1, max_size=12, unique=True), st.sampled_from([0.6, 0.75]))
def test_a_word_that_cannot_be_meant_is_left_out(
    word: str, known: list[str], likeness: float
) -> None:
    without = known[0]
    near = get_close_matches(word, known[1:], n=1, cutoff=likeness)
    assert closest(word, known, likeness, without=without) == (near[0] if near else None)


def test_among_very_many_words_none_is_guessed() -> None:
    known = [f"word-{n}" for n in range(MOST_KNOWN + 1)]
    assert closest("word-x", known[:-1]) is not None
    assert closest("word-x", known) is None
    assert suggest("word-x", in_order(known), most=2) == "write `word-0`, `word-1`, …"


def test_a_long_text_is_no_misspelt_word() -> None:
    assert closest("x" * 100_000, ["x" * 100_000 + "y"]) is None


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("grave", "did you mean `high` or `critical`?"),
        ("alta", "did you mean `high`?"),
        ("hihg", "did you mean `high`?"),
    ],
)
def test_a_word_that_may_stand_for_several_names_them_all(written: str, hint: str) -> None:
    assert suggest_meant(written, get_args(SeverityName)) == hint


def test_a_feeling_is_guessed_among_all_that_there_are() -> None:
    assert closest("confusd", sorted(BUILT_IN.feelings)) == "confused"
