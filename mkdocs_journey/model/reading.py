"""From plain values to a journey or persona: every fault said, everything valid kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import ValidationError

from mkdocs_journey.diagnostics import Rule
from mkdocs_journey.front_matter import Mapping
from mkdocs_journey.model.explaining import explain
from mkdocs_journey.model.journey import Journey
from mkdocs_journey.model.persona import Persona
from mkdocs_journey.model.pruning import NOTHING, copied, prune, tidy
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
    meant: str = ""
    """Key that can only have been meant by the one at fault; empty where there is doubt."""
    instead: str = ""
    """Value that can only have been meant by the one at fault; empty where there is doubt."""


class Outcome(NamedTuple, Generic[_Part]):
    """What was read, what is wrong with it, and the data that it was read from."""

    part: _Part | None
    faults: tuple[Fault, ...]
    whole: Any
    """The data without empty items: the faults' paths lead through it."""
    rest: Any
    """The data without what was at fault: paths of the part's own values lead through it."""


def read_journey(data: Any, reading: Reading) -> Outcome[Journey]:
    """Journey of a mapping as it came from YAML, and every fault of its form.

    Values at fault are left out, and a stage or touchpoint without a name gets a placeholder, so
    that the rest is still drawn. The part is `None` only where no stage can be used. Never raises.
    """
    return _read(Journey, data, reading)


def read_persona(data: Any, reading: Reading) -> Outcome[Persona]:
    """Persona of a mapping as it came from YAML, and every fault of its form."""
    return _read(Persona, data, reading)


def _read(model: type[_Part], data: Any, reading: Reading) -> Outcome[_Part]:
    faults: tuple[Fault, ...] | None = None
    whole = rest = tidy(data)
    for _ in range(MAX_ROUNDS):
        try:
            return Outcome(model.model_validate(rest, context=reading), faults or (), whole, rest)
        except ValidationError as error:
            errors = error.errors(include_url=False, include_input=False)
        if faults is None:
            # Later rounds see only what the first round's repairs left behind.
            explained = explain(model, whole, errors, reading)
            faults = tuple(Fault(*item) for item in explained)
            rest = copied(whole)
        rest = prune(model, rest, errors)
        if rest is NOTHING:
            break
    return Outcome(None, faults or (), whole, Mapping())
