"""Opportunities as a chart of impact and effort: a table, so that everybody can read it."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_journey.render.across.desk import Desk
from mkdocs_journey.render.escape import Html, escape, join
from mkdocs_journey.render.insights.panel import fill, listed
from mkdocs_journey.render.parts import LEVEL_LABELS, level
from mkdocs_journey.values.choices import LevelName
from mkdocs_journey.views.across.fields import LEVELS
from mkdocs_journey.views.across.opportunities import MOST, STEPS, missing_of, weigh
from mkdocs_journey.views.across.rows import WorkRow

MOST_NAMED = 6
"""Opportunities that a cell names, as the list has them all."""


def draw_weighing(desk: Desk, rows: Sequence[WorkRow]) -> Html:
    """Open opportunities by impact and effort; nothing where there are none.

    What is best stands in the corner where a reader begins: a high impact for a low effort.
    """
    found = weigh(rows)
    if not found.cells:
        return _unweighed(desk, found.unweighed)
    impact, effort = escape(desk.text("Impact")), escape(desk.text("Effort"))
    heads = join(
        Html(f'<th scope="col"><small>{effort}</small> {_level(desk, name)}</th>')
        for name in LEVELS
    )
    lines = join(
        Html(
            f'<tr><th scope="row"><small>{impact}</small> {_level(desk, name)}</th>'
            + "".join(_cell(desk, name, cost, found.cells.get((name, cost), ())) for cost in LEVELS)
            + "</tr>"
        )
        for name in reversed(LEVELS)
    )
    caption = escape(desk.text("Open opportunities by impact and effort"))
    return Html(
        '<div class="journey-scroll journey-scroll--plain" role="region" tabindex="0" '
        f'aria-label="{caption}"><table class="journey-table journey-weighing">'
        f"<caption>{caption}</caption><thead><tr><td></td>{heads}</tr></thead>"
        f"<tbody>{lines}</tbody></table></div>{_unweighed(desk, found.unweighed)}"
    )


def _level(desk: Desk, name: str) -> Html:
    label = escape(desk.text(LEVEL_LABELS[name]))
    return Html(f'<span class="journey-meter">{level(name)}{label}</span>')


def _cell(desk: Desk, impact: LevelName, effort: LevelName, rows: Sequence[WorkRow]) -> str:
    """Opportunities of one cell, shaded by their rank; the words at its edges say the same."""
    share = STEPS[impact] / STEPS[effort] / MOST
    return f'<td style="--v:{share:.2f}">{_names(desk, rows)}</td>'


def _names(desk: Desk, rows: Sequence[WorkRow]) -> Html:
    if not rows:
        return Html("–")
    items = join(Html(f"<li>{_name(desk, row)}</li>") for row in rows[:MOST_NAMED])
    more = len(rows) - MOST_NAMED
    if more > 0:
        text = escape(desk.context.translator.count("and {n} more", "and {n} more", more))
        items = Html(f"{items}<li>{text}</li>")
    return Html(f'<ul class="journey-plain">{items}</ul>')


def _name(desk: Desk, row: WorkRow) -> Html:
    return desk.link(row.address, desk.at(row.map.path).in_link(row.work.item.text))


def _unweighed(desk: Desk, rows: Sequence[WorkRow]) -> Html:
    """Opportunities without a place in the chart, and what each of them lacks."""
    if not rows:
        return Html("")
    named = listed(_lacking(desk, row) for row in rows[:MOST_NAMED])
    more = len(rows) - MOST_NAMED
    if more > 0:
        text = escape(desk.context.translator.count("and {n} more", "and {n} more", more))
        named = Html(f"{named} {text}")
    words = desk.text("Not in the chart, as impact or effort is missing: {names}.")
    return Html(f'<p class="journey-weighing__rest">{fill(words, names=named)}</p>')


def _lacking(desk: Desk, row: WorkRow) -> Html:
    match missing_of(row):
        case ("impact",):
            lack = desk.text("no impact")
        case ("effort",):
            lack = desk.text("no effort")
        case _:
            lack = desk.text("neither")
    return Html(f"{_name(desk, row)} ({escape(lack)})")
