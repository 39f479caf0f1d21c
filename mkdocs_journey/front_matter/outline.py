"""Where the keys and texts of a YAML text stand, without its values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from mkdocs_journey.front_matter.broken import LOADER, MAX_DEPTH
from mkdocs_journey.front_matter.parser import CONTROL, span_of
from mkdocs_journey.source import Span


def find_keys(text: str) -> list[tuple[str, int]]:
    """Keys of a text's outermost mapping with their offsets, the doubled ones too, and its end.

    The end is the last entry, under an empty key. Raises `yaml.YAMLError` where the text cannot
    be read; what nests deeper than `parse` reads is no key's and ends the list.
    """
    found: list[tuple[str, int]] = []
    depth, is_key = 0, True
    events: Iterator[Any] = yaml.parse(CONTROL.sub(" ", text), Loader=LOADER)
    for event in events:
        at: int = event.start_mark.index
        if isinstance(event, yaml.NodeEvent) and depth == 1:
            if is_key:
                found.append((str(getattr(event, "value", "")), at))
            is_key = not is_key
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
            if depth == 0:
                return [*found, ("", at)]
        if depth > MAX_DEPTH:
            break
    return [*found, ("", len(text))]


def find_texts(text: str) -> list[Span]:
    """Where scalars stand in a text that `parse` could read, in order."""
    events: Iterator[Any] = yaml.parse(CONTROL.sub(" ", text), Loader=LOADER)
    return [span_of(event) for event in events if isinstance(event, yaml.ScalarEvent)]
