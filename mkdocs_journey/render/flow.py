"""A flow as HTML: a tree that says everything in words, and a Mermaid flowchart beside it."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_journey.atlas import Map
from mkdocs_journey.render.chart import Chart
from mkdocs_journey.render.context import Context
from mkdocs_journey.render.escape import Html, attribute, escape
from mkdocs_journey.render.flow_words import (
    SENTENCES,
    TITLES,
    details_of,
    kind_of,
    link_of,
    name_of,
    time_of,
    way_of,
)
from mkdocs_journey.render.flowchart import flowchart
from mkdocs_journey.render.inline import plain
from mkdocs_journey.render.parts import hidden, icon
from mkdocs_journey.render.quantities import amount_html
from mkdocs_journey.translations import mark
from mkdocs_journey.views.flow import END, Branch, Edge, Flow, Group, Node, flow

_ICONS = {"wait_until": "wait", "any": "audience", "stage": "journey"}
_AHEAD, _BACK = mark("Jumps to “{block}”"), mark("Jumps back to “{block}”")
_NOWHERE = mark("Jumps to “{block}”, which is not in this flow")
_ONWARD = mark("Continues with “{block}”")
_LONGEST_NAME = 60
"""Characters of a name where another block refers to it: a long one stands in full once."""


def flow_source(map: Map, drawn: Flow, context: Context) -> str | None:
    """Mermaid source of a map's flow, or `None` for one that is too large to be drawn."""
    title, sentence = context.text(TITLES[drawn.kind]), context.text(SENTENCES[drawn.kind])
    return flowchart(drawn, context, f"{title}: {map.title}", sentence)


def flow_section(map: Map, context: Context, chart: Chart) -> str:
    """The flow view of a map; `chart` is what the site draws of its source."""
    drawn = flow(map)
    title, sentence = context.text(TITLES[drawn.kind]), context.text(SENTENCES[drawn.kind])
    heading = context.anchors.part("flow-title")
    source = flow_source(map, drawn, context)
    return (
        f'<section class="journey-view" id="{escape(context.anchors.view("flow"))}" '
        f'aria-labelledby="{escape(heading)}">'
        f'<h2 class="journey-view__title" id="{escape(heading)}">{escape(title)}</h2>'
        f'<p class="journey-flow__kind">{escape(sentence)}</p>'
        f"{_Tree(drawn, context).draw(title)}"
        f"{_figure(context, source, chart)}"
        "</section>"
    )


