"""What the tables of a map share."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from mkdocs_journey.atlas import Who
from mkdocs_journey.model import Persona
from mkdocs_journey.views.layout import persona_names
from tests.formats.journeys import mapped


class Name(str):
    """A name that counts how often it is compared."""

    __slots__ = ()
    compared = 0
    __hash__ = str.__hash__

    def split(self, *_: Any) -> list[Any]:
        return [self]

    def __eq__(self, other: object) -> bool:
        Name.compared += 1
        return super().__eq__(other)


def test_names_of_many_personas_are_not_compared_each_with_each() -> None:
    size = 1_000
    people = tuple(
        Who(f"p{n}", Persona.model_construct(name=Name(f"P{n}")), None) for n in range(size)
    )
    found = replace(mapped({"stages": [{"name": "Buy"}]}), personas=people)
    assert len(persona_names(found)) == size
    assert Name.compared < 10 * size
