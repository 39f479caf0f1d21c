"""Segments or personas side by side as a heat-map, with the pains that they share."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_journey.queries import Query
from mkdocs_journey.render.across.desk import Desk
from mkdocs_journey.render.across.frame import enclosed
from mkdocs_journey.render.across.heat import heat, mean_feeling, unmapped
from mkdocs_journey.render.across.parts import pain_place
from mkdocs_journey.render.across.words import field_label, value_label
from mkdocs_journey.render.escape import Html, escape, join
from mkdocs_journey.render.inline import plain
from mkdocs_journey.render.insights.panel import dotted, tag
from mkdocs_journey.render.parts import hidden
from mkdocs_journey.render.quantities import count_html
from mkdocs_journey.views.across.segments import (
    FAR_APART,
    SEGMENTS,
    Difference,
    Segments,
    SharedPain,
    Side,
    segments,
)
from mkdocs_journey.views.across.sums import Head


def draw_segments(query: Query, desk: Desk) -> Html:
    """The groups that a query asks for."""
    found = segments(query, desk.overview)
    shown = query.columns or SEGMENTS.shown
    table = _table(desk, found, shown) if found.differences else Html("")
    content = Html(f"{table}{_shared(desk, found)}")
    is_empty = not (found.differences or found.pains)
    return enclosed(desk, SEGMENTS, _facts(desk, found), content, is_empty=is_empty)


def _facts(desk: Desk, found: Segments) -> list[Html]:
    speak = desk.context.translator
    facts = [speak.count("{n} compared", "{n} compared", len(found.differences))]
    if found.compared > len(found.differences):
        facts.append(desk.text("of {n}, as the list is cut", n=speak.number(found.compared)))
    far = sum(line.spread >= FAR_APART for line in found.differences)
    if far:
        facts.append(
            speak.count("{n} differs by 2 points or more", "{n} differ by 2 points or more", far)
        )
    if found.alone:
        facts.append(
            speak.count(
                "{n} touchpoint has nothing to compare with",
                "{n} touchpoints have nothing to compare with",
                found.alone,
            )
        )
    if found.left_out:
        facts.append(
            speak.count("{n} group is left out", "{n} groups are left out", found.left_out)
        )
    return [Html(f"<span>{count_html(fact)}</span>") for fact in facts]


def _label(desk: Desk, found: Segments, head: Head) -> Html:
    return escape(plain(value_label(desk, found.field, head)))


def _table(desk: Desk, found: Segments, shown: Sequence[str]) -> Html:
    labels = [_label(desk, found, head) for head in found.heads]
    if "spread" in shown:
        labels.append(desk.label("Difference"))
    heads = "".join(
        f'<th scope="col">{label}</th>' for label in (escape(field_label(desk, "moment")), *labels)
    )
    lines = join(_line(desk, line, shown) for line in found.differences)
    return Html(
        '<div class="journey-scroll journey-scroll--plain" role="group" tabindex="0" '
        f'aria-label="{desk.label(SEGMENTS.says)}">'
        '<table class="journey-table journey-heat journey-table--channels" '
        f'style="--n:{len(labels)}"><thead><tr>{heads}</tr></thead>'
        f"<tbody>{lines}</tbody></table></div>"
    )


def _line(desk: Desk, line: Difference, shown: Sequence[str]) -> Html:
    name = desk.at(line.path).markdown(line.name)
    kind = f" {tag(desk.text('Stage'))}" if line.is_stage else ""
    cells = join(_cell(desk, side, shown) for side in line.sides)
    spread = ""
    if "spread" in shown:
        points = escape(desk.context.translator.score(line.spread))
        far = ' class="journey-warning"' if line.spread >= FAR_APART else ""
        spread = f'<td class="journey-heat__cell"><b{far}>{points}</b></td>'
    return Html(f'<tr><th scope="row">{name}{kind}</th>{cells}{spread}</tr>')


def _cell(desk: Desk, side: Side | None, shown: Sequence[str]) -> Html:
    if side is None:
        return unmapped(desk)
    speak = desk.context.translator
    numbers = Html("")
    if "feeling" in shown:
        numbers = desk.link(side.address, mean_feeling(desk, side.feeling))
    if "touchpoints" in shown:
        words = speak.count("{n} touchpoint", "{n} touchpoints", side.moments)
        number = escape(speak.number(side.moments))
        numbers = Html(
            f'{numbers} <small><span aria-hidden="true">{number}</span>{hidden(words)}</small>'
        )
    return Html(f"<td{heat(side.feeling if 'feeling' in shown else None)}>{numbers}</td>")


def _shared(desk: Desk, found: Segments) -> Html:
    if not found.pains:
        return Html("")
    title = desk.label("Pain points that they share")
    items = join(_pain(desk, found, pain) for pain in found.pains)
    return Html(
        f'<p class="journey-group__title">{title}</p>'
        f'<ul class="journey-plain journey-list">{items}</ul>'
    )


def _pain(desk: Desk, found: Segments, pain: SharedPain) -> Html:
    first = pain.rows[0]
    text = desk.link(first.address, desk.at(first.map.path).in_link(first.spot.pain.text))
    who = dotted(_label(desk, found, head) for head in pain.heads)
    places = join((pain_place(desk, row) for row in pain.rows), "; ")
    return Html(f"<li>{text}<small>{who}</small><small>{places}</small></li>")
