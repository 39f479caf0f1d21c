"""Keys in other words and languages."""

from __future__ import annotations

import pytest

from mkdocs_journey.model import Journey, Touchpoint
from mkdocs_journey.model.shape import keys_of, meant_by


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("etapas", "stages"),
        ("Cenário", "scenario"),
        ("responsável", "owner"),
        ("fontes", "sources"),
        ("flujo", "flow"),
        ("stags", "stages"),
        ("xyzzy", None),
    ],
)
def test_a_word_for_a_key_of_a_journey(word: str, key: str | None) -> None:
    assert meant_by(word, keys_of(Journey)) == key


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("nome", "name"),
        ("título", "name"),
        ("canal", "channel"),
        ("sentimiento", "feeling"),
        ("dores", "pains"),
        ("citações", "quotes"),
    ],
)
def test_a_word_for_a_key_of_a_touchpoint(word: str, key: str) -> None:
    assert meant_by(word, keys_of(Touchpoint)) == key


def test_a_word_for_a_key_that_stands_there_means_no_second() -> None:
    assert meant_by("etapas", keys_of(Journey), {"stages"}) is None
