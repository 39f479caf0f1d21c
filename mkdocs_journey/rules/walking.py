"""Ways through a map for checks: every part with its path, and findings at a path."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple, TypeAlias, TypeVar, cast

from mkdocs_journey.atlas import Atlas
from mkdocs_journey.catalog import Catalog
from mkdocs_journey.diagnostics import Finding, Rule, find
from mkdocs_journey.front_matter import Mapping, find_front_matter, locate
from mkdocs_journey.model import Block, Journey, Persona
from mkdocs_journey.model.shape import Path
from mkdocs_journey.pages import Page
from mkdocs_journey.source import Source, Span
from mkdocs_journey.surroundings import Surroundings
from mkdocs_journey.values.base import Model, Short

_Part = TypeVar("_Part", bound=Model)

_LINK = "]("
"""What every link in Markdown has between its words and its address."""
_NOWHERE = Span(0, 0)


class Told(NamedTuple):
    """What a check of all pages says of a place on the page that asked for it."""

    rule: Rule
    place: Span
    message: str


Later = Callable[[Atlas], Iterable[Told]]
"""A check of what a page says of others, which waits until all of them have been read.

It holds places, ids and what a message says, no part of the page, whose text goes meanwhile.
"""


@dataclass(frozen=True)
class Checked:
    """A page that is checked, while the other ones may not have been read."""

    catalog: Catalog
    surroundings: Surroundings
    page: Page
    part: Journey | Persona

    @cached_property
    def _contents(self) -> _Contents:
        return _Contents(self.part)

    def of(self, kind: type[_Part]) -> Sequence[tuple[Path, _Part]]:
        """Every part of a kind with its path, in the order of the model's fields."""
        found: Any = self._contents.parts.get(kind, ())
        return cast("Sequence[tuple[Path, _Part]]", found)

    @property
    def linking(self) -> Sequence[tuple[Path, str]]:
        """Every text with its path that may hold a link in Markdown."""
        return self._contents.linking

    def report(self, rule: Rule, path: Path, message: str, *, at_key: bool = False) -> Finding:
        """Finding at what was written at a path."""
        return find(rule, self._source, self.place(path, at_key=at_key), message)

    def place(self, path: Path, *, at_key: bool = False) -> Span:
        """Where something was written at a path; the whole front matter where nothing was."""
        place = locate(self._data, path, _NOWHERE, key=at_key)
        return self._whole if place is _NOWHERE else place

    @cached_property
    def _source(self) -> Source:
        """What findings quote: a map may have thousands, and its text would be fetched for each."""
        return self.page.map_source.at_hand

    @cached_property
    def _data(self) -> Mapping:
        return self.page.data

    @cached_property
    def _whole(self) -> Span:
        found = find_front_matter(self._source)
        return Span(found[0].start, found[0].start) if found else Span(0, 0)


class _Contents:
    """What stands in a part, itself included, found in one walk for all checks: they ask often."""

    def __init__(self, part: Model) -> None:
        self.parts: defaultdict[type[Model], list[tuple[Path, Model]]] = defaultdict(list)
        """Parts with their paths under each of their kinds."""
        self.linking: list[tuple[Path, str]] = []
        self._enter(part, ())

    def _enter(self, part: Model, path: Path) -> None:
        keys, kinds = _shape(type(part)) or ({}, ())
        entry = (path, part)
        for kind in kinds:
            self.parts[kind].append(entry)
        for name, value in part.__dict__.items():
            if type(value) is str:
                if _LINK in value:
                    self.linking.append(((*path, keys.get(name, name)), value))
            elif type(value) in _HOLDERS or _shape(type(value)):
                self._look_into(value, (*path, keys.get(name, name)))

    def _look_into(self, value: Any, path: Path) -> None:
        """Take what stands in a value that is a part, or that holds some."""
        form = type(value)
        if form not in _HOLDERS:
            self._enter(value, path)
            return
        for step, item in enumerate(value) if form is tuple else value.items():
            if type(item) is str:
                if _LINK in item:
                    self.linking.append(((*path, step), item))
            elif _shape(type(item)):
                self._enter(item, (*path, step))
            elif type(item) in _HOLDERS:
                self._look_into(item, (*path, step))


class _Shapes(dict[type, "_Shape | None"]):
    """Of each kind of part what the walk asks for; `None` of what is no part.

    Remembered by type, as to ask whether a value is a part takes longer than all else of the walk.
    """

    def __missing__(self, form: type) -> _Shape | None:
        found = self[form] = _shape_of(form) if issubclass(form, Model) else None
        return found


_Shape: TypeAlias = tuple[dict[str, str], tuple[type[Model], ...]]
"""Keys of those fields that have another name, and all kinds that a part is."""


def _shape_of(kind: type[Model]) -> _Shape:
    others = {name: field.alias for name, field in kind.model_fields.items() if field.alias}
    return others, tuple(
        base for base in kind.__mro__ if issubclass(base, Model) and base not in (Model, Short)
    )


_HOLDERS = frozenset({tuple, dict})
_shape = _Shapes().__getitem__


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
