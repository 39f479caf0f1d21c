"""A part holds what was written, and nobody sees a difference."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

import pytest
from pydantic import Field

from mkdocs_journey.model import Journey, Stage, Touchpoint, read_journey
from mkdocs_journey.values.base import Model, Reading
from mkdocs_journey.values.cards import Card, ServiceCard
from mkdocs_journey.values.text import Text

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


def test_a_part_holds_what_was_written_in_the_order_of_its_fields() -> None:
    cart, pay = _journey().stages[0].touchpoints
    assert list(vars(cart)) == ["doing", "pains", "name"]
    assert list(vars(pay)) == ["doing", "feeling", "name"]


@pytest.mark.parametrize("kind", [Card, ServiceCard, Touchpoint, Stage])
def test_what_was_not_written_has_its_default(kind: type[Model]) -> None:
    part = kind.model_validate({"text": "A"} if issubclass(kind, Card) else {"name": "A"})
    defaults = {
        name: field.get_default(call_default_factory=True)
        for name, field in kind.model_fields.items()
        if not field.is_required()
    }
    assert {name: getattr(part, name) for name in defaults} == defaults


def test_defaults_of_a_part_cannot_be_changed_through_another() -> None:
    metrics: Any = Touchpoint(name="Cart").metrics
    with pytest.raises(TypeError):
        metrics["nps"] = 1
    assert Touchpoint(name="Pay").metrics == {}


def test_a_default_that_was_written_makes_no_other_part() -> None:
    written = Touchpoint.model_validate({"name": "Cart", "pains": "none", "owner": "", "wait": "-"})
    assert written == Touchpoint(name="Cart") == written.model_copy(update={"gains": ()})
    assert written.model_fields_set == {"name", "pains", "owner", "wait"}


def test_parts_of_a_kind_that_builds_on_another_keep_their_own_defaults() -> None:
    class Loud(Card):
        note: Annotated[Text, Field(description="How loud it is.")] = "loud"

    assert (Loud(text="A").note, Loud(text="A").actor, Card(text="A").note) == ("loud", "", "")
    inherited, own = (kind.model_fields["actor"] for kind in (Card, Loud))
    assert own.description == inherited.description
    assert own.examples == inherited.examples


def test_parts_of_a_kind_with_the_same_keys_share_one_set_of_these() -> None:
    parts = list(_parts(_journey()))
    sets = {id(part.model_fields_set) for part in parts}
    alike = {(type(part), frozenset(part.model_fields_set)) for part in parts}
    assert len(sets) == len(alike) < len(parts)


def test_a_changed_copy_leaves_the_shared_set_alone() -> None:
    cart, *_ = _journey().stages[0].touchpoints
    changed = cart.model_copy(update={"owner": "Ana"})
    assert changed.model_fields_set - cart.model_fields_set == {"owner"}
    assert (changed.owner, cart.owner) == ("Ana", "")


def test_a_copy_that_is_given_a_default_lets_go_of_it() -> None:
    held: Mapping[str, object] = vars(Card(text="A", id="b").model_copy(update={"id": ""}))
    assert held == {"text": "A"}
