"""A map as a file of its own, as people write it: `map.journey.yml`, or a page's front matter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import yaml

from mkdocs_journey.atlas import Map
from mkdocs_journey.catalog import Catalog
from mkdocs_journey.formats.data import part_data
from mkdocs_journey.formats.imported import FormatError, Imported, check_bytes, check_map
from mkdocs_journey.formats.imported import Note as ImportNote
from mkdocs_journey.formats.json import without_surrogates
from mkdocs_journey.formats.language import in_language
from mkdocs_journey.front_matter import FrontMatter, read_front_matter, read_yaml
from mkdocs_journey.source import Source
from mkdocs_journey.translations import Translator

_WIDTH = 100


class _Dumper(yaml.SafeDumper):
    """Block style with lists indented, as the guide shows maps; never an anchor."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002 (PyYAML's own)
        super().increase_indent(flow, indentless=False)

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 (PyYAML's own)
        return True


def write(map: Map, catalog: Catalog, translator: Translator) -> str:  # noqa: ARG001 (same verbs)
    """The map's own file; every value in its shortest form, quoted only where YAML needs it."""
    return write_data(in_language(part_data(map.journey), is_short=True))


def write_data(journey: Mapping[str, Any]) -> str:
    """Data of a map, as an importer returns it, as a file of its own."""
    return _dump(_plain(journey))


def write_page(found: Imported) -> str:
    """A page: front matter with the map, and its title as the heading."""
    title = found.title or "Journey map"
    head: dict[str, Any] = {"title": title}
    if found.tags:
        head["tags"] = list(found.tags)
    return f"---\n{_dump(head | {'journey': _plain(found.journey)})}---\n\n# {title}\n"


def read(content: str) -> Imported:
    """The map of a file of its own, or of a page's front matter; raises `FormatError`."""
    check_bytes(content)
    text = content.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    source = Source("", text)
    matter = read_front_matter(source) or read_yaml(source)
    notes = _notes(matter)
    if matter.is_broken:
        raise FormatError(str(notes[-1]) if notes else "no YAML that can be read: mend it")
    value = matter.data.get("journey", matter.data)
    if not isinstance(value, dict):
        raise FormatError("no map here: write its keys below `journey:`, or `stages:` at the top")
    check_map(value)
    title, tags = matter.data.get("title"), matter.data.get("tags")
    return Imported(
        value,
        title if isinstance(title, str) and value is not matter.data else "",
        tuple(str(tag) for tag in tags)
        if isinstance(tags, list) and value is not matter.data
        else (),
        notes,
    )


def _notes(matter: FrontMatter) -> tuple[ImportNote, ...]:
    return tuple(
        ImportNote(f"line {item.position[0]}, column {item.position[1]}", item.message)
        for item in matter.findings
    )


def _dump(data: Mapping[str, Any]) -> str:
    text: str = yaml.dump(
        data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_WIDTH,
        default_flow_style=False,
    )  # fmt: skip
    return text


def _plain(value: Any) -> Any:
    """Mappings and lists that know their places as YAML's own types."""
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return without_surrogates(str(value)) if isinstance(value, str) else value
