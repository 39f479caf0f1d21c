"""Two edits of one map: what either side changed is kept, what both changed is told."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journey.merging import data_of
from mkdocs_journey.merging.combining import Conflict, combine
from tests.formats.journeys import journeys, mapped

BASE: dict[str, Any] = {
    "owner": "Growth",
    "stages": [
        {"id": "choose", "name": "Choose", "touchpoints": [
            {"id": "page", "name": "Page", "doing": [{"text": "Looks"}]},
            {"id": "shop", "name": "Shop"},
        ]},
        {"id": "pay", "name": "Pay"},
    ],
}  # fmt: skip

maps = journeys().map(lambda data: data_of(mapped(data).journey))


def changed(**keys: Any) -> dict[str, Any]:
    return {**deepcopy(BASE), **keys}


def with_moment(moment: dict[str, Any]) -> dict[str, Any]:
    """The map with another first moment."""
    new = changed()
    new["stages"][0]["touchpoints"][0] = moment
    return new


def with_stages(*names: str) -> dict[str, Any]:
    """The map with the stages of these ids, in this order."""
    by_id = {stage["id"]: stage for stage in BASE["stages"]}
    return changed(stages=[by_id.get(name, {"id": name, "name": name.title()}) for name in names])


@given(maps, maps)
def test_what_one_side_changed_is_kept(base: dict[str, Any], other: dict[str, Any]) -> None:
    assert combine(base, base, other) == (other, ())
    assert combine(base, other, base) == (other, ())
    assert combine(base, other, other) == (other, ())


@given(maps, maps, maps)
def test_nothing_of_the_page_is_lost_without_a_word(
    base: dict[str, Any], page: dict[str, Any], file: dict[str, Any]
) -> None:
    found, conflicts = combine(base, page, file)
    for key in {*page, *file} - {"stages"}:
        allowed = [page.get(key), file.get(key)]
        is_told = any(conflict.path[:1] == (key,) for conflict in conflicts)
        assert found.get(key) in allowed or isinstance(found[key], dict)
        if page.get(key) != base.get(key) and page.get(key) != file.get(key):
            assert found.get(key) == page.get(key) or is_told or isinstance(found[key], dict)


@given(st.permutations(["choose", "pay", "use"]))
def test_both_may_add_and_move(order: list[str]) -> None:
    page = changed(owner="Web")
    found, conflicts = combine(BASE, page, with_stages(*order))
    assert [stage["id"] for stage in found["stages"]] == order
    assert (found["owner"], conflicts) == ("Web", ())


def test_new_stages_of_both_stand_where_each_has_put_them() -> None:
    page, file = with_stages("first", "choose", "pay"), with_stages("choose", "between", "pay")
    found, conflicts = combine(BASE, page, file)
    assert [stage["id"] for stage in found["stages"]] == ["first", "choose", "between", "pay"]
    assert conflicts == ()


@pytest.mark.parametrize(
    ("page", "file", "conflict"),
    [
        (changed(owner="Web"), changed(owner="Shop"), Conflict(("owner",), "Web", "Shop")),
        (
            with_moment({"id": "page", "name": "Page", "doing": [{"text": "Reads"}]}),
            with_moment({"id": "page", "name": "Page", "doing": [{"text": "Asks"}]}),
            Conflict(
                ("stages", 0, "touchpoints", 0, "doing"), [{"text": "Reads"}], [{"text": "Asks"}]
            ),
        ),
        (
            with_stages("pay"),
            with_moment({"id": "page", "name": "Page"}),
            Conflict(
                ("stages",), None, with_moment({"id": "page", "name": "Page"})["stages"][0]
            ),
        ),
        (
            with_moment({"id": "page", "name": "Page"}),
            with_stages("pay"),
            Conflict(
                ("stages", 0), with_moment({"id": "page", "name": "Page"})["stages"][0], None
            ),
        ),
        (
            with_stages("a", "pay", "choose"),
            with_stages("pay", "a", "choose"),
            None,
        ),
    ],
    ids=["value", "list", "edited but gone", "gone but edited", "moved alike"],
)  # fmt: skip
def test_what_both_changed_stays_as_the_page_has_it(
    page: dict[str, Any], file: dict[str, Any], conflict: Conflict | None
) -> None:
    found, conflicts = combine(BASE, page, file)
    assert found == page
    assert conflicts == ((conflict,) if conflict else ())


def test_two_orders_are_told() -> None:
    base = with_stages("choose", "pay", "use")
    page, file = with_stages("pay", "choose", "use"), with_stages("choose", "use", "pay")
    found, (conflict,) = combine(base, page, file)
    assert found == page
    assert conflict == Conflict(("stages",), ["pay", "choose", "use"], ["choose", "use", "pay"])


def test_parts_that_share_an_id_stay_as_the_page_has_them() -> None:
    twins = [{"id": "pay", "name": "Pay"}, {"id": "pay", "name": "Pay again"}]
    page = [twins[0] | {"owner": "Shop"}, twins[1]]
    file = [twins[0], twins[1] | {"owner": "Bank"}]
    combined, conflicts = combine({"stages": twins}, {"stages": page}, {"stages": file})
    assert combined == {"stages": page}
    assert conflicts == (Conflict(("stages",), page, file),)
