"""Channels as a heat-map: each cell says its numbers, the tint only repeats them."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_journey.queries import Query
from mkdocs_journey.render.across.desk import Desk
from mkdocs_journey.render.across.frame import enclosed
from mkdocs_journey.render.across.heat import heat, mean_feeling, pains_mark, unmapped
from mkdocs_journey.render.across.words import field_label, value_label
from mkdocs_journey.render.escape import Html, escape, join
from mkdocs_journey.render.inline import plain
from mkdocs_journey.render.insights.panel import tag
from mkdocs_journey.render.parts import hidden, icon
from mkdocs_journey.render.quantities import count_html
from mkdocs_journey.views.across.channels import CHANNELS, HeatMap, Line, Tally, heat_map


def draw_channels(query: Query, desk: Desk) -> Html:
    """The heat-map that a query asks for."""
    found = heat_map(query, desk.overview)
    measures = query.columns or CHANNELS.shown
    content = Html(f"{_table(desk, found, measures)}{_key(desk, measures)}")
    is_empty = not found.lines
    return enclosed(
        desk, CHANNELS, _facts(desk, found), Html("") if is_empty else content, is_empty=is_empty
    )


def _facts(desk: Desk, found: HeatMap) -> list[Html]:
    speak = desk.context.translator
    facts = [speak.count("{n} channel", "{n} channels", len(found.lines))]
    if found.channels > len(found.lines):
        facts.append(desk.text("of {n}, as the list is cut", n=speak.number(found.channels)))
    facts += [
        speak.count("{n} touchpoint", "{n} touchpoints", found.shown.touchpoints),
        speak.count("{n} pain point", "{n} pain points", found.shown.pains),
    ]
    if found.without_channel:
        more = speak.count(
            "{n} more touchpoint names no channel",
            "{n} more touchpoints name no channel",
            found.without_channel,
        )
        facts.append(more)
    return [Html(f"<span>{count_html(fact)}</span>") for fact in facts]


def _table(desk: Desk, found: HeatMap, measures: Sequence[str]) -> Html:
    speak = desk.context.translator
    labels = [plain(value_label(desk, found.field, head)) for head in found.heads]
    if found.others:
        labels.append(speak.count("{n} other", "{n} others", found.others))
    heads = "".join(
        f'<th scope="col">{escape(label)}</th>'
        for label in (field_label(desk, "channel"), *labels, desk.text("All"))
    )
    lines = join(_line(desk, line, measures) for line in (*found.lines, found.foot))
    return Html(
        '<div class="journey-scroll journey-scroll--plain" role="group" tabindex="0" '
        f'aria-label="{desk.label(CHANNELS.says)}">'
        '<table class="journey-table journey-heat journey-table--channels" '
        f'style="--n:{len(labels) + 1}"><thead><tr>{heads}</tr></thead>'
        f"<tbody>{lines}</tbody></table></div>"
    )


def _line(desk: Desk, line: Line, measures: Sequence[str]) -> Html:
    if line.channel is None:
        head = desk.label("All channels")
    else:
        head = Html(
            f'<span class="journey-with-icon">{icon(line.channel.icon)}'
            f"<span>{escape(line.channel.label)}{_ownership(desk, line.sum)}</span></span>"
        )
    cells = join(_cell(desk, tally, measures) for tally in line.cells)
    total = _cell(desk, line.sum, measures, " is-total")
    return Html(f'<tr><th scope="row">{head}</th>{cells}{total}</tr>')


def _ownership(desk: Desk, tally: Tally) -> Html:
    if not tally.indirect:
        return Html("")
    label = desk.text("Indirect")
    if tally.indirect < tally.touchpoints:
        speak = desk.context.translator
        label = speak.count("{n} indirect", "{n} indirect", tally.indirect)
    return Html(f" {tag(label)}")


def _cell(desk: Desk, tally: Tally | None, measures: Sequence[str], extra: str = "") -> Html:
    if tally is None:
        return unmapped(desk)
    tint = heat(tally.feeling if "feeling" in measures else None, extra)
    numbers = join((_number(desk, tally, name) for name in measures), " ")
    return Html(f"<td{tint}>{numbers}</td>")


def _number(desk: Desk, tally: Tally, name: str) -> Html:
    speak = desk.context.translator
    if name == "feeling":
        return mean_feeling(desk, tally.feeling)
    if name == "touchpoints":
        words = speak.count("{n} touchpoint", "{n} touchpoints", tally.touchpoints)
        number = speak.number(tally.touchpoints)
        return Html(
            f'<small><span aria-hidden="true">{escape(number)}</span>{hidden(words)}</small>'
        )
    return pains_mark(desk, tally.pains)


def _key(desk: Desk, measures: Sequence[str]) -> Html:
    """How to read a cell."""
    words = {
        "feeling": Html(f"<b>{desk.label('Mean feeling, 1 to 5')}</b>"),
        "touchpoints": desk.label("touchpoints"),
        "pains": Html(f"{icon('pains')}{desk.label('pain points')}"),
    }
    order = join((words[name] for name in measures), " · ")
    more = desk.text(
        "A blank cell is not mapped. A touchpoint on several channels counts on each, and once "
        "in all."
    )
    return Html(f'<p class="journey-heat__key"><span>{order}.</span> {escape(more)}</p>')
