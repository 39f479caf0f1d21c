"""Words and emoji that name a feeling, and the score that each one gives.

All languages are known on every site, because teams quote customers in the customers' own words.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from importlib.resources import files
from types import MappingProxyType

from mkdocs_journey.catalog.values import Catalog

LANGUAGES: tuple[str, ...] = ("en", "pt", "es", "emoji")
"""The built-in lists, one file each under `words/`."""


def feeling_score(catalog: Catalog, word: str) -> float | None:
    """Return the score of a word or emoji, 1 (worst) to 5 (best), or none if nobody knows it.

    Case, accents, skin tones and how an emoji asks to be shown make no difference.
    """
    return catalog.feelings.get(fold(word))


def fold(word: str) -> str:
    """Return *word* as the lists hold it: lower case, single spaces, no accents or modifiers."""
    plain = (c for c in unicodedata.normalize("NFKD", word) if not _is_modifier(c))
    return " ".join("".join(plain).casefold().split())


def _is_modifier(character: str) -> bool:
    return unicodedata.combining(character) > 0 or unicodedata.category(character) in ("Mn", "Sk")


def read_words(language: str) -> Mapping[str, float]:
    """Return the folded words of a built-in list, every form of each, with their scores."""
    entries = written_words(language)
    return MappingProxyType({fold(form): score for word, score in entries for form in _forms(word)})


def written_words(language: str) -> tuple[tuple[str, float], ...]:
    """Return the entries of a built-in list as its file has them, one for all forms of a word."""
    source = files("mkdocs_journey.catalog") / "words" / f"{language}.txt"
    lines = (line.partition(":") for line in source.read_text("utf-8").splitlines())
    return tuple(
        (word.strip(), float(score))
        for score, _, words in lines
        if not score.startswith("#")
        for word in words.split(",")
    )


def _forms(word: str) -> Iterator[str]:
    """Yield the forms of a word: `calmo/a` has four, `feliz/es` and `alegre/s` two, others one."""
    base, slash, ending = word.partition("/")
    yield base
    if slash and ending == "a":
        feminine = base.removesuffix("o") + "a"
        yield from (feminine, feminine + "s", base + ("s" if base.endswith("o") else "es"))
    elif slash:
        yield base + ending