class _Tree:
    """The blocks as nested lists, which stylesheets draw as a tree."""

    def __init__(self, drawn: Flow, context: Context) -> None:
        self._flow = drawn
        self._context = context
        self._ids = escape(context.anchors.part("flow"))

    def draw(self, title: str) -> str:
        if self._flow.kind == "derived":
            stages = "".join([self._stage(group) for group in self._flow.groups])
            return f'<ol class="journey-flow-stages">{stages}</ol>'
        label = self._context.text("{title}, scrolls sideways", title=title)
        return (
            f'<div class="journey-flow-box" role="region" '
            f'aria-label="{escape(label)}" tabindex="0">{self._list(self._flow.groups[0].nodes)}'
            "</div>"
        )

    def _stage(self, group: Group) -> str:
        """A stage with its moments; one without any is a block itself."""
        context, first = self._context, group.nodes[0]
        href, anchor, moments = f"#{context.anchors.stage(group.stage)}", "", ""
        if first.kind == "stage":
            anchor = f' id="{self._id(first.number)}"'
        else:
            moments = self._list(group.nodes)
        return (
            f'<li class="journey-flow-stage"{anchor}><p class="journey-flow-stage__name">'
            f'<a href="{escape(href)}">{context.in_link(group.name)}</a></p>{moments}</li>'
        )

    def _list(self, nodes: Iterable[Node]) -> str:
        return f'<ol class="journey-flow">{"".join([self._node(node) for node in nodes])}</ol>'

    def _node(self, node: Node) -> str:
        inside = ""
        if node.branches:
            ways = zip(node.branches, node.exits, strict=False)
            branches = "".join([self._branch(node, branch, edge) for branch, edge in ways])
            inside = f'<div class="journey-flow__branches">{branches}</div>'
        return (
            f'<li class="journey-flow__node journey-flow__node--{node.kind}" '
            f'id="{self._id(node.number)}">{self._card(node)}{inside}</li>'
        )

    def _card(self, node: Node) -> str:
        if node.kind == "goto":
            return self._jump(node)
        context = self._context
        name, type_ = name_of(context, node), ""
        if self._flow.kind != "derived" and (kind := kind_of(context, node)) != name:
            type_ = f'<span class="journey-flow__type">{escape(kind)}</span>'
        if href := link_of(context, node):
            words = f'<a href="{escape(href)}">{context.in_link(name)}</a>'
        else:
            words = context.markdown(name) if node.name else amount_html(name)
        details = "".join(
            [f"<small>{context.markdown(text)}</small>" for text in details_of(context, node)]
        )
        time_out = self._time_out(node) if node.kind == "if" else ""
        return (
            f'<p class="journey-flow__card">{icon(self._icon(node))}'
            f"<span>{type_}{words}{details}</span>{time_out}</p>"
        )

    def _icon(self, node: Node) -> str:
        return "task" if node.form == "task" else _ICONS.get(node.kind, node.kind)

    def _time_out(self, node: Node) -> Html:
        time = time_of(self._context, node)
        said = hidden(self._context.text("Time-out:") + " ")
        return Html(f'<span class="journey-time">{icon("clock")}{said}{amount_html(time)}</span>'
                    if time else "")  # fmt: skip

    def _jump(self, node: Node) -> Html:
        if node.exits:
            msgid = _BACK if node.exits[0].end < node.number else _AHEAD
            words = self._reference(node.exits[0], msgid)
        else:
            words = escape(self._context.text(_NOWHERE, block=_short(node.name)))
        return Html(f'<p class="journey-flow__card">{icon("goto")}<span>{words}</span></p>')

    def _branch(self, node: Node, branch: Branch, edge: Edge) -> Html:
        nodes = self._list(branch.nodes) if branch.nodes else ""
        if branch.way == "or":
            return Html(f'<div class="journey-flow__branch">{nodes}</div>')
        way = way_of(self._context, node, edge)
        label = attribute(
            "aria-label", ": ".join(map(plain, filter(None, (way, node.name)))) or None
        )
        said = amount_html(way) if edge.way == "no" else self._context.markdown(way)
        return Html(
            f'<div class="journey-flow__branch" role="group"{label}>'
            f'<p class="journey-flow__label">{said}</p>'
            f"{nodes}{self._onward(branch)}</div>"
        )

    def _onward(self, branch: Branch) -> Html:
        """Where a branch goes on, because a picture alone would not say it to everyone."""
        if branch.onward is None:
            return Html("")
        if branch.onward.end == END:
            text = self._context.label("The flow ends here")
            return Html(f'<p class="journey-flow__onward">{text}</p>')
        link = self._reference(branch.onward, _ONWARD)
        return Html(f'<p class="journey-flow__onward">{link}</p>')

    def _reference(self, edge: Edge, msgid: str) -> Html:
        target = self._flow.by_number[edge.end]
        text = self._context.text(msgid, block=_short(name_of(self._context, target)))
        return Html(f'<a href="#{self._id(target.number)}">{escape(text)}</a>')

    def _id(self, number: int) -> str:
        return f"{self._ids}.{number}"


def _short(text: str) -> str:
    name = plain(text)
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1].rstrip() + "…"


def _figure(context: Context, source: str | None, chart: Chart) -> Html:
    """The flowchart, where the site draws one, and its source to copy."""
    if source is None:
        text = context.text("This flow is too large for a flowchart: the list says all of it.")
        return Html(f'<p class="journey-flow__note">{escape(text)}</p>')
    picture, figure = chart(source), ""
    if picture is not None:
        caption = context.label("The same flow as a chart")
        figure = Html(
            '<figure class="journey-flow__chart" tabindex="0" data-search-exclude>'
            f"{picture}<figcaption>{caption}</figcaption></figure>"
        )
    summary = context.label("Source of the flowchart (Mermaid)")
    copy, copied = context.label("Copy"), context.label("Copied")
    return Html(
        f'{figure}<details class="journey-flow__source" data-search-exclude>'
        f"<summary>{summary}</summary>"
        f'<button class="journey-tool" type="button" data-journey-copy data-journey-js hidden>'
        f"{icon('copy')}<span>{copy}</span></button>"
        f'<span class="journey-flow__copied" role="status" data-text="{copied}"></span>'
        f"<pre><code>{escape(source)}</code></pre></details>"
    )
