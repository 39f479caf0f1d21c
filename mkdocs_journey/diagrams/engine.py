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


SURE = 10_000
"""Characters of a flow's source up to which every engine draws it.

The engine's bounds on time and memory, and that on a picture's size, lie ten times beyond what
such a flow can take; tests draw flows of any blocks and any words below it.
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


def drawn_if_in_doubt(draw: Draw) -> Draw:
    """An engine for those who ask whether there is a chart and want none: it draws what may fail.

    A check of many maps would take as long to draw them as to read them.
    """

    def chart(source: str) -> Html:
        return draw(source) if len(source) > SURE else Html("")

    return chart
