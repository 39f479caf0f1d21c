"""Lists in a cell: the first of many lines, and the others behind a click."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_journey.render.across.desk import Desk
from mkdocs_journey.render.escape import Html, join
from mkdocs_journey.render.quantities import count_html

MOST = 5
"""Lines that a cell shows; a list with one more than that shows them all."""


def folded(desk: Desk, items: Sequence[Html]) -> Html:
    """A list of finished lines; a dash where there is none."""
    if not items:
        return Html("–")
    shown = MOST if len(items) > MOST + 1 else len(items)
    rest = items[shown:]
    if not rest:
        return _list(items)
    more = count_html(desk.context.translator.count("and {n} more", "and {n} more", len(rest)))
    return Html(
        f'{_list(items[:shown])}<details class="journey-more"><summary>{more}</summary>'
        f"{_list(rest)}</details>"
    )


def _list(items: Sequence[Html]) -> Html:
    lines = join(Html(f"<li>{item}</li>") for item in items)
    return Html(f'<ul class="journey-plain journey-list">{lines}</ul>')
