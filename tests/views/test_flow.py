"""Flows: what each block becomes, how branches meet, and what holds for every nesting."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journey.values.times import Date, Duration
from mkdocs_journey.views.flow import END, Edge, Flow, Node, Place, flow
from tests.flows import Blocks, flows_of, map_of


def drawn(blocks: Blocks | None = None, **journey: Any) -> Flow:
    return flow(map_of(blocks, **journey))


def ways(blocks: Blocks) -> list[tuple[str, str, str]]:
    """Edges as (from, way, to), by the names of the nodes; a `*` marks a jump."""
    found = drawn(blocks)
    names = {node.number: node.name or node.kind for node in found.nodes} | {END: "END"}
    return [
        (names[edge.start], edge.way + "*" * edge.is_jump, names[edge.end]) for edge in found.edges
    ]


def email(name: str, **more: Any) -> dict[str, Any]:
    return {"email": name, **more}


# What each block says


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ({"audience": {"segment": "Readers"}},
         {"kind": "audience", "name": "Readers", "form": "segment"}),
        ({"audience": {"form": "Sign-up"}},
         {"kind": "audience", "name": "Sign-up", "form": "form"}),
        ({"audience": {"record": "Order"}},
         {"kind": "audience", "name": "Order", "form": "record"}),
        ({"trigger": {"custom": "Moved"}}, {"kind": "trigger", "name": "Moved", "form": "custom"}),
        ({"trigger": {"interaction": "Opened"}},
         {"kind": "trigger", "name": "Opened", "form": "interaction"}),
        ({"trigger": {"business": "Paid"}},
         {"kind": "trigger", "name": "Paid", "form": "business"}),
        ({"email": "Hello"}, {"kind": "email", "name": "Hello"}),
        ({"sms": "Hello"}, {"kind": "sms", "name": "Hello"}),
        ({"push": "Hello"}, {"kind": "push", "name": "Hello"}),
        ({"message": {"name": "Card", "channel": "mail", "content": "By hand"}},
         {"kind": "message", "name": "Card", "channel": "mail", "content": "By hand"}),
        ({"call": "Hello", "owner": "Sales"}, {"kind": "call", "name": "Hello", "owner": "Sales"}),
        ({"page": "Landing"}, {"kind": "page", "name": "Landing"}),
        ({"event": "Tasting"}, {"kind": "event", "name": "Tasting"}),
        ({"wait": "1 week"}, {"kind": "wait", "time": Duration(604800, 604800, "1 week")}),
        ({"wait_until": "2026-12-01"}, {"kind": "wait_until", "time": Date(2026, 12, 1)}),
        ({"wait_until": "it is paid"}, {"kind": "wait_until", "name": "it is paid", "time": None}),
        ({"if": "paid", "within": "2 days"},
         {"kind": "if", "name": "paid", "time": Duration(172800, 172800, "2 days")}),
        ({"action": {"task": "Call", "owner": "Sales"}},
         {"kind": "action", "name": "Call", "form": "task", "owner": "Sales"}),
        ({"action": "Tidy up"}, {"kind": "action", "name": "Tidy up", "form": "text"}),
        ({"step": {"name": "Pack", "owner": "Warehouse"}},
         {"kind": "step", "name": "Pack", "owner": "Warehouse"}),
        ({"touchpoint": "checkout"},
         {"kind": "touchpoint", "name": "Checkout", "place": Place("buy", "checkout")}),
        ({"touchpoint": "product-page"},
         {"name": "Product page", "place": Place("consider", "product-page"), "channel": "web",
          "owner": "Web team"}),
        ({"touchpoint": "buy.product-page"}, {"place": Place("buy", "product-page")}),
        ({"touchpoint": "nowhere"}, {"kind": "touchpoint", "name": "nowhere", "place": None}),
        ({"end": "Done"}, {"kind": "end", "name": "Done", "exits": ()}),
        ({"goto": "nowhere"}, {"kind": "goto", "name": "nowhere", "exits": ()}),
    ],
)  # fmt: skip
def test_a_block_says_what_was_written(block: dict[str, Any], expected: dict[str, Any]) -> None:
    (node,) = drawn([block]).nodes

    assert {name: getattr(node, name) for name in expected} == expected


@pytest.mark.parametrize(
    ("blocks", "kind"),
    [
        ([{"audience": {"segment": "A"}}, email("B")], "segment-based campaign"),
        ([{"audience": {"form": "A"}}, email("B")], "trigger-based campaign"),
        ([{"audience": {"record": "A"}}, email("B")], "trigger-based campaign"),
        ([{"trigger": {"custom": "A"}}, email("B")], "trigger-based campaign"),
        ([{"audience": {"segment": "A"}}, {"trigger": {"custom": "B"}}], "segment-based campaign"),
        ([{"step": "A"}, email("B")], "process"),
        ([], "derived"),
    ],
)
def test_a_flow_is_named_for_what_it_starts_from(blocks: Blocks, kind: str) -> None:
    assert drawn(blocks).kind == kind


# How blocks are joined


def test_blocks_run_in_order() -> None:
    assert ways([email("A"), email("B")]) == [("A", "next", "B"), ("B", "next", "END")]


def test_branches_meet_again_at_the_next_block() -> None:
    blocks: Blocks = [{"if": "Q", "then": [email("A")], "else": [email("B")]}, email("C")]

    assert ways(blocks) == [
        ("Q", "yes", "A"), ("Q", "no", "B"), ("A", "next", "C"), ("B", "next", "C"),
        ("C", "next", "END"),
    ]  # fmt: skip
    yes, no = drawn(blocks).nodes[0].branches
    assert (yes.onward, no.onward) == (Edge(2, 4), Edge(3, 4))


def test_a_branch_without_blocks_goes_on_at_once() -> None:
    blocks: Blocks = [{"if": "Q", "then": [email("A")]}, email("B")]

    assert ("Q", "no", "B") in ways(blocks)
    assert drawn(blocks).nodes[0].branches[1].onward == Edge(1, 3)


def test_branches_that_end_or_jump_do_not_meet() -> None:
    blocks: Blocks = [
        email("A", id="a"),
        {"if": "Q", "then": [{"end": "E"}], "else": [email("B"), {"goto": "a"}]},
        email("C"),
    ]

    assert ways(blocks) == [
        ("A", "next", "Q"), ("Q", "yes", "E"), ("Q", "no", "B"), ("B", "next*", "A"),
        ("C", "next", "END"),
    ]  # fmt: skip
    assert [branch.onward for branch in drawn(blocks).nodes[1].branches] == [None, None]


def test_inner_branches_meet_behind_the_outer_ones() -> None:
    inner = {"if": "R", "then": [email("A")], "else": [{"end": "E"}]}

    assert ways([{"if": "Q", "then": [inner]}, email("C")]) == [
        ("Q", "yes", "R"), ("Q", "no", "C"), ("R", "yes", "A"), ("R", "no", "E"),
        ("A", "next", "C"), ("C", "next", "END"),
    ]  # fmt: skip


def test_shares_stand_on_the_ways_out_of_a_split() -> None:
    found = drawn([{"split": [{"share": "30%", "do": [email("A")]}, {"share": "70%"}]}])

    assert [(edge.end, edge.share) for edge in found.nodes[0].exits] == [(2, 0.3), (END, 0.7)]


def test_a_split_without_ways_goes_on() -> None:
    assert ways([email("A"), {"split": [{}]}]) == [
        ("A", "next", "split"), ("split", "share", "END"),
    ]  # fmt: skip


def test_several_audiences_in_a_row_are_alternatives() -> None:
    blocks: Blocks = [
        {"audience": {"segment": "A"}}, {"audience": {"form": "B"}, "goto": "d"},
        {"trigger": {"custom": "C"}}, email("D", id="d"),
    ]  # fmt: skip

    assert ways(blocks) == [
        ("any", "or", "A"), ("any", "or", "B"), ("A", "next", "C"), ("B", "next*", "D"),
        ("C", "next", "D"), ("D", "next", "END"),
    ]  # fmt: skip


# Jumps


def test_a_jump_leads_forward_and_back() -> None:
    blocks: Blocks = [email("A", goto="c"), email("B"), email("C", id="c", goto="b"), email("D")]
    blocks[1]["id"] = "b"

    assert ways(blocks) == [
        ("A", "next*", "C"), ("B", "next", "C"), ("C", "next*", "B"), ("D", "next", "END"),
    ]  # fmt: skip


def test_a_jump_behind_branches_takes_those_that_meet() -> None:
    blocks: Blocks = [email("A", id="a"), {"if": "Q", "then": [{"end": "E"}], "goto": "a"}]

    assert ways(blocks) == [
        ("A", "next", "Q"), ("Q", "yes", "E"), ("Q", "no*", "A"),
    ]  # fmt: skip


def test_a_jump_to_a_jump_leads_where_that_one_leads() -> None:
    blocks: Blocks = [email("A", goto="x"), {"goto": "c", "id": "x"}, email("C", id="c")]

    assert ways(blocks) == [("A", "next*", "C"), ("C", "next", "END")]


@pytest.mark.parametrize("target", ["nowhere", "x"])
def test_a_jump_to_nowhere_or_in_circles_stays_as_it_was_written(target: str) -> None:
    found = drawn([email("A"), {"goto": target, "id": "x"}])

    assert ways([email("A"), {"goto": target, "id": "x"}]) == [("A", "next", target)]
    assert [node.is_drawn for node in found.nodes] == [True, True]


def test_many_jumps_in_a_chain_take_no_longer_than_the_text() -> None:
    chain: Blocks = [{"goto": f"g{n + 1}", "id": f"g{n}"} for n in range(20_000)]

    found = drawn([*chain, email("A", id="g20000")])

    assert {node.exits[0].end for node in found.nodes[:-1]} == {20_001}


def test_the_deepest_nesting_that_a_page_may_have_is_joined() -> None:
    block: dict[str, Any] = email("deep")
    for level in range(29):
        block = {"if": f"{level}", "then": [block]}

    assert len(drawn([block]).nodes) == 30


# Flows made from stages


def test_a_map_without_a_flow_has_its_stages_in_order() -> None:
    found = drawn()

    assert [(group.name, group.stage) for group in found.groups] == [
        ("Consider", "consider"), ("Buy", "buy"), ("Wait for it", "wait-for-it"),
    ]  # fmt: skip
    assert [(node.kind, node.name, node.place) for node in found.nodes] == [
        ("touchpoint", "Product page", Place("consider", "product-page")),
        ("touchpoint", "Store visit", Place("consider", "store-visit")),
        ("touchpoint", "Checkout", Place("buy", "checkout")),
        ("touchpoint", "Product page", Place("buy", "product-page")),
        ("stage", "Wait for it", Place("wait-for-it", None)),
    ]
    assert found.edges == (Edge(1, 2), Edge(2, 3), Edge(3, 4), Edge(4, 5), Edge(5, END))


def test_each_path_of_a_map_runs_through_its_own_moments() -> None:
    moments = [
        {"name": "A"}, {"name": "B", "path": "good"}, {"name": "C", "path": "bad"}, {"name": "D"},
    ]  # fmt: skip
    found = drawn(stages=[{"name": "S", "touchpoints": moments}], paths={"good": "All well"})

    assert found.edges == (
        Edge(1, 2, "path", paths=("All well",)),
        Edge(1, 3, "path", paths=("bad",)),
        Edge(2, 4, "path", paths=("All well",)),
        Edge(3, 4, "path", paths=("bad",)),
        Edge(4, END),
    )


# Laws

flows = flows_of(
    st.sampled_from(
        [{"email": "E"}, {"wait": "1 week"}, {"step": "S"}, {"audience": {"segment": "A"}},
         {"trigger": {"custom": "T"}}, {"touchpoint": "checkout"}, {"email": "I", "id": "i"}]
    )
)  # fmt: skip


def is_dead_end(node: Node) -> bool:
    return node.kind == "end" or (node.kind == "goto" and not node.exits)


@given(flows)
def test_every_node_is_numbered_once_and_leads_somewhere(blocks: Blocks) -> None:
    found = drawn(blocks)

    assert [node.number for node in found.nodes] == list(range(1, len(found.nodes) + 1))
    assert all(is_dead_end(node) or node.exits for node in found.nodes)
    known = {node.number for node in found.nodes if node.is_drawn} | {END}
    assert {edge.end for edge in found.edges} <= known
    assert all(edge.start == node.number for node in found.nodes for edge in node.exits)


@given(flows)
def test_a_way_leads_into_every_node_but_the_first_and_those_behind_dead_ends(
    blocks: Blocks,
) -> None:
    found = drawn([email("start"), *blocks])
    entered = {edge.end for edge in found.edges}
    behind_dead_ends = _behind_dead_ends(found.groups[0].nodes)

    unreached = {node.number for node in found.nodes if node.is_drawn} - entered - {1}
    assert unreached <= behind_dead_ends


@given(flows)
def test_a_branch_says_where_it_goes_unless_its_last_node_does(blocks: Blocks) -> None:
    for node in drawn(blocks).nodes:
        for branch in node.branches:
            last = branch.nodes[-1] if branch.nodes else None
            says_itself = last and (last.branches or last.kind in ("end", "goto"))
            assert (branch.onward is None) == bool(says_itself)


def _behind_dead_ends(nodes: tuple[Node, ...]) -> set[int]:
    """Nodes that stand behind one all of whose ways end or jump."""
    found: set[int] = set()
    closed = False
    for node in nodes:
        if closed:
            found.add(node.number)
        closed = closed or not _goes_on(node)
        for branch in node.branches:
            found |= _behind_dead_ends(branch.nodes)
    return found


def _goes_on(node: Node) -> bool:
    if node.branches:
        return any(all(map(_goes_on, branch.nodes)) for branch in node.branches)
    return node.kind not in ("end", "goto")


def test_a_stage_without_touchpoints_is_a_moment_that_a_block_may_name() -> None:
    (node, *_) = drawn(
        [{"touchpoint": "leave"}], stages=[{"name": "Leave us", "id": "leave"}]
    ).nodes
    assert (node.name, node.place) == ("Leave us", Place("leave", None))
