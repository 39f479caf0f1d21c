"""Front matter that holds a map under a key that is almost `journey`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any

from mkdocs_journey.catalog.feelings import fold
from mkdocs_journey.front_matter import FrontMatter, Mapping, find_front_matter, read_yaml
from mkdocs_journey.model.synonyms import words_for
from mkdocs_journey.source import Source, Span

STAGES = frozenset({"stages", "stage", *words_for("stages")})
"""How people call the key that makes a map one."""

_STAGES = re.compile(
    rf"^[ \t]+[\"']?(?:{'|'.join(sorted(STAGES))})[\"']?[ \t]*:", re.MULTILINE | re.IGNORECASE
)
_JOURNEYS = frozenset(
    {"journey", "journeys", "jornada", "jornadas", "viaje", "viajes", "recorrido", "recorridos"}
)
"""What else people call it: the same thing in other words, or in their own language."""
_MAPS = frozenset({"map", "mapa"})
_BETWEEN_WORDS = re.compile(r"[\W_]+")
# A key without a value beside it, and all below that is indented, empty, a comment or an item.
_TOP_LEVEL = re.compile(
    r"^[\"']?(?P<key>\w[^:\n\"']*)[\"']?:[ \t]*\n(?P<below>(?:(?:[ \t#-].*)?\n)*)", re.MULTILINE
)


def find_misspelt_key(source: Source) -> tuple[str, Span, FrontMatter] | None:
    """A top-level key that was meant as `journey`, its place, and what its front matter says.

    Only a key that holds stages is taken for one: all other keys are the theme's and other
    plugins'. Front matter without them costs one search.
    """
    found = find_front_matter(source)
    if found is None or _STAGES.search(source.text, *found[0]) is None:
        return None
    span = found[0]
    data = read_yaml(source, span, ()).data
    places = [(key, data.marks[key].key) for key, value in data.items() if holds_stages(value)]
    for key, place in places or (() if data else _written_keys(source, span)):
        if _is_near(key):
            return key, place, read_yaml(source, span, (key,))
    return None


def holds_stages(value: Any) -> bool:
    """Whether a value can only be a map: other plugins have keys of that name for a number."""
    return isinstance(value, Mapping) and any(
        fold(key) in STAGES and not isinstance(item, str) for key, item in value.items()
    )


def _written_keys(source: Source, span: Span) -> Iterator[tuple[str, Span]]:
    """Keys that stand above stages in YAML that nobody can read, as far as its lines tell."""
    for match in _TOP_LEVEL.finditer(source.text, *span):
        if _STAGES.search(match["below"]):
            yield match["key"].rstrip(), Span(*match.span("key"))


def _is_near(key: str) -> bool:
    words = _BETWEEN_WORDS.split(fold(key))
    if not _JOURNEYS.isdisjoint(words):
        return True
    return len(words) == 1 and bool(
        _MAPS.intersection(words) or get_close_matches(words[0], ["journey"], cutoff=0.6)
    )
