"""Metrics, feedback, health and checkpoints: what is counted."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from mkdocs_journey.values.base import (
    EMPTY_PATTERN,
    Keyed,
    MayBeEmpty,
    Model,
    OneOrMany,
    Read,
    Short,
    fault,
    is_empty,
    show,
)
from mkdocs_journey.values.cards import Texts
from mkdocs_journey.values.choices import Better, Flag
from mkdocs_journey.values.quantities import Count, MeasureValue, read_number
from mkdocs_journey.values.text import Id, Name
from mkdocs_journey.values.times import DateValue


class Metric(Short):
    """A measured value with what it is compared to; without a value it is not measured yet."""

    short: ClassVar[str] = "value"

    value: MeasureValue = Field(default=None, examples=[46, "58%"])
    """The number: `46`, `58%`, `7–10`, `2.5 h`; empty where nothing is measured yet."""
    target: MeasureValue = Field(default=None, examples=["≥ 40"])
    """The number that is aimed at: `40`, `≥ 40`, `< 3`."""
    previous: MeasureValue = Field(default=None, examples=[34])
    """The number of the time before."""
    better: Better = Field(default=None, examples=["lower"])
    """Whether higher or lower is better; else as the metric's kind says."""
    n: Count = Field(default=None, examples=[317])
    """How many answers or cases it rests on."""
    date: DateValue = Field(default=None, examples=["2026-09"])
    """When it was measured."""
    source: Id = Field(default="", examples=["survey"])
    """Id of the map's source that it comes from."""


Metrics = Annotated[dict[Id, Metric], Keyed()]


class NpsCounts(Model):
    """Answers to “would you recommend us?”, from which the Net Promoter Score is computed."""

    promoters: Count = Field(default=None, examples=[60])
    """Answers of 9 and 10."""
    passives: Count = Field(default=None, examples=[25])
    """Answers of 7 and 8."""
    detractors: Count = Field(default=None, examples=[15])
    """Answers from 0 to 6."""


class Scale:
    """Annotation of counts by answer, `{1: n, …, top: n}`."""

    def __init__(self, top: int) -> None:
        self.top = top

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self.read, handler(source))

    @property
    def answers(self) -> tuple[str, ...]:
        """The answers that can be given, as keys."""
        return tuple(str(answer) for answer in range(1, self.top + 1))

    def read(self, value: Any) -> Any:
        """Counts with answers as texts; raises where an answer is not on the scale."""
        if is_empty(value):
            return {}
        if not isinstance(value, dict):
            raise fault(
                "wrong-type",
                "`{value}` where counts by answer are expected: write `{{1: 4, 2: 7, …}}`",
                value=show(value),
            )
        for key in value:
            if str(key) not in self.answers:
                raise fault(
                    "unknown-key",
                    "unknown answer `{key}`: answers go from 1 to {top}",
                    at=str(key),
                    key=show(key),
                    top=self.top,
                )
        return {str(key): count for key, count in value.items()}


class Feedback(Model):
    """Counts of answers to the usual questions, and answers in words."""

    nps: Annotated[NpsCounts | None, MayBeEmpty()] = Field(
        default=None, examples=[{"promoters": 60, "passives": 25, "detractors": 15}]
    )
    """Counts of promoters, passives and detractors."""
    csat: Annotated[dict[str, Count], Scale(5)] | None = Field(
        default=None, examples=[{"1": 4, "2": 7, "3": 19, "4": 64, "5": 71}]
    )
    """Counts of the answers 1 to 5 to “how satisfied are you?”."""
    ces: Annotated[dict[str, Count], Scale(7)] | None = Field(
        default=None, examples=[{"5": 40, "6": 31, "7": 12}]
    )
    """Counts of the answers 1 to 7 to “it was easy”; 7 is best."""
    answers: Texts = Field(default=(), examples=[["It is good when there is signal."]])
    """Answers in words."""


def read_health(value: Any) -> float | None:
    """Health score from 0 to 100."""
    number = read_number(value)
    if number is not None and not 0 <= number <= 100:
        raise fault("score-out-of-range", "health `{value}` is outside 0 to 100: write a number "
                    "from 0 to 100", value=show(value))  # fmt: skip
    return number


_HEALTH = {
    "anyOf": [
        {"type": "number", "minimum": 0, "maximum": 100},
        {
            "type": "string",
            "pattern": f"^(?:{EMPTY_PATTERN}|\\s*\\+?(?:100|[0-9]{{1,2}}(?:[.,][0-9]+)?)\\s*)$",
        },
        {"type": "null"},
    ]
}
HealthScore = Annotated[float | None, Read(read_health, _HEALTH, "number from 0 to 100")]


class Health(Short):
    """How likely customers in this stage are to stay: 0 to 100."""

    short: ClassVar[str] = "value"

    value: HealthScore = Field(default=None, examples=[72])
    """The score now, 0 to 100."""
    previous: HealthScore = Field(default=None, examples=[64])
    """The score of the time before."""


class Criterion(Short):
    """One condition that must be met to leave a stage."""

    text: Name = Field(examples=["First invoice sent"])
    """What must be true, as inline Markdown."""
    met: Flag = Field(default=None, examples=[True])
    """Whether it is met."""


Checkpoint = Annotated[tuple[Criterion, ...], OneOrMany()]
