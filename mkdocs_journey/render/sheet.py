"""What the cells of one map refer to: its context, sources, personas and pains."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from mkdocs_journey.model import Evidence
from mkdocs_journey.render.context import Context
from mkdocs_journey.render.escape import Html, escape
from mkdocs_journey.render.inline import plain
from mkdocs_journey.translations import mark
from mkdocs_journey.values.addresses import safe_url
from mkdocs_journey.values.notes import Opportunity, Pain
from mkdocs_journey.views.columns import Holder, Placed
from mkdocs_journey.views.layout import Layout

Item = TypeVar("Item")

METHOD_LABELS = {
    "interview": mark("Interviews"),
    "survey": mark("Survey"),
    "analytics": mark("Analytics"),
    "observation": mark("Observation"),
    "diary": mark("Diary study"),
    "support-log": mark("Support log"),
    "document": mark("Document"),
    "workshop": mark("Workshop"),
    "assumption": mark("Assumption"),
}


class Plot(NamedTuple):
    """The curve's drawing in one column as finished HTML, parted where more may stand behind."""

    lines: str
    marks: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A map's context with what its cells cite, gathered once for all of them."""

    context: Context
    citations: Mapping[str, str]
    """Finished citations of the map's sources, by the sources' ids."""
    personas: Mapping[str, str]
    """Names of the map's personas by id."""
    pains: Mapping[int, tuple[Placed[Pain], ...]]
    """Pains of each touchpoint, stage and journey, by the identity of what holds them."""
    opportunities: Mapping[int, tuple[Placed[Opportunity], ...]]
    keys: Mapping[str, tuple[str, str]]
    """Key (`P1`) and anchor of a pain or opportunity by its own id."""
    plots: dict[tuple[str, ...], tuple[Plot, ...]] = field(default_factory=dict)
    """What was drawn of curves, column by column, by the ids of a row's lines: grid and blueprint
    show the same."""

    def pains_of(self, holder: Holder) -> tuple[Placed[Pain], ...]:
        """Numbered pains that are written on a touchpoint, stage or journey."""
        return self.pains.get(id(holder), ())

    def opportunities_of(self, holder: Holder) -> tuple[Placed[Opportunity], ...]:
        """Numbered opportunities that are written on a touchpoint, stage or journey."""
        return self.opportunities.get(id(holder), ())

    def cite(self, ids: Iterable[str]) -> str:
        """Links to sources as small numbers; ids without a source are left to the checks."""
        return "".join([self.citations.get(id, "") for id in ids])


def make_sheet(layout: Layout, context: Context) -> Sheet:
    """Gather what the cells of a map refer to."""
    found, anchors = layout.found, context.anchors
    keys = {
        placed.item.id: (f"P{placed.number}", anchors.pain(placed.number))
        for placed in layout.pains
        if placed.item.id
    } | {
        placed.item.id: (f"O{placed.number}", anchors.opportunity(placed.number))
        for placed in layout.opportunities
        if placed.item.id
    }
    return Sheet(
        context=context,
        citations={
            key: _citation(context, number, source)
            for number, (key, source) in enumerate(found.journey.sources.items(), 1)
        },
        personas={who.id: who.persona.name for who in found.personas},
        pains=_by_holder(layout.pains),
        opportunities=_by_holder(layout.opportunities),
        keys=keys,
    )


def _citation(context: Context, number: int, source: Evidence) -> str:
    anchor, title = escape(context.anchors.source(number)), escape(plain(source.title))
    assumed = " journey-cite--assumed" if source.method == "assumption" else ""
    return (
        f'<a class="journey-cite{assumed}" href="#{anchor}" title="{title}">'
        f'<span class="journey-sr">{context.label("Source")} </span>{number}</a>'
    )


def _by_holder(items: Iterable[Placed[Item]]) -> dict[int, tuple[Placed[Item], ...]]:
    groups: dict[int, list[Placed[Item]]] = {}
    for placed in items:
        groups.setdefault(id(placed.holder), []).append(placed)
    return {key: tuple(group) for key, group in groups.items()}


def answers(context: Context, n: int) -> Html:
    """How many answers or cases something rests on."""
    return escape(context.text("n = {n}", n=context.translator.number(n)))


def link(context: Context, url: str, text: Html) -> Html:
    """A link to an address of the map's page; only the text where the address is not safe."""
    href = href_of(context, url)
    return Html(f'<a href="{escape(href)}">{text}</a>') if href else text


def href_of(context: Context, url: str) -> str | None:
    """Final address of a link, or `None` for one that must not be linked."""
    safe = safe_url(url)
    if safe is None:
        return None
    return context.resolve(safe) or safe
