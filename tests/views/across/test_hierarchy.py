"""The hierarchy as values: who stands where, and what a query leaves of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journey.queries import Order, Query
from mkdocs_journey.queries import Test as Condition
from mkdocs_journey.queries.tests import Operator
from mkdocs_journey.views.across.family import MOST_LEVELS
from mkdocs_journey.views.across.hierarchy import Branch, hierarchy
from mkdocs_journey.views.across.overview import Overview
from tests.views.across.atlases import overview_of

SITE = overview_of(
    {
        "whole.md": """
title: Whole
journey:
  kind: lifecycle
  stages: [{name: Find, journey: find.md, feeling: 3}, {name: Use, feeling: 3}, {name: Leave}]
""",
        "find.md": "title: Find\njourney: {owner: Web, stages: [{name: Search, feeling: 4}]}",
        "use.md": """
title: Use
journey: {parent: {map: whole.md, stage: use}, stages: [{name: Open, feeling: 2}]}
""",
        "aside.md": """
title: Aside
journey: {parent: whole.md, owner: Care, stages: [{name: Ask, feeling: 5}]}
""",
        "search.md": """
title: Search
journey: {parent: {map: find.md, stage: search}, owner: Web, stages: [{name: Type, pains: [Slow]}]}
""",
        "alone.md": "title: Alone\njourney: {stages: [{name: Buy}]}",
    }
)


def shown(branch: Branch) -> str:
    """A branch in one line: `Find(Search)`, with brackets around what is shown for its place."""
    title = branch.node.map.found.title
    below = ", ".join(map(shown, branch.below))
    return (title if branch.is_match else f"[{title}]") + (f"({below})" if below else "")


def tree(query: Query | None = None, site: Overview = SITE) -> list[str]:
    return [shown(branch) for branch in hierarchy(query or Query(), site).branches.values()]


def titles(query: Query) -> list[str]:
    return [node.map.found.title for node in hierarchy(query, SITE).answer.rows]


def test_maps_stand_below_what_they_detail_in_the_order_of_the_stages() -> None:
    assert tree() == ["Whole(Find(Search), Use, Aside)"]
    stages = {node.map.found.title: node.stage and node.stage.name for node in SITE.family.nodes}
    assert stages == {
        "Whole": None, "Find": "Find", "Search": "Search", "Use": "Use", "Aside": None,
    }  # fmt: skip


def test_above_what_matches_stands_what_it_details() -> None:
    web = Query(where=(Condition("owner", Operator.IS, ("Web",)),))
    assert tree(web) == ["[Whole](Find(Search))"]
    pains = Query(where=(Condition("pains", Operator.AT_LEAST, (1.0,)),))
    assert tree(pains) == ["[Whole]([Find](Search))"]
    assert titles(pains) == ["Search"]


def test_siblings_are_sorted_and_roots_are_cut_and_grouped() -> None:
    assert tree(Query(sort=(Order("feeling"),))) == ["Whole(Use, Find(Search), Aside)"]
    two = overview_of(
        {
            "a.md": "title: A\njourney: {stages: [{name: Buy, journey: b.md}]}",
            "b.md": "title: B\njourney: {stages: [{name: Pay}]}",
            "c.md": "title: C\njourney: {owner: Web, stages: [{name: Buy, journey: d.md}]}",
            "d.md": "title: D\njourney: {stages: [{name: Pay}]}",
        }
    )
    assert tree(Query(sort=(Order("map", is_descending=True),), limit=1), two) == ["C(D)"]
    found = hierarchy(Query(limit=1), two).answer
    assert (len(found.rows), found.total) == (2, 4)
    groups = hierarchy(Query(group="owner"), two).answer.groups
    named = [(group.value, [node.map.found.title for node in group.rows]) for group in groups]
    assert named == [("Web", ["C"]), (None, ["A"])]


def chain(parents: dict[str, str]) -> Overview:
    """Maps that each have the other as their parent."""
    return overview_of(
        {
            f"{name}.md": f"title: {name}\n"
            f"journey: {{stages: [{{name: Buy}}], parent: {parent}.md}}"
            for name, parent in parents.items()
        }
    )


def test_a_circle_of_parents_loses_no_map() -> None:
    assert tree(site=chain({"a": "b", "b": "c", "c": "a", "d": "c", "e": "e"})) == ["a(c(b, d))"]


@given(st.dictionaries(st.sampled_from("abcdef"), st.sampled_from("abcdef"), min_size=1))
def test_each_map_that_details_or_is_detailed_stands_once(parents: dict[str, str]) -> None:
    site = chain(parents)
    members = {name for name in parents if parents[name] in parents and parents[name] != name}
    members |= {parents[name] for name in members}
    paths = [node.map.path for node in site.family.nodes]
    assert sorted(paths) == sorted(f"{name}.md" for name in members)
    assert len(hierarchy(Query(), site).answer.rows) == len(members)


@pytest.mark.parametrize("length", [MOST_LEVELS, MOST_LEVELS + 5, 1500])
def test_a_long_line_of_maps_ends_on_the_last_level(length: int) -> None:
    names = [f"m{n:04}" for n in range(length)]
    site = chain(dict(zip(names[1:], names, strict=False)) | {names[0]: names[0]})
    (root,) = hierarchy(Query(), site).branches.values()
    depth, branch = 1, root
    while branch.below:
        depth, branch = depth + 1, branch.below[0]
    assert depth == min(length, MOST_LEVELS)
    assert len(hierarchy(Query(), site).answer.rows) == length
