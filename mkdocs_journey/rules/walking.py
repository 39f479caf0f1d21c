"""Ways through a map for checks: every part with its path, and findings at a path."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

from mkdocs_journey.atlas import Atlas
from mkdocs_journey.diagnostics import Finding, Rule, find
from mkdocs_journey.front_matter import find_front_matter, locate
from mkdocs_journey.model import Block, Journey, Persona
from mkdocs_journey.model.shape import Path
from mkdocs_journey.pages import Page
from mkdocs_journey.source import Span
from mkdocs_journey.values.base import Model

_Part = TypeVar("_Part", bound=Model)


@dataclass(frozen=True)
class Checked:
    """A page that is checked, beside all others."""

    atlas: Atlas
    page: Page
    part: Journey | Persona

    @cached_property
    def parts(self) -> tuple[tuple[Path, Model], ...]:
        """Every part with its path, in the order of the model's fields."""
        return tuple(walk(self.part, ()))

    def of(self, kind: type[_Part]) -> Iterator[tuple[Path, _Part]]:
        """Every part of a kind with its path."""
        return ((path, part) for path, part in self.parts if isinstance(part, kind))

    def report(self, rule: Rule, path: Path, message: str, *, at_key: bool = False) -> Finding:
        """Finding at what was written at a path."""
        place = locate(self.page.data, path, self._whole, key=at_key)
        return find(rule, self.page.map_source, place, message)

    @cached_property
    def _whole(self) -> Span:
        found = find_front_matter(self.page.map_source)
        return Span(found[0].start, found[0].start) if found else Span(0, 0)


def walk(value: Any, path: Path) -> Iterator[tuple[Path, Model]]:
    """Every part below a value, itself included, with the path that leads to it."""
    if isinstance(value, Model):
        yield path, value
        for key, item in _written(value):
            yield from walk(item, (*path, key))
    elif isinstance(value, tuple):
        for place, item in enumerate(value):
            yield from walk(item, (*path, place))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from walk(item, (*path, key))


def _written(part: Model) -> Iterator[tuple[str, Any]]:
    """Values of a part's fields that were written, by their keys: most parts fill few."""
    written = part.model_fields_set
    for name, field in type(part).model_fields.items():
        if name in written:
            yield field.alias or name, getattr(part, name)


def walk_texts(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """Every text below a value with the path that leads to it."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Model):
        for key, item in _written(value):
            yield from walk_texts(item, (*path, key))
    elif isinstance(value, tuple):
        for place, item in enumerate(value):
            yield from walk_texts(item, (*path, place))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from walk_texts(item, (*path, key))


def lists_of_blocks(journey: Journey) -> Iterator[tuple[Path, tuple[Block, ...]]]:
    """Every list of blocks of a flow, the outer ones first."""
    pending: list[tuple[Path, tuple[Block, ...]]] = [(("flow",), journey.flow)]
    while pending:
        path, blocks = pending.pop(0)
        yield path, blocks
        for place, block in enumerate(blocks):
            at = (*path, place)
            pending += [((*at, "then"), block.then), ((*at, "else"), block.else_)]
            pending += [
                ((*at, "split", number, "do"), branch.do)
                for number, branch in enumerate(block.split)
            ]
