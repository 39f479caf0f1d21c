"""Feelings: a score, a word, a change within a moment, one for each persona."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar

from pydantic import Field, GetCoreSchemaHandler, ValidationInfo, model_validator
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from mkdocs_journey.catalog import feeling_score
from mkdocs_journey.values.base import OneOrMany, Read, Short, fault, is_empty, reading, show
from mkdocs_journey.values.cards import Ids
from mkdocs_journey.values.choices import closest
from mkdocs_journey.values.quantities import SCORE_SCHEMA, read_number, read_score
from mkdocs_journey.values.text import Text

FEELING_KEYS = ("score", "emotion", "intensity", "why", "sources")
MOST_CURVES = 24
"""Personas of a map that have a curve: each crosses all of its moments."""
EVERYONE = ""
"""Key of a feeling that is not one persona's."""
STRANGER = "is neither a persona of this map"
"""How a finding goes on about a key of feelings that nobody knows."""
_ALIKE = 0.75
"""Likeness from which on a word is taken for a misspelt one: among a thousand, some word is always
a little like it, and may say the opposite."""
_WRITE_NUMBER = "write a number from 1 (worst) to 5 (best)"
_SHARE = re.compile(r"\s*(?P<points>\d+(?:[.,]\d+)?)\s*(?:/|of|de)\s*(?P<most>\d+)\s*")


def _points_hint(points: str, most: str) -> str:
    """What to write for points out of a number of them."""
    is_score = most == "5" and 1 <= float(points.replace(",", ".")) <= 5
    return f"write `{points}`" if is_score else _WRITE_NUMBER


def read_intensity(value: Any) -> float | None:
    """Strength from 1 (weak) to 5 (strong)."""
    number = read_number(value)
    if number is not None and not 1 <= number <= 5:
        raise fault(
            "score-out-of-range",
            "intensity `{value}` is outside 1 (weak) to 5 (strong): write a number from 1 to 5",
            value=show(value),
        )
    return number


# A word or an emoji may stand for a score; what begins like a number must be one.
_SCORE_OR_WORD = {
    "anyOf": [*SCORE_SCHEMA["anyOf"], {"type": "string", "pattern": r"^\s*[^-+−0-9\s]"}]
}
FeelingScore = Annotated[
    float | None, Read(read_score, _SCORE_OR_WORD, "number from 1 to 5, feeling word or emoji")
]
Intensity = Annotated[float | None, Read(read_intensity, SCORE_SCHEMA, "number from 1 to 5")]


class Feeling(Short):
    """What somebody feels at one moment, from 1 (worst) to 5 (best)."""

    short: ClassVar[str] = "score"

    score: FeelingScore = Field(default=None, examples=[2, "😟"])
    """1 (worst) to 5 (best), decimals allowed; a known word or emoji gives its score."""
    emotion: Text = Field(default="", examples=["confused"])
    """The feeling's name, as people say it."""
    intensity: Intensity = Field(default=None, examples=[4])
    """How strong it is, 1 to 5; strength, not whether it is good."""
    why: Text = Field(default="", examples=["Two prices for one bag"])
    """What makes them feel so."""
    sources: Ids = Field(default=(), examples=[["interviews"]])
    """Ids of the map's sources that this rests on."""

    @model_validator(mode="before")
    @classmethod
    def find_score(cls, value: Any, info: ValidationInfo) -> Any:
        """Words and emoji for a score, and the score of an emotion that has none."""
        if not isinstance(value, dict):
            return value
        catalog = reading(info.context).catalog
        score, emotion = value.get("score"), value.get("emotion")
        if is_empty(score):
            known = feeling_score(catalog, str(emotion)) if not is_empty(emotion) else None
            return {**value, "score": known} if known is not None else value
        if isinstance(score, str) and not _is_number(score):
            known = feeling_score(catalog, score)
            if known is None and (share := _SHARE.fullmatch(score)):
                raise fault(
                    "unknown-feeling",
                    "`{word}` is no score: {hint}",
                    at="score",
                    word=show(score),
                    hint=_points_hint(share["points"], share["most"]),
                )
            if known is None:
                near = closest(score, sorted(catalog.feelings), _ALIKE)
                hint = f"did you mean `{near}`? Else " if near else ""
                raise fault(
                    "unknown-feeling",
                    "`{word}` has no score yet: {hint}write `{{score: 2, emotion: {word}}}`"
                    if is_empty(emotion)
                    else "`{word}` is no score: {hint}{number}",
                    at="score",
                    word=show(score),
                    hint=hint,
                    number=_WRITE_NUMBER,
                )
            named = (
                {}
                if emotion or (not score.isascii() and not score.isalpha())
                else {"emotion": score}
            )
            return {**value, **named, "score": known}
        return value


def _is_number(text: str) -> bool:
    try:
        read_number(text)
    except PydanticCustomError:
        return False
    return True


class ByPersona:
    """Annotation of feelings by persona id; `EVERYONE` holds a feeling that names none.

    Every form that the language allows (a score, a word, a mapping, a list that is a change within
    the moment, or one of these by persona) becomes a mapping of tuples, so that what follows
    knows one form only.
    """

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.with_info_before_validator_function(_by_persona, handler(source))


def _by_persona(value: Any, info: ValidationInfo) -> Any:
    if is_empty(value):
        return {}
    if isinstance(value, list):
        return {EVERYONE: value}
    if not isinstance(value, dict):
        return {EVERYONE: [value]}
    if EVERYONE in value or not value:
        return value
    personas = reading(info.context).personas
    own = [key for key in value if key in FEELING_KEYS]
    named = [key for key in value if key in personas]
    if own and named:
        raise fault(
            "unknown-key",
            "`{key}` is a persona, beside `{part}`: write a feeling for each persona, like "
            "`{{{key}: {{{part}: …}}}}`, or one for all",
            at=named[0], key=show(named[0]), part=own[0],
        )  # fmt: skip
    if own:
        return {EVERYONE: [value]}
    if len(named) == len(value):
        return {key: item for key, item in value.items() if not is_empty(item)}
    stranger = next(key for key in value if key not in personas)
    known = (*FEELING_KEYS, *sorted(personas))
    near = closest(stranger, known)
    hint = f"did you mean `{near}`?" if near else (
        "write a persona of this map or `score`, `emotion`, `intensity`, `why`, `sources`"
    )  # fmt: skip
    raise fault(
        "unknown-key", f"`{{key}}` {STRANGER} nor a part of a feeling: {{hint}}",
        at=stranger, key=show(stranger), hint=hint,
    )  # fmt: skip


Feelings = Annotated[dict[str, Annotated[tuple[Feeling, ...], OneOrMany()]], ByPersona()]
