"""Front matter that holds a map under a key that is almost `journey`."""

from __future__ import annotations

import re
from difflib import get_close_matches

from mkdocs_journey.front_matter import find_front_matter, locate, read_yaml
from mkdocs_journey.front_matter.nodes import Mapping
from mkdocs_journey.source import Source, Span

_STAGES = re.compile(r"^[ ]+stages[ \t]*:", re.MULTILINE)
_OTHER_WORDS = frozenset(
    {"journeys", "journey_map", "journey-map", "map", "mapa", "jornada", "jornadas", "viaje",
     "recorrido", "customer-journey", "customer_journey"}
)  # fmt: skip
"""What else people call it: the same thing in other words, or in their own language."""


def find_misspelt_key(source: Source) -> tuple[str, Span] | None:
    """A top-level key that was meant as `journey`, and its place.

    Only a key that holds `stages` is taken for one: all other keys are the theme's and other
    plugins'. Front matter without the word costs one search.
    """
    found = find_front_matter(source)
    if found is None or _STAGES.search(source.text, *found[0]) is None:
        return None
    matter = read_yaml(source, found[0], ())
    for key, value in matter.data.items():
        word = key.lower()
        is_near = word in _OTHER_WORDS or get_close_matches(word, ["journey"], cutoff=0.6)
        if isinstance(value, Mapping) and "stages" in value and is_near:
            return key, locate(matter.data, (key,), matter.span, key=True)
    return None
