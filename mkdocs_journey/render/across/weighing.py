"""Opportunities as a chart of impact and effort: a table, so that everybody can read it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mkdocs_journey.render.across.desk import Desk
from mkdocs_journey.render.escape import Html, escape, join
from mkdocs_journey.render.parts import level_meter
from mkdocs_journey.values.choices import LevelName
from mkdocs_journey.views.across.fields import LEVELS
from mkdocs_journey.views.across.listing import Answer
from mkdocs_journey.views.across.opportunities import MOST, STEPS, missing_of, weigh
from mkdocs_journey.views.across.rows import WorkRow


def draw_weighing(desk: Desk, found: Answer[WorkRow]) -> Html:
    """Open opportunities by impact and effort; nothing where there are none.

    What is best stands in the corner where a reader begins: a high impact for a low effort.
    """
    weighing = weigh(found.rows)
    rest = _unweighed(desk, found, weighing.unweighed)
    if not weighing.cells:
        return rest
    impact, effort = desk.label("Impact"), desk.label("Effort")
    speak = desk.context.translator
    heads = join(
        Html(f'<th scope="col"><small>{effort}</small> {level_meter(speak, name)}</th>')
        for name in LEVELS
    )
    lines = join(
        Html(
            f'<tr><th scope="row"><small>{impact}</small> {level_meter(speak, name)}</th>'
            + "".join(
                _cell(desk, found, name, cost, weighing.cells.get((name, cost), ()))
                for cost in LEVELS
            )
            + "</tr>"
        )
        for name in reversed(LEVELS)
    )
    caption = desk.label("Open opportunities by impact and effort")
    return Html(
        '<div class="journey-scroll journey-scroll--plain" role="region" tabindex="0" '
        f'aria-label="{caption}"><table class="journey-table journey-weighing">'
        f"<caption>{caption}</caption><thead><tr><td></td>{heads}</tr></thead>"
        f"<tbody>{lines}</tbody></table></div>{rest}"
    )


def _cell(
    desk: Desk,
    found: Answer[WorkRow],
    impact: LevelName,
    effort: LevelName,
    rows: Iterable[WorkRow],
) -> str:
    """Opportunities of one cell, shaded by their rank; the words at its edges say the same."""
    share = STEPS[impact] / STEPS[effort] / MOST
    return f'<td style="--v:{share:.2f}">{_names(desk, found, rows) or Html("–")}</td>'


def _names(desk: Desk, found: Answer[WorkRow], rows: Iterable[WorkRow]) -> Html:
    """Opportunities by their texts; each vanishes with its row when readers filter the list."""
    items = join(
        Html(f'<li data-journey-echo="{found.numbers[id(row)]}">{_name(desk, row)}</li>')
        for row in rows
    )
    return Html(f'<ul class="journey-plain">{items}</ul>') if items else items


def _name(desk: Desk, row: WorkRow) -> Html:
    """An opportunity's text, linked, and what it lacks of a place in the chart."""
    name = desk.link(row.address, desk.at(row.map.path).in_link(row.work.item.text))
    match missing_of(row):
        case ():
            return name
        case ("impact",):
            lack = desk.text("no impact")
        case ("effort",):
            lack = desk.text("no effort")
        case _:
            lack = desk.text("neither")
    return Html(f"{name} ({escape(lack)})")


def _unweighed(desk: Desk, found: Answer[WorkRow], rows: Sequence[WorkRow]) -> Html:
    """Opportunities without a place in the chart, and what each of them lacks."""
    if not rows:
        return Html("")
    words = desk.label("Not in the chart, as impact or effort is missing:")
    return Html(
        f'<div class="journey-weighing__rest"><p>{words}</p>{_names(desk, found, rows)}</div>'
    )
