"""What an engine is to everybody else: a function."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from mkdocs_journey.render.chart import Chart
from mkdocs_journey.render.escape import Html

Draw: TypeAlias = Callable[[str], Html]
"""Draws a Mermaid source as HTML that a page can hold; raises `UndrawableError`.

The same source gives the same HTML. It has no ids, no addresses and no styles of its own, and takes
its colours from the page, so that it may stand on any page, in any scheme, as often as one likes.
"""


class UndrawableError(Exception):
    """A source that an engine cannot draw; says why."""


def drawn_or(draw: Draw | None, otherwise: Chart) -> Chart:
    """Charts by an engine, and by what a page has without it where there is none or it fails."""
    if draw is None:
        return otherwise

    def chart(source: str) -> Html | None:
        try:
            return draw(source)
        except UndrawableError:
            return otherwise(source)

    return chart
