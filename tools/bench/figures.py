"""The figures that a change may not make worse, each with its goal.

How the goals came about says the guide's page on speed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tools.bench.builds import Costs, exponent
from tools.bench.check import Check
from tools.bench.loading import PageSize

TAGS = 1500
"""Elements of the page that the goal for a map's own time was set with."""


@dataclass(frozen=True)
class Figure:
    """One measured number."""

    name: str
    value: float | None
    """`None` where it could not be measured."""
    goal: float
    """What it may be at most."""
    unit: str = ""
    digits: int = 2

    @property
    def verdict(self) -> str:
        """Whether the goal is met."""
        if self.value is None:
            return "not measured"
        return "met" if round(self.value, self.digits) <= self.goal else "NOT MET"


def figures(
    costs: Sequence[Costs], check: Check, page: PageSize, shift: float | None
) -> Iterator[Figure]:
    """All figures, those of builds at their largest size."""
    most = costs[-1]
    at = f"{most.maps:,} maps"
    yield Figure(f"CPU of {at} ÷ the same maps written by hand", most.of_written, 1.05)
    yield Figure(f"CPU of {at} ÷ the same front matter, nothing drawn", most.of_nothing, 2.2)
    own = most.a_map * TAGS / page.tags
    yield Figure(f"CPU of its own, a map of {TAGS:,} elements", own, 5, "ms", 1)
    if len(costs) > 1:
        few = costs[-2]
        grown = f"exponent of that share, {few.maps:,} to {at}"
        yield Figure(grown, exponent(few, most), 1.05)
    yield Figure(f"peak memory of {at} ÷ nothing drawn", most.memory, 1.65)
    yield Figure(f"check of {check.maps:,} maps, cold", check.cold, 5, "s", 1)
    yield Figure(f"check of {check.maps:,} maps, nothing changed", check.unchanged, 0.5, "s")
    yield Figure("a map's HTML without icons, gzip", page.travels / 1024, 15, "KB", 1)
    yield Figure("layout shift while a map loads", shift, 0)


def print_figures(found: Iterator[Figure]) -> None:
    """A line a figure."""
    print(f"{'figure':56}{'measured':>12}{'at most':>10}")
    for figure in found:
        value = "–" if figure.value is None else f"{figure.value:.{figure.digits}f}"
        goal, unit = f"{figure.goal:g}", f" {figure.unit:2}"
        print(f"{figure.name:56}{value:>9}{unit}{goal:>7}{unit}   {figure.verdict}")
