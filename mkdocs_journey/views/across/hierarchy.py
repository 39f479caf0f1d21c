"""The hierarchy: maps that detail stages of others, as a tree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mkdocs_journey.queries import Query, arrange, choose, group, number, prose, word
from mkdocs_journey.translations import mark, mark_count
from mkdocs_journey.views.across.family import MOST_LEVELS, Node
from mkdocs_journey.views.across.fields import map_fields
from mkdocs_journey.views.across.listing import Answer, Fact, Listing, find_facets
from mkdocs_journey.views.across.overview import Overview


@dataclass(frozen=True, slots=True)
class Branch:
    """A node of the tree with what is shown below it."""

    node: Node
    is_match: bool
    """It passes the query's tests itself; else it is shown for what lies below it."""
    below: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """What the view shows for a query."""

    answer: Answer[Node]
    """Its groups hold the roots; its rows are all nodes that match, in the tree's order."""
    branches: Mapping[str, Branch]
    """Branches of the roots by their paths."""


def _nodes(overview: Overview) -> tuple[Node, ...]:
    return overview.family.nodes


HIERARCHY: Listing[Node] = Listing(
    name="hierarchy",
    says=mark("Journeys that look closer at a stage of another, below the one that they detail."),
    rows=_nodes,
    fields=(
        *map_fields(lambda node: node.map),
        word("stage", lambda node: (node.stage.name,) if node.stage else ()),
        prose("parent", lambda node: node.detail.of.found.title if node.detail else ""),
        number("level", lambda node: node.depth + 1),
        number("feeling", lambda node: node.map.curve.mean),
        number("stages", lambda node: len(node.map.found.journey.stages)),
        number("touchpoints", lambda node: len(node.map.columns)),
        number("pains", lambda node: len(node.map.pains)),
        number("opportunities", lambda node: node.map.open_opportunities),
    ),
    columns=(
        "stage",
        "kind",
        "status",
        "curve",
        "feeling",
        "stages",
        "pains",
        "opportunities",
        "persona",
        "owner",
    ),
    shown=("stage", "kind", "status", "curve", "feeling", "stages", "pains", "opportunities"),
    facets=("kind", "status", "persona", "segment", "tag", "owner"),
    facts=(
        Fact(mark_count("{n} journey", "{n} journeys")),
        Fact(mark_count("{n} at the top", "{n} at the top"), lambda node: int(not node.depth)),
        Fact(mark_count("{n} pain point", "{n} pain points"), lambda node: len(node.map.pains)),
        Fact(
            mark_count("{n} open opportunity", "{n} open opportunities"),
            lambda node: node.map.open_opportunities,
        ),
    ),
)


def hierarchy(query: Query, overview: Overview) -> Tree:
    """The tree that a query asks for.

    Above what passes its tests stand the maps that it details. It sorts siblings, and cuts and
    groups the roots.
    """
    nodes, fields = overview.family.nodes, HIERARCHY.fields
    matches = choose(query, nodes, fields)
    children = _shown_children(nodes, {node.map.path for node in matches})
    roots = arrange(query, children.get("", ()), fields)[: query.limit]
    wanted = frozenset(node.map.path for node in matches)
    branches = [_branch(query, root, children, wanted) for root in roots]
    rows = tuple(node for branch in branches for node in _matches(branch))
    answer = Answer(
        listing=HIERARCHY,
        columns=query.columns or HIERARCHY.shown,
        groups=group(query, roots, fields),
        group=next((field for field in fields if field.id == query.group), None),
        rows=rows,
        numbers={id(node): number for number, node in enumerate(rows)},
        total=len(matches),
        facets=tuple(find_facets(HIERARCHY, rows)),
    )
    return Tree(answer, {branch.node.map.path: branch for branch in branches})


def _shown_children(nodes: Sequence[Node], wanted: set[str]) -> dict[str, list[Node]]:
    """Nodes that match or have a match below them, by the path of what they stand below.

    Roots stand below the empty path. What lies deeper than the tree's levels stands on the last.
    """
    keep = set(wanted)
    for node in reversed(nodes):
        if node.map.path in keep and node.detail is not None:
            keep.add(node.detail.of.path)
    place: dict[str, str] = {}
    children: dict[str, list[Node]] = {}
    for node in nodes:
        above = node.detail.of.path if node.detail else ""
        place[node.map.path] = place[above] if node.depth >= MOST_LEVELS else above
        if node.map.path in keep:
            children.setdefault(place[node.map.path], []).append(node)
    return children


def _branch(
    query: Query, node: Node, children: Mapping[str, Sequence[Node]], wanted: frozenset[str]
) -> Branch:
    below = arrange(query, children.get(node.map.path, ()), HIERARCHY.fields)
    return Branch(
        node,
        node.map.path in wanted,
        tuple(_branch(query, child, children, wanted) for child in below),
    )


def _matches(branch: Branch) -> Iterator[Node]:
    if branch.is_match:
        yield branch.node
    for below in branch.below:
        yield from _matches(below)
