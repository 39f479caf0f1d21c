"""The hierarchy as nested lists."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_journey.queries import Group, Query
from mkdocs_journey.render.across.desk import Desk
from mkdocs_journey.render.across.frame import framed, row_attributes
from mkdocs_journey.render.across.parts import map_counts, map_link, mood
from mkdocs_journey.render.escape import Html, join
from mkdocs_journey.render.header import draw_status
from mkdocs_journey.render.insights.panel import dotted, fill
from mkdocs_journey.render.spark import sparkline
from mkdocs_journey.views.across.family import Node
from mkdocs_journey.views.across.hierarchy import Branch, Tree, hierarchy
from mkdocs_journey.views.across.rows import address_of
from mkdocs_journey.views.header import KIND_LABELS
from mkdocs_journey.views.insights.places import Place


def draw_hierarchy(query: Query, desk: Desk) -> Html:
    """The tree that a query asks for."""
    tree = hierarchy(query, desk.overview)

    def draw(roots: Group[Node]) -> Html:
        return _list(desk, tree, [tree.branches[root.map.path] for root in roots.rows])

    return framed(desk, tree.answer, draw)


def _list(desk: Desk, tree: Tree, branches: Sequence[Branch]) -> Html:
    if not branches:
        return Html("")
    items = join(Html(f"<li>{_branch(desk, tree, branch)}</li>") for branch in branches)
    return Html(f'<ul class="journey-tree">{items}</ul>')


def _branch(desk: Desk, tree: Tree, branch: Branch) -> Html:
    below = _list(desk, tree, branch.below)
    if not branch.is_match:
        title = map_link(desk, branch.node.map)
        return Html(f'<div class="journey-tree__node journey-tree__node--dim">{title}</div>{below}')
    attributes = row_attributes(tree.answer, branch.node)
    drawn = _node(desk, branch.node, set(tree.answer.columns))
    return Html(f'<div class="journey-tree__node"{attributes}>{drawn}</div>{below}')


def _node(desk: Desk, node: Node, shown: set[str]) -> Html:
    row = node.map
    title = f'<p class="journey-tree__title">{map_link(desk, row)}</p>'
    facts = dotted(
        (
            _kind(desk, node) if "kind" in shown else Html(""),
            draw_status(row.status) if "status" in shown else Html(""),
            _owner(desk, node) if "owner" in shown else Html(""),
            _personas(desk, node) if "persona" in shown else Html(""),
        )
    )
    detail = _detail(desk, node) if "stage" in shown else Html("")
    small = "".join(
        f"<p>{line}</p>" for line in (detail, facts, map_counts(desk, row, shown)) if line
    )
    drawn = f'<div class="journey-tree__text">{title}{small}</div>'
    if "curve" in shown and row.curve.points:
        drawn += sparkline(desk.context, row.curve, desk.text("Feeling by touchpoint"))
    if "feeling" in shown:
        drawn += f'<p class="journey-tree__mood">{mood(desk, row.curve.mean)}</p>'
    return Html(drawn)


def _kind(desk: Desk, node: Node) -> Html:
    return desk.label(KIND_LABELS[node.map.found.journey.kind or "current-state"])


def _owner(desk: Desk, node: Node) -> Html:
    return desk.at(node.map.path).markdown(node.map.found.journey.owner)


def _personas(desk: Desk, node: Node) -> Html:
    context = desk.at(node.map.path)
    return join((context.markdown(who.persona.name) for who in node.map.found.personas), ", ")


def _detail(desk: Desk, node: Node) -> Html:
    """The stage that a map details, linked to where it stands."""
    if node.detail is None or node.stage is None:
        return Html("")
    of = node.detail.of
    name = desk.at(of.path).in_link(node.stage.name)
    stage = desk.link(address_of(of.path, Place(of.found.journey, node.stage)), name)
    return fill(desk.text("Details the stage “{stage}”"), stage=stage)
