"""From plain values to a journey or persona: every fault said, everything valid kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import ValidationError

from mkdocs_journey.diagnostics import Rule
from mkdocs_journey.model.explaining import explain
from mkdocs_journey.model.journey import Journey
from mkdocs_journey.model.persona import Persona
from mkdocs_journey.model.pruning import NOTHING, copy, prune
from mkdocs_journey.model.shape import Path
from mkdocs_journey.values.base import Model, Reading

MAX_ROUNDS = 100
"""Each round takes out at least one value; nesting is bounded, so a handful always does."""

_Part = TypeVar("_Part", bound=Model)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a value, and where: the text's own places are the caller's."""

    rule: Rule
    path: Path
    """Keys and places that lead to the value, as `front_matter.locate` takes them."""
    message: str
    at_key: bool = False
    """The key is at fault, not its value."""


def read_journey(data: Any, reading: Reading) -> tuple[Journey | None, tuple[Fault, ...]]:
    """Journey of a mapping as it came from YAML, and every fault of its form.

    Values at fault are left out, and a stage or touchpoint without a name gets a placeholder, so
    that the rest is still drawn. Returns `None` only where no stage can be used. Never raises.
    """
    return _read(Journey, data, reading)


def read_persona(data: Any, reading: Reading) -> tuple[Persona | None, tuple[Fault, ...]]:
    """Persona of a mapping as it came from YAML, and every fault of its form."""
    return _read(Persona, data, reading)


def _read(
    model: type[_Part], data: Any, reading: Reading
) -> tuple[_Part | None, tuple[Fault, ...]]:
    faults: tuple[Fault, ...] | None = None
    rest = copy(data)
    for _ in range(MAX_ROUNDS):
        try:
            return model.model_validate(rest, context=reading), faults or ()
        except ValidationError as error:
            errors = error.errors(include_url=False, include_input=False)
        if faults is None:
            # Later rounds see only what the first round's repairs left behind.
            explained = explain(model, data, errors, reading)
            faults = tuple(Fault(*item) for item in explained)
        rest = prune(model, rest, errors)
        if rest is NOTHING:
            break
    return None, faults or ()
