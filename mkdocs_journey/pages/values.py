"""The YAML values of a map that was read before, and has no fault."""

from __future__ import annotations

from mkdocs_journey.front_matter import Mapping, read_front_matter, read_yaml
from mkdocs_journey.model.pruning import tidy
from mkdocs_journey.source import Source


def read_values(source: Source, key: str, *, is_page: bool) -> Mapping:
    """Values below a key of a page, or those of a map's own file, as its part was made of them.

    Empty where there are none.
    """
    source = source.at_hand  # each place of a text would fetch it anew
    if not is_page:
        return _tidied(map_within(read_yaml(source).data))
    matter = read_front_matter(source)
    return _tidied(matter.data.get(key) if matter else None)


def map_within(data: Mapping) -> Mapping:
    """The map that a file of its own holds: as the whole file, or below `journey:` as on a page."""
    value = data.get("journey")
    return value if len(data) == 1 and isinstance(value, Mapping) else data


def _tidied(value: object) -> Mapping:
    tidied = tidy(value)
    return tidied if isinstance(tidied, Mapping) else Mapping()
