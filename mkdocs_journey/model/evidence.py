"""Research evidence: what a claim rests on."""

from __future__ import annotations

import datetime
from typing import ClassVar

from pydantic import Field

from mkdocs_journey.values.base import Short
from mkdocs_journey.values.choices import Method
from mkdocs_journey.values.quantities import Count
from mkdocs_journey.values.text import Label, Text
from mkdocs_journey.values.times import DateValue

OLD_AFTER_DAYS = 365
"""A source whose last day lies further back is called old: a year has passed all seasons."""


class Evidence(Short):
    """A source of a map: interviews, a survey, analytics, or an assumption."""

    short: ClassVar[str] = "title"

    title: Label = Field(examples=["12 customer interviews"])
    """What the source is called."""
    method: Method = Field(default=None, examples=["interview"])
    """How it was found out; `assumption` says that nobody did yet."""
    n: Count = Field(default=None, examples=[12])
    """How many people or cases it covers."""
    date: DateValue = Field(default=None, examples=["2026-09-18"])
    """When it was done."""
    url: Text = Field(default="", examples=["https://example.org/report"])
    """Where it can be read."""

    def age(self, today: datetime.date) -> int | None:
        """Days from its date (of a month or year its last day) to a day; `None` without a date.

        Never below 0: a source dated ahead of the day is new.
        """
        return max(0, (today - self.date.last_day).days) if self.date else None


def is_old(age: int | None) -> bool:
    """Whether a source of this age in days deserves a second look."""
    return age is not None and age > OLD_AFTER_DAYS
