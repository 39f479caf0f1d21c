"""Related journeys, at the end of a map's page."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from mkdocs_journey.render.across.desk import Desk
from mkdocs_journey.render.across.parts import map_link, mood
from mkdocs_journey.render.escape import Html, escape
from mkdocs_journey.render.inline import unlinked
from mkdocs_journey.render.insights.panel import Panel, arrange, draw, fill, row, rows
from mkdocs_journey.render.parts import icon, sprite
from mkdocs_journey.render.quantities import count_html
from mkdocs_journey.translations import mark
from mkdocs_journey.views.across.family import Detail
from mkdocs_journey.views.across.related import OtherMoment, Related, Shared
from mkdocs_journey.views.across.rows import MapRow, address_of
from mkdocs_journey.views.insights.places import Place


def draw_related(desk: Desk, related: Related) -> str:
    """A section with the way up and down and what is shared; empty where there is neither.

    It stands by itself, because the page's own text comes between it and the map.
    """
    found = arrange((_family_panel(desk, related), _shared_panel(desk, related)))
    panels = "".join([draw(panel, desk.context) for panel in found])
    if not panels:
        return ""
    title = escape(desk.context.anchors.part("related-title"))
    section = (
        f'<section class="journey-related" aria-labelledby="{title}">'
        f'<h2 class="journey-related__title" id="{title}">'
        f'{desk.label("Related journeys")}</h2><div class="journey-panels">{panels}</div>'
        "</section>"
    )
    return f'<div class="journey journey--related">{sprite(section)}{section}</div>'


def _family_panel(desk: Desk, related: Related) -> Panel | None:
    if not related.has_family:
        return None
    title = desk.text("Above, beside and below")
    return Panel("related-maps", title, Html(""), rows(_family(desk, related)))


def _family(desk: Desk, related: Related) -> Iterator[str]:
    for detail in related.above:
        yield _map(desk, related, detail.of, _detailed(desk, detail))
    for sibling in related.siblings:
        yield _map(desk, related, sibling, desk.label("Details the same stage"))
    yield from _more(desk, related.siblings_total - len(related.siblings))
    for detail in related.below:
        yield _map(desk, related, detail.map, _detailing(desk, detail))
    yield from _more(desk, related.below_total - len(related.below))
    if related.improves is not None:
        yield _map(desk, related, related.improves, desk.label("Improved by this journey"))
    for answer in related.improved_by:
        yield _map(desk, related, answer, desk.label("Improves this journey"))
    yield from _more(desk, related.improved_by_total - len(related.improved_by))


def _map(desk: Desk, related: Related, other: MapRow, small: Html) -> str:
    value = mood(desk, related.feelings[other.path])
    return row(icon("journey"), map_link(desk, other), small, value)


def _more(desk: Desk, n: int) -> Iterator[str]:
    if n > 0:
        text = desk.context.translator.count("and {n} more", "and {n} more", n)
        yield f'<li class="journey-row journey-related__more">{count_html(text)}</li>'


def _stage(desk: Desk, detail: Detail) -> Html:
    """The stage that is detailed, linked to where it stands."""
    if detail.stage is None:
        return Html("")
    name = desk.at(detail.of.path).in_link(detail.stage.name)
    place = Place(detail.of.found.journey, detail.stage)
    return desk.link(address_of(detail.of.path, place), name)


def _detailed(desk: Desk, detail: Detail) -> Html:
    stage = _stage(desk, detail)
    if not stage:
        return desk.label("Detailed by this journey")
    return fill(desk.text("This journey details its stage “{stage}”"), stage=stage)


def _detailing(desk: Desk, detail: Detail) -> Html:
    stage = _stage(desk, detail)
    if not stage:
        return desk.label("Details this journey")
    return fill(desk.text("Details the stage “{stage}”"), stage=stage)


def _shared_panel(desk: Desk, related: Related) -> Panel | None:
    if not related.shared:
        return None
    lead = desk.text("Touchpoints, systems and personas that other journeys have too.")
    items = [_shared(desk, item) for item in related.shared]
    items += _more(desk, related.shared_total - len(related.shared))
    title = desk.text("In other journeys")
    return Panel("related-moments", title, escape(lead), rows(items, kind="shared"))


_ICONS = {"touchpoint": "touchpoint", "system": "backstage", "persona": "persona"}
_KINDS = {"touchpoint": mark("Touchpoint"), "system": mark("System"), "persona": mark("Persona")}


def _shared(desk: Desk, item: Shared) -> str:
    moments = "".join([f"<li>{_moment(desk, item, moment)}</li>" for moment in item.moments])
    rest = item.total - len(item.moments)
    if rest > 0:
        text = desk.context.translator.count("and {n} more", "and {n} more", rest)
        moments += f"<li>{count_html(text)}</li>"
    name = desk.context.in_link(item.name)
    return (
        f'<li class="journey-row">{icon(_ICONS[item.kind])}<div class="journey-rank__text">'
        f'<span class="journey-sr">{desk.label(_KINDS[item.kind])}: </span><b>{name}</b>'
        f'<ul class="journey-plain journey-related__moments">{moments}</ul></div></li>'
    )


def _moment(desk: Desk, item: Shared, moment: OtherMoment) -> str:
    """A moment of another map: how it feels, its name, its map.

    A touchpoint's name stands above already: there the map's title leads to the moment.
    """
    page, _, anchor = moment.address.partition("#")
    href, title = escape(desk.context.resolve(page) or page), moment.map.found.title
    is_named = item.kind == "touchpoint" and moment.name == item.name
    links = _links(href, anchor, "" if is_named else moment.name, title)
    return f"{mood(desk, moment.feeling)} {links}"


@lru_cache(maxsize=4096)
def _links(href: Html, anchor: str, name: str, title: str) -> str:
    """Links to a moment and its map: the pages of a folder show many of the same."""
    moment, map = f"{href}#{escape(anchor)}", escape(title)
    if not name:
        return f'<a class="journey-place" href="{moment}">{map}</a>'
    return (
        f'<a class="journey-place" href="{moment}">{unlinked(name)}</a> '
        f'<small><a class="journey-place" href="{href}">{map}</a></small>'
    )
