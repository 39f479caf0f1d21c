"""What the cells of several views across maps are put together from."""

from __future__ import annotations

from collections.abc import Container, Iterable
from functools import lru_cache

from mkdocs_journey.model import Evidence
from mkdocs_journey.model.evidence import is_old
from mkdocs_journey.render.across.desk import Desk
from mkdocs_journey.render.escape import Html, escape, join
from mkdocs_journey.render.insights.panel import dotted, gap, tag, warning
from mkdocs_journey.render.parts import face, icon, score_word, work_status
from mkdocs_journey.render.quantities import count_html, date_html
from mkdocs_journey.render.sheet import answers
from mkdocs_journey.translations import Translator, half_up
from mkdocs_journey.views.across.rows import MapRow, PainRow, WorkRow, page_address
from mkdocs_journey.views.columns import find_channel
from mkdocs_journey.views.insights.places import Place


def map_link(desk: Desk, row: MapRow) -> Html:
    """Title of a map, linked to its page."""
    return desk.link(page_address(row.path), escape(row.found.title))


def map_counts(desk: Desk, row: MapRow, shown: Container[str]) -> Html:
    """How much is in a map, of what is to be shown: stages, touchpoints, pains, opportunities."""
    speak = desk.context.translator
    stages = len(row.found.journey.stages)
    counts = (
        ("stages", speak.count("{n} stage", "{n} stages", stages)),
        ("stages", speak.count("{n} touchpoint", "{n} touchpoints", len(row.columns))),
        ("pains", speak.count("{n} pain point", "{n} pain points", len(row.pains))),
        (
            "opportunities",
            speak.count("{n} open opportunity", "{n} open opportunities", row.open_opportunities),
        ),
    )
    return dotted(count_html(text) for name, text in counts if name in shown)


def place_link(desk: Desk, place: Place, address: str) -> Html:
    """Name of a moment, linked to where it stands; words for the whole map."""
    if place.stage is None:
        return desk.link(address, desk.label("Whole journey"))
    return desk.link(address, desk.context.in_link(place.name))


def pain_place(desk: Desk, row: PainRow) -> Html:
    """A pain's map and moment: `First order · Checkout`."""
    place = place_link(desk, row.spot.place, row.moment_address)
    return dotted((map_link(desk, row.map), place))


def placed_pain(desk: Desk, row: PainRow) -> Html:
    """A pain's text, linked, over its map and moment."""
    text = desk.link(row.address, desk.at(row.map.path).in_link(row.spot.pain.text))
    return Html(f"{text}<small>{pain_place(desk, row)}</small>")


def work_place(desk: Desk, row: WorkRow) -> Html:
    """The map of a piece of work, and its moment where it has one."""
    if row.work.place.stage is None:
        return map_link(desk, row.map)
    moment = place_link(desk, row.work.place, row.address)
    return dotted((map_link(desk, row.map), moment))


def mood(desk: Desk, score: float | None) -> Html:
    """Face and number of a feeling; words where nobody said."""
    return _mood(desk.context.translator, score)


@lru_cache(maxsize=1024)
def _mood(speak: Translator, score: float | None) -> Html:
    """The same few faces stand beside every moment of a site."""
    if score is None:
        return gap(speak.text("no data"))
    word = escape(score_word(speak, score))
    return Html(
        f'<span class="journey-with-icon">{face(score)}<b>{escape(speak.number(half_up(score)))}'
        f'<span class="journey-sr"> {escape(speak.text("of 5"))}, {word}</span></b></span>'
    )


def channel_names(desk: Desk, ids: Iterable[str]) -> Html:
    """Channels with their icons."""
    found = (find_channel(desk.context.catalog, id) for id in ids)
    return join(
        (
            Html(
                f'<span class="journey-with-icon">{icon(channel.icon)}'
                f"<span>{escape(channel.label)}</span></span>"
            )
            for channel in found
        ),
        " ",
    )


def source_list(desk: Desk, row: MapRow, sources: Iterable[Evidence]) -> Html:
    """What something rests on: each source, its answers and its date, marked where it is old."""
    items = join(Html(f"<li>{_source(desk, row, source)}</li>") for source in sources)
    if not items:
        return gap(desk.text("No source yet"))
    return Html(f'<ul class="journey-plain journey-list">{items}</ul>')


def _source(desk: Desk, row: MapRow, source: Evidence) -> Html:
    facts: list[Html] = []
    if source.method == "assumption":
        facts.append(tag(desk.text("Assumption")))
    if source.n is not None:
        facts.append(answers(desk.context, source.n))
    if source.date is not None:
        facts.append(Html(date_html(desk.context.translator, source.date)))
    if is_old(source.age(desk.overview.today)):
        facts.append(warning(desk.text("over a year old")))
    small = dotted(facts)
    title = desk.at(row.path).markdown(source.title)
    return Html(f"{title}<small>{small}</small>" if small else title)


def work_list(desk: Desk, works: Iterable[WorkRow]) -> Html:
    """What is planned: each piece of work with status, owner, date and ticket."""
    items = join(Html(f"<li>{work_line(desk, row)}</li>") for row in works)
    if not items:
        return gap(desk.text("Nothing planned yet"))
    return Html(f'<ul class="journey-plain journey-list">{items}</ul>')


def work_line(desk: Desk, row: WorkRow) -> Html:
    """One piece of work in a line or two."""
    context, item = desk.at(row.map.path), row.work.item
    mark = tag(desk.text("Action")) if row.is_action else Html("")
    status = work_status(desk.context.translator, item.status) if item.status else Html("")
    owner = context.markdown(item.owner) or gap(desk.text("No owner"))
    small = dotted((status, owner, due(desk, row), ticket(desk, row)))
    text = desk.link(row.address, context.in_link(item.text))
    return Html(f"{mark} {text}<small>{small}</small>" if mark else f"{text}<small>{small}</small>")


def due(desk: Desk, row: WorkRow) -> Html:
    """Until when an action is to be done, with words where that day has passed."""
    item = row.work.item
    date = getattr(item, "due", None)
    if date is None:
        return Html("")
    day = desk.context.translator.date(date.year, date.month, date.day)
    if row.work.is_overdue:
        return warning(desk.text("overdue since {date}", date=day))
    return escape(desk.text("due by {date}", date=day))


def ticket(desk: Desk, row: WorkRow) -> Html:
    """Where the work is tracked: a link, or the number as written."""
    written = row.work.item.ticket
    if written.startswith(("http://", "https://")):
        return desk.link_written(written, desk.label("Ticket"))
    return desk.at(row.map.path).markdown(written)
