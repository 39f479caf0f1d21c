"""The map or persona of a file, with the way from its model back to the text."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from mkdocs_journey.catalog import Catalog
from mkdocs_journey.edits import Path
from mkdocs_journey.front_matter import (
    OURS,
    FrontMatter,
    Mapping,
    find_front_matter,
    locate,
    read_yaml,
)
from mkdocs_journey.model import Fault, Journey, Persona, read_journey, read_persona
from mkdocs_journey.pages import personas_of
from mkdocs_journey.source import Source, Span
from mkdocs_journey.values.base import Reading, is_empty


@dataclass(frozen=True)
class Part:
    """A map or persona as it stands in a text."""

    source: Source
    root: Mapping
    """All YAML of the file."""
    span: Span
    path: Path
    """Where in it the map or persona stands."""
    model: Journey | Persona | None
    faults: tuple[Fault, ...]
    silenced: frozenset[tuple[int, str]]
    """Lines, each with the name or code of a rule that a comment silences there."""
    off: Collection[str]
    """Names of the rules that the site turns off."""

    @property
    def data(self) -> Any:
        """The map's or persona's own YAML."""
        return self.at(self.path)

    def at(self, path: Path) -> Any:
        """What stands at a path in the file."""
        value: Any = self.root
        for step in path:
            value = value[step]
        return value

    def is_silenced(self, path: Path, *rules: str) -> bool:
        """Whether the site, or a comment at a path, silences one of some rules, by name or code."""
        line = self.line(path)
        return any(name in self.off or (line, name) in self.silenced for name in rules)

    def written(self, path: Path) -> Path:
        """Path in the file of what the model has at a path.

        The model knows a lone value as a list of one, and lists without their empty items.
        """
        value, found = self.data, [*self.path]
        for step in path:
            if isinstance(value, list) and isinstance(step, int):
                kept = [at for at, item in enumerate(value) if not is_empty(item)]
                if step >= len(kept):
                    continue
                step = kept[step]
            elif not (isinstance(value, dict) and step in value):
                continue
            found.append(step)
            value = value[step]
        return tuple(found)

    def line(self, path: Path) -> int:
        """Line of the key that a path ends with."""
        return self.source.position(locate(self.root, path, self.span, key=True).start).line


def read_part(
    source: Source, catalog: Catalog, *, is_page: bool, off: Collection[str] = ()
) -> Part | None:
    """The map or persona of a file; `None` where its YAML cannot be read.

    `off` names the rules that the site turns off.
    """
    found = find_front_matter(source) if is_page else None
    if is_page and found is None:
        return None
    matter = read_yaml(source, found[0] if found else None, OURS if is_page else None)
    if matter.is_broken:
        return None
    key = next((key for key in OURS if isinstance(matter.data.get(key), Mapping)), "")
    if is_page:
        path: Path = (key,) if key else ()
    else:
        path = ("journey",) if key == "journey" and len(matter.data) == 1 else ()
    return _read(source, matter, path, catalog, off, is_named=bool(key) or not is_page)


def _read(
    source: Source, matter: FrontMatter, path: Path, catalog: Catalog, off: Collection[str],
    *, is_named: bool,
) -> Part:  # fmt: skip
    silenced = frozenset((item.line, name) for item in matter.silences for name in item.names)
    data = matter.data[str(path[0])] if path else matter.data
    model: Journey | Persona | None = None
    faults: tuple[Fault, ...] = ()
    if is_named and path == ("persona",):
        persona = read_persona(data, Reading(catalog))
        model, faults = persona.part, persona.faults
    elif is_named:
        journey = read_journey(data, Reading(catalog, personas_of(data.get("personas"))))
        model, faults = journey.part, journey.faults
    return Part(source, matter.data, matter.span, path, model, faults, silenced, off)
