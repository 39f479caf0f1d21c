from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journey.catalog import BUILT_IN, SCALE, feeling_score
from mkdocs_journey.catalog.feelings import LANGUAGES, fold, read_words, written_words


@pytest.mark.parametrize(
    ("word", "score"),
    [
        ("curious", 4),
        ("Delighted", 5),
        ("  pleasantly   surprised ", 4),
        ("confusa", 2),
        ("Confusos", 2),
        ("CÉTICA", 2.5),
        ("cetica", 2.5),
        ("felizes", 4.5),
        ("enfadadas", 1),
        ("vergüenza", 1.5),
        ("ótimas", 5),
        ("🙂", 4),
        ("👍🏽", 4),
        ("☹️", 2),
        ("❤️", 5),
        ("bought it", None),
        ("", None),
        ("\N{VARIATION SELECTOR-16}", None),
    ],
)
def test_words_give_their_score(word: str, score: float | None) -> None:
    assert feeling_score(BUILT_IN, word) == score


@pytest.mark.parametrize("language", ["en", "pt", "es"])
def test_each_language_has_some_eighty_words_over_the_whole_scale(language: str) -> None:
    words = read_words(language)
    assert len(written_words(language)) >= 80
    assert set(words.values()) == {1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5}


def test_there_are_some_sixty_emoji() -> None:
    assert len(read_words("emoji")) >= 60


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_list_names_a_word_twice(language: str) -> None:
    counted = Counter(fold(word) for word, _ in written_words(language))
    assert [word for word, n in counted.items() if n > 1] == []


def test_a_word_means_the_same_in_every_language() -> None:
    scores: dict[str, set[float]] = {}
    for language in LANGUAGES:
        for word, score in read_words(language).items():
            scores.setdefault(word, set()).add(score)
    assert {word: found for word, found in scores.items() if len(found) > 1} == {}


def test_the_scales_own_words_are_known_where_they_are_plain() -> None:
    assert [feeling_score(BUILT_IN, word) for word in SCALE] == [1, 2, 3, 4, 5]


@given(st.text())
def test_folding_twice_changes_nothing(word: str) -> None:
    assert fold(fold(word)) == fold(word)
