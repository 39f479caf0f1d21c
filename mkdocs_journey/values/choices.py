"""Closed lists of words, and what to say where another one stands."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import islice
from typing import Annotated, Any, Literal, get_args

from mkdocs_journey import catalog
from mkdocs_journey.values.base import EMPTY_PATTERN, Read, fault, is_empty, show
from mkdocs_journey.values.equivalents import value_for, values_for

MOST_KNOWN = 1_500
"""Among more words none is guessed: a map of wrong ids would compare each with each. The thousand
words for feelings are fewer."""
MOST_LETTERS = 60
"""What is longer is a text, and no misspelt word."""
ALIKE = 0.6
"""Likeness from which on a word may be a misspelt one."""
MUCH_ALIKE = 0.75
"""Likeness of a misspelt one where the word may as well be a new one."""


def closest(
    word: str, known: tuple[str, ...] | list[str], likeness: float = ALIKE, *, without: str = ""
) -> str | None:
    """The known word that was probably meant, or `None` where none is near.

    `likeness` is how alike they must be, from 0 to 1 (difflib's ratio); `without` is a known word
    that cannot be meant.
    """
    tidy = word.strip().lower().replace(" ", "-").replace("_", "-")
    if len(known) > MOST_KNOWN or len(tidy) > MOST_LETTERS:
        return None
    forms = _forms(tuple(known))
    near = _nearest(tidy, forms, likeness, without)
    return forms[near][0] if near else None


@lru_cache(maxsize=64)
def _forms(known: tuple[str, ...]) -> dict[str, tuple[str, int]]:
    """Known words and their letters, by the form in which words are compared."""
    forms = {item.lower().replace("_", "-"): item for item in known}
    return {form: (item, _letters(form)) for form, item in forms.items()}


def _letters(word: str) -> int:
    """Which letters a word has, a bit each; of those that share a bit, one is enough."""
    bits = 0
    for letter in word:
        bits |= 1 << ord(letter) % 64
    return bits


def _nearest(word: str, forms: dict[str, tuple[str, int]], likeness: float, without: str) -> str:
    """The form that is most alike to a word, by difflib; empty where none is.

    difflib takes fifty times as long to say how alike two words are as it takes to see how alike
    they can be: of letters that only one of them has none is shared. So only forms that may be
    better than the best so far are compared: a map may be full of unknown words.
    """
    matcher = SequenceMatcher(None, "", word)
    own, length = _letters(word), len(word)
    best = (likeness, "")
    for form, (item, others) in reversed(forms.items()):  # of those alike the last comes first
        shared = min(length - (own & ~others).bit_count(), len(form) - (others & ~own).bit_count())
        if (2 * shared / ((length + len(form)) or 1), form) > best and item != without:
            matcher.set_seq1(form)
            if (matcher.quick_ratio(), form) > best:
                best = max(best, (matcher.ratio(), form))
    return best[1]


def in_order(known: Collection[str]) -> list[str]:
    """Known words as messages list them: sorted, or the first as they stand where they are many.

    For words that keep their order; sorting thousands for each that is unknown takes too long.
    """
    return sorted(known) if len(known) <= MOST_KNOWN else [*islice(known, MOST_KNOWN + 1)]


def suggest(
    word: str, known: tuple[str, ...] | list[str], most: int = 12, *, without: str = ""
) -> str:
    """Second half of a message: the word that was probably meant, or those there are.

    `without` is a known word that cannot be meant.
    """
    near = closest(word, known, without=without)
    if near is not None:
        return f"did you mean `{near}`?"
    if without:  # as many as are offered: there may be thousands for each word that is wrong
        known = [*islice((item for item in known if item != without), most + 1)]
    return offer(known, most)


def suggest_meant(word: str, known: tuple[str, ...]) -> str:
    """The same for words that may be of another language, and may there stand for several."""
    same = values_for(word, known)
    if len(same) > 1:
        return f"did you mean {' or '.join(f'`{item}`' for item in same)}?"
    return suggest(same[0] if same else word, known)


def offer(known: Sequence[str], most: int = 12) -> str:
    """Second half of a message: the words there are."""
    names = ", ".join(f"`{item}`" for item in known[:most])
    return f"write {names}" + (", …" if len(known) > most else "")


def choice(words: tuple[str, ...]) -> Read:
    """Annotation of a value that is one of some words, in any case, with spaces or hyphens."""
    forms = {form: word for word in words for form in (word, word.replace("-", " "))}

    def read(value: Any) -> str | None:
        if isinstance(value, str) and value in forms:
            return forms[value]
        if is_empty(value):
            return None
        word = " ".join(str(value).lower().replace("-", " ").replace("_", " ").split())
        if word not in forms:
            raise fault(
                "unknown-value",
                "unknown value `{value}`: {hint}",
                value=show(value),
                hint=suggest_meant(str(value), words),
                instead=value_for(word, words) or "",
            )
        return forms[word]

    either = ", ".join(f"`{word}`" for word in words)
    schema = {"anyOf": [{"enum": [*words, None]}, {"type": "string", "pattern": _any_case(words)}]}
    return Read(read, schema, f"one of {either}")


def _any_case(words: tuple[str, ...]) -> str:
    """Regular expression of the words in any case, which JavaScript has no flag for within."""
    letters = {"-": "[-_ ]+"}
    forms = (
        "".join(letters.get(char, f"[{char}{char.upper()}]") for char in word) for word in words
    )
    return f"^(?:{EMPTY_PATTERN}|\\s*(?:{'|'.join(forms)})\\s*)$"


def read_flag(value: Any) -> bool | None:
    """Yes or no, as YAML writes them and as people do."""
    if isinstance(value, bool):
        return value
    if is_empty(value):
        return None
    word = str(value).strip().lower()
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise fault(
        "wrong-type", "`{value}` is neither yes nor no: write `true` or `false`", value=show(value)
    )


_YES, _NO = ("true", "yes", "on", "sim", "sí"), ("false", "no", "off", "não", "nao")
_YES_OR_NO: dict[str, Any] = {
    "anyOf": [
        {"type": ["boolean", "null"]},
        {"type": "string", "pattern": _any_case((*_YES, *_NO))},
    ]
}
Flag = Annotated[bool | None, Read(read_flag, _YES_OR_NO, "`true` or `false`")]

SeverityName = Literal["low", "medium", "high", "critical"]
LevelName = Literal["low", "medium", "high"]
WorkName = Literal["idea", "planned", "doing", "done", "dropped"]
PhaseName = Literal["before", "during", "after"]
MethodName = Literal[
    "interview",
    "survey",
    "analytics",
    "observation",
    "diary",
    "support-log",
    "document",
    "workshop",
    "assumption",
]
WhoName = Literal["customer", "employee", "system"]

Level = Annotated[LevelName | None, choice(get_args(LevelName))]
PainSeverity = Annotated[SeverityName | None, choice(get_args(SeverityName))]
WorkStatus = Annotated[WorkName | None, choice(get_args(WorkName))]
Phase = Annotated[PhaseName | None, choice(get_args(PhaseName))]
Ownership = Annotated[catalog.Ownership | None, choice(get_args(catalog.Ownership))]
Method = Annotated[MethodName | None, choice(get_args(MethodName))]
Better = Annotated[catalog.Better | None, choice(get_args(catalog.Better))]
Who = Annotated[WhoName | None, choice(get_args(WhoName))]
Kind = Annotated[catalog.KindName | None, choice(get_args(catalog.KindName))]
