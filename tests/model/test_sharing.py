"""What parts of a map hold alike is held once, and nobody sees a difference."""

from collections.abc import Iterator

from mkdocs_journey.model import Journey, read_journey
from mkdocs_journey.model.sharing import share_written
from mkdocs_journey.values.base import Model, Reading

DATA = {
    "stages": [
        {
            "name": "Buy",
            "feeling": {"ana": 2, "bo": 4},
            "touchpoints": [
                {"name": "Cart", "doing": ["Looks", "Counts"], "pains": [{"text": "Slow"}]},
                {"name": "Pay", "doing": [{"text": "Pays", "actor": "Ana"}], "feeling": 3},
            ],
        }
    ],
}


def _journey() -> Journey:
    journey = read_journey(DATA, Reading(personas=frozenset({"ana", "bo"}))).part
    assert journey is not None
    return journey


def _parts(value: object) -> Iterator[Model]:
    if isinstance(value, Model):
        yield value
    inner = (
        vars(value).values()
        if isinstance(value, Model)
        else value.values()
        if isinstance(value, dict)
        else value
        if isinstance(value, tuple)
        else ()
    )
    for item in inner:
        yield from _parts(item)


def test_a_shared_journey_is_the_same_as_before() -> None:
    before, shared = _journey(), share_written(_journey())
    assert shared == before
    assert [part.model_fields_set for part in _parts(shared)] == [
        part.model_fields_set for part in _parts(before)
    ]


def test_parts_with_the_same_keys_share_one_set() -> None:
    parts = list(_parts(share_written(_journey())))
    sets = {id(part.model_fields_set): part.model_fields_set for part in parts}
    assert len(sets) == len({frozenset(names) for names in sets.values()}) < len(parts)


def test_a_changed_copy_leaves_the_shared_set_alone() -> None:
    cart, *_ = share_written(_journey()).stages[0].touchpoints
    changed = cart.model_copy(update={"owner": "Ana"})
    assert changed.model_fields_set - cart.model_fields_set == {"owner"}
